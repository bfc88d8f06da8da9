"""A span of time in steps: months, quarters or years."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

UNITS = {"month": 1, "quarter": 3, "year": 12}
MONTHLY, QUARTERLY = 36, 120


@dataclass(frozen=True, slots=True)
class Step:
    """A month, quarter or year: its first and last day, and how many documents of the graph touch it."""

    name: str
    first: str
    last: str
    documents: int = 0

    def holds(self, earliest: str, latest: str) -> bool:
        """Whether something dated so lies in this step and in no other."""
        return bool(earliest and latest) and self.first <= earliest and latest <= self.last


def unit_of(first: str, last: str) -> str:
    """Months up to three years, quarters up to ten, else years.

    >>> unit_of("1961-01-01", "1963-05-01"), unit_of("1953-01-01", "1972-01-01")
    ('month', 'year')
    """
    months = _month(last) - _month(first) + 1
    return "month" if months <= MONTHLY else "quarter" if months <= QUARTERLY else "year"


def steps(first: str, last: str, unit: str, spans: Iterable[tuple[str, str]] = ()) -> list[Step]:
    """The steps from the one that holds the first day to the one that holds the last.

    ``spans``: the earliest and latest day of each document.

    >>> [step.name for step in steps("1961-11-05", "1962-02-01", "quarter")]
    ['1961 Q4', '1962 Q1']
    """
    size, known = UNITS[unit], [(a or b, b or a) for a, b in spans if a or b]
    begin = _month(first) // size * size
    made = [_step(month, size) for month in range(begin, _month(last) + 1, size)]
    return [Step(s.name, s.first, s.last, sum(a <= s.last and b >= s.first for a, b in known)) for s in made]


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7]) - 1


def _step(month: int, size: int) -> Step:
    year, start = divmod(month, 12)
    end = start + size
    name = {1: f"{year}-{end:02d}", 3: f"{year} Q{end // 3}", 12: str(year)}[size]
    return Step(name, f"{year:04d}-{start + 1:02d}-01", f"{year:04d}-{end:02d}-{calendar.monthrange(year, end)[1]:02d}")
