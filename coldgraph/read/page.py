"""A page of text taken apart: title, header, body, notes and what the archive added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coldgraph.dates import Date
from coldgraph.model import Segment, Voice
from coldgraph.read.header import header_end
from coldgraph.read.lines import Line
from coldgraph.read.notes import Note, notes


@dataclass(frozen=True, slots=True)
class Page:
    """What a page's layout tells. ``head`` are the header's lines behind the title, ``body`` those behind the header."""

    title: str
    head: tuple[Line, ...]
    body: tuple[Line, ...]
    painted: tuple[Segment, ...]
    page_date: Date | None = None
    told: dict[str, str] = field(default_factory=dict)


def split(found: Sequence[Line], first: int) -> tuple[tuple[Line, ...], tuple[Line, ...], list[Segment]]:
    """Header lines, body lines and the paint of header and notes, of the lines behind the title."""
    closing = notes(found, first)
    behind = closing[0].first if closing else len(found)
    end = first + header_end(found[first:behind])
    painted = [Segment(line.start, line.end, Voice.HEADER) for line in found[first:end]]
    painted += [_note_segment(found, note) for note in closing]
    return tuple(found[first:end]), tuple(found[end:behind]), painted


def _note_segment(found: Sequence[Line], note: Note) -> Segment:
    return Segment(found[note.first].start, found[note.behind - 1].end, Voice.NOTE, note.number)


def paint(found: Sequence[Line], voice: Voice) -> list[Segment]:
    """One segment over consecutive lines."""
    return [Segment(found[0].start, found[-1].end, voice)] if found else []
