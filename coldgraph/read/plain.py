"""Plain text without an archive's page around it."""

from __future__ import annotations

from collections.abc import Sequence

from coldgraph.dates import Date
from coldgraph.model import Voice
from coldgraph.read.dateline import dateline
from coldgraph.read.header import is_header, is_sentence
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, paint, split

_TITLE_WITHIN = 8


def plain_page(text: str) -> Page:
    """Title (the first line that is neither a header line nor a sentence), header, body and closing notes."""
    found = lines(text)
    n = title_at(found)
    first = 0 if n is None else behind_title(found, n)
    head, body, painted = split(found, first)
    titled = paint(found[:first], Voice.HEADER)
    title = "" if n is None else squeeze(found[n].text).rstrip(" :")
    dated = _page_date(found[: n or 0])
    above = found[1 if dated else 0 : n or 0]
    return Page(title, (*above, *head), body, (*titled, *painted), dated)


def behind_title(found: Sequence[Line], n: int) -> int:
    """The index of the line behind the title, and behind the same title given again."""
    again = [line.text.rstrip(" :.").casefold() for line in found[n : n + 3]]
    return n + next((m for m in range(1, len(again)) if again[m] != again[0]), len(again))


def _page_date(above: Sequence[Line]) -> Date | None:
    """A day alone in the first line, above the title, is that of a page: it may be the day of the writing only."""
    said = dateline(above[0].text) if above else None
    return said.date if said and not said.place else None


def title_at(found: Sequence[Line]) -> int | None:
    """The index of the title; None where running text begins first."""
    for n, line in enumerate(found[:_TITLE_WITHIN]):
        if is_header(line.text):
            continue
        return None if len(line.text) > 300 or is_sentence(line.text) or line.text.endswith(":") else n
    return None
