"""What a graph knows of an actor beside its ties: its sides, and its offices with their dates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from coldgraph.see.asker import Asker, Row, ask, day
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
    """Sides by label, sorted; offices from the first to the last; for an alliance the days of each membership by the member's label."""

    sides: list[str] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    memberships: dict[str, tuple[str, str]] = field(default_factory=dict)


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
    members = _memberships(graph, known)
    return {actor: Dossier(sorted(sides[actor]), sorted(offices[actor]), members.get(actor, {})) for actor in sorted(wanted)}


def _memberships(graph: Asker, known: Names) -> dict[str, dict[str, tuple[str, str]]]:
    """For each alliance its members with the first and the last day; of several spells the longest reach."""
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in ask(graph, "memberships"):
        spells, member = found.setdefault(row["alliance"] or "", {}), known.label(row["member"])
        first, last = day(row["earliest"]), day(row["latest"])
        before = spells.get(member, (first, last))
        spells[member] = (min(before[0], first), max(before[1], last) if before[1] and last else "")
    return found


def _office(row: Row, known: Names) -> set[Office]:
    name = row["capacity"] or row["office"]
    side = known.label(row["side"]) if row["side"] else ""
    return {Office(day(row["earliest"]), day(row["latest"]), name, side)} if name else set()
