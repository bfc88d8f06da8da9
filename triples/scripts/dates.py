"""Dates as the volumes' remarks on people word them: 'from March 27, 1958, until October 15, 1964'.

`spans` reads the dated terms of one clause. A bound is the widest reading of what
stands there: 'until July 1950' may mean the last day of July.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTH = "(?:" + "|".join(MONTHS) + ")"
_DAY = rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?\d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}}"
DATE = rf"(?:{_DAY}|{_MONTH},? \d{{4}}|\d{{4}})"
_PARTIAL = rf"(?:{_MONTH} \d{{1,2}}|{_MONTH})"
_DASH = r"\s*[–—-]\s*"
_TO = r",? (?:to|until|till|through) "
RANGE = re.compile(rf"(?:(?:from|between|since) )?({DATE}|{_PARTIAL})(?:{_DASH}|{_TO})({DATE}|\d{{1,2}}, \d{{4}}|\d{{2}}\b)")
SINCE = re.compile(rf"\b(?:from|after|since|as of|beginning|effective|assumed office|in office from)(?: about)? ({DATE})")
UNTIL = re.compile(rf"\b(?:until|to|till|through|up to|before|prior to)(?: about)? ({DATE})")


@dataclass(frozen=True, slots=True, order=True)
class Bound:
    """A day, month or year: ``first`` and ``last`` are its ISO days."""

    first: str
    last: str

    @property
    def precision(self) -> int:
        """3 for a day, 2 for a month, 1 for a year."""
        return 3 if self.first == self.last else 2 if self.first[:7] == self.last[:7] else 1


@dataclass(frozen=True, slots=True)
class Term:
    """A term of office: either bound may be open."""

    since: Bound | None
    until: Bound | None


def bound(text: str) -> Bound | None:
    """'October 15, 1964', 'October 1964' or '1964' as a bound; None for anything else.

    >>> bound("February 1955")
    Bound(first='1955-02-01', last='1955-02-28')
    """
    year = re.search(r"\d{4}", text)
    month = re.search(_MONTH, text)
    day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\d)", text)
    if not year or not 1900 <= int(year[0]) <= 2000:
        return None
    if not month:
        return Bound(f"{year[0]}-01-01", f"{year[0]}-12-31")
    return _in_month(int(year[0]), MONTHS[month[0]], int(day[1]) if day else 0)


def _in_month(year: int, month: int, day: int) -> Bound | None:
    length = calendar.monthrange(year, month)[1]
    if day > length:
        return None
    first, last = (day, day) if day else (1, length)
    return Bound(f"{year}-{month:02}-{first:02}", f"{year}-{month:02}-{last:02}")


def _range(one: str, other: str) -> Term | None:
    """'July' and 'November 1945'; '1943' and '46'; 'March 3' and '9, 1950'."""
    if re.fullmatch(r"\d{2}", other):
        if not re.fullmatch(r"\d{4}", one):
            return None
        other = one[:2] + other
    if re.fullmatch(r"\d{1,2}, \d{4}", other):
        month = re.search(_MONTH, one)
        other = f"{month[0]} {other}" if month else other
    year = re.search(r"\d{4}", other)
    start = bound(one if re.search(r"\d{4}", one) else f"{one}, {year[0] if year else ''}")
    end = bound(other)
    return Term(start, end) if start and end and start.first <= end.last else None


def spans(text: str) -> list[Term]:
    """The dated terms that a clause states, in order; [] where it states none.

    >>> spans("Premier from March 27, 1958, until October 15, 1964")[0].until.last
    '1964-10-15'
    >>> spans("Prime Minister, May 27–June 9, 1964")[0].since.first
    '1964-05-27'
    >>> spans("Ambassador to France")
    []
    """
    found: list[tuple[int, Term]] = []
    rest = text
    for match in RANGE.finditer(text):
        term = _range(match[1], match[2])
        if term:
            found.append((match.start(), term))
            rest = rest[: match.start()] + " " * len(match[0]) + rest[match.end() :]
    return [term for _, term in sorted(found + _open_ended(rest), key=lambda pair: pair[0])]


def _open_ended(text: str) -> list[tuple[int, Term]]:
    since = [(m.start(), bound(m[1])) for m in SINCE.finditer(text)]
    until = [(m.start(), bound(m[1])) for m in UNTIL.finditer(text)]
    starts = [(at, day) for at, day in since if day]
    ends = [(at, day) for at, day in until if day]
    if len(starts) == 1 and len(ends) == 1 and starts[0][1].first <= ends[0][1].last:
        return [(min(starts[0][0], ends[0][0]), Term(starts[0][1], ends[0][1]))]
    return [(at, Term(day, None)) for at, day in starts] + [(at, Term(None, day)) for at, day in ends]


def without(text: str) -> str:
    """The clause without its dated phrases: the words of the office alone.

    >>> without("British Prime Minister from January 1957 to October 1963")
    'British Prime Minister'
    """
    for pattern in (RANGE, SINCE, UNTIL, re.compile(rf"\b(?:in|during|by|on|again in) {DATE}"), re.compile(rf",? ?{DATE}\b")):
        text = pattern.sub("", text)
    text = re.sub(r"\(\s*\)", "", text)
    return re.sub(r"\s+", " ", text).strip(" ,.;")
