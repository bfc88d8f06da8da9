"""What a Wilson Center page puts between its title and the text: buttons, tabs, credits, and the archivist's description."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coldgraph.model import Segment, Voice
from coldgraph.read.header import is_header
from coldgraph.read.lines import Line, squeeze
from coldgraph.read.plain import behind_title

FURNITURE = re.compile(
    r"^(?:skip to (?:main )?content|digital archive(?: international history declassified)?"
    r"|international history declassified|(?:https?://)?(?:www\.)?digitalarchive\.wilsoncenter\.org\S*"
    r"|(?:get )?citation|share|print|download|search(?: in)?|menu|home|documents?|tools|cite this document|view document|close"
    r"|english(?: translation)?|(?:view )?(?:original )?scans?(?: of original document)?|pdf|html|translation|transcript"
    r"|this document was made possible with support from.*|wilson center|show (?:more|less)|related (?:content|documents)"
    r"|contents?:|credits:?|back to (?:top|results))$",
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
_CITE = re.compile(r"^(?:(?:get )?citation|(?:document )?(?:summary|description):?)$", re.IGNORECASE)
_LABEL = re.compile(r"^(?:document )?(?:summary|description)\s*(?::\s*(?P<value>.*))?$", re.IGNORECASE)
_SPEECH = re.compile(r"^[^:]{1,40}: ")
_SENTENCE = re.compile(r"(?<=[.”\"’'])\s+(?=[A-Z“\"])")
_ARCHIVE = re.compile(
    r"\b(?:archives?|arkhiv|fonds?|f\. ?\d|box \d|opis|AVPRF|RGANI|RGASPI|TsKhSD|SAPMO|PRO|NARA|CWIHP|working paper|bulletin|papers"
    r"|collection|library|translated by|obtained by|contributed by|published in)\b",
    re.IGNORECASE,
)

Front = tuple[int, list[Segment], dict[str, str]]


def below_title(found: Sequence[Line], title: int) -> Front:
    """The index of the first line of the document itself, the paint of what stands before it, and the archive where it is named there."""
    n = behind_title(found, title)
    painted = [Segment(line.start, line.end, Voice.HEADER) for line in found[title + 1 : n]]
    told: dict[str, str] = {}
    cited = False
    while n < len(found) and (_is_furniture(found[n].text) or _describes(found, n, cited)):
        if _is_furniture(found[n].text):
            painted += _furniture(found[n])
        else:
            told |= _described(found[n], cited, painted)
        cited = (cited or _CITE.match(found[n].text) is not None) and not _describes(found, n, cited)
        n += 1
    return n, [s for s in painted if s.start < s.end], told


def _is_furniture(line: str) -> bool:
    return bool(FURNITURE.match(line) or _LABEL.match(line))


def _described(line: Line, cited: bool, painted: list[Segment]) -> dict[str, str]:
    """Paint a description; behind 'get citation' the archive may follow it in the same line."""
    split = _archive_at(line.text) if cited else len(line.text)
    painted.append(Segment(line.start, line.start + split, Voice.ARCHIVE_DESCRIPTION))
    painted.append(Segment(line.start + split, line.end, Voice.BOILERPLATE))
    return {"archive": squeeze(line.text[split:])} if split < len(line.text) else {}


def _furniture(line: Line) -> list[Segment]:
    """A button, tab or label; behind the label 'Summary:' the description itself."""
    match = _LABEL.match(line.text)
    start = line.start + match.start("value") if match and match["value"] else line.end
    return [Segment(line.start, start, Voice.BOILERPLATE), Segment(start, line.end, Voice.ARCHIVE_DESCRIPTION)]


def _describes(found: Sequence[Line], n: int, cited: bool) -> bool:
    """Whether a line is the description: behind 'get citation', or where the document's own header only begins behind it."""
    line = found[n].text
    if is_header(line) or not may_describe(line) or n + 1 >= len(found):
        return False
    return (cited and (is_summary(line) or bool(_ARCHIVE.search(line)))) or (is_summary(line) and _begins(found[n + 1].text))


def _begins(line: str) -> bool:
    return is_header(line) or FURNITURE.match(line) is not None


def may_describe(line: str) -> bool:
    """Whether a line has the form of a paragraph rather than of a note or a speech."""
    return not (line.startswith("[") or _SPEECH.match(line) or len(line) > 1500)


def is_summary(line: str) -> bool:
    """Whether a line is an impersonal paragraph that says what is discussed."""
    return bool(_SUMMARY.search(line)) and not _PERSONAL.search(line) and line[-1] in ".'\"”’" and len(line.split()) > 4


def _archive_at(line: str) -> int:
    """Where the sentence begins that names the archive; the line's length where none does."""
    starts = [0, *(m.end() for m in _SENTENCE.finditer(line))]
    ends = [*starts[1:], len(line)]
    return next((start for start, end in zip(starts, ends, strict=True) if _ARCHIVE.search(line, start, end)), len(line))
