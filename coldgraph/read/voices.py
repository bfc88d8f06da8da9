"""Spans in a voice -> segments that cover the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from coldgraph.model import Segment, Voice

_BRACKET = re.compile(r"\[[^\[\]\n]{1,400}\]")


def cover(text: str, painted: Iterable[Segment]) -> tuple[Segment, ...]:
    """Sorted, non-overlapping segments over the whole text; what nobody painted is body, blanks go with what precedes them.

    Where paint overlaps, the segment that begins first keeps its length.

    >>> [(s.start, s.end, str(s.voice)) for s in cover("a title b", [Segment(2, 7, Voice.HEADER)])]
    [(0, 2, 'Body'), (2, 7, 'Header'), (7, 9, 'Body')]
    """
    out: list[Segment] = []
    at = 0
    for one in sorted(painted, key=lambda s: (s.start, -s.end)):
        start, end = max(one.start, at), min(one.end, len(text))
        if start >= end:
            continue
        start = _fill(text, out, at, start)
        out.append(Segment(start, end, one.voice, one.note))
        at = end
    _fill(text, out, at, len(text))
    return tuple(_joined(out))


def _fill(text: str, out: list[Segment], at: int, start: int) -> int:
    """Put body into the gap at..start, or give a blank gap to a neighbour; returns where the next segment begins."""
    if at == start:
        return start
    if text[at:start].strip():
        out.append(Segment(at, start, Voice.BODY))
    elif out:
        out[-1] = replace(out[-1], end=start)
    else:
        return at
    return start


def _joined(segments: Sequence[Segment]) -> list[Segment]:
    out: list[Segment] = []
    for one in segments:
        last = out[-1] if out else None
        if last and last.voice == one.voice and last.note == one.note:
            out[-1] = Segment(last.start, one.end, one.voice, one.note)
        else:
            out.append(one)
    return out


def insertions(text: str, painted: Sequence[Segment]) -> list[Segment]:
    """What stands in square brackets in the body: the editor's words, a note's call, a gap."""
    taken = cover(text, painted)
    found: list[Segment] = []
    for part in taken:
        if part.voice is Voice.BODY:
            found.extend(Segment(m.start(), m.end(), Voice.EDITOR_INSERTION) for m in _BRACKET.finditer(text, part.start, part.end))
    return found
