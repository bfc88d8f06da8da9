"""Speakers' labels at the head of a line: 'Zhou Enlai:', 'PM Chou:', 'BREZHNEV.', 'North (KIM):'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

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
_TOWARDS = frozenset(("Dear", "DEAR", "For", "FOR", "From", "FROM", "To", "TO", "Of", "With", "And"))
_REPORTED = re.compile(
    r"^[ \t]*(?:\(?\d{1,5}[.)]\s+)?(?P<who>[^\W\d_][^\n:;!?]{1,60}?)\s+(?:then |also |now |finally |suddenly |however |again )?"
    r"(?:said|says|asked|asks|replied|stated|states|commented|comments|made|makes|sent|gave|raised|responded|reported|remarked|added|"
    r"continued|observed|answered|noted|told|wrote|declared|listed|proposed|suggested|offered|asserted|explained)\b[^\n:;!?]{0,50}:(?=\s)",
    re.MULTILINE,
)
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}
_LISTED = re.compile(r"\s*(?:[\"“‘—–•*-]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s)")


def labels(text: str, segments: Iterable[Segment], read: Callable[[int, int], Expression | None]) -> tuple[Label, ...]:
    """The labels of all speech in the body; ``read`` turns a span of the text into the expression it names, or None.

    A label that names nobody known counts when it returns, as labels of a conversation do, or is the
    other side of one: 'South' where 'North (KIM)' speaks.
    """
    body = [s for s in segments if s.voice in (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)]
    spans = _spans(body)
    every = [m for span in spans for pattern in (_LINE, _STOPPED) for m in pattern.finditer(text, span.start, span.end)]
    found = [m for m in every if _plausible(m.group("label"))]
    counts = Counter(m.group("label") for m in found)
    kept = [(m, read(m.start("label"), m.end("label"))) for m in found]
    sides = {_first_word(m) for m, e in kept if e is not None or counts[m.group("label")] > 1}
    kept = [(m, e) for m, e in kept if e is not None or counts[m.group("label")] > 1 or _OPPOSITE.get(_first_word(m)) in sides]
    known = {m.group("label") for m, _ in kept}
    kept += [
        (m, read(m.start("label"), m.end("label")))
        for span in spans
        for m in _INSIDE.finditer(text, span.start, span.end)
        if m.group("label") in known
    ]
    kept.sort(key=lambda row: row[0].start("label"))
    plain = [_label(m, e) for m, e in kept]
    starts = {label.start for label in plain}
    plain += [label for m in (every if plain else ()) if m.start("label") not in starts for label in _run_in(m, read)]
    told = [told for span in spans for told in _reported(text, span, read)] if not plain else []
    return tuple(sorted([*plain, *told], key=lambda found: found.start))


def _run_in(match: re.Match[str], read: Callable[[int, int], Expression | None]) -> Iterator[Label]:
    """A label behind a heading on the same line: 'II. Situation Report Deputy Secretary X:'."""
    label, at = match.group("label"), match.start("label")
    for word in re.finditer(r"(?<=\s)[A-Z]", label):
        before = label[: word.start()].split()
        if not all(w[0].isupper() for w in before) or before[-1] in _TOWARDS:
            return
        expression = read(at + word.start(), match.end("label"))
        if expression is not None and expression.title and expression.kind == "person" and expression.start == at + word.start():
            yield Label(expression.start, match.end(), match.end(), label[word.start() :], expression)
            return


def _reported(text: str, span: Span, read: Callable[[int, int], Expression | None]) -> Iterator[Label]:
    """'General X comments as follows:' in a text without a conversation's labels."""
    for match in _REPORTED.finditer(text, span.start, span.end):
        expression = read(match.start("who"), match.end("who"))
        if expression is not None and expression.kind != "named":
            until = _list_end(text, match.end(), span.end)
            yield Label(match.start("who"), match.end(), match.end(), match.group("who"), expression, until, True)


def _list_end(text: str, start: int, end: int) -> int:
    """The end of the paragraph after a colon, or of the list or quotation that follows it."""
    line = text.find("\n", start, end)
    stop = end if line < 0 else line
    if text[start:stop].strip():
        return stop
    while (following := _LISTED.match(text, stop, end)) is not None:
        line = text.find("\n", following.end(), end)
        stop = end if line < 0 else line
    return stop


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


def _first_word(match: re.Match[str]) -> str:
    return match.group("label").split()[0].lower()


def _label(match: re.Match[str], expression: Expression | None) -> Label:
    return Label(match.start("label"), match.end(), match.end(), match.group("label"), expression)
