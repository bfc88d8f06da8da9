"""A graph folder as one RDF file: the same bytes for the same graph."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from coldgraph.errors import GraphError
from coldgraph.store import index

_PREFIXES = {
    "cg": "https://w3id.org/coldgraph/ontology#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def export(graph: Path, form: str, output: Path) -> int:
    """Write a graph as nquads, trig, turtle or jsonld; the number of quads read is returned.

    The file appears only when it is whole. Turtle has no named graphs: all are joined. Raises
    GraphError where a file of the graph is broken or the output cannot be written.
    """
    draft = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with draft.open("wb") as out:
            count = _WRITERS[form](list(index.files(graph).values()), out)
        draft.replace(output)
    except (OSError, ValueError, SyntaxError) as broken:
        raise GraphError(f"the export failed: {broken}", output, "is there room, and is the graph whole? coldgraph check GRAPH") from broken
    finally:
        draft.unlink(missing_ok=True)
    return count


def _nquads(files: list[Path], out: IO[bytes]) -> int:
    count = 0
    for file in files:
        data = file.read_bytes()
        out.write(data)
        count += data.count(b"\n")
    return count


def _quads(files: list[Path], count: list[int]) -> Iterator[ox.Quad]:
    """All quads in the order of the sorted files."""
    for file in files:
        for quad in ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS):
            count[0] += 1
            yield quad


def _named(form: ox.RdfFormat) -> Callable[[list[Path], IO[bytes]], int]:
    def write(files: list[Path], out: IO[bytes]) -> int:
        count = [0]
        ox.serialize(_quads(files, count), out, form, prefixes=None if form == ox.RdfFormat.JSON_LD else _PREFIXES)
        return count[0]

    return write


def _turtle(files: list[Path], out: IO[bytes]) -> int:
    count = [0]
    ox.serialize((quad.triple for quad in _quads(files, count)), out, ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return count[0]


_WRITERS: dict[str, Callable[[list[Path], IO[bytes]], int]] = {
    "nquads": _nquads,
    "trig": _named(ox.RdfFormat.TRIG),
    "turtle": _turtle,
    "jsonld": _named(ox.RdfFormat.JSON_LD),
}
