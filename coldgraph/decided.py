"""Decisions in a build: which documents they touch, what the graph tells of them, and which have lost their text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from coldgraph.curate import book
from coldgraph.curate.decision import Decision, Verdict
from coldgraph.curate.identity import Identity
from coldgraph.curate.replay import Replay
from coldgraph.curate.stances import stated
from coldgraph.folder import Folder
from coldgraph.ids import iri, passage
from coldgraph.mapping.decisions import Decided, Joined, decisions_quads
from coldgraph.mapping.stances import identity
from coldgraph.resources import folder as shipped

_Entry = Mapping[str, Any]


def decisions(graph: Path) -> book.Book:
    """The decisions shipped with the program, and those of a graph after them. Raises DecisionError for a line that is none."""
    return book.read(shipped("triples") / book.FOLDER, graph / book.FOLDER)


def of_graph(graph: Path) -> Path:
    """Where a graph's own decisions lie."""
    return graph / book.FOLDER


class Touched:
    """Tells which documents of a graph the decisions in force would make other than they are."""

    def __init__(self, live: Iterable[Decision], folder: Folder) -> None:
        self.replay, self.folder = Replay(live), folder
        names = sorted(n for n in self.replay.identity.labels if not n.startswith("person/"))
        self.others = [(name, f"<{iri(name)}>".encode()) for name in names]

    def by(self, document: str, entry: _Entry) -> bool:
        """Whether a document must be built again; ``entry`` is what the manifest has of it."""
        return bool(self.replay.effect(document, self._named(document, entry)) != entry.get("decided", ""))

    def _named(self, document: str, entry: _Entry) -> set[str]:
        """The actors that a document names, or named before decisions changed it: people, and others that are decided on."""
        named = {*entry["people"], *entry.get("lost", ())}
        if self.others:
            data = self.folder.nquads(document).read_bytes()
            named.update(name for name, written in self.others if written in data)
        return named


def orphans(live: Iterable[Decision], documents: Mapping[str, _Entry], folder: Folder) -> Iterator[tuple[Decision, str]]:
    """Decisions whose text or person is gone, with what is wrong."""
    people = {name for entry in documents.values() for name in (*entry["people"], *entry.get("lost", ()))}
    for decision in live:
        if decision.place is not None:
            if decision.place.document not in documents:
                yield decision, f"its document {decision.place.document} is not in the graph"
            elif moved := _moved(decision, folder):
                yield decision, moved
        for thing in decision.things if decision.verdict is not Verdict.IS else ():
            if thing.id.startswith("person/") and thing.id.count("/") > 1 and thing.id not in people:
                yield decision, f"no document names {thing.label or thing.id} any more"


def _moved(decision: Decision, folder: Folder) -> str:
    """What has become of the quoted words, '' where they stand as they stood."""
    place = decision.place
    text = folder.text(place.document).read_text(encoding="utf-8", errors="replace") if place else ""
    if place is None or place.stands_in(text):
        return ""
    now = text.find(place.quote)
    return f"{place.document} has other words at {place.start}-{place.end}" + (f"; they stand now at {now}" if now >= 0 else "")


def quads(live: Sequence[Decision], authority: Iterable[str]) -> str:
    """The graph 'decisions', '' where nothing is decided; ``authority`` are the lines of the authority's N-Triples."""
    written = {f"<{iri(thing.id)}>": thing.id for d in live for thing in d.things}
    known = Identity(live, {written[s] for line in authority if (s := line.split(" ", 1)[0]) in written} if live else ())
    return decisions_quads(map(_told, live), [Joined(n, known.of(n), known.label(n)) for n in sorted(known.groups) if known.of(n) != n])


def odd(known: book.Book) -> Iterator[tuple[str, str]]:
    """Decisions that are not carried out, with the reason."""
    yield from known.odd
    for refused, barrier in Identity(known.live).refused:
        yield refused.id, f"would make one of what decision {barrier.id} keeps apart"


def upon(graph: Path, stance: str) -> Iterator[tuple[Decision, str]]:
    """The decisions in force on a stance, each with the identifier of what the program found; an amended stance has another."""
    for d in decisions(graph).live:
        if d.place and d.stance:
            found, amended = (identity(d.place.document, stated(d.place, slots)) for slots in (d.stance, {**d.stance, **d.change}))
            if stance in (found, amended):
                yield d, found


def _told(d: Decision) -> Decided:
    changes = tuple((slot, str(value)) for slot, value in sorted(d.change.items()))
    return Decided(d.id, str(d.verdict), d.by, d.when, d.why, tuple(dict.fromkeys(_concerns(d))), changes)


def _concerns(d: Decision) -> Iterator[str]:
    yield from (thing.id for thing in d.things)
    if d.place and d.stance:
        yield identity(d.place.document, stated(d.place, d.stance))
        yield from (d.stance["holder"], d.stance["target"])
    elif d.place:
        yield passage(d.place.document, d.place.start, d.place.end, "mention")
