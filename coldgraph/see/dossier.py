"""What a graph knows of an actor beside its ties: its sides, and its offices with their dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from coldgraph.see.asker import Asker, Row, ask
from coldgraph.see.sources import Names, names
from coldgraph.see.stances import SIDES


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """An office and its span of time; '' where the graph gives no date."""

    since: str
    until: str
    name: str
    side: str


@dataclass(slots=True)
class Dossier:
    """Sides by label, sorted; offices from the first to the last."""

    sides: list[str] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)


def dossiers(graph: Asker, actors: Collection[str]) -> dict[str, Dossier]:
    """A dossier for each of the actors. Whoever is a state or a movement is a side of its own.

    Sides come from the affiliations and from the meetings that the graph records.
    """
    known, wanted = names(graph), set(actors)
    sides = {actor: {known.label(actor)} if known.kind(actor) in SIDES else set() for actor in wanted}
    offices: dict[str, set[Office]] = {actor: set() for actor in wanted}
    for row in ask(graph, "affiliations"):
        if (actor := row["actor"] or "") in wanted:
            sides[actor] |= {known.label(row["side"])} if row["side"] else set()
            offices[actor] |= _office(row, known)
    for row in ask(graph, "participations"):
        if (actor := row["participant"] or "") in wanted and row["side"]:
            sides[actor].add(known.label(row["side"]))
    return {actor: Dossier(sorted(sides[actor]), sorted(offices[actor])) for actor in sorted(wanted)}


def _office(row: Row, known: Names) -> set[Office]:
    name = row["capacity"] or row["office"]
    return {Office(row["earliest"] or "", row["latest"] or "", name, known.label(row["side"]) if row["side"] else "")} if name else set()
