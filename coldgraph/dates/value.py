"""The value: one date or span of dates, with its EDTF form and the days it may cover.

EDTF is the Extended Date/Time Format of the Library of Congress
(https://www.loc.gov/standards/datetime/), levels 0 and 1 without times,
open intervals and years of more than four digits.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from functools import total_ordering

from coldgraph.errors import ColdgraphError

FIRST_YEAR, LAST_YEAR = 1000, 2999
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # EDTF number -> first month, on the northern half of the globe

_PART = re.compile(r"(?P<y>[0-9]{4}|[0-9]{3}X|[0-9][0-9]XX)(?:-(?P<m>[0-9][0-9]|XX)(?:-(?P<d>[0-9][0-9]|XX))?)?(?P<q>[~?%]?)")

Days = tuple[datetime.date, datetime.date]


class DateError(ColdgraphError, ValueError):
    """Words or an EDTF string that are no date."""


@total_ordering
@dataclass(frozen=True, slots=True, repr=False)
class Date:
    """What a text says about a time: ``edtf`` as worded, ``earliest`` and ``latest`` the first and last possible day.

    Dates sort by their earliest, then their latest day.
    """

    edtf: str
    earliest: datetime.date
    latest: datetime.date

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Date:
        """One day.

        >>> Date.day(1966, 3, 23)
        Date('1966-03-23')

        Raises DateError for a day that the calendar lacks.
        """
        try:
            value = datetime.date(year, month, day)
        except ValueError as error:
            raise DateError(f"{year}-{month}-{day} is no day", advice=str(error)) from None
        return cls.of(value)

    @classmethod
    def of(cls, value: datetime.date) -> Date:
        """The day that a `datetime.date` is."""
        return cls(value.isoformat(), value, value)

    @classmethod
    def month(cls, year: int, month: int) -> Date:
        """One month, as '1956-10'."""
        return cls.from_edtf(f"{year:04d}-{month:02d}")

    @classmethod
    def year(cls, year: int) -> Date:
        """One year."""
        return cls.from_edtf(f"{year:04d}")

    @classmethod
    def between(cls, first: Date, last: Date) -> Date:
        """The span from one date to another; the same date twice is that date.

        >>> Date.between(Date.day(1964, 10, 14), Date.day(1964, 10, 16))
        Date('1964-10-14/1964-10-16')

        Raises DateError when the end lies before the beginning.
        """
        if first == last:
            return first
        start, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
        if last.latest < first.earliest or last.earliest < first.earliest:
            raise DateError(f"{start}/{end} ends before it begins")
        return cls(f"{start}/{end}", first.earliest, last.latest)

    @classmethod
    def from_edtf(cls, edtf: str) -> Date:
        """Read an EDTF string: '1966-03-23', '1956-10', '1957', '1965~', '196X', '1966-21', '1964-10-14/1964-10-16'.

        '~' and '%' widen the span by one unit (year, month or day) to either side; '?' does not.
        Raises DateError for anything else, open intervals and times included.
        """
        first, slash, last = edtf.partition("/")
        if slash:
            span = cls.between(cls._part(first, edtf), cls._part(last, edtf))
            return cls(edtf, span.earliest, span.latest)
        return cls._part(first, edtf)

    @classmethod
    def _part(cls, part: str, whole: str) -> Date:
        match = _PART.fullmatch(part)
        days = _days(match) if match else None
        if days is None:
            raise DateError(f"{whole!r} is no EDTF date", advice="write it as 1966-03-23, 1966-03, 1966 or 1966-03-22/1966-03-25")
        return cls(part, *days)

    @property
    def precision(self) -> str:
        """How fine the date is: 'day', 'month', 'season', 'year', 'decade', 'century' or 'interval'."""
        if "/" in self.edtf:
            return "interval"
        year, *rest = [part for part in self.edtf.rstrip("~?%").split("-") if part != "XX"]
        if not rest:
            return {0: "year", 1: "decade", 2: "century"}[year.count("X")]
        if len(rest) == 2:
            return "day"
        return "season" if int(rest[0]) in SEASONS else "month"

    @property
    def approximate(self) -> bool:
        """Whether the text says 'about' (EDTF '~' or '%')."""
        return "~" in self.edtf or "%" in self.edtf

    def contains(self, day: datetime.date) -> bool:
        """Whether the day may be meant."""
        return self.earliest <= day <= self.latest

    def overlaps(self, other: Date) -> bool:
        """Whether some day may be meant by both."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Date):
            return NotImplemented
        return (self.earliest, self.latest, self.edtf) < (other.earliest, other.latest, other.edtf)

    def __str__(self) -> str:
        return self.edtf

    def __repr__(self) -> str:
        return f"Date({self.edtf!r})"


def month_end(year: int, month: int) -> datetime.date:
    """The last day of a month; months beyond 12 or below 1 count into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


def month_start(year: int, month: int) -> datetime.date:
    """The first day of a month; months beyond 12 or below 1 count into other years."""
    return month_end(year, month).replace(day=1)


def _days(match: re.Match[str]) -> Days | None:
    year, month, day = match["y"], match["m"], match["d"]
    wide = 1 if match["q"] in ("~", "%") else 0
    if not FIRST_YEAR <= int(year.replace("X", "0")) <= LAST_YEAR:
        return None
    if month in (None, "XX"):
        return _year_days(year, wide) if day in (None, "XX") else None
    if "X" in year:
        return None
    return _month_days(int(year), int(month), wide) if day in (None, "XX") else _day_days(year, month, day, wide)


def _year_days(year: str, wide: int) -> Days:
    first, last = int(year.replace("X", "0")) - wide, int(year.replace("X", "9")) + wide
    return datetime.date(first, 1, 1), datetime.date(last, 12, 31)


def _month_days(year: int, month: int, wide: int) -> Days | None:
    if month == 24:  # 'winter 1965' may be its first months or the winter that begins in its December
        return month_start(year, 1 - wide), month_end(year, 14 + wide)
    first = SEASONS.get(month, month)
    if not 1 <= first <= 12:
        return None
    length = 2 if month in SEASONS else 0
    return month_start(year, first - wide), month_end(year, first + length + wide)


def _day_days(year: str, month: str, day: str, wide: int) -> Days | None:
    try:
        exact = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    margin = datetime.timedelta(days=wide)
    return exact - margin, exact + margin
