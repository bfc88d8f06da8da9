"""Plain text without an archive's page around it."""

from __future__ import annotations

from collections.abc import Sequence

from coldgraph.model import Voice
from coldgraph.read.header import is_header, is_sentence
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, paint, split

_TITLE_WITHIN = 8


def plain_page(text: str) -> Page:
    """Title (the first line that is neither a header line nor a sentence), header, body and closing notes."""
    found = lines(text)
    n = title_at(found)
    first = 0 if n is None else n + 1
    head, body, painted = split(found, first)
    titled = paint(found[:first], Voice.HEADER)
    title = "" if n is None else squeeze(found[n].text).rstrip(" :")
    return Page(title, (*found[: max(first - 1, 0)], *head), body, (*titled, *painted))


def title_at(found: Sequence[Line]) -> int | None:
    """The index of the title; None where running text begins first."""
    for n, line in enumerate(found[:_TITLE_WITHIN]):
        if is_header(line.text):
            continue
        return None if len(line.text) > 300 or is_sentence(line.text) or line.text.endswith(":") else n
    return None
