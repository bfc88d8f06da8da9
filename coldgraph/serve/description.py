"""What the endpoint says of itself where no query is sent: SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from coldgraph import namespaces
from coldgraph.serve import media

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
# All that `coldgraph.serve.media` writes, as http://www.w3.org/ns/formats/ names it.
_WRITTEN = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads", "N3",
)  # fmt: skip
_PREFIXES = {"sd": _SD, "formats": _FORMATS, "rdf": namespaces.RDF}


def description(endpoint: str, graphs: Iterable[str], accept: str) -> tuple[bytes, str]:
    """The description of an endpoint at an address, with the names of its graphs, and its media type. Raises Refused (406)."""
    name, form = media.chosen(media.GRAPHS, accept)
    if not isinstance(form, ox.RdfFormat):
        raise TypeError(form)
    prefixes = None if form in (ox.RdfFormat.JSON_LD, ox.RdfFormat.RDF_XML) else _PREFIXES
    return ox.serialize(_triples(endpoint, graphs), format=form, prefixes=prefixes) or b"", media.written(name)


def _triples(endpoint: str, graphs: Iterable[str]) -> Iterator[ox.Triple]:
    service, dataset, default = ox.NamedNode(endpoint), ox.BlankNode("dataset"), ox.BlankNode("default")
    yield _is(service, "Service")
    for name, value in _ABOUT:
        yield ox.Triple(service, _sd(name), value)
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield _is(dataset, "Dataset")
    yield ox.Triple(dataset, _sd("defaultGraph"), default)
    yield _is(default, "Graph")
    for number, graph in enumerate(graphs):
        named = ox.BlankNode(f"graph{number}")
        yield ox.Triple(dataset, _sd("namedGraph"), named)
        yield _is(named, "NamedGraph")
        yield ox.Triple(named, _sd("name"), ox.NamedNode(graph))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)


def _is(what: ox.NamedNode | ox.BlankNode, kind: str) -> ox.Triple:
    return ox.Triple(what, ox.NamedNode(namespaces.RDF + "type"), _sd(kind))


_ABOUT = [
    ("supportedLanguage", _sd("SPARQL11Query")),
    ("feature", _sd("UnionDefaultGraph")),
    *(("resultFormat", ox.NamedNode(_FORMATS + name)) for name in _WRITTEN),
]
