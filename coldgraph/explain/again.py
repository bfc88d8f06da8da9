"""A document of a graph read and interpreted once more, from the source it was built from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coldgraph import ids, workshop
from coldgraph.errors import GraphError, QueryError
from coldgraph.folder import Folder, file_sha256
from coldgraph.interpret.reasons import Reason, reasons
from coldgraph.interpret.scene import Scene
from coldgraph.mapping.stances import identity
from coldgraph.model import Span


@dataclass(frozen=True, slots=True)
class Explained:
    """What was asked for: the document, its scene, and how the pairs of the sentence were judged.

    ``changed`` says that the source is no longer what the graph was built from.
    """

    document: str
    scene: Scene
    reasons: tuple[Reason, ...]
    changed: bool

    def key(self, reason: Reason) -> str:
        """The identifier of a reason's stance in the graph; '' where there is none."""
        return identity(self.document, reason.stance) if reason.stance else ""


def stance(graph: Path, name: str) -> Explained:
    """Why a graph's folder has a stance ('stance/DOCUMENT/DIGEST' or its IRI).

    Raises QueryError where the document as it is now has no such stance, GraphError where its source is gone.
    """
    local = name.removeprefix(ids.BASE)
    parts = local.split("/")
    if len(parts) != 3 or parts[0] != "stance":
        raise QueryError("not the identifier of a stance", name, "it looks like stance/DOCUMENT/0123456789ab; coldgraph query lists them")
    if model := _entry(graph, parts[1]).get("model"):
        raise QueryError(f"the model {model!r} was asked for it, which gives no reasons", local, "its words are in cg:why: coldgraph query")
    document, scene, changed = _scene(graph, parts[1])
    told = Explained(document, scene, tuple(reasons(scene, Span(0, len(scene.text)))), changed)
    found = tuple(r for r in told.reasons if told.key(r) == local)
    if not found:
        advice = "build the graph again, or ask for its sentence: coldgraph why GRAPH DOCUMENT --at OFFSET"
        raise QueryError("the document as it is read now has no such stance", local, advice)
    return Explained(document, scene, found, changed)


def sentence(graph: Path, name: str, at: int) -> Explained:
    """How all pairs of the sentence at an offset of a document's text were judged."""
    document, scene, changed = _scene(graph, name.removeprefix(ids.BASE).removeprefix("document/"))
    if not 0 <= at < len(scene.text):
        raise QueryError(f"the text has no character {at}", document, f"it has {len(scene.text):,}")
    return Explained(document, scene, tuple(reasons(scene, Span(at, at + 1))), changed)


def _scene(graph: Path, document: str) -> tuple[str, Scene, bool]:
    """The document's identifier, its scene, and whether its source has changed."""
    source, entry = _source(graph, document)
    path = graph / entry["place"]
    if not path.is_file():
        advice = f"put the source {source} back, or build the graph again from where it is now"
        raise GraphError("the document's source is not where it was built from", path, advice)
    task = workshop.Task(path, source, graph, entry.get("suffix", ""))
    shop = workshop.here()
    found = shop.find(task, document)
    if found is None:
        raise GraphError("the source holds this document no more", f"{path}: {document}", "build the graph again")
    return document, shop.scene(found), file_sha256(path) != entry["checksum"]


def _source(graph: Path, document: str) -> tuple[str, dict[str, Any]]:
    """The name and the manifest's entry of the source from which a document was built."""
    source = _entry(graph, document)["source"]
    return source, _manifest(graph)["sources"][source]


def _entry(graph: Path, document: str) -> dict[str, Any]:
    documents: dict[str, dict[str, Any]] = _manifest(graph)["documents"]
    if document not in documents:
        raise QueryError("the graph has no such document", document, "coldgraph query GRAPH --named table-documents lists them")
    return documents[document]


def _manifest(graph: Path) -> dict[str, Any]:
    manifest = Folder(graph).manifest()
    if manifest is None:
        raise GraphError("this is not a graph that coldgraph built", graph, "build it first: coldgraph build SOURCES... --into GRAPH")
    return manifest
