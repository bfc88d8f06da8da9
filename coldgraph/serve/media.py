"""In which form an answer goes out: what each kind of query can give, and what the client asks for."""

from __future__ import annotations

import pyoxigraph as ox

from coldgraph.serve.refused import Refused

Form = ox.QueryResultsFormat | ox.RdfFormat

# The first is given where the client does not mind.
TABLES: dict[str, Form] = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
GRAPHS: dict[str, Form] = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/trig": ox.RdfFormat.TRIG,
    "application/n-quads": ox.RdfFormat.N_QUADS,
    "text/n3": ox.RdfFormat.N3,
}


def chosen(offered: dict[str, Form], accept: str) -> tuple[str, Form]:
    """The media type that the Accept header likes best, and its form. Raises Refused (406) where it wants none of them.

    >>> chosen(TABLES, "text/csv;q=0.9, application/xml;q=0.2")[0]
    'text/csv'
    """
    name = best(list(offered), accept)
    if not name:
        raise Refused(406, "the answer cannot be given in a form that the Accept header names", f"it can be: {', '.join(offered)}")
    return name, offered[name]


def best(offered: list[str], accept: str) -> str:
    """The one of some media types that an Accept header likes best, '' for none; the earlier of equals. Raises Refused (400)."""
    import mimeparse

    try:
        return str(mimeparse.best_match(offered[::-1], accept.strip() or "*/*"))
    except mimeparse.MimeTypeParseException as broken:
        raise Refused(400, f"the Accept header cannot be read: {broken}", "write it as in: Accept: text/csv") from broken


def written(name: str) -> str:
    """A media type as the Content-Type header has it: what is text is UTF-8."""
    return f"{name}; charset=utf-8" if name.startswith("text/") else name
