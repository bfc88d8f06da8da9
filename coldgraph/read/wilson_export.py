"""The Wilson Center's older pages and PDF exports: title, Citation, Summary, Contents, then the text, often in one line."""

from __future__ import annotations

import re

from coldgraph.dates import find, parse
from coldgraph.model import Segment, Voice
from coldgraph.read.dateline import is_place
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, split

_FRONT = re.compile(
    r"Citation:?\s{0,9}[“\"](?P<title>.{5,400}?),?[”\"],?\s{0,9}(?P<date>[^“\"]{4,40}?),\s{0,9}"
    r"(?P<archive>(?:Wilson Center|History and Public Policy Program)\b.{0,900}?)"
    r"(?P<url>https?://digitalarchive\.\s?wilsoncenter\.org/document/[\w-]{1,80})?"
    r"\s{0,9}(?:Summary:?\s{0,9}(?P<summary>.{0,2500}?)\s{0,9})?"
    r"(?:Credits:?\s{0,9}(?P<credits>.{0,600}?)\s{0,9})?"
    r"(?:Original Language:?\s{0,9}(?P<language>\S{1,30})\s{0,9})?"
    r"Contents:?\s{0,9}(?P<contents>(?:(?:[A-Z]\w{2,15}\s)?(?:Translation|Transcription|Transcript)"
    r"|Scan of Original Document|Original Scan|[-•\s]){1,8})",
    re.DOTALL,
)
_PROGRAM = re.compile(r"^(?:Wilson Center|History and Public Policy Program) Digital Archive, ?(?=\w)")
_NOTE = re.compile(r"\[(?P<n>\d{1,3})\] ?(?=\S)")
_TAIL = re.compile(r"Document Information|The History and Public Policy Program welcomes reuse")
_SOURCE = re.compile(r"Document Information\s+(?:Source:?\s+)?(?P<source>.{3,300}?)\s+(?:Rights\b|The History and Public Policy)")
_OPENING = re.compile(r"(?P<place>(?:(?:New|Hong|Phnom|Tel|San|Los|East|West|Camp|Bad|Kuala) )?[A-Z][\w’'-]{2,20}), ?$")
_SKIP = re.compile(r"\s*(?:Skip to content\s*)?", re.IGNORECASE)
_FRONT_LENGTH, _LONG_LINE = 8000, 2500


def export_page(text: str) -> Page | None:
    """Take an export with a citation block apart; None where there is none."""
    front = _FRONT.search(text[:_FRONT_LENGTH])
    if not front:
        return None
    told = {key: squeeze(front[name] or "") for key, name in (("archive", "archive"), ("description", "summary"), ("url", "url"))}
    told["archive"] = _PROGRAM.sub("", told["archive"])
    told["citation"] = squeeze(text[front.start("title") - 1 : front.end("archive")]).strip(" ,")
    painted = [Segment(0, front.end(), Voice.HEADER)]
    if front["summary"]:
        summary = Segment(front.start("summary"), front.end("summary"), Voice.ARCHIVE_DESCRIPTION)
        painted = [Segment(0, summary.start, Voice.HEADER), summary, Segment(summary.end, front.end(), Voice.BOILERPLATE)]
    head, body, more = rest_of(text, front.end())
    return Page(squeeze(front["title"]), head, body, (*painted, *more), parse(squeeze(front["date"])), told)


def is_flat(text: str) -> bool:
    """Whether most of a text stands in one line."""
    longest = max((len(line) for line in text[:200_000].split("\n")), default=0)
    return longest > _LONG_LINE and longest > len(text[:200_000]) // 2


def flat_page(text: str) -> Page:
    """A page without line ends: its date comes first, its title ends where the text's own date or first speaker begins."""
    skip = _SKIP.match(text)
    start = skip.end() if skip else 0
    tail = _TAIL.search(text)
    end = tail.start() if tail else len(text)
    page_date = next((f for f in find(text[: start + 60], start=start) if f.start - start < 3), None)
    begin = page_date.end if page_date else start
    behind = begin + _title_length(text[begin : begin + 400])
    painted = [Segment(0, start, Voice.BOILERPLATE), Segment(start, behind, Voice.HEADER), Segment(end, len(text), Voice.BOILERPLATE)]
    head, body, more = _flat_rest(text, behind, end)
    title = squeeze(text[begin:behind]).strip(" ,")
    source = _SOURCE.match(text, end)
    told = {"archive": squeeze(source["source"])} if source else {}
    return Page(title, head, body, (*(s for s in painted if s.start < s.end), *more), page_date.date if page_date else None, told)


def _title_length(text: str) -> int:
    """How much of a run of text is the title."""
    label = re.search(r"(?:(?<=[a-z0-9)]) )(?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w.’'-]+: ", text)
    ends = [label.start()] if label else []
    for one in find(text):
        place = _OPENING.search(text[: one.start])
        ends.append(place.start() if place else one.end)
        break
    return min(ends, default=min(len(text), 120))


def rest_of(text: str, start: int) -> tuple[tuple[Line, ...], tuple[Line, ...], list[Segment]]:
    """Header, body and paint of what follows the front of an export."""
    found = lines(text, start)
    return _flat_rest(text, start, len(text)) if is_flat(text) or len(found) == 1 else split(found, 0)


def _flat_rest(text: str, start: int, end: int) -> tuple[tuple[Line, ...], tuple[Line, ...], list[Segment]]:
    """A dateline at the beginning and notes at the end of a run of text."""
    notes = _flat_notes(text, start, end)
    behind = notes[0].start if notes else end
    opening = _opening(text, start)
    head = tuple(lines(text, start, opening)) if opening > start else ()
    painted = [Segment(line.start, line.end, Voice.HEADER) for line in head]
    return head, tuple(lines(text, opening, behind)), [*painted, *notes]


def _opening(text: str, start: int) -> int:
    """The end of a dateline that stands at ``start``; ``start`` where none does."""
    for one in find(text[: start + 120], start=start):
        before = text[start : one.start].strip(" ,\n")
        return one.end if not before or is_place(before) else start
    return start


def _flat_notes(text: str, start: int, end: int) -> list[Segment]:
    """Footnotes in a run of text: the last '[1]' that was called before, and what follows it in order."""
    found = list(_NOTE.finditer(text, start, end))
    first = max((n for n, m in enumerate(found) if m["n"] == "1"), default=0)
    closing = found[first:]
    if first == 0 or [int(m["n"]) for m in closing] != list(range(1, len(closing) + 1)):
        return []
    ends = [*(m.start() for m in closing[1:]), end]
    return [Segment(m.start(), stop, Voice.NOTE, m["n"]) for m, stop in zip(closing, ends, strict=True)]
