"""Footnotes at the end of a text: '[1] A delegation ...', or '1. Source: ... ↩' on saved pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coldgraph.read.lines import Line

_BRACKETED = re.compile(r"^\[(?P<n>\d{1,3}|\*+|[a-z])\][ \t]*(?=\S)")
_NUMBERED = re.compile(r"^(?P<n>\d{1,3}|\*)[.)]?[ \t]+(?=[A-Z“\"])")
_BACK = re.compile(r"[↩⤴]\ufe0e?\s*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number and the indices of its first line and of the line behind its last."""

    number: str
    first: int
    behind: int


def notes(found: Sequence[Line], start: int = 0) -> list[Note]:
    """The footnotes that close the lines, in order; [] where there are none.

    A line without a number between two notes goes with the note before it.
    """
    heads = [(n, m["n"]) for n in range(start, len(found)) if (m := _BRACKETED.match(found[n].text))]
    heads = _last_run(heads) or _saved(found, start)
    behind = [n for n, _ in heads[1:]] + [len(found)]
    return [Note(number, n, end) for (n, number), end in zip(heads, behind, strict=True)] if heads else []


def _last_run(heads: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The longest end of the list whose numbers go up, closely spaced."""
    run: list[tuple[int, str]] = []
    for n, number in reversed(heads):
        if run and not (_before(number, run[0][1]) and run[0][0] - n <= 8):
            break
        run.insert(0, (n, number))
    return run


def _before(one: str, other: str) -> bool:
    return int(one) < int(other) if one.isdigit() and other.isdigit() else True


def _saved(found: Sequence[Line], start: int) -> list[tuple[int, str]]:
    """Notes of a saved page: numbered lines from the source note on, or lines that end in an arrow back."""
    first = next((n for n in range(start, len(found)) if _is_source(found[n].text) or _BACK.search(found[n].text)), None)
    if first is None:
        return []
    heads = [(n, m["n"]) for n in range(first, len(found)) if (m := _NUMBERED.match(found[n].text))]
    if first + 1 < len(found) and first not in [n for n, _ in heads] and not _opens_notes(found[first : first + 2]):
        return []
    return heads or [(first, "")]


def _opens_notes(two: Sequence[Line]) -> bool:
    """Whether a line without a number begins the notes: one with an arrow back, or with a numbered note below it."""
    return bool(_BACK.search(two[0].text) or _NUMBERED.match(two[1].text))


def _is_source(line: str) -> bool:
    return re.match(r"^(?:\d{1,3}|\*)?[.)]?\s*Source: ?\S", line) is not None and len(line) > 30
