"""Reading dates: one whole expression, or all in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coldgraph.dates import parts
from coldgraph.dates.build import Context, span
from coldgraph.dates.expressions import at
from coldgraph.dates.value import Date, DateError

_DASHES = str.maketrans({"–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u2009": " ", "\u202f": " "})
_MISREAD_YEAR = re.compile(r"\b[lI](?=9\d\d\b)")
_LEADING = re.compile(r"^(?i:the|on|in)\s{1,3}")
_OTHER_NUMBER = re.compile(r"(?!1[89]|20)\d{4}")  # a telegram's number, not a year
_LOOK_BACK = 48  # characters before `start` that decide whether a bare year is one


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression in a text: text[start:end], and what it means."""

    start: int
    end: int
    date: Date


def parse(words: str, order: str | None = None, near: Date | None = None) -> Date | None:
    """The date that an expression as a whole means, or None. A time of day behind it is passed over.

    ``order`` settles numbers such as 11.7.1964: 'mdy' or 'dmy'. Without it the reading that agrees with
    ``near`` is taken, else day first with dots and month first with slashes. ``near`` also lends its
    year to a date that has none.

    >>> parse("October 25, 1971, 10:21-11:00 a.m."), parse("31.X 1962"), parse("11.7.1964", order="mdy")
    (Date('1971-10-25'), Date('1962-10-31'), Date('1964-11-07'))
    """
    if order not in (None, "mdy", "dmy"):
        raise DateError(f"order {order!r} is unknown", advice="use 'mdy' or 'dmy'")
    text = _LEADING.sub("", _cleaned(words.replace("[?]", "")).strip(" \t\r\n[]().,;"))
    if not text or not text[0].isalnum() or _OTHER_NUMBER.fullmatch(text):
        return None
    context = Context(near, order, whole=True)
    return _edtf(text) or _whole(text, context) or _joined(text, context)


def _edtf(text: str) -> Date | None:
    if not text[:2].isdecimal():
        return None
    try:
        return Date.from_edtf(text)
    except DateError:
        return None


def _whole(text: str, context: Context) -> Date | None:
    hit = at(text, 0, context)
    if hit is None:
        return None
    tail = parts.TIME_OF_DAY if hit[1].latest == hit[1].earliest or "/" in hit[1].edtf else parts.AT_END
    return hit[1] if tail.fullmatch(text, hit[0]) else None


def _joined(text: str, context: Context) -> Date | None:
    first, joint, last = text.partition(" to ")
    return span(_whole(first, context), _whole(last, context)) if joint and first and last else None


def find(text: str, near: Date | None = None, start: int = 0, end: int | None = None, order: str | None = None) -> Iterator[Found]:
    """All dates in text[start:end], from left to right, never overlapping; offsets are those of ``text``.

    Dates without a year, and 'yesterday', 'last year', 'on Tuesday', are resolved by ``near``, the date
    of the document, and skipped without it. A bare year needs a word that makes it one ('in 1956').
    """
    base = max(0, start - _LOOK_BACK)
    stretch = _cleaned(text[base:end])
    context, place = Context(near, order), start - base
    while match := parts.START.search(stretch, place):
        hit = at(stretch, match.start(), context)
        if hit:
            yield Found(base + match.start(), base + _trimmed(stretch, match.start(), hit[0]), hit[1])
        place = hit[0] if hit else match.end()


def _cleaned(text: str) -> str:
    """The text with plain dashes, spaces and '1966' for 'l966', every character at its old place."""
    return _MISREAD_YEAR.sub("1", text.translate(_DASHES))


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip(" \n\t,-["))
