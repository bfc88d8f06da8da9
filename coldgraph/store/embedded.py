"""Oxigraph in this process, in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from coldgraph.errors import GraphError, QueryError
from coldgraph.store.answer import TRIPLE, Answer, Row, ask
from coldgraph.store.dataset import Graphs, named_in
from coldgraph.store.terms import STRING, Term, iri

OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Found: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
_AGAIN = "build the graph again; a file of the background: coldgraph background add"

_AT_ONCE = 40_000_000
"""Bytes of N-Quads loaded at once: some 190,000 quads, which take about 150 MB while they are sorted."""


class Embedded:
    """The store contract over Oxigraph. ``folder`` None keeps everything in memory.

    Raises GraphError where the folder holds no usable store, or another process writes to it.
    """

    def __init__(self, folder: Path | None = None, *, writable: bool = False) -> None:
        self.folder = folder
        self._store = _opened(folder, writable)

    def query(self, sparql: str, *, limit: int | None = None) -> Answer:
        with self.explained():
            return _answer(self.found(sparql), limit)

    def found(self, sparql: str, dataset: tuple[Graphs, Graphs] | None = None) -> Found:
        """Oxigraph's own answer, not read yet; read it within `explained`.

        ``dataset`` (default graphs, named graphs) takes the place of what the query names in FROM.
        """
        default, named = dataset or named_in(sparql)
        return self._store.query(
            sparql,
            use_default_graph_as_union=default is None,
            default_graph=None if default is None else [ox.NamedNode(g) for g in default],
            named_graphs=None if named is None else [ox.NamedNode(g) for g in named],
        )

    @contextmanager
    def explained(self) -> Iterator[None]:
        """Turns Oxigraph's errors into QueryError."""
        try:
            yield
        except SyntaxError as broken:
            raise QueryError(f"the query is not SPARQL 1.1: {broken.msg}", advice="see the position in the message") from broken
        except (OSError, ValueError, RuntimeError) as broken:
            raise QueryError(
                f"the query failed: {broken}", self.folder or "memory", "if it goes on, delete the graph's index folder"
            ) from broken

    def load(self, graph: str, source: Path | bytes) -> None:
        data = source.read_bytes() if isinstance(source, Path) else source
        quads = parsed(data, graph, source)
        self.drop(graph)
        self._store.extend(quads)

    def load_files(self, files: Iterable[Path]) -> None:
        """Add whole N-Quads files as they are, fast; for a store that is made anew.

        A bulk load holds in memory all that it is given, in six orders, so it is given a piece at a time; it reads bytes
        faster than a file object, and many small files one by one take it twice as long.
        """
        for some in _pieces(files):
            try:
                self._store.bulk_load(b"".join(f.read_bytes() for f in some), format=ox.RdfFormat.N_QUADS)
            except (SyntaxError, ValueError, OSError) as broken:
                if where := next((f for f in some if not _readable(f)), None):
                    raise GraphError(f"not usable N-Quads: {broken}", where, _AGAIN) from broken
                raise GraphError(f"the index cannot be written: {broken}", self.folder or "memory", "make room, and ask again") from broken

    def drop(self, graph: str) -> None:
        self._store.remove_graph(ox.NamedNode(graph))

    def count(self, graph: str | None = None) -> int:
        if graph is None:
            return len(self._store)
        found = self.query(f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {iri(graph).n3()} {{ ?s ?p ?o }} }}")
        return int(found.rows[0][0].value) if found.rows[0][0] else 0

    def graphs(self) -> list[str]:
        return sorted(g.value for g in self._store.named_graphs())

    def close(self) -> None:
        self._store = ox.Store()

    def native(self) -> ox.Store:
        """The Oxigraph store itself, for oxrdflib and for exports."""
        return self._store

    def optimize(self) -> None:
        """Write everything out and compact it, once after a bulk load."""
        self._store.flush()
        self._store.optimize()

    def copy_to(self, folder: Path) -> None:
        """A copy on disk that shares unchanged files with this one (hard links) and is independent of it."""
        self._store.flush()
        self._store.backup(str(folder))


def _pieces(files: Iterable[Path]) -> Iterator[list[Path]]:
    """The files in their order, in lists of no more than some bytes together; a larger file is alone."""
    some: list[Path] = []
    held = 0
    for file in files:
        size = file.stat().st_size
        if some and held + size > _AT_ONCE:
            yield some
            some, held = [], 0
        some.append(file)
        held += size
    if some:
        yield some


def _readable(file: Path) -> bool:
    try:
        return all(True for _ in ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError, OSError):
        return False


def _opened(folder: Path | None, writable: bool) -> ox.Store:
    try:
        if folder is None:
            return ox.Store()
        return ox.Store(str(folder)) if writable else ox.Store.read_only(str(folder))
    except (OSError, RuntimeError, ValueError) as broken:
        advice = "wait until another process that writes here has finished, make room, or delete this folder: it is made again"
        raise GraphError(f"the index cannot be opened: {broken}", folder or "", advice) from broken


def parsed(data: bytes, graph: str, source: object = "") -> list[ox.Quad]:
    """The quads of one named graph; GraphError where the bytes are not N-Quads of that graph alone."""
    where = source if isinstance(source, Path) else graph
    try:
        quads = list(ox.parse(data, format=ox.RdfFormat.N_QUADS))
    except (SyntaxError, ValueError) as broken:
        raise GraphError(f"not N-Quads: {broken}", where, _AGAIN) from broken
    name = ox.NamedNode(graph)
    if strange := next((q for q in quads if q.graph_name != name), None):
        raise GraphError(f"a line belongs to {strange.graph_name}, not to this graph", where, "load each graph by itself")
    return quads


def _answer(found: object, limit: int | None) -> Answer:
    if isinstance(found, ox.QueryBoolean):
        return ask(bool(found))
    if isinstance(found, ox.QueryTriples):
        rows, more = _cut((_row((t.subject, t.predicate, t.object)) for t in found), limit)
        return Answer(TRIPLE, rows, "construct", more)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(f"an unknown kind of answer: {type(found)}")
    rows, more = _cut((_row(s) for s in found), limit)
    return Answer(tuple(v.value for v in found.variables), rows, "select", more)


def _cut(rows: Iterator[Row], limit: int | None) -> tuple[tuple[Row, ...], bool]:
    kept = tuple(islice(rows, limit))
    return kept, limit is not None and next(rows, None) is not None


def _row(values: Iterable[OxTerm | None]) -> Row:
    return tuple(None if v is None else plain(v) for v in values)


def plain(term: OxTerm) -> Term:
    """An Oxigraph term as a plain one; a triple term becomes a literal of its text."""
    if isinstance(term, ox.NamedNode):
        return Term("iri", term.value)
    if isinstance(term, ox.BlankNode):
        return Term("blank", term.value)
    if isinstance(term, ox.Literal):
        datatype = term.datatype.value
        return Term("literal", term.value, "" if datatype == STRING else datatype, term.language or "")
    return Term("literal", str(term))
