"""A graph's answers as a networkx network whose edges keep their evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import networkx as nx

from coldgraph.errors import QueryError
from coldgraph.see import blocs, kinds, meetings, mentions, stances
from coldgraph.see.asker import Asker
from coldgraph.see.backbone import backbone as filtered
from coldgraph.see.paths import path
from coldgraph.see.sources import Evidence, Names, Ties, names, papers
from coldgraph.see.window import Window, window

TIES = ("stances", "meetings", "mentions")
KINDS = (*TIES, "ego", "path", "bloc")
LEVELS = ("person", "state", "actor")
SIGNS = {"positive": 1, "negative": -1, "mixed": 0, "met": 0, "named": 0}
WORDS = {"positive": "friendly", "negative": "hostile", "mixed": "mixed", "met": "met", "named": "speaks of"}

Multigraph: TypeAlias = "nx.MultiGraph[str] | nx.MultiDiGraph[str]"


def network(
    graph: Asker,
    kind: str = "stances",
    level: str = "person",
    since: str | None = None,
    until: str | None = None,
    min_confidence: float = 0.0,
    attributed: bool = False,
    *,
    actors: Sequence[str] = (),
    said_by: str | None = None,
    ties: str | None = None,
    by: str | None = None,
    in_time: bool = False,
    backbone: float | str | None = None,
) -> Multigraph:
    """The network of stances (holder -> target), meetings (undirected) or mentions (speaker -> actor), or a part of it.

    ``kind``: one of these three, or over the ``ties`` of one of them: 'ego' (the ``actors``, whoever has a
    tie with them, and the ties among all these), 'path' (the shortest ways between two ``actors``, see
    `coldgraph.see.paths.path`), 'bloc' (states joined ``by`` 'alliance' or 'community', see `coldgraph.see.blocs`).
    ``ties`` are 'stances' and ``by`` is 'alliance' unless something else is asked for.
    With one of the three, ``actors`` leaves only their ties. ``level`` 'state' joins people to the sides for
    which they act ('actor' is another word for 'person'). ``since`` and ``until`` are years, months or days,
    both included. ``attributed`` adds what is only told by others, as edges of their own. ``said_by``: only
    what this speaker says, or whoever speaks for this side. ``backbone``: see `coldgraph.see.backbone`. Actors are IRIs.

    Nodes are keyed by IRI and have label, kind, evidence and neighbours, blocs also members (labels); edges are keyed by polarity and have
    sign (1, -1, 0), word, weight (pieces of evidence), acts, attributed, confidence (of the surest piece) and
    evidence (newest first). What is left out is counted in ``.graph['left_out']``; a tie of an actor to itself
    is drawn for blocs only. ``.graph['kind']`` tells the ties, ``.graph['view']`` the kind.

    Raises QueryError for an unknown kind or level, a date that cannot be read, a wrong number of actors, or a
    wish that means nothing for the kind.
    """
    base, actors = (kind if kind in TIES else ties or "stances"), list(dict.fromkeys(actors))
    _check(kind, level, base, by, actors)
    _fits(kind, ties=ties if kind in TIES and ties != kind else None, by=by if kind != "bloc" else None, in_time=in_time and kind != "path")
    level = "state" if kind == "bloc" else "person" if level == "actor" else level
    known = names(graph)
    found = _ties(graph, known, base, level, window(since, until), min_confidence, attributed, said_by or "")
    found, known = _part(graph, found, known, kind, actors, by == "community", in_time)
    directed = base != "meetings"
    found = found if backbone is None else filtered(found, backbone, directed)
    made: Multigraph = nx.MultiDiGraph() if directed else nx.MultiGraph()
    made.graph.update(kind=base, view=kind, level=level, since=since or "", until=until or "", min_confidence=min_confidence,
                      actors=list(map(known.label, actors)), said_by=known.label(said_by), read=found.read,
                      left_out=dict(sorted(found.left_out.items())))  # fmt: skip
    _nodes(made, found, known, _titles(graph, base))
    _edges(made, found)
    return made


def _check(kind: str, level: str, ties: str, by: str | None, actors: Sequence[str]) -> None:
    _known(kind, KINDS, "kind of network")
    _known(level, LEVELS, "level")
    _known(ties, TIES, "kind of ties")
    _known(by or "alliance", blocs.BY, "way to form blocs")
    if kind == "ego" and not actors:
        raise QueryError("an ego network needs an actor", advice="name at least one")
    if kind == "path" and len(actors) != 2:
        raise QueryError(f"a path needs two actors, not {len(actors)}", advice="name both ends")


def _fits(kind: str, **wishes: str | bool | None) -> None:
    if wrong := [name for name, value in wishes.items() if value]:
        homes = {"ties": "ego, path, bloc and timeline", "by": "bloc", "in_time": "path"}
        raise QueryError(f"{kind!r} knows no {wrong[0].replace('_', '-')!r}", advice=f"it goes with {homes[wrong[0]]}")


def _known(value: str, allowed: tuple[str, ...], what: str) -> None:
    if value not in allowed:
        raise QueryError(f"no {what} {value!r}", advice=f"choose one of {', '.join(allowed)}")


def _ties(graph: Asker, known: Names, kind: str, level: str, when: Window, min_confidence: float, attributed: bool, said_by: str) -> Ties:
    if kind == "meetings" and said_by:
        raise QueryError("a meeting is said by nobody", advice="ask for stances or mentions, or leave the speaker out")
    makers: dict[str, Callable[[], Ties]] = {
        "stances": lambda: stances.ties(graph, known, level, when, min_confidence, attributed, said_by),
        "meetings": lambda: meetings.ties(graph, known, level, when, attributed),
        "mentions": lambda: mentions.ties(graph, known, level, when, said_by),
    }
    return makers[kind]()


def _part(
    graph: Asker, found: Ties, known: Names, kind: str, actors: Sequence[str], by_community: bool, in_time: bool
) -> tuple[Ties, Names]:
    """What the kind shows of all ties, and the names of its nodes."""
    if kind == "ego":
        return kinds.ego(found, actors), known
    if kind == "path":
        return path(found, actors[0], actors[1], in_time), known
    if actors:
        found = kinds.of(found, actors)
    if kind != "bloc":
        return found, known
    return blocs.by_community(found, known) if by_community else (blocs.by_alliance(graph, found), known)


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
        behind = {"members": _members(found.members[actor], known)} if actor in found.members else {}
        made.add_node(actor, label=label, kind=kind, evidence=count[actor], neighbours=len(near[actor]), **behind)


def _members(members: dict[str, int], known: Names) -> list[str]:
    """By name, those with most evidence first."""
    return [known.label(state) for state in sorted(members, key=lambda m: (-members[m], known.label(m)))]


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
