"""Speakers' labels at the head of a line: 'Zhou Enlai:', 'PM Chou:', 'BREZHNEV.', 'North (KIM):'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from coldgraph.found import Expression, Label
from coldgraph.model import Segment, Span, Voice

_LINE = re.compile(r"^[ \t>*_—–-]*(?P<label>[^\W\d_][^\n:;?!]{0,58}?)[ \t]*:(?=\s|$)", re.MULTILINE)
_STOPPED = re.compile(r"^[ \t]*(?P<label>[A-Z][A-Z’'\- ]{2,30})\.(?=[ \t]+[A-Z“\"])", re.MULTILINE)
_INSIDE = re.compile(r"(?<=[.?!”\"])[ \t]+(?P<label>[A-Z][^\n:.;?!]{1,40}?):(?=[ \t])")
NOT_SPEAKERS = re.compile(
    r"^(?:subjects?|general subjects?|participants?|present|also present|others? present|place|date|time|location|"
    r"source|comments?|note|notes|from|to|info|ref|refs|reference|references|"
    r"dear\b.*|re|attachments?|enclosures?|tab|annex|appendix|memorandum.*|for|via|copies|copy|cc|distribution|"
    r"conclusions?|summary|background|recommendations?|discussion|"
    r"action.*|drafted.*|approved.*|classification|translator|translation|interpreters?|agenda|date (?:and|&) .*|"
    r"time (?:and|&) .*|place (?:and|&) .*|begin .*|end .*|"
    r"p\.?s\.?|following.*|as follows|text|quote|unquote|part .*|section .*|paragraph.*|item.*|point.*|first|second|"
    r"third|finally|question|answer|q|a|\(?\w\)?|eyes only.*|through|thru|title|record id|type|rights|"
    r".*\b(?:says?|said|told|asked|replied|stated|points?|following|follows|that|which|were|was|is|are|be|have|has|"
    r"had)\b.*|mr\.? (?:president|prime minister|chairman|secretary|ambassador|minister))$",
    re.IGNORECASE,
)
_SHORT = 6


def labels(text: str, segments: Iterable[Segment], read: Callable[[int, int], Expression | None]) -> tuple[Label, ...]:
    """The labels of all speech in the body; ``read`` turns a span of the text into the expression it names, or None.

    A label that names nobody known counts when it returns, as labels of a conversation do.
    """
    body = [s for s in segments if s.voice in (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)]
    spans = _spans(body)
    found = [m for span in spans for pattern in (_LINE, _STOPPED) for m in pattern.finditer(text, span.start, span.end)]
    found = [m for m in found if _plausible(m.group("label"))]
    counts = Counter(m.group("label") for m in found)
    kept = [(m, read(m.start("label"), m.end("label"))) for m in found]
    kept = [(m, e) for m, e in kept if e is not None or counts[m.group("label")] > 1]
    known = {m.group("label") for m, _ in kept}
    kept += [
        (m, read(m.start("label"), m.end("label")))
        for span in spans
        for m in _INSIDE.finditer(text, span.start, span.end)
        if m.group("label") in known
    ]
    kept.sort(key=lambda row: row[0].start("label"))
    return tuple(_label(m, e) for m, e in kept)


def speech(label: Label, following: Label | None, segments: Iterable[Segment]) -> Span:
    """Where the words of a label's speaker stand: up to the next label or the end of the body."""
    end = label.speech
    for segment in segments:
        if segment.end <= label.end:
            continue
        if segment.voice not in (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL):
            break
        end = segment.end
    return Span(label.speech, min(end, following.start) if following else end)


def _spans(body: list[Segment]) -> list[Span]:
    """Stretches of the body, with the editor's insertions in them."""
    spans: list[Span] = []
    for segment in body:
        if spans and spans[-1].end == segment.start:
            spans[-1] = Span(spans[-1].start, segment.end)
        else:
            spans.append(Span(segment.start, segment.end))
    return spans


def _plausible(label: str) -> bool:
    words = label.split()
    return bool(words) and len(words) <= _SHORT and label[0].isupper() and not NOT_SPEAKERS.match(label.strip())


def _label(match: re.Match[str], expression: Expression | None) -> Label:
    return Label(match.start("label"), match.end(), match.end(), match.group("label"), expression)
