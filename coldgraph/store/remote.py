"""Any SPARQL 1.1 endpoint, over HTTP: the Protocol for queries, the Graph Store Protocol for writing."""

from __future__ import annotations

import json
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import replace
from http.client import HTTPException
from pathlib import Path

import pyoxigraph as ox

from coldgraph import __version__
from coldgraph.errors import GraphError, QueryError
from coldgraph.store.answer import TRIPLE, Answer, from_json
from coldgraph.store.dataset import named_in
from coldgraph.store.embedded import parsed, plain
from coldgraph.store.terms import iri

_ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"
_AGENT = f"coldgraph/{__version__}"
_UNION = "ASK { ?s ?p ?o }"
_NAMED = "ASK { GRAPH ?g { ?s ?p ?o } }"


class Remote:
    """The store contract over ``endpoint`` (queries) and ``graphs_at`` (the Graph Store Protocol, for writing).

    ``timeout`` is in seconds and bounds each wait for the server. Plain patterns must see the
    union of all graphs, which is a setting of the server: see `check`. What a query names in FROM
    is repeated in the Protocol's parameters, because some servers overlook it in the query.
    """

    def __init__(self, endpoint: str, graphs_at: str = "", timeout: float = 60.0) -> None:
        for address in filter(None, (endpoint, graphs_at)):
            if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
                raise GraphError("not an address of a SPARQL endpoint", address, "it begins with http:// or https://")
        self.endpoint, self.graphs_at, self.timeout = endpoint, graphs_at, timeout

    def query(self, sparql: str, *, limit: int | None = None) -> Answer:
        default, named = named_in(sparql)
        graphs = [("default-graph-uri", g) for g in default or ()] + [("named-graph-uri", g) for g in named or ()]
        form = urllib.parse.urlencode([("query", sparql), *graphs]).encode()
        body, media = self._send("POST", self.endpoint, form, "application/x-www-form-urlencoded")
        answer = _answer(body, media, self.endpoint)
        if limit is None or len(answer) <= limit:
            return answer
        return replace(answer, rows=answer.rows[:limit], truncated=True)

    def load(self, graph: str, source: Path | bytes) -> None:
        data = source.read_bytes() if isinstance(source, Path) else source
        triples = [q.triple for q in parsed(data, graph, source)]
        body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
        self._send("PUT", self._place(graph), body, "application/n-triples")

    def drop(self, graph: str) -> None:
        self._send("DELETE", self._place(graph))

    def count(self, graph: str | None = None) -> int:
        pattern = iri(graph).n3() if graph else "?g"
        found = self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {pattern} {{ ?s ?p ?o }} }}")
        return int(found.rows[0][0].value) if found.rows[0][0] else 0

    def graphs(self) -> list[str]:
        found = self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        return sorted(row[0].value for row in found.rows if row[0])

    def close(self) -> None:
        """Nothing is kept open between requests."""

    def check(self) -> None:
        """Raise GraphError where plain patterns do not see the named graphs, or nobody answers."""
        if self.query(_NAMED) and not self.query(_UNION):
            advice = "let the server unite all graphs as its default graph (Oxigraph: --union-default-graph)"
            raise GraphError("plain patterns do not see the named graphs", self.endpoint, advice)

    def _place(self, graph: str) -> str:
        if not self.graphs_at:
            raise GraphError("no address for writing is known", self.endpoint, "give the server's Graph Store address")
        return f"{self.graphs_at}?{urllib.parse.urlencode({'graph': graph})}"

    def _send(self, verb: str, address: str, body: bytes | None = None, media: str = "") -> tuple[bytes, str]:
        headers = {"Accept": _ACCEPT, "User-Agent": _AGENT} | ({"Content-Type": media} if media else {})
        request = urllib.request.Request(address, data=body, headers=headers, method=verb)
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                return answer.read(), answer.headers.get_content_type()
        except urllib.error.HTTPError as refused:
            with refused:
                return _refused(verb, address, refused)
        except TimeoutError as late:
            raise QueryError(f"no answer within {self.timeout:g} s", address, "ask for less, or allow more time") from late
        except (OSError, HTTPException) as broken:
            raise GraphError(f"the endpoint cannot be reached: {broken}", address, "is the server running?") from broken


def _refused(verb: str, address: str, refused: urllib.error.HTTPError) -> tuple[bytes, str]:
    if verb == "DELETE" and refused.code == 404:
        return b"", ""
    said = refused.read(2000).decode("utf-8", "replace").strip()
    if refused.code == 400:
        raise QueryError(f"the endpoint does not accept the query: {said}", address, "is it SPARQL 1.1?") from refused
    raise GraphError(f"the endpoint answers {refused.code}: {said}", address, "see the server's log") from refused


def _answer(body: bytes, media: str, address: str) -> Answer:
    try:
        if media.endswith("json"):
            return from_json(json.loads(body))
        triples = ox.parse(body, format=ox.RdfFormat.from_media_type(media) or ox.RdfFormat.N_TRIPLES)
        rows = tuple((plain(t.subject), plain(t.predicate), plain(t.object)) for t in triples)
        return Answer(TRIPLE, rows, "construct")
    except (ValueError, KeyError, TypeError, SyntaxError) as broken:
        advice = "the server may have stopped at its time limit: ask for less"
        raise QueryError(f"the answer breaks off or is no SPARQL result: {broken}", address, advice) from broken
