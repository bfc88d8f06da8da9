"""A graph's answers as a networkx network whose edges keep their evidence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import networkx as nx

from coldgraph.errors import QueryError
from coldgraph.see import meetings, mentions, stances
from coldgraph.see.asker import Asker
from coldgraph.see.sources import Evidence, Names, Ties, names, papers
from coldgraph.see.window import Window, window

KINDS = ("stances", "meetings", "mentions")
LEVELS = ("actor", "state")
SIGNS = {"positive": 1, "negative": -1, "mixed": 0, "met": 0, "named": 0}
WORDS = {"positive": "friendly", "negative": "hostile", "mixed": "mixed", "met": "met", "named": "speaks of"}

Multigraph: TypeAlias = "nx.MultiGraph[str] | nx.MultiDiGraph[str]"


def network(
    graph: Asker,
    kind: str = "stances",
    level: str = "actor",
    since: str | None = None,
    until: str | None = None,
    min_confidence: float = 0.0,
    attributed: bool = False,
) -> Multigraph:
    """The network of stances (holder -> target), meetings (undirected) or mentions (speaker -> actor).

    ``level`` 'state' joins people to the sides for which they act. ``since`` and ``until`` are
    years, months or days, both included. ``attributed`` adds what is only told by others, as
    edges of their own. Nodes are keyed by IRI and have label, kind, evidence and neighbours;
    edges are keyed by polarity and have sign (1, -1, 0), word, weight (pieces of evidence), acts,
    attributed, confidence (of the surest piece) and evidence (newest first). What a tie of an
    actor to itself says is left out and counted in ``.graph['left_out']``.

    Raises QueryError for an unknown kind or level, or a date that cannot be read.
    """
    _known(kind, KINDS, "kind")
    _known(level, LEVELS, "level")
    found = _ties(graph, kind, level, window(since, until), min_confidence, attributed)
    made: Multigraph = nx.MultiGraph() if kind == "meetings" else nx.MultiDiGraph()
    made.graph.update(kind=kind, level=level, since=since or "", until=until or "", min_confidence=min_confidence,
                      read=found.read, left_out=dict(sorted(found.left_out.items())))  # fmt: skip
    _nodes(made, found, names(graph), _titles(graph, kind))
    _edges(made, found)
    return made


def _known(value: str, allowed: tuple[str, ...], what: str) -> None:
    if value not in allowed:
        raise QueryError(f"no {what} {value!r}", advice=f"choose one of {', '.join(allowed)}")


def _ties(graph: Asker, kind: str, level: str, when: Window, min_confidence: float, attributed: bool) -> Ties:
    makers: dict[str, Callable[[], Ties]] = {
        "stances": lambda: stances.ties(graph, level, when, min_confidence, attributed),
        "meetings": lambda: meetings.ties(graph, level, when, attributed),
        "mentions": lambda: mentions.ties(graph, level, when),
    }
    return makers[kind]()


def _titles(graph: Asker, kind: str) -> dict[str, str]:
    return {iri: paper.title for iri, paper in papers(graph).items()} if kind == "mentions" else {}


def _nodes(made: Multigraph, found: Ties, known: Names, titles: dict[str, str]) -> None:
    count: dict[str, int] = {}
    near: dict[str, set[str]] = {}
    for (source, target, _, _), evidence in found.evidence.items():
        for actor, other in ((source, target), (target, source)):
            count[actor] = count.get(actor, 0) + len(evidence)
            near.setdefault(actor, set()).add(other)
    for actor in sorted(count, key=lambda a: (known.label(a), a)):
        label, kind = (titles[actor], "document") if actor in titles else (known.label(actor), known.kind(actor))
        made.add_node(actor, label=label, kind=kind, evidence=count[actor], neighbours=len(near[actor]))


def _edges(made: Multigraph, found: Ties) -> None:
    for source, target, polarity, told in sorted(found.evidence):
        pieces = sorted(found.evidence[source, target, polarity, told], key=lambda e: str(e["id"]))
        pieces.sort(key=lambda e: str(e["earliest"]), reverse=True)
        key = f"{polarity}-told" if told else polarity
        made.add_edge(source, target, key=key, **_attributes(polarity, told, pieces))


def _attributes(polarity: str, told: bool, pieces: list[Evidence]) -> dict[str, Any]:
    dates = sorted(str(e["earliest"]) for e in pieces if e["earliest"])
    return {
        "polarity": polarity, "sign": SIGNS.get(polarity, 0), "word": WORDS.get(polarity, polarity), "attributed": told,
        "weight": len(pieces), "confidence": max(float(e["confidence"]) for e in pieces),
        "acts": sorted({act for e in pieces for act in str(e["act"]).split(", ") if act}),
        "first": dates[0] if dates else "", "last": dates[-1] if dates else "", "evidence": pieces,
    }  # fmt: skip
