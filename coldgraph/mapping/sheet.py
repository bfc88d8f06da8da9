"""The quads of one named graph, as lines of text, while they are collected."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from coldgraph import ids, vocabulary
from coldgraph.mapping import terms
from coldgraph.model import Document, Segment, Span, Voice
from coldgraph.namespaces import TYPE


class Sheet:
    """Lines of one named graph. Subjects and objects are finished terms, predicates are full IRIs."""

    def __init__(self, graph: str) -> None:
        self.lines: list[str] = []
        self._tail = f"{terms.local('graph/' + graph)} ."

    def say(self, subject: str, predicate: str, thing: str) -> None:
        """One quad."""
        self.lines.append(f"{subject} <{predicate}> {thing} {self._tail}")

    def say_all(self, subject: str, predicate: str, things: Iterable[str]) -> None:
        """One quad for each object."""
        for thing in things:
            self.say(subject, predicate, thing)

    def types(self, subject: str, *classes: str) -> None:
        """The classes of a subject, as full IRIs."""
        for name in classes:
            self.say(subject, TYPE, f"<{name}>")

    def text(self, subject: str, predicate: str, words: str) -> None:
        """A plain literal, where there are words at all."""
        if words:
            self.say(subject, predicate, terms.literal(words))

    def link(self, subject: str, predicate: str, local: str) -> None:
        """A link to a local identifier, where there is one."""
        if local:
            self.say(subject, predicate, terms.local(local))

    def decided(self, subject: str, decisions: Iterable[str]) -> None:
        """The decisions of people that made a subject what it is."""
        self.say_all(subject, vocabulary.DECIDED_BY, (terms.local(f"decision/{d}") for d in decisions))

    def nquads(self) -> str:
        """All lines, sorted by code point and unique, each ended by a newline."""
        return "".join(f"{line}\n" for line in sorted(set(self.lines)))


class DocumentSheet(Sheet):
    """The named graph of one document, which can also cite the document's text."""

    def __init__(self, document: Document) -> None:
        super().__init__(document.id)
        self.document = document
        self.subject = terms.local(f"document/{document.id}")
        self._starts = [segment.start for segment in document.segments]

    def passage(self, subject: str, span: Span, voice: Voice) -> None:
        """The six quads that every passage has."""
        self.types(subject, vocabulary.PASSAGE)
        self.say(subject, vocabulary.IN_DOCUMENT, self.subject)
        self.say(subject, vocabulary.START, terms.integer(span.start))
        self.say(subject, vocabulary.END, terms.integer(span.end))
        self.say(subject, vocabulary.QUOTE, terms.literal(self.document.text[span.start : span.end]))
        self.say(subject, vocabulary.VOICE, f"<{ids.ONTOLOGY}{voice}>")

    def cite(self, span: Span) -> str:
        """Write the passage that holds this span; its IRI is returned."""
        subject = self.place(span, "passage")
        self.passage(subject, span, self.voice(span))
        return subject

    def place(self, span: Span, role: str, mark: str = "") -> str:
        """The IRI of a span; ``mark`` tells apart two things that are said of the same span."""
        name = ids.passage(self.document.id, span.start, span.end, role)
        return terms.local(f"{name}-{mark}" if mark else name)

    def voice(self, span: Span) -> Voice:
        """Whose words most of a span are (the earlier voice where two have the same share)."""
        first, last = max(bisect_right(self._starts, span.start) - 1, 0), bisect_left(self._starts, span.end)
        shares: dict[Voice, int] = {}
        for segment in self.document.segments[first:last]:
            shares[segment.voice] = shares.get(segment.voice, 0) + _overlap(segment, span)
        return max(shares, key=lambda voice: shares[voice], default=Voice.BODY)


def _overlap(segment: Segment, span: Span) -> int:
    return max(min(segment.end, span.end) - max(segment.start, span.start), 0)
