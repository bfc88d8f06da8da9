"""What passes between some actors, step by step in time: for each pair the drift, for each year the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coldgraph.errors import QueryError
from coldgraph.see.asker import Asker
from coldgraph.see.layout import slices
from coldgraph.see.network import Multigraph, network
from coldgraph.see.sources import Evidence, Tie, names, papers
from coldgraph.see.stances import SIDES
from coldgraph.see.steps import Step, steps, unit_of

AT_FIRST = 6
Place = tuple[int, int]
Piece = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Drift:
    """What goes from one actor to another: (step, polarity, told) -> pieces of evidence, each as (edge, position).

    ``loose``: what is dated too loosely for one step, or not at all.
    """

    source: str
    target: str
    marks: dict[tuple[int, str, bool], list[Piece]]
    loose: list[Piece]

    def weight(self) -> int:
        return sum(map(len, self.marks.values())) + len(self.loose)


@dataclass(frozen=True, slots=True)
class Year:
    """One year's ties between the actors, and where each of them lies."""

    step: Step
    ties: dict[Tie, list[Piece]]
    places: dict[str, Place]

    def present(self) -> set[str]:
        """The actors that have a tie in this year."""
        return {actor for tie in self.ties for actor in tie[:2]}


@dataclass(frozen=True, slots=True)
class Timeline:
    """The network of the actors over all time, the same in steps for each pair, and in years.

    ``pairs``: the drifts of two actors, the pair with most evidence first.
    """

    network: Multigraph
    unit: str
    steps: list[Step]
    pairs: list[list[Drift]]
    years: list[Year]


def timeline(graph: Asker, actors: Sequence[str] = (), ties: str | None = None, level: str | None = None, **options: Any) -> Timeline:
    """What passes between the actors, or between the six with most evidence where none is named.

    ``level``: 'state' unless somebody else is among the actors. A step without any document of the graph is
    told from one in which nothing passed. All else as for `coldgraph.see.network.network`. Raises QueryError
    for one actor alone.
    """
    if len(set(actors)) == 1:
        raise QueryError("a timeline needs two actors", advice="name two or more, or none for those with most evidence")
    found = network(graph, ties or "stances", level or _level(graph, actors), **{"attributed": True, **options})
    made = _among(found, actors or _weightiest(found))
    days = sorted(day for *_, piece in _pieces(made) for day in (piece["earliest"], piece["latest"]) if day)
    if not days:
        return Timeline(made, "year", [], _pairs(made, []), [])
    spans = [(paper.earliest, paper.latest) for paper in papers(graph).values()]
    unit = unit_of(days[0], days[-1])
    every = steps(days[0], days[-1], unit, spans)
    return Timeline(made, unit, every, _pairs(made, every), _years(made, steps(days[0], days[-1], "year", spans)))


def _level(graph: Asker, actors: Sequence[str]) -> str:
    known = names(graph)
    return "state" if all(known.kind(actor) in SIDES for actor in actors) else "person"


def _weightiest(found: Multigraph) -> list[str]:
    return sorted(found, key=lambda node: (-int(found.nodes[node]["evidence"]), node))[:AT_FIRST]


def _among(found: Multigraph, actors: Sequence[str]) -> Multigraph:
    """The part of a network between these actors. Whoever has no tie there is kept: that is an answer too."""
    made = type(found)()
    made.graph.update(found.graph, view="timeline")
    made.add_nodes_from((node, data) for node, data in found.nodes(data=True) if node in actors)
    for source, target, key, data in found.edges(keys=True, data=True):
        if source in made and target in made and source != target:
            made.add_edge(source, target, key=key, **data)
    return made


def _pieces(made: Multigraph) -> list[tuple[Tie, Piece, Evidence]]:
    return [
        ((source, target, data["polarity"], data["attributed"]), (edge, position), piece)
        for edge, (source, target, data) in enumerate(made.edges(data=True))
        for position, piece in enumerate(data["evidence"])
    ]


def _at(all_steps: list[Step], piece: Evidence) -> int | None:
    return next((i for i, step in enumerate(all_steps) if step.holds(piece["earliest"], piece["latest"])), None)


def _pairs(made: Multigraph, all_steps: list[Step]) -> list[list[Drift]]:
    drifts: dict[tuple[str, str], Drift] = {}
    for (source, target, polarity, told), place, piece in _pieces(made):
        drift = drifts.setdefault((source, target), Drift(source, target, {}, []))
        at = _at(all_steps, piece)
        (drift.loose if at is None else drift.marks.setdefault((at, polarity, told), [])).append(place)
    pairs: dict[frozenset[str], list[Drift]] = {}
    for ends in sorted(drifts):
        pairs.setdefault(frozenset(ends), []).append(drifts[ends])
    return sorted(pairs.values(), key=lambda pair: (-sum(drift.weight() for drift in pair), pair[0].source, pair[0].target))


def _years(made: Multigraph, all_years: list[Step]) -> list[Year]:
    found: list[dict[Tie, list[Piece]]] = [{} for _ in all_years]
    for tie, place, piece in _pieces(made):
        if (at := _at(all_years, piece)) is not None:
            found[at].setdefault(tie, []).append(place)
    places = slices([_slice(made, ties) for ties in found])
    return [Year(*each) for each in zip(all_years, found, places, strict=True)]


def _slice(made: Multigraph, ties: dict[Tie, list[Piece]]) -> Multigraph:
    year = type(made)()
    year.add_nodes_from(made.nodes(data=True))
    for (source, target, polarity, told), pieces in ties.items():
        year.add_edge(
            source, target, sign={"positive": 1, "negative": -1}.get(polarity, 0), weight=len(pieces), polarity=polarity, told=told
        )
    return year
