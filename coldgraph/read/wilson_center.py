"""A page of the Wilson Center Digital Archive as text, from any of its layouts but the flattened one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coldgraph.dates import Date, parse
from coldgraph.model import Segment, Voice
from coldgraph.read.dateline import dateline
from coldgraph.read.header import header_end
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, paint, split
from coldgraph.read.wilson_front import FURNITURE, below_title, is_summary, may_describe
from coldgraph.read.wilson_labels import information

_TAIL = re.compile(r"^(?:document information|the history and public policy program welcomes reuse\b.*)$", re.IGNORECASE)
_SIGNS = re.compile(
    r"document information|digital archive|wilson ?center|history and public policy program|CWIHP"
    r"|cold war international history project|record id|get citation",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\bcookies\b|\bprivacy policy\b|\bnewsletter\b", re.IGNORECASE)
_SHORT = 30
_TOP, _MENU = 14, 60  # lines in which the page's date stands, at most; and where a menu was copied before it


def is_wilson(text: str) -> bool:
    """Whether a text shows at least two different signs of a Wilson Center page, or its first line."""
    head, tail = text[:3000], text[-5000:]
    signs = {m[0].lower() for m in _SIGNS.finditer(head + "\n" + tail)}
    return len(signs) >= 2 or (head.lstrip().lower().startswith("skip to content") and bool(signs))


def wilson_page(text: str) -> Page:
    """Take a page apart: furniture, page date, title, description, header, body, notes and what the archive tells."""
    found = lines(text)
    stop = next((n for n, line in enumerate(found) if _TAIL.match(line.text)), len(found))
    top, title, page_date = _top(found[:stop])
    first, front, told = below_title(found[:stop], title) if title >= 0 else (0, [], {})
    end, about = _about(found, first, stop)
    head, body, painted = split(found[:end], first)
    painted += [*_top_paint(found, top, title), *front, *about, *paint(found[stop:], Voice.BOILERPLATE)]
    told |= information(found[stop:])
    told["description"] = _described(text, painted) or told.pop("summary", "")
    return Page(squeeze(found[title].text) if title >= 0 and found else "", head, body, tuple(painted), page_date, told)


def _top(found: Sequence[Line]) -> tuple[int, int, Date | None]:
    """Indices of the page's date (-1: none) and title, and the date itself."""
    for n, line in enumerate(found[:_MENU]):
        told, date = _page_date(line.text)
        if told and n + 1 < len(found):
            return n, n + 1, date
        if n >= _TOP and _is_text(line.text) and not _NOTICE.search(line.text):
            break
    first = next((n for n, line in enumerate(found) if not FURNITURE.match(line.text)), -1)
    return -1, first, None


def _page_date(line: str) -> tuple[bool, Date | None]:
    """Whether a line is the page's date, and the date: a day, a month, a year alone, or 'Undated'."""
    said = dateline(line)
    date = said.date if said else parse(line) if len(line) < _SHORT else None
    return (date is not None and not (said and said.place)) or line.strip("[]. ").lower() == "undated", date


def _top_paint(found: Sequence[Line], dated: int, title: int) -> list[Segment]:
    """Furniture, description before the date, the date and the title."""
    out: list[Segment] = []
    for n, line in enumerate(found[: title + 1]):
        told = _is_text(line.text) and not FURNITURE.match(line.text) and not _NOTICE.search(line.text)
        voice = Voice.HEADER if n in (dated, title) else Voice.ARCHIVE_DESCRIPTION if told else Voice.BOILERPLATE
        out.append(Segment(line.start, line.end, voice))
    return out


def _is_text(line: str) -> bool:
    """Whether a line reads as a sentence rather than as an entry of a menu."""
    return len(line.split()) > 3 and line[-1] in ".?!'\"”’)"


def _about(found: Sequence[Line], first: int, stop: int) -> tuple[int, list[Segment]]:
    """Where the text ends, and the archivist's description between it and the tail; a text of one paragraph is no description."""
    last = stop - 1
    if last > first + header_end(found[first:last]) and stop < len(found) and _is_description(found, last):
        return last, paint(found[last:stop], Voice.ARCHIVE_DESCRIPTION)
    return stop, []


def _is_description(found: Sequence[Line], n: int) -> bool:
    """Whether a line is a description: behind the footnotes, or a short impersonal paragraph that says what is discussed."""
    after_notes = re.match(r"^\[\d{1,3}\] ", found[n - 1].text) is not None
    return may_describe(found[n].text) and (after_notes or is_summary(found[n].text))


def _described(text: str, painted: Sequence[Segment]) -> str:
    return squeeze(" ".join(text[s.start : s.end] for s in painted if s.voice is Voice.ARCHIVE_DESCRIPTION))
