"""The date expression that begins at one place of a text, whatever its form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from coldgraph.dates import build, parts
from coldgraph.dates.build import Context
from coldgraph.dates.relative import RELATIVE, relative, weekday_alone
from coldgraph.dates.setting import month_may_stand, year_may_stand
from coldgraph.dates.value import Date, DateError

DEEPEST = 2  # 'about the early 1960s'

Hit = tuple[int, Date] | None
Rule = Callable[[str, int, Context], Hit]


def at(text: str, start: int, context: Context) -> Hit:
    """The end and value of the longest-formed date expression beginning at ``start``, or None."""
    for rule in _rules(text, start):
        try:
            hit = rule(text, start, context)
        except DateError:  # the form is right, the calendar says no: try the next form
            continue
        if hit:
            return hit
    return None


def _rules(text: str, start: int) -> tuple[Rule, ...]:
    if text[start : start + 1].isdecimal():
        return _YEAR_RULES if text[start : start + 4].isdecimal() and len(text[start : start + 4]) == 4 else _DAY_RULES
    word = parts.WORD.match(text, start)
    return _WORD_RULES.get(word[0].lower(), ()) if word else ()


def _months(text: str, start: int, context: Context, weekday: int | None = None) -> Hit:
    for pattern in parts.MONTH_FIRST:
        match = pattern.match(text, start)
        if match and (hit := _month_hit(text, match, context, weekday)):
            return hit
    return None


def _month_hit(text: str, match: re.Match[str], context: Context, weekday: int | None) -> Hit:
    named = match.groupdict()
    alone = not named.get("d1") and not named["y1"] and not named.get("y2")
    if alone and not month_may_stand(text, match.start(), match.end(), match["m1"]):
        return None
    return _day_hit(match, context, weekday)


def _day_hit(match: re.Match[str], context: Context, weekday: int | None) -> Hit:
    if build.apart(match):
        return _first_only(match, context, weekday)
    date = build.from_groups(match, context, weekday)
    return (match.end(), date) if date else None


def _first_only(match: re.Match[str], context: Context, weekday: int | None) -> Hit:
    """Of 'March 3 and 10, 1966' the first day; the second has no month beside it."""
    month, day, year = build.month_number(match["m1"]), int(match["d1"]), match["y1"]
    if not month or match.start("m1") > match.start("d1"):
        return None
    known = int(year) if year else build.guess_year(month, day, context, weekday)
    return (match.start("and"), Date.day(known, month, day)) if known else None


def _days(text: str, start: int, context: Context, weekday: int | None = None) -> Hit:
    for pattern in parts.DAY_FIRST:
        match = pattern.match(text, start)
        if match and (hit := _day_hit(match, context, weekday)):
            return hit
    return None


def _simple(pattern: re.Pattern[str], make: Callable[[re.Match[str], Context], Date | None]) -> Rule:
    def rule(text: str, start: int, context: Context) -> Hit:
        match = pattern.match(text, start)
        date = make(match, context) if match else None
        return (match.end(), date) if match and date else None

    return rule


def _military(match: re.Match[str], context: Context) -> Date | None:
    month = build.month_number(match["m1"])
    return Date.day(1900 + int(match["short"]), month, int(match["d1"])) if month else None


def _roman(match: re.Match[str], context: Context) -> Date | None:
    month = parts.ROMAN.get(match["roman"])
    return Date.day(int(match["y1"]), month, int(match["d1"])) if month else None


def _ordinal(match: re.Match[str], context: Context) -> Date | None:
    day, month = parts.ORDINALS.get(match["word"].lower()), build.month_number(match["m1"])
    if not day or not month:
        return None
    year = int(match["y1"] or 0) or build.guess_year(month, day, context)
    return Date.day(year, month, day) if year else None


def _bare_year(text: str, start: int, context: Context) -> Hit:
    match = parts.YEAR.match(text, start)
    if match and (context.whole or year_may_stand(text, start, match.end())):
        return match.end(), Date.year(int(match["y1"]))
    return None


def _year_span(text: str, start: int, context: Context) -> Hit:
    match = parts.YEARS.match(text, start)
    date = build.years(match) if match else None
    if match and date and (context.whole or year_may_stand(text, start, match.end())):
        return match.end(), date
    return None


def _weekday(text: str, start: int, context: Context) -> Hit:
    match = parts.WEEKDAY.match(text, start)
    if not match:
        return None
    number, inner = parts.WEEKDAYS.index(match["weekday"].lower()), match.end()
    hit = _after_weekday(text, inner, context, number) if match["gap"] else None
    if hit and hit[1].precision in ("day", "interval"):
        return hit
    date = weekday_alone(number, context) if text.endswith(("on ", "On "), 0, start) else None
    return (match.end("weekday"), date) if date else None


def _after_weekday(text: str, start: int, context: Context, weekday: int) -> Hit:
    if text[start : start + 1].isdecimal():
        return _days(text, start, context, weekday)
    return _months(text, start, context, weekday) if _months in _rules(text, start) else None


def _before(pattern: re.Pattern[str], change: Callable[[Date, str], Date | None]) -> Rule:
    """A rule for words that stand before another expression and change its date."""

    def rule(text: str, start: int, context: Context) -> Hit:
        match = pattern.match(text, start)
        if not match or context.depth >= DEEPEST or not text[match.end() : match.end() + 1].isalnum():
            return None
        hit = at(text, match.end(), replace(context, depth=context.depth + 1))
        date = change(hit[1], match[0]) if hit else None
        return (hit[0], date) if hit and date else None

    return rule


def _narrowed(date: Date, words: str) -> Date | None:
    match = parts.QUALIFIER.match(words)
    return build.narrow(date, match["part"]) if match else None


_NUMBERS = (_simple(parts.NUMERIC, build.numeric), _simple(parts.ROMAN_MONTH, _roman))
_DAY_RULES: tuple[Rule, ...] = (_days, *_NUMBERS, _simple(parts.MILITARY, _military))
_YEAR_RULES: tuple[Rule, ...] = (
    _simple(parts.ISO, build.from_groups),
    _simple(parts.DECADE, lambda match, _: Date.from_edtf(f"{match['y1']}X")),
    _year_span,
    _bare_year,
)
_QUALIFIED = _before(parts.QUALIFIER, _narrowed)
_ABOUT = _before(parts.ABOUT, lambda date, _: build.about(date))
_PERHAPS = _before(parts.PERHAPS, lambda date, _: build.perhaps(date))
_THE = _before(parts.THE, lambda date, _: date if date.precision == "decade" or "/" in date.edtf else None)
_RELATIVE = _simple(RELATIVE, relative)

_WORD_RULES: dict[str, tuple[Rule, ...]] = {
    **dict.fromkeys(parts.ORDINALS, (_simple(parts.ORDINAL, _ordinal),)),
    **dict.fromkeys(("twenty", "thirty"), (_simple(parts.ORDINAL, _ordinal),)),
    **dict.fromkeys((*parts.MONTHS, *parts.SHORT_MONTHS), (_months,)),
    **dict.fromkeys(parts.WEEKDAYS, (_weekday,)),
    **dict.fromkeys(parts.SEASON_NUMBERS, (_simple(parts.SEASON, build.season),)),
    **dict.fromkeys(("early", "late", "mid", "middle", "end", "beginning", "start", "close"), (_QUALIFIED,)),
    "first": (_simple(parts.ORDINAL, _ordinal), _QUALIFIED),
    "second": (_simple(parts.ORDINAL, _ordinal), _QUALIFIED),
    **dict.fromkeys(("about", "around", "approximately", "circa", "ca", "c"), (_ABOUT,)),
    "perhaps": (_PERHAPS,),
    "the": (_RELATIVE, _THE),
    **dict.fromkeys(("last", "previous", "this", "current", "present", "next", "coming"), (_RELATIVE,)),
    **dict.fromkeys(("day", "yesterday", "today", "tomorrow"), (_RELATIVE,)),
}
