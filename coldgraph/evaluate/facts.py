"""What a graph says of each document, as plain values in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from coldgraph.evaluate.gold import Gold
from coldgraph.evaluate.names import folded, same_person
from coldgraph.ids import iri
from coldgraph.store.contract import Store

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A stance of the graph: IRIs of actors, the polarity and the act in lower case."""

    id: str
    quote: str
    holder: str
    target: str
    polarity: str
    act: str = ""
    speaker: str = ""
    attributed: bool = False
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Named:
    """A mention: its words and the actor, '' where it refers to several at once and so is right about none."""

    start: int
    quote: str
    actor: str


@dataclass(slots=True)
class Said:
    """All that the graph says of one document; ``participants``: (sides, roles) by actor."""

    kind: str = ""
    dates: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    participants: dict[str, tuple[set[str], set[str]]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    mentions: list[Named] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


class Facts:
    """The answers of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._said: dict[str, Said] = defaultdict(Said)
        self.labels: dict[str, set[str]] = defaultdict(set)
        for row in self._ask("labels"):
            self.labels[row["thing"]].add(folded(row["label"]))
        self.people = {row["person"] for row in self._ask("people")}
        self._files: dict[str, str] = {}
        for row in self._ask("documents"):
            self._files[row["file"].rsplit("/", 1)[-1]] = row["document"]
            self._said[row["document"]].kind = row["kind"]
        self._documents()
        self._meetings()
        self._mentions()
        self._claims()

    def document(self, gold: Gold) -> str:
        """The document's IRI: by its source file, else by its identifier; '' where the graph has none."""
        known = iri(f"document/{gold.id}")
        return self._files.get(gold.file) or (known if known in self._said else "")

    def said(self, document: str) -> Said:
        return self._said[document] if document in self._said else Said()

    def is_named(self, thing: str, names: tuple[str, ...]) -> bool:
        """Whether one of the names is one of the thing's labels."""
        return any(folded(n) in self.labels.get(thing, ()) for n in names)

    def is_person(self, thing: str, names: tuple[str, ...]) -> bool:
        """Whether one of the names is one of the person's, with or without titles and middle names."""
        return any(same_person(folded(n), label) for n in names for label in self.labels.get(thing, ()))

    def label(self, thing: str) -> str:
        """The shortest name of a thing."""
        return min(self.labels.get(thing, {thing}), key=lambda n: (len(n), n))

    def _ask(self, name: str) -> Iterator[Row]:
        """The rows of the named query, sorted; '' where a variable is unbound."""
        answer = self._store.query(query(name))
        rows = sorted(tuple(t.value if t else "" for t in row) for row in answer.rows)
        return (dict(zip(answer.columns, row, strict=True)) for row in rows)

    def _documents(self) -> None:
        for row in self._ask("dates"):
            self._said[row["document"]].dates.add(row["date"])
        for row in self._ask("places"):
            self._said[row["document"]].places.add(row["place"])
        for row in self._ask("told"):
            self._said[row["document"]].told.add(row["date"])
        for row in self._ask("speakers"):
            self._said[row["document"]].speakers.add(row["actor"])

    def _meetings(self) -> None:
        for row in self._ask("participants"):
            sides, roles = self._said[row["document"]].participants.setdefault(row["actor"], (set(), set()))
            sides.add(row["side"])
            roles.add(_term(row["role"]))

    def _mentions(self) -> None:
        actors: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
        for row in self._ask("mentions"):
            actors[row["document"], row["mention"], row["start"], row["quote"]].add(row["actor"])
        for (document, _, start, quote), some in actors.items():
            self._said[document].mentions.append(Named(int(start or 0), quote, min(some) if len(some) == 1 else ""))
        for said in self._said.values():
            said.mentions.sort(key=lambda m: (m.start, m.quote, m.actor))

    def _claims(self) -> None:
        for row in self._ask("stances"):
            self._said[row["document"]].claims.append(_claim(row))
        for said in self._said.values():
            said.claims.sort(key=lambda c: (-c.confidence, c.id))


def _claim(row: Row) -> Claim:
    return Claim(
        row["stance"],
        row["quote"],
        row["holder"],
        row["target"],
        _term(row["polarity"]).lower(),
        _term(row["act"]).lower(),
        row["speaker"],
        row["attributed"].lower() in ("true", "1"),
        float(row["confidence"] or 0),
    )


@cache
def query(name: str) -> str:
    """A query of this room by its name."""
    return resources.files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")


def _term(value: str) -> str:
    return value.rsplit("#", 1)[-1]
