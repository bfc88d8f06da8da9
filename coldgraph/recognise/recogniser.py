"""One document in, everything that it names out."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from coldgraph import titles
from coldgraph.found import Attendee, Expression, Label, Recognised
from coldgraph.model import Document, Span, Voice
from coldgraph.recognise import gazetteer, lexicon
from coldgraph.recognise.attendees import Reader, attendees
from coldgraph.recognise.common import COMMON, NEVER
from coldgraph.recognise.names import Found, Scanner
from coldgraph.recognise.sentences import sentences
from coldgraph.recognise.speakers import labels
from coldgraph.recognise.tokens import Tokens, tokens
from coldgraph.tables import Authority

_SPOKEN = (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)


class Recogniser:
    """Made once from the authority; used for every document."""

    def __init__(self, authority: Authority) -> None:
        self.authority = authority
        self.lexicon = lexicon.build(authority, NEVER)
        self.gazetteer = gazetteer.build(authority)
        self.scanner = Scanner(self.lexicon, COMMON)

    def recognise(self, document: Document) -> Recognised:
        """Expressions, speakers' labels, participants and sentences of one document."""
        voices = _Voices(document)
        people = [self._expression(found, words, document.text, voices) for found, words in self.scanner.scan(document.text)]
        things = [
            Expression(start, end, "named", voices.at(start), document.text[start:end], names=names)
            for start, end, names in self.gazetteer.find(document.text)
            if voices.at(start) is not Voice.BOILERPLATE
        ]
        people = [p for p in people if p.voice is not Voice.BOILERPLATE]
        merged = _merged(document.text, people, things, self.authority)
        found = self._labels(document, merged)
        return Recognised(document, merged, found, self._attendees(document, merged), tuple(_spoken(document, found)))

    def _expression(self, found: Found, words: Tokens, text: str, voices: _Voices) -> Expression:
        start, end = words.starts[found.first], words.ends[found.last]
        core = Span(words.starts[found.name], end) if found.name <= found.last else None
        kind = "person" if core else "office"
        return Expression(
            start,
            end,
            kind,
            voices.at(start),
            text[start:end],
            found.title,
            found.given,
            found.family,
            people=found.people,
            listed=found.listed,
            core=core,
        )

    def _labels(self, document: Document, found: tuple[Expression, ...]) -> tuple[Label, ...]:
        index = _Index(found)

        def read(start: int, end: int) -> Expression | None:
            inside = [e for e in index.within(start, end) if e.kind in ("person", "office")]
            whole = next((e for e in inside if _is_whole(document.text, e, start, end)), None)
            return whole or self._side_label(index.within(start, end), start, end)

        return labels(document.text, document.segments, read)

    def _side_label(self, inside: list[Expression], start: int, end: int) -> Expression | None:
        """'South:', 'The Chinese side:': a side that speaks."""
        return next((e for e in inside if e.kind == "named" and e.end == end and e.start - start <= 4), None)

    def _attendees(self, document: Document, found: tuple[Expression, ...]) -> tuple[Attendee, ...]:
        index = _Index(found)
        first_note = next((s.start for s in document.segments if s.voice is Voice.NOTE and s.start), len(document.text))
        reader = Reader(index.within, lambda start, end: self.forced(document, start, end), self.side)
        return attendees(document.text, reader, first_note)

    def side(self, words: str) -> tuple[str, ...]:
        """The states, parties or movements that the words of a heading name: 'U.S.', 'Polish side', 'For the Soviet Union'."""
        bare = words.strip(" —-*:")
        for lead in ("For the ", "On the ", "From the ", "For ", "The ", "the "):
            bare = bare.removeprefix(lead)
        for tail in (" Side", " side", " SIDE", " Delegation", " delegation", " Participants", " participants"):
            bare = bare.removesuffix(tail)
        names = (
            self.gazetteer.names.get(gazetteer.plain(bare)) or self.gazetteer.names.get(gazetteer.plain(bare.rstrip("."))) if bare else None
        )
        return tuple(
            sorted({n.entity for n in names or () if self.authority.entities[n.entity].kind in ("state", "movement", "organization")})
        )

    def forced(self, document: Document, start: int, end: int) -> Expression | None:
        """A name where a list says that one stands, even if nobody knows it."""
        words = tokens(document.text[start:end])
        if not words.folds:
            return None
        title, length = titles.at(words.folds, 0)
        rest = range(length, len(words.folds))
        if not 1 <= len(rest) <= 5 or any(words.shapes[k] in "ld" for k in rest) or (len(rest) < 2 and not title):
            return None
        folds = [words.folds[k] for k in rest]
        if any(f in NEVER and len(f) > 1 for f in folds):
            return None
        eastern = folds[0] in self.lexicon.eastern or (len(folds) == 2 and words.ends[rest[1]] - words.starts[rest[1]] > len(folds[1]))
        given, family = (tuple(folds[1:]), folds[0]) if eastern and len(folds) > 1 else (tuple(folds[:-1]), folds[-1])
        core = Span(start + words.starts[rest[0]], start + words.ends[-1])
        people = self.lexicon.fitting(family, given) or (self.lexicon.misspelt(folds) if given else ())
        return Expression(
            start + words.starts[0],
            core.end,
            "person",
            Voice.HEADER,
            document.text[start + words.starts[0] : core.end],
            title,
            given,
            (family,),
            people=people,
            listed=bool(people),
            core=core,
        )


class _Voices:
    """The voice at an offset."""

    def __init__(self, document: Document) -> None:
        self.starts = [s.start for s in document.segments]
        self.voices = [s.voice for s in document.segments]

    def at(self, offset: int) -> Voice:
        position = bisect_right(self.starts, offset) - 1
        return self.voices[position] if position >= 0 else Voice.BODY


class _Index:
    """Expressions by offset."""

    def __init__(self, found: tuple[Expression, ...]) -> None:
        self.found, self.starts = found, [e.start for e in found]

    def within(self, start: int, end: int) -> list[Expression]:
        first, last = bisect_right(self.starts, start - 1), bisect_right(self.starts, end - 1)
        return [e for e in self.found[first:last] if e.end <= end]


def _is_whole(text: str, e: Expression, start: int, end: int) -> bool:
    before, after = text[start : e.start].strip(" (").lower(), text[e.end : end].strip(" )")
    return before in ("", "the", "north", "south", "cde", "comrade", "mr") and (not after or after[0] in "([,")


def _merged(text: str, people: list[Expression], things: list[Expression], authority: Authority) -> tuple[Expression, ...]:
    """People and things in one order; a thing inside a full name goes, a name inside a longer thing goes."""
    firm = [(p.start, p.end) for p in people if p.kind == "person" and (p.title or p.given)]
    wide = [(t.start, t.end) for t in things if not all(authority.entities[n.entity].kind == "topic" for n in t.names)]
    things = [t for t in things if not _inside(t, firm)]
    people = [p for p in people if (p.start, p.end) in firm or not _strictly_inside(p, wide)]
    ending = {t.end: t for t in things if any(authority.entities[n.entity].kind == "state" for n in t.names)}
    people = [_with_country(text, p, ending, authority) for p in people]
    return tuple(sorted([*people, *things], key=lambda e: (e.start, -e.end, e.kind)))


def _inside(e: Expression, spans: list[tuple[int, int]]) -> bool:
    position = bisect_right(spans, (e.start, 1 << 60)) - 1
    return position >= 0 and spans[position][1] >= e.end


def _strictly_inside(e: Expression, spans: list[tuple[int, int]]) -> bool:
    position = bisect_right(spans, (e.start, 1 << 60)) - 1
    return position >= 0 and spans[position][1] >= e.end and spans[position] != (e.start, e.end)


def _with_country(text: str, e: Expression, ending: dict[int, Expression], authority: Authority) -> Expression:
    """'Soviet Ambassador': the state before a title, at most a blank away."""
    before = ending.get(e.start - 1) if e.start and text[e.start - 1] in " \u00a0" else None
    if before is None or not e.title:
        return e
    states = tuple(sorted({n.entity for n in before.names if authority.entities[n.entity].kind == "state"}))
    return (
        replace(e, country=states, start=before.start, words=text[before.start : e.end])
        if e.kind == "office"
        else replace(e, country=states)
    )


def _spoken(document: Document, found: tuple[Label, ...]) -> Iterable[Span]:
    """The sentences, without the speakers' labels before them."""
    labels = {label.start: label.speech for label in found}
    for sentence in _sentences(document):
        start = labels.get(sentence.start, sentence.start)
        while start < sentence.end and document.text[start].isspace():
            start += 1
        if start < sentence.end:
            yield Span(start, sentence.end)


def _sentences(document: Document) -> Iterable[Span]:
    begin: int | None = None
    end = 0
    for segment in document.segments:
        if segment.voice in _SPOKEN:
            begin = segment.start if begin is None else begin
            end = segment.end
            continue
        if begin is not None:
            yield from sentences(document.text, begin, end)
            begin = None
        if segment.voice is Voice.NOTE:
            yield from sentences(document.text, segment.start, segment.end)
    if begin is not None:
        yield from sentences(document.text, begin, end)
