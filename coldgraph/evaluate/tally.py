"""Counts of what is right, missed and wrong, kept by document so that documents can be drawn again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

SCORES = "scores"


@dataclass(slots=True)
class Count:
    """``right`` and ``missed`` are of what was to be found; ``hit`` and ``wrong`` of what was claimed."""

    right: int = 0
    missed: int = 0
    hit: int = 0
    wrong: int = 0

    def row(self) -> tuple[int, int, int, int]:
        return self.right, self.missed, self.hit, self.wrong


@dataclass(frozen=True, slots=True)
class Trust:
    """A claim's confidence and whether it was right."""

    document: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A marked person of a volume, the entity found for it, and how often."""

    volume: str
    key: str
    entity: str
    count: int


@dataclass(frozen=True, slots=True)
class Note:
    """What was missed or wrong: the kind of fact, the verdict, the file and the matter in words."""

    kind: str
    verdict: str
    file: str
    what: str


@dataclass(slots=True)
class Tally:
    """``counts``: table -> row -> document -> count. The table 'scores' has the same rows for every set of documents."""

    counts: dict[str, dict[str, dict[str, Count]]] = field(default_factory=lambda: defaultdict(_rows))
    trust: list[Trust] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def add(self, document: str, kind: str, right: int = 0, missed: int = 0, wrong: int = 0) -> None:
        """Counts of the table of scores, where all that is right was claimed."""
        count = self.counts[SCORES][kind][document]
        count.right, count.missed = count.right + right, count.missed + missed
        count.hit, count.wrong = count.hit + right, count.wrong + wrong

    def part(self, table: str, kind: str, document: str) -> Count:
        """The count of a row of another table, to be changed."""
        return self.counts[table][kind][document]

    def note(self, kind: str, verdict: str, file: str, some: Iterable[str]) -> None:
        """Notes what was missed or wrong, in the order given."""
        self.notes += [Note(kind, verdict, file, what) for what in some]


def _rows() -> dict[str, dict[str, Count]]:
    return defaultdict(lambda: defaultdict(Count))


def total(counts: Iterable[Count]) -> Count:
    rows: Sequence[tuple[int, ...]] = [c.row() for c in counts]
    return Count(*(sum(column) for column in zip(*rows, strict=True)))
