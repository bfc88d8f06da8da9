"""A network as plain data for a page: nothing in it knows how it will be drawn."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from coldgraph.see import style
from coldgraph.see.network import Multigraph
from coldgraph.see.sources import Evidence

MEETINGS_SHOWN = 12
Record = dict[str, Any]


def feed(network: Multigraph, attended: dict[str, list[tuple[str, str]]], quotes: int = 60) -> Record:
    """Nodes, edges and documents as lists whose positions are their numbers.

    ``attended``: the meetings of each actor, newest first. ``quotes``: how many pieces of
    evidence an edge shows at most; the number of all stays beside them as weight.
    """
    numbers = {node: i for i, node in enumerate(network)}
    documents: dict[str, int] = {}
    told: list[Record] = []
    edges = [_edge(i, numbers[a], numbers[b], data, documents, told, quotes) for i, (a, b, data) in enumerate(network.edges(data=True))]
    nodes = [_node(i, iri, network.nodes[iri], attended.get(iri, [])) for iri, i in numbers.items()]
    polarities = sorted({edge["polarity"] for edge in edges}, key=list(style.LINES).index)
    return {
        "about": {key: network.graph[key] for key in ("kind", "level", "since", "until", "min_confidence", "read", "left_out")},
        "directed": network.is_directed(), "lines": {p: asdict(style.line(p)) for p in polarities}, "paper": style.PAPER,
        "nodes": nodes, "edges": edges, "documents": told,
    }  # fmt: skip


def _node(number: int, iri: str, data: Record, attended: list[tuple[str, str]]) -> Record:
    return {
        "id": number, "iri": iri, "label": data["label"], "kind": data["kind"], "evidence": data["evidence"],
        "met": len(attended), "meetings": attended[:MEETINGS_SHOWN],
    }  # fmt: skip


def _edge(number: int, source: int, target: int, data: Record, documents: dict[str, int], told: list[Record], quotes: int) -> Record:
    kept = data["evidence"][:quotes]
    return {
        "id": number, "from": source, "to": target, "polarity": data["polarity"], "told": data["attributed"], "weight": data["weight"],
        "confidence": round(data["confidence"], 3), "acts": data["acts"], "first": data["first"], "last": data["last"],
        "evidence": [_piece(piece, documents, told) for piece in kept],
    }  # fmt: skip


def _piece(piece: Evidence, documents: dict[str, int], told: list[Record]) -> Record:
    """A piece of evidence that names its document by number; what is empty is left out."""
    iri = piece["document"]
    if iri not in documents:
        documents[iri] = len(told)
        told.append({key: piece[key] for key in ("title", "date", "archive", "record", "citation") if piece[key]})
    shown = {key: piece.get(key) for key in ("quote", "speaker", "addressee", "holder", "target", "act", "modality", "met", "place")}
    return {**{key: value for key, value in shown.items() if value}, "told": piece["attributed"],
            "confidence": round(piece["confidence"], 3), "document": documents[iri]}  # fmt: skip
