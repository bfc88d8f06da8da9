"""States, bodies, movements and places: what a graph takes single occurrences for, held against annotations."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from coldgraph.errors import GoldError
from coldgraph.evaluate.facts import query
from coldgraph.evaluate.packed import Texts, found_at
from coldgraph.ids import iri
from coldgraph.store.contract import Store

FIELDS = ("document", "start", "end", "digest", "kind", "answers", "why")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Some words of a document; ``answers``: the IRIs that are right; ``number``: its place in the file, from 0."""

    number: int
    document: str
    start: int
    end: int
    digest: str
    kind: str
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An occurrence, its words, and the IRIs that the graph has for them ('right', 'wrong' or 'missing')."""

    occurrence: Occurrence
    words: str
    found: frozenset[str]

    @property
    def result(self) -> str:
        return "missing" if not self.found else "right" if self.found <= self.occurrence.answers else "wrong"


Span = tuple[int, int, str]


def read(file: Path) -> tuple[Occurrence, ...]:
    """The annotated occurrences of a CSV file with the columns ``FIELDS``. Raises GoldError."""
    try:
        with file.open(encoding="utf-8", newline="") as source:
            return tuple(_occurrence(number, row) for number, row in enumerate(csv.DictReader(source)))
    except (OSError, UnicodeDecodeError, KeyError, ValueError) as error:
        advice = f"give a CSV file with the columns {', '.join(FIELDS)}"
        raise GoldError(f"the annotated occurrences cannot be read: {error}", file, advice) from error


def _occurrence(number: int, row: dict[str, str]) -> Occurrence:
    answers = frozenset(map(iri, row["answers"].split()))
    return Occurrence(number, row["document"], int(row["start"]), int(row["end"]), row["digest"], row["kind"], answers)


def judge(occurrences: Iterable[Occurrence], store: Store, text_of: Texts) -> Iterator[Judged]:
    """What the graph has for each occurrence of the documents it holds. Raises GoldError where the words are gone."""
    spans = _spans(store)
    for occurrence in occurrences:
        text = text_of(occurrence.document)
        if text is not None:
            yield _judged(occurrence, text, spans[iri(f"document/{occurrence.document}")])


def _judged(occurrence: Occurrence, text: str, spans: list[Span]) -> Judged:
    start = found_at(text, occurrence.start, occurrence.end, occurrence.digest)
    if start is None:
        raise GoldError("annotated words are no longer in the text", occurrence.document, "annotate them anew from the present text")
    end = start + occurrence.end - occurrence.start
    return Judged(occurrence, text[start:end], _named(spans, start, end))


def _named(spans: list[Span], start: int, end: int) -> frozenset[str]:
    """All actors of the mention that shares most with these offsets: of several, the shortest."""
    near = [s for s in spans if s[0] < end and s[1] > start]
    best = max(((min(b, end) - max(a, start), a - b) for a, b, _ in near), default=None)
    return frozenset(actor for a, b, actor in near if (min(b, end) - max(a, start), a - b) == best)


def _spans(store: Store) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = defaultdict(list)
    for document, start, end, actor in store.query(query("spans")).rows:
        if document and start and end and actor:
            spans[document.value].append((int(start.value), int(end.value), actor.value))
    return spans
