"""What the process of a query does with an order: the query parsed and refused or run, its answer written to the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pyoxigraph as ox

from coldgraph import ids
from coldgraph.ask.asking import asked
from coldgraph.ask.guard import refuse
from coldgraph.ask.prologue import PREFIXES, complete
from coldgraph.serve import media
from coldgraph.serve.refused import Refused
from coldgraph.serve.sink import Sink
from coldgraph.store.embedded import Embedded

_PREFIXES = {name.removesuffix(":"): iri for name, iri in PREFIXES.items()}


@dataclass(frozen=True, slots=True)
class Made:
    """An answer: its media type, its length in bytes, and its bytes where they do not lie in the order's file."""

    media: str
    length: int
    body: bytes


def done(store: Embedded, order: dict[str, Any]) -> Made:
    """What an order asks for. Raises Refused, QueryError or GraphError."""
    return _DOES[order["do"]](store, order)


def query(store: Embedded, order: dict[str, Any]) -> Made:
    """The answer to a query in the form that the client accepts."""
    sparql = complete(order["query"])
    refuse(sparql)
    dataset = _dataset(order["default"], order["named"])
    with store.explained():
        found = store.found(sparql, dataset)
        tables = not isinstance(found, ox.QueryTriples)
        name, form = media.chosen(media.TABLES if tables else media.GRAPHS, order["accept"])
        sink = Sink(Path(order["place"]), order["bytes"], order["rows"], form)
        try:
            _write(found, sink, form, order["rows"])
        finally:
            sink.close()
    return Made(media.written(name), sink.length, bytes(sink.small))


def bound(store: Embedded, order: dict[str, Any]) -> Made:
    """The SPARQL of a named question with its values, names resolved in this graph."""
    return _text(asked(store, order["question"], order["values"]).text)


def graphs(store: Embedded, order: dict[str, Any]) -> Made:
    """The IRIs of the named graphs, one a line."""
    return _text("\n".join(store.graphs()))


_DOES = {"query": query, "bound": bound, "graphs": graphs}


def _text(text: str) -> Made:
    data = text.encode()
    return Made("text/plain; charset=utf-8", len(data), data)


def _dataset(default: list[str], named: list[str]) -> tuple[list[str], list[str]] | None:
    """The dataset that the request names, of the graph's own named graphs; None where it names none."""
    if strange := [g for g in [*default, *named] if not g.startswith(ids.BASE)]:
        advice = f"only named graphs of this graph ({ids.BASE}...) can be named; nothing is fetched from elsewhere"
        raise Refused(400, "the request names a graph from elsewhere", advice, strange[0])
    return (default, named) if default or named else None


def _write(found: object, sink: Sink, form: media.Form, rows: int) -> None:
    if isinstance(found, ox.QueryTriples):
        rdf = cast("ox.RdfFormat", form)
        prefixes = None if rdf in (ox.RdfFormat.JSON_LD, ox.RdfFormat.RDF_XML) else _PREFIXES
        ox.serialize(_limited(found, rows), cast("Any", sink), rdf, prefixes=prefixes)
    else:
        cast("ox.QuerySolutions", found).serialize(cast("Any", sink), cast("ox.QueryResultsFormat", form))


def _limited(triples: Iterable[ox.Triple], most: int) -> Iterator[ox.Triple]:
    rest = iter(triples)
    yield from islice(rest, most)
    if next(rest, None) is not None:
        raise Refused(400, f"the answer has more than {most:,} triples", "add a LIMIT, or ask for less")
