"""A graph folder brought to a server, named graph by named graph, each read back and compared.

What has been brought is noted beside the folder, so that a push that was stopped goes on, and
the next push brings only what has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pyoxigraph as ox

from coldgraph import ids
from coldgraph.errors import GraphError
from coldgraph.folder import file_sha256
from coldgraph.store import index
from coldgraph.store.embedded import parsed, plain
from coldgraph.store.graph_store import GraphStore
from coldgraph.store.remote import Remote
from coldgraph.store.terms import Term

_ADVICE = "push again: it goes on where it stopped"


@dataclass(frozen=True, slots=True)
class Note:
    """That a graph lies on the server: the checksum of the file it came from, and how many statements it has."""

    graph: str
    sha256: str
    count: int


@dataclass(slots=True)
class Pushed:
    """What a push did: graphs brought, left as they were, and removed; statements of all graphs now there."""

    brought: int = 0
    kept: int = 0
    removed: int = 0
    statements: int = 0


Report = Callable[[Pushed, int], None]


def push(folder: Path, server: GraphStore, queries: Remote | None = None, report: Report = lambda *_: None) -> Pushed:
    """Bring every named graph of a folder to a server; ``report`` hears of each (what was done, how many there are in all).

    A graph that an earlier push brought and the folder no longer has is removed. With ``queries``
    the server's own counts of all graphs tell what is there already, and are compared at the end; without,
    it is asked for each graph. Raises GraphError where the server cannot be reached or does not hold
    what it was given.
    """
    sources = {ids.graph(name): file for name, file in index.files(folder).items()}
    known = Notes(_beside(folder, server.address))
    counts, done = _counts(queries) if queries else None, Pushed()
    for graph, file in sources.items():
        checksum, note = _checksum(file), known.of.get(graph)
        if note and note.sha256 == checksum and _is_there(note, counts, server):
            done.kept += 1
        else:
            note = Note(graph, checksum, _put(graph, file, server))
            known.add(note)
            done.brought += 1
        done.statements += note.count
        report(done, len(sources))
    for graph in sorted(known.of.keys() - sources.keys()):
        server.delete(graph)
        known.forget(graph)
        done.removed += 1
    if queries:
        _compared(known, _counts(queries))
    return done


def _checksum(file: Path) -> str:
    try:
        return file_sha256(file)
    except OSError as broken:
        raise GraphError(f"cannot be read: {broken.strerror or broken}", file, "build the graph again, and push again") from broken


def _is_there(note: Note, counts: dict[str, int] | None, server: GraphStore) -> bool:
    return server.has(note.graph) if counts is None else counts.get(note.graph, 0) == note.count


def _put(graph: str, file: Path, server: GraphStore) -> int:
    """Put a graph, read it back and compare; the number of its statements."""
    triples = [quad.triple for quad in parsed(file.read_bytes(), graph, file)]
    server.put(graph, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    given, there = fingerprint(triples), fingerprint(_read_back(graph, server))
    if given != there:
        what = f"the server holds {there[0]:,} statements where it was given {given[0]:,}"
        what = "the server holds other statements than it was given" if given[0] == there[0] else what
        raise GraphError(what, graph, "does the server change values, or does somebody else write to this graph?")
    return given[0]


def _read_back(graph: str, server: GraphStore) -> list[ox.Triple]:
    body, media = server.get(graph) or (b"", "application/n-triples")
    try:
        found = ox.parse(body, format=ox.RdfFormat.from_media_type(media) or ox.RdfFormat.TURTLE, base_iri=graph)
        return [quad.triple for quad in found]
    except (SyntaxError, ValueError) as broken:
        raise GraphError(f"what the server gives back cannot be read: {broken}", graph, _ADVICE) from broken


def fingerprint(triples: list[ox.Triple]) -> tuple[int, str]:
    """How many different statements there are, and a checksum that is the same for the same statements.

    Values count, not spellings: a server may write 0.50 as 0.5, or true as 1.
    """
    lines = sorted({" ".join(_canonical(plain(t)) for t in (t.subject, t.predicate, t.object)) for t in triples})
    return len(lines), hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _canonical(term: Term) -> str:
    value = term.python() if term.datatype else term.value
    if isinstance(value, bool | int | float):
        return f"{float(value)!r}^^{term.datatype}"
    return term.n3()


def _counts(queries: Remote) -> dict[str, int]:
    found = queries.query("SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
    return {g.value: int(n.value) for g, n in found.rows if g and n}


def _compared(known: Notes, counts: dict[str, int]) -> None:
    if wrong := [note for note in known.of.values() if counts.get(note.graph, 0) != note.count]:
        what = f"the server counts {counts.get(wrong[0].graph, 0):,} statements where {wrong[0].count:,} were given"
        raise GraphError(f"{len(wrong)} graph(s) differ: {what}", wrong[0].graph, "push again: these are brought anew")


class Notes:
    """A file of notes, one a line, the last one of a graph counting; a line that was cut off is passed over."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.of: dict[str, Note] = {}
        for line in _lines(file):
            self._take(line)

    def add(self, note: Note) -> None:
        self.of[note.graph] = note
        self._write(asdict(note))

    def forget(self, graph: str) -> None:
        del self.of[graph]
        self._write({"graph": graph})

    def _take(self, line: str) -> None:
        try:
            found = json.loads(line)
            if "sha256" in found:
                self.of[found["graph"]] = Note(**found)
            else:
                self.of.pop(found["graph"], None)
        except (ValueError, TypeError, KeyError):
            return

    def _write(self, line: dict[str, object]) -> None:
        try:
            with self._file.open("a", encoding="utf-8") as out:
                out.write(f"\n{json.dumps(line)}")
        except OSError as broken:
            raise GraphError(f"what was pushed cannot be noted: {broken}", self._file, "make room, and push again") from broken


def _lines(file: Path) -> Iterator[str]:
    if file.is_file():
        with file.open(encoding="utf-8", errors="replace") as lines:
            yield from lines


def _beside(folder: Path, address: str) -> Path:
    """GRAPH.pushed-KEY.jsonl beside the folder, one for each server."""
    whole = folder.resolve()
    return whole.with_name(f"{whole.name}.pushed-{ids.digest(address)[:8]}.jsonl")
