"""From the parts of a written date to the value: missing years, ranges, qualifiers, ambiguous numbers."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from coldgraph.dates.parts import MONTHS, SEASON_NUMBERS
from coldgraph.dates.setting import season_may_stand
from coldgraph.dates.value import SEASONS, Date, DateError, month_end, month_start

AHEAD = 4  # how much farther a day ahead lies than a day behind
AGREEMENT = datetime.timedelta(days=31)  # how far from `near` a reading of 11.7.1964 may lie to agree with it


@dataclass(frozen=True, slots=True)
class Context:
    """What is known beside the words: a date that they are near to, the order of numbers, whether the words are all there is, and how many
    words such as 'about' and 'early' stand before."""

    near: Date | None = None
    order: str | None = None
    whole: bool = False
    depth: int = 0

    @property
    def year(self) -> int | None:
        """The year of `near`, if it lies in one."""
        if self.near is None or self.near.earliest.year != self.near.latest.year:
            return None
        return self.near.earliest.year

    @property
    def day(self) -> datetime.date | None:
        """The day of `near`, if it is one."""
        return self.near.earliest if self.near is not None and self.near.earliest == self.near.latest else None


def month_number(word: str) -> int:
    """1 for 'January', 'Jan.', 'JAN'; 0 for words in a case that months are not written in ('may', 'march', 'oct')."""
    name = word.rstrip(".").lower()
    if word[0].islower() and (name in ("may", "march") or name not in MONTHS):
        return 0
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def guess_year(month: int, day: int, context: Context, weekday: int | None = None) -> int | None:
    """The year in which a day without one lies, seen from `near`: the closest, a day ahead counting as four behind.

    So up to ten weeks ahead may be meant: documents tell more of what was than of what will be.

    A weekday, where the text names one, decides among the neighbouring years.
    """
    if context.near is None:
        return None
    there = context.near.latest
    years = [year for year in (there.year - 1, there.year, there.year + 1) if day <= month_end(year, month).day]
    if weekday is not None:
        years = [year for year in years if datetime.date(year, month, day).weekday() == weekday] or years
    return min(years, key=lambda year: _distance(datetime.date(year, month, day), context.near), default=None)


def _distance(day: datetime.date, near: Date | None) -> int:
    assert near is not None
    if near.contains(day):
        return 0
    return (near.earliest - day).days if day < near.earliest else AHEAD * (day - near.latest).days


def from_groups(match: re.Match[str], context: Context, weekday: int | None = None) -> Date | None:
    """The date of a match with the groups y1 m1 d1 and perhaps y2 m2 d2."""
    parts = match.groupdict()
    first, last = _ends(parts)
    if first is None or last is None:
        return None
    year = last[0] or first[0] or guess_year(last[1], last[2] or 1, context, weekday)
    if year is None:
        return None
    return span(_place(first[0] or year - (first[1:] > last[1:]), *first[1:]), _place(last[0] or year, *last[1:]))


def _ends(parts: dict[str, str | None]) -> tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]:
    month = parts.get("m1") or ""
    first = _numbers(parts.get("y1"), month, parts.get("d1"))
    if not parts.get("d2") and not parts.get("m2"):
        return first, first
    year = parts.get("y2") or (None if parts.get("m2") else parts.get("y1"))
    return first, _numbers(year, parts.get("m2") or month, parts.get("d2"))


def _numbers(year: str | None, month: str, day: str | None) -> tuple[int, int, int] | None:
    number = int(month) if month.isdecimal() else month_number(month)
    return (int(year or 0), number, int(day or 0)) if number else None


def _place(year: int, month: int, day: int) -> Date | None:
    try:
        return Date.day(year, month, day) if day else Date.month(year, month)
    except DateError:
        return None


def span(first: Date | None, last: Date | None) -> Date | None:
    """From one date to the other, or None where one is missing or they are the wrong way round."""
    if first is None or last is None:
        return None
    try:
        return Date.between(first, last)
    except DateError:
        return None


def apart(match: re.Match[str]) -> bool:
    """Whether two days joined by 'and' are no neighbours, so that they are two dates and no span."""
    parts, before = match.groupdict(), match.string[max(0, match.start() - 9) : match.start()]
    between = "between " in before.lower()
    return not between and bool(parts.get("and")) and int(parts["d2"]) != int(parts["d1"]) + 1


def numeric(match: re.Match[str], context: Context) -> Date | None:
    """31.12.1964, 10/14/50, 11.7.1964: with dots or hyphens the day comes first, with slashes the month, unless told otherwise.

    A two-digit year needs slashes, and lies in the twentieth century.
    """
    year, slashed = match["y1"], match["sep"] == "/"
    if len(year) == 2 and not slashed:
        return None
    full, a, b = int(year) + (1900 if len(year) == 2 else 0), int(match["a"]), int(match["b"])
    american, european = _place(full, a, b) if b else None, _place(full, b, a) if a else None
    order = context.order or ("mdy" if slashed else "dmy")
    readings = [american, european] if order == "mdy" else [european, american]
    possible = [reading for reading in readings if reading]
    return next((reading for reading in possible if _agrees(reading, possible, context)), possible[0] if possible else None)


def _agrees(reading: Date, possible: list[Date], context: Context) -> bool:
    near = context.near
    if near is None or context.order:
        return False
    close = [other for other in possible if near.earliest - AGREEMENT <= other.earliest <= near.latest + AGREEMENT]
    return close == [reading]


def years(match: re.Match[str]) -> Date | None:
    """'1965-66', '1950-1953': a span of years. A second number up to 12 that is no later year is a month, '1956-10'."""
    first, second = match["y1"], match["y2"]
    if len(second) == 4:
        return span(Date.year(int(first)), Date.year(int(second)))
    if int(second) > int(first[2:]):
        return span(Date.year(int(first)), Date.year(int(first[:2] + second)))
    return Date.month(int(first), int(second)) if 1 <= int(second) <= 12 else None


def season(match: re.Match[str], context: Context) -> Date | None:
    """'spring 1965', 'winter 1965-66'; without a year that of `near`."""
    number = SEASON_NUMBERS[match["season"].lower()]
    year = int(match["y1"] or 0) or context.year
    if year is None or not (match["y1"] or season_may_stand(match.string, match.start(), match.end())):
        return None
    if match["y2"] and number == 24:
        return span(Date.month(year, 12), Date.month(year + 1, 2))
    return None if match["y2"] else Date.from_edtf(f"{year}-{number}")


def about(date: Date) -> Date | None:
    """The date with EDTF's '~'."""
    return _marked(date, "~")


def perhaps(date: Date) -> Date | None:
    """The date with EDTF's '?'."""
    return _marked(date, "?")


def _marked(date: Date, mark: str) -> Date | None:
    if date.edtf[-1] in "~?%":
        return date
    return Date.from_edtf("/".join(part + mark for part in date.edtf.split("/")))


_PARTS = ("early", "mid", "late", "beginning", "end", "first half", "second half")
_DECADE = dict(zip(_PARTS, ((0, 3), (4, 6), (7, 9), (0, 1), (8, 9), (0, 4), (5, 9)), strict=True))
_YEAR = dict(zip(_PARTS, ((1, 4), (5, 8), (9, 12), (1, 2), (11, 12), (1, 6), (7, 12)), strict=True))
_MONTH = dict(zip(_PARTS, ((1, 10), (11, 20), (21, 31), (1, 7), (-7, 31), (1, 15), (16, 31)), strict=True))
_SEASON = {"early": 0, "beginning": 0, "mid": 1, "late": 2, "end": 2}
_SAME = {"middle": "mid", "start": "beginning", "close": "end"}


def narrow(date: Date, words: str) -> Date | None:
    """'early', 'mid', 'late', 'beginning of', 'end of', 'first half of' applied to a month, season, year or decade.

    early, mid and late are thirds; beginning and end are a week of a month, two months of a year, two years of a decade.
    """
    word = " ".join(words.lower().split())
    part = _SAME.get(word, word)
    year, month = date.earliest.year, date.earliest.month
    match date.precision:
        case "decade":
            return span(*(Date.year(year + offset) for offset in _DECADE[part]))
        case "year" if not date.approximate:
            return span(*(Date.month(year, number) for number in _YEAR[part]))
        case "month" if not date.approximate:
            first, end = _month_days(month_end(year, month).day, *_MONTH[part])
            return span(Date.day(year, month, first), Date.day(year, month, end))
        case "season" if part in _SEASON:
            return _third(int(date.edtf[5:7]), year, _SEASON[part])
    return None


def _month_days(length: int, first: int, last: int) -> tuple[int, int]:
    return (first if first > 0 else length + first + 1), min(last, length)


def _third(number: int, year: int, offset: int) -> Date | None:
    if number == 24:  # which end of the year is meant stays open
        return None
    start = month_start(year, SEASONS[number] + offset)
    return Date.month(start.year, start.month)
