"""'yesterday', 'last year', 'next month', 'last June', 'on Tuesday': times told from the day of the document."""

from __future__ import annotations

import datetime
import re

from coldgraph.dates.build import Context, month_number, perhaps
from coldgraph.dates.parts import MONTHS, SEASON_NUMBERS, WEEKDAYS
from coldgraph.dates.value import Date, month_start

_SHIFTS = {"last": -1, "previous": -1, "this": 0, "current": 0, "present": 0, "next": 1, "coming": 1}
_NAMES = "|".join((*MONTHS, *WEEKDAYS, *SEASON_NUMBERS))
RELATIVE = re.compile(
    rf"(?:(?i:the\s)?(?P<shift>(?i:{'|'.join(_SHIFTS)}))\s{{1,2}}(?P<unit>(?i:year|month|week|{_NAMES}))(?![\w-])(?!\s{{1,2}}\d|['’]s))"
    r"|(?i:(?P<days>day\sbefore\syesterday|yesterday|today|tomorrow))(?!\w)"
)
_DAYS = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1}


def relative(match: re.Match[str], context: Context) -> Date | None:
    """The date that a match of RELATIVE means, seen from `context.near`; None where that is not exact enough."""
    if match["days"]:
        return _days_from(context.day, _DAYS[" ".join(match["days"].lower().split())])
    shift, unit = _SHIFTS[match["shift"].lower()], match["unit"]
    if unit.lower() in ("year", "month", "week"):
        return _UNITS[unit.lower()](shift, context)
    if unit.lower() in WEEKDAYS:
        return _weekday(WEEKDAYS.index(unit.lower()), shift, context.day)
    if unit.lower() in SEASON_NUMBERS:
        return _season(SEASON_NUMBERS[unit.lower()], shift, context)
    return _month(month_number(unit), shift, context)


def weekday_alone(number: int, context: Context) -> Date | None:
    """'on Tuesday': the last one before the document's day, marked as uncertain."""
    day = _weekday(number, -1, context.day)
    return perhaps(day) if day else None


def _days_from(day: datetime.date | None, shift: int) -> Date | None:
    return Date.of(day + datetime.timedelta(days=shift)) if day else None


def _year(shift: int, context: Context) -> Date | None:
    return Date.year(context.year + shift) if context.year else None


def _this_month(shift: int, context: Context) -> Date | None:
    near = context.near
    if near is None or (near.earliest.year, near.earliest.month) != (near.latest.year, near.latest.month):
        return None
    start = month_start(near.earliest.year, near.earliest.month + shift)
    return Date.month(start.year, start.month)


def _week(shift: int, context: Context) -> Date | None:
    if context.day is None:
        return None
    monday = context.day + datetime.timedelta(days=7 * shift - context.day.weekday())
    return Date.between(Date.of(monday), Date.of(monday + datetime.timedelta(days=6)))


_UNITS = {"year": _year, "month": _this_month, "week": _week}


def _weekday(number: int, shift: int, day: datetime.date | None) -> Date | None:
    if day is None:
        return None
    ahead = (number - day.weekday()) % 7
    if shift < 0 or (shift > 0 and ahead == 0):
        ahead -= 7 * (shift if shift > 0 else 1)
        ahead = ahead if shift < 0 else 7
    return Date.of(day + datetime.timedelta(days=ahead))


def _month(number: int, shift: int, context: Context) -> Date | None:
    """The last, this or next month of that name; 'last March' in March is that of the year before."""
    here = _this_month(0, context)
    if here is None or not number:
        return None
    year, month = here.earliest.year, here.earliest.month
    if shift < 0:
        year -= number >= month
    elif shift > 0:
        year += number <= month
    return Date.month(year, number)


def _season(number: int, shift: int, context: Context) -> Date | None:
    here = _this_month(0, context)
    if here is None or number == 24:
        return None
    year = here.earliest.year
    season = Date.from_edtf(f"{year}-{number}")
    if shift < 0 and season.latest >= here.earliest:
        year -= 1
    elif shift > 0 and season.earliest <= here.latest:
        year += 1
    return Date.from_edtf(f"{year}-{number}")
