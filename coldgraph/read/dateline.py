"""Lines that say where and when: 'Beijing, 23 March 1966', 'Washington, undated.', 'PLACE: Guest House, Peking'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coldgraph.dates import Date, find

_NOT_A_PLACE = re.compile(
    r"\b(undated|declassified|january|february|march|april|may|june|july|august|september|october|november|december|(mon|tues|wednes"
    r"|thurs|fri|satur|sun)day"
    r"|secret|confidential|memorandum|telegram|letter|date|dated|received|sent|translated|translation|subject"
    r"|conversation|meeting|minutes|record"
    r"|report|copy|no|number|not declassified|early|late|mid|about|circa|morning|evening|afternoon|the)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[A-Z][\w'’.\-]*(?:[ ,]+(?:(?:of|the|de|am|an|der|la|le|and|in|on|do|upon|City)\b|[A-Z&][\w'’.\-]*)){0,7}")
_UNDATED = re.compile(r"\b(undated|no date|not dated|n\.d\.)", re.IGNORECASE)
_GAP = r"[\s.,;:()\[\]–—-]*"
_TIMES = (
    r"(?:at|about|from|noon|midnight|morning|evening|night|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|a\.? ?m\.?|p\.? ?m\.?|and|to|until|hours|hrs|o.clock"
    r"|\d{1,4}(?:[:.]\d\d)?Z?|[A-Z]{2,5}|local time|Washington time|Moscow time)"
)
_AFTER = re.compile(rf"{_GAP}(?:{_TIMES}{_GAP}){{0,12}}")
_CLOCK = re.compile(rf"[ ,;]+\d{{1,2}}[:.]?\d{{0,2}}(?=\D){_GAP}(?:{_TIMES}{_GAP}){{0,8}}$")
_LABELS = re.compile(
    r"^(?P<label>(?:general )?(?:place|location|venue|site)|dates?(?: ?(?:&|and|/) ?time)?"
    r"|date of (?:the )?(?:meeting|conversation|talk)|time(?: ?(?:&|and|/) ?(?:date|place))?"
    r"|date,? (?:time,? )?and place|time,? (?:date,? )?and place)\s*[:;]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_YEAR_STUCK = re.compile(r"(?<=\b1[89]\d\d)([,.])(?=\d)")
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_DAY_AND_MONTH = re.compile(rf"\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})\b(?!\d)", re.IGNORECASE)
_SHORT, _SOME_DAY = 60, Date.day(1960, 1, 1)
_NUMERIC = re.compile(r"\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_NO_PLACE_BEGINS = re.compile(r"(?:on|in|at|from|by|since|until|till|before|after|to|dear|of|and)\b", re.IGNORECASE)
_ABOARD = re.compile(r"(?:aboard|on board)(?: the)? |en route(?: to )?", re.IGNORECASE)
_DISTRICT = re.compile(r",? D\. ?C\.?(?=$|,)")
_WITHHELD = re.compile(r"^\[(?P<inner>[^\[\]]{0,60})\][ ,.]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a line says: ``date`` (None for 'undated'), ``place`` as worded ('' where it names none)."""

    date: Date | None
    place: str = ""


def dateline(line: str, near: Date | None = None, limit: int = 140) -> Dateline | None:
    """Read a line that holds nothing but a place, a date and a time of day; None for any other line.

    ``near`` (the page's date) settles 11.7.1964 and lends its year to a day without one, which else has no date.

    >>> dateline("Beijing,October 25, 1971, 10:21-11:00 a.m.")
    Dateline(date=Date('1971-10-25'), place='Beijing')
    >>> dateline("On October 25, 1971 he left.") is None
    True
    """
    if len(line) > limit:
        return None
    line = _bare(_YEAR_STUCK.sub(r"\1 ", line))
    undated = _UNDATED.search(line)
    if undated and not line[undated.end() :].strip(" .,)]"):
        return _undated(line[: undated.start()])
    return _dated(line, near if _NUMERIC.search(line) else None) or _yearless(line, near)


def _bare(line: str) -> str:
    """Without what the editors put into brackets, unless it is the place: '[Washington,] May 3' -> 'Washington, May 3'."""
    match = _WITHHELD.match(line)
    if not match:
        return line
    inner = match["inner"].strip(" ,.")
    return f"{inner}, {line[match.end() :]}" if is_place(inner) else line[match.end() :]


def _undated(before: str) -> Dateline | None:
    words = before.strip(" ,.([")
    if not words:
        return Dateline(None)
    return Dateline(None, words) if is_place(words) else None


def _yearless(line: str, near: Date | None) -> Dateline | None:
    """'3 August, 3:30 p.m.': the year is that of the page, where one is known."""
    if len(line) > _SHORT or not _DAY_AND_MONTH.search(line):
        return None
    said = _dated(line, near or _SOME_DAY)
    if said is None or not line.startswith(said.place):
        return None
    return said if near else Dateline(None, said.place)


def _dated(line: str, near: Date | None = None) -> Dateline | None:
    found = list(find(line, near=near))
    if not found or found[0].date.precision in ("decade", "century"):
        return None
    first = found[0]
    before, after = _point(line[: first.start].strip(" ,.([")), line[first.end :]
    rest = _AFTER.match(after)
    tail = _CLOCK.sub("", after[rest.end() if rest else 0 :]).strip(" ,.)]")
    if before and not is_place(before):
        return None
    if tail and (before or not is_place(tail)):
        return None
    return Dateline(first.date, before or tail)


def _point(place: str) -> str:
    """'Washington, D.C' with the point that belongs to it."""
    return f"{place}." if re.search(r"\b[A-Z]\.[A-Z]$", place) else place


def is_place(words: str) -> bool:
    """Whether words have the shape of a place's name: a few capitalised words, no date and no document's title."""
    if len(words) > 70 or _NO_PLACE_BEGINS.match(words):
        return False
    if aboard := _ABOARD.match(words):
        words = words[aboard.end() :] or "Sea"
    return _PLACE.fullmatch(words) is not None and not _NOT_A_PLACE.search(words)


def labelled(line: str, below: str = "") -> tuple[str, str] | None:
    """'PLACE: Guest House' -> ('place', 'Guest House'); None for other lines. Labels come back in lower case.

    A label that fills its line ('DATE AND PLACE', 'Place:') has its value in the line ``below``.

    >>> labelled("DATE & TIME: October 25, 1971, 10:12 a.m.")
    ('date & time', 'October 25, 1971, 10:12 a.m.')
    """
    match = _LABELS.match(line) or _LABELS.match(f"{line}:")
    return (match["label"].lower(), match["value"].strip() or below.strip()) if match else None


def first_date(words: str, near: Date | None = None) -> Date | None:
    """The first date in a text that names at least a year."""
    return next((f.date for f in find(words, near=near)), None)


def town(words: str) -> str:
    """The last part of an address: 'Government Guest House, Peking' -> 'Peking'."""
    parts = [p.strip(" .") for p in _DISTRICT.sub("", words).split(",") if p.strip(" .")]
    named = [p for p in parts if is_place(p)]
    return named[-1] if named else ""
