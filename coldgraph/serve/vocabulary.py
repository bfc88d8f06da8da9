"""The terms that the page's editor proposes: those of our ontology, and those of others that its shapes ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from coldgraph import namespaces
from coldgraph.ask.prologue import PREFIXES
from coldgraph.resources import folder

_PATH = "http://www.w3.org/ns/shacl#path"
_KINDS = {
    "classes": (namespaces.OWL + "Class",),
    "properties": tuple(namespaces.OWL + kind for kind in ("ObjectProperty", "DatatypeProperty")),
}
_TYPE, _COMMENT = namespaces.RDF + "type", namespaces.RDFS + "comment"


def vocabulary() -> dict[str, Any]:
    """Prefixes, and classes and properties as {IRI: what it means}, sorted."""
    store = ox.Store()
    for name in ("coldgraph.ttl", "shapes.ttl"):
        store.bulk_load(path=str(folder("ontology") / name), format=ox.RdfFormat.TURTLE)
    found: dict[str, Any] = {kind: _told(store, set(_of(store, types))) for kind, types in _KINDS.items()}
    found["properties"] |= _told(store, {_TYPE, *_values(store, _PATH)} - found["properties"].keys())
    return found | {"prefixes": {name.removesuffix(":"): iri for name, iri in PREFIXES.items()}}


def _of(store: ox.Store, types: tuple[str, ...]) -> Iterator[str]:
    for kind in types:
        for quad in store.quads_for_pattern(None, ox.NamedNode(_TYPE), ox.NamedNode(kind)):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject.value


def _values(store: ox.Store, name: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, ox.NamedNode(name), None):
        if isinstance(quad.object, ox.NamedNode):
            yield quad.object.value


def _told(store: ox.Store, names: set[str]) -> dict[str, str]:
    return {name: _comment(store, name) for name in sorted(names)}


def _comment(store: ox.Store, name: str) -> str:
    found = store.quads_for_pattern(ox.NamedNode(name), ox.NamedNode(_COMMENT), None)
    return next((quad.object.value for quad in found if isinstance(quad.object, ox.Literal)), "")
