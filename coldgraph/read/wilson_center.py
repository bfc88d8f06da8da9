"""A page of the Wilson Center Digital Archive as text, from any of its layouts but the flattened one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coldgraph.dates import Date
from coldgraph.model import Segment, Voice
from coldgraph.read.dateline import dateline
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, paint, split
from coldgraph.read.wilson_labels import information

_FURNITURE = re.compile(
    r"^(?:skip to (?:main )?content|digital archive(?: international history declassified)?"
    r"|international history declassified|(?:https?://)?(?:www\.)?digitalarchive\.wilsoncenter\.org\S*"
    r"|get citation|share|print|download|search(?: in)?|menu|home|documents?|cite this document|view document|close"
    r"|english(?: translation)?|original scan|pdf|html|translation|transcript"
    r"|this document was made possible with support from.*|wilson center|show (?:more|less)|related (?:content|documents)"
    r"|contents?:|credits:|back to (?:top|results))$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^(?:document information|the history and public policy program welcomes reuse\b.*)$", re.IGNORECASE)
_SIGNS = re.compile(
    r"document information|digital archive|wilson ?center|history and public policy program|CWIHP"
    r"|cold war international history project|record id|get citation",
    re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\b(?:discuss|describe|report|explain|inform|ask|caution|express|summari[sz]e|detail|outline|recount|relate|state"
    r"|note|cover|give|criticiz|complain|warn|argue|mention"
    r"|provide|tell|record|present|respond|review|include|address|recommend|urge|thank|request|agree|concern|focus|touch"
    r"|stress|condemn|praise|talk|say|claim|meet|reject"
    r"|comment|emphasi[sz]e|suggest|propose|analy[sz]e|conclude|refer|call|answer|react|make|share|offer|list|deny|denie"
    r"|repeat|remark|congratulate|announce|examine|assess)(?:e?s|es|ed)?\b"
)
_PERSONAL = re.compile(r"\b(?:I|me|my|we|our|us|you|your)\b")
_ENTRIES = re.compile(
    r"^(?P<label>citation|summary|credits|original language|contents|description)\s*:?\s*(?P<value>.*)$",
    re.IGNORECASE,
)


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
    stop, about = _about(found, title, stop)
    head, body, painted = split(found[:stop], title + 1)
    painted += _top_paint(found, top, title) + about + paint(found[_tail_at(found, stop, about) :], Voice.BOILERPLATE)
    told = information(found[_tail_at(found, stop, about) :])
    told["description"] = _described(text, [*painted])
    name = squeeze(found[title].text) if title >= 0 and found else ""
    return Page(name, head, body, tuple(painted), page_date, told)


def _top(found: Sequence[Line]) -> tuple[int, int, Date | None]:
    """Indices of the page's date (-1: none) and title, and the date itself."""
    for n, line in enumerate(found[:14]):
        said = dateline(line.text)
        if said and said.date and not said.place and n + 1 < len(found):
            return n, n + 1, said.date
    first = next((n for n, line in enumerate(found) if not _FURNITURE.match(line.text)), -1)
    return -1, first, None


def _top_paint(found: Sequence[Line], dated: int, title: int) -> list[Segment]:
    """Furniture, description before the date, the date and the title."""
    out: list[Segment] = []
    for n, line in enumerate(found[: title + 1]):
        voice = Voice.HEADER if n in (dated, title) else Voice.BOILERPLATE if _FURNITURE.match(line.text) else Voice.ARCHIVE_DESCRIPTION
        out.append(Segment(line.start, line.end, voice))
    return out


def _about(found: Sequence[Line], title: int, stop: int) -> tuple[int, list[Segment]]:
    """Where the text ends, and the archivist's description between it and the tail (or behind the title)."""
    last = stop - 1
    if last > title + 1 and stop < len(found) and _is_summary(found, last):
        return last, paint(found[last:stop], Voice.ARCHIVE_DESCRIPTION)
    return stop, []


def _is_summary(found: Sequence[Line], n: int) -> bool:
    """Whether a line is a description: behind the footnotes, or a short impersonal paragraph that says what is discussed."""
    line = found[n].text
    if line.startswith("[") or re.match(r"^[^:]{1,40}: ", line) or len(line) > 1500:
        return False
    after_notes = re.match(r"^\[\d{1,3}\] ", found[n - 1].text) is not None
    return after_notes or (bool(_SUMMARY.search(line)) and not _PERSONAL.search(line) and line[-1] in ".'\"”’" and len(line.split()) > 4)


def _tail_at(found: Sequence[Line], stop: int, about: Sequence[Segment]) -> int:
    return stop + 1 if about and stop < len(found) else stop


def _described(text: str, painted: Sequence[Segment]) -> str:
    return squeeze(" ".join(text[s.start : s.end] for s in painted if s.voice is Voice.ARCHIVE_DESCRIPTION))
