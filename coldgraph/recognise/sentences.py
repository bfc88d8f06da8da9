"""Sentences of a text, never across a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coldgraph.model import Span

_END = re.compile(r"[.!?][\"”’')\]]*(?:\[\d{1,3}\])*(?=\s)")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Messrs|Dr|Gen|Lt|Col|Maj|Capt|Cdr|Adm|Sen|Rep|Amb|Sec|St|Jr|Sr|Prof|No|Nos|vs|cf|pp?|vol|ff|Cde|Com|Gov|Dept|Embtel|Deptel|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|a\.m|p\.m|i\.e|e\.g|U\.S|U\.S\.S\.R|U\.K|U\.N)|\b[A-Z])\.$"
)
_NUMBERED = re.compile(r"(?:^|\s)\(?(?:\d{1,5}|[a-zA-Z]|[ivx]{1,4})[.)]$")
_NEXT_OPENS = re.compile(r"\s+[\"“‘'(\[—–-]?\s?[A-Z0-9…\[\"“]")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Spans of the sentences between two offsets, blanks at both ends left out."""
    for paragraph in _PARAGRAPH.finditer(text, start, len(text) if end is None else end):
        yield from _split(text, paragraph.start(), paragraph.end())


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _END.finditer(text, start, end):
        if _closes(text, begin, match, end):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, end)


def _closes(text: str, begin: int, match: re.Match[str], end: int) -> bool:
    if match.group()[0] != ".":
        return bool(_NEXT_OPENS.match(text, match.end(), end)) or not text[match.end() : end].strip()
    head = text[max(begin, match.start() - 12) : match.start() + 1]
    if _ABBREVIATION.search(head) or (_NUMBERED.search(head) and match.start() - begin < 8):
        return _after_abbreviation(text, head, match, end)
    return bool(_NEXT_OPENS.match(text, match.end(), end)) or not text[match.end() : end].strip()


def _after_abbreviation(text: str, head: str, match: re.Match[str], end: int) -> bool:
    """'... with the U.S. We ...' closes; 'Mr. Smith' and 'U.S. Government' do not."""
    opener = re.compile(r"\s+(?:The|We|I|He|She|It|They|This|That|These|But|However|In|If|You|Our|There|On|At|As|And|His|Its)\b")
    return bool(re.search(r"(?:U\.S|U\.S\.S\.R|U\.K|U\.N|[ap]\.m|Jr)\.$", head)) and bool(opener.match(text, match.end(), end))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
