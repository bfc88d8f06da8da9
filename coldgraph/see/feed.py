"""A network as plain data for a page: nothing in it knows how it will be drawn."""

from __future__ import annotations

from dataclasses import asdict, astuple, dataclass, field
from typing import Any

from coldgraph.see import style
from coldgraph.see.backbone import first_seen
from coldgraph.see.dossier import Dossier
from coldgraph.see.network import Multigraph
from coldgraph.see.sources import Evidence

MEETINGS_SHOWN = 12
QUOTES = 500
WORDED = ("quote", "speaker", "addressee", "holder", "target", "act", "modality", "met", "place")
PAPER = ("title", "date", "earliest", "archive", "record", "citation")
Record = dict[str, Any]


@dataclass(slots=True)
class Pool:
    """Values told once: what is repeated is named by its position in ``values``."""

    values: list[Any] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, key: str, value: Any) -> int:
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(value)
        return self.numbers[key]


def feed(
    network: Multigraph, attended: dict[str, list[tuple[str, str]]], quotes: int = QUOTES, known: dict[str, Dossier] | None = None
) -> Record:  # fmt: skip
    """Nodes, edges, documents and words as lists whose positions are their numbers.

    ``attended``: the meetings of each actor, newest first. ``quotes``: how many pieces of
    evidence of an edge, the newest, bring their words; the others bring only what filters and
    counts need. ``known``: sides and offices of the actors. An edge that is ``later`` does not stand
    out, and is left to a second look (`coldgraph.see.backbone.first_seen`).
    """
    numbers = {node: i for i, node in enumerate(network)}
    documents, words = Pool(), Pool()
    edges = [_edge(i, numbers[a], numbers[b], data, documents, words, quotes) for i, (a, b, data) in enumerate(network.edges(data=True))]
    later = [edge for edge, first in zip(edges, first_seen(network), strict=True) if not first]
    for edge in later:
        edge["later"] = True
    nodes = [_node(i, iri, network.nodes[iri], attended.get(iri, []), (known or {}).get(iri, Dossier())) for iri, i in numbers.items()]
    polarities = sorted({edge["polarity"] for edge in edges}, key=list(style.LINES).index)
    return {
        "about": {key: network.graph[key] for key in ("kind", "level", "since", "until", "min_confidence", "read", "left_out")},
        "directed": network.is_directed(), "lines": {p: asdict(style.line(p)) for p in polarities}, "paper": style.PAPER,
        "measures": {"width": style.WIDTH, "opacity": style.OPACITY, "size": style.SIZE},
        "nodes": nodes, "edges": edges, "documents": documents.values, "words": words.values,
    }  # fmt: skip


def _node(number: int, iri: str, data: Record, attended: list[tuple[str, str]], known: Dossier) -> Record:
    return {
        "id": number, "iri": iri, "label": data["label"], "kind": data["kind"], "evidence": data["evidence"],
        "met": len(attended), "meetings": attended[:MEETINGS_SHOWN], "sides": known.sides, "offices": [astuple(o) for o in known.offices],
        "members": [(label, *known.memberships.get(label, ("", ""))) for label in data.get("members", [])],
    }  # fmt: skip


def _edge(number: int, source: int, target: int, data: Record, documents: Pool, words: Pool, quotes: int) -> Record:
    pieces = [_piece(piece, documents, words, i < quotes) for i, piece in enumerate(data["evidence"])]
    return {
        "id": number, "from": source, "to": target, "polarity": data["polarity"], "told": data["attributed"], "weight": data["weight"],
        "confidence": round(data["confidence"], 3), "acts": data["acts"], "first": data["first"], "last": data["last"],
        "evidence": pieces,
    }  # fmt: skip


def _piece(piece: Evidence, documents: Pool, words: Pool, whole: bool) -> Record:
    """A piece of evidence that names its document and its words by number; what is empty is left out.

    ``earliest`` stands only where it is not the document's.
    """
    paper = {key: piece[key] for key in PAPER if piece[key]} | _link(piece["source"])
    made = {"document": documents.number(piece["document"], paper), "confidence": round(piece["confidence"], 3)}
    shown = WORDED if whole else ("act",)
    made |= {key: words.number(text, text) for key in shown if (text := piece.get(key))}
    paper = documents.values[made["document"]]
    return made | ({"earliest": piece["earliest"]} if piece["earliest"] != paper.get("earliest", "") else {})


def _link(source: str) -> dict[str, str]:
    return {"link": source} if source.startswith(("https://", "http://")) else {}
