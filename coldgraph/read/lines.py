"""Lines of a text with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its stripped words and where they stand."""

    start: int
    end: int
    text: str


def lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines that hold more than white space, in order.

    >>> lines("a\\n\\n  b ")
    [Line(start=0, end=1, text='a'), Line(start=5, end=6, text='b')]
    """
    found = (_stripped(text, m.start(), m.end()) for m in _LINE.finditer(text, start, len(text) if end is None else end))
    return [line for line in found if line is not None]


def _stripped(text: str, start: int, end: int) -> Line | None:
    words = text[start:end]
    bare = words.strip()
    if not bare:
        return None
    first = start + len(words) - len(words.lstrip())
    return Line(first, first + len(bare), bare)


def squeeze(text: str) -> str:
    """White space folded to single blanks."""
    return " ".join(text.split())


def within(found: Iterable[Line], start: int, end: int) -> list[Line]:
    return [line for line in found if start <= line.start < end]
