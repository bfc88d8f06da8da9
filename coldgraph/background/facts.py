"""The quads of one set of published facts, each with its source."""

from __future__ import annotations

from datetime import date

from coldgraph import ids, vocabulary
from coldgraph import namespaces as ns
from coldgraph.background.catalogue import Published
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import Sheet


class Facts(Sheet):
    """The named graph 'background/NAME'. Every fact names its source in full, as the authority's do.

    What the authority describes is not described again: a label that two graphs hold would count twice in queries.
    """

    def __init__(self, published: Published) -> None:
        super().__init__(f"background/{published.name}")
        self.published = published
        self._labels: dict[str, str] = {}

    def fact(self, kind: str, cls: str, *content: object) -> str:
        """A new fact of a class, called after its content; its IRI is returned."""
        subject = terms.local(f"{kind}/background/{self.published.name}/{ids.digest(*content)}")
        self.types(subject, cls)
        self.text(subject, ns.SOURCE, self.published.reference)
        return subject

    def span(self, subject: str, since: date | None, until: date | None) -> None:
        """From which day to which day; None leaves an end open."""
        for predicate, day in ((vocabulary.EARLIEST, since), (vocabulary.LATEST, until)):
            if day:
                self.say(subject, predicate, terms.day(day))

    def own(self, name: str, label: str) -> str:
        """A person whom the authority does not know; the local identifier. The first spelling is the label, others are other forms."""
        local = f"person/background/{self.published.name}/{name}"
        first = self._labels.setdefault(local, label)
        self.types(terms.local(local), vocabulary.PERSON)
        self.text(terms.local(local), ns.PREF_LABEL if label == first else ns.ALT_LABEL, label)
        return local

    def about(self, checksum: str) -> None:
        """The data set itself: title, version, licence, and the SHA-256 of the file that was read."""
        subject, told = terms.local(f"background/{self.published.name}"), self.published
        self.types(subject, ns.ENTITY)
        for predicate, words in (
            (ns.TITLE, told.title),
            (ns.CITATION, told.reference),
            (ns.RIGHTS, told.licence),
            (ns.SOURCE, told.url),
            (vocabulary.VERSION, told.version),
            (vocabulary.FILE_CHECKSUM, checksum),
        ):
            self.text(subject, predicate, words)
        self.say(terms.local(f"graph/background/{told.name}"), ns.WAS_DERIVED_FROM, subject)
