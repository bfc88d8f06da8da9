"""GRAPH/tables: Parquet files that are derived from the N-Quads files, as the index is.

GRAPH/tables/<table>/<key>.parquet holds the rows of some 60 documents, where the key is the
digest of what they were made from: what has not changed keeps its files, bytes and names.
GRAPH/tables/contents.json, written last, names the files that count; all others are stale.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coldgraph import __version__, ids
from coldgraph.errors import GraphError
from coldgraph.folder import COMMON, write
from coldgraph.store import index
from coldgraph.store.tables.columns import TABLES
from coldgraph.store.tables.parquet import Files
from coldgraph.store.tables.quads import subjects
from coldgraph.store.tables.rows import Described, Names, described, entities, rows

_CONTENTS = "contents.json"
_SHARE = 64
_FORM = ids.digest(__version__, repr(TABLES))

Chunk = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Tables that are whole: their folder, the key of the graph they were made from, and the Parquet files of each."""

    folder: Path
    key: str
    files: dict[str, tuple[Path, ...]]


def refresh(graph: Path) -> Place:
    """Bring the tables up to date with the files of the graph. Nothing is done where they are current.

    Raises GraphError where the folder is no graph, its files are broken, or it cannot be written.
    """
    contents = index.checksums(graph)
    key = index.key_of(contents)
    found = _known(graph, key)
    if found is None:
        with index.alone(graph):
            found = _known(graph, key) or _make(graph, contents, key)
    return found


def forget(graph: Path) -> None:
    """Remove all tables of a graph, so that they are made anew."""
    shutil.rmtree(graph / "tables", ignore_errors=True)


def _known(graph: Path, key: str) -> Place | None:
    """The tables that lie here, if they are of this state of the graph and no file of them is torn."""
    state = _state(graph)
    if state.get("key") != key or state.get("form") != _FORM:
        return None
    return _placed(graph, key, state["chunks"]) if all(_whole(graph, chunk) for chunk in state["chunks"]) else None


def _state(graph: Path) -> dict[str, Any]:
    try:
        found = json.loads((graph / "tables" / _CONTENTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("chunks"), list) else {}


def _whole(graph: Path, chunk: Chunk) -> bool:
    try:
        return all((graph / "tables" / t / f"{chunk['name']}.parquet").stat().st_size == chunk["sizes"][t] for t in TABLES)
    except (OSError, KeyError, TypeError):
        return False


def _placed(graph: Path, key: str, chunks: list[Chunk]) -> Place:
    folder = graph / "tables"
    return Place(folder, key, {t: tuple(folder / t / f"{c['name']}.parquet" for c in chunks) for t in TABLES})


def _make(graph: Path, contents: Mapping[str, str], key: str) -> Place:
    """Write what has changed, then the contents, and remove what does not count any more."""
    try:
        common, sources = _common(graph, contents), index.files(graph)
        old = {c["name"]: c for c in _state(graph).get("chunks", ())}
        chunks = [_chunk(graph, part, contents, sources, common, old) for part in parts(contents)]
        state = {"key": key, "form": _FORM, "chunks": chunks}
        write(graph / "tables" / _CONTENTS, json.dumps(state, ensure_ascii=False, indent=1, sort_keys=True).encode())
        _tidy(graph, {c["name"] for c in chunks})
    except OSError as broken:
        raise index.unwritable(broken, graph / "tables") from broken
    return _placed(graph, key, chunks)


def parts(contents: Mapping[str, str]) -> Iterator[list[str]]:
    """The graphs in the order of their names, cut where a name's digest says so.

    Then a document that comes or goes changes one part only, and the same names are always cut alike.
    """
    yield [name for name in contents if name in COMMON]
    part: list[str] = []
    for name in sorted(name for name in contents if name not in COMMON):
        if part and int(ids.digest(name), 16) % _SHARE == 0:
            yield part
            part = []
        part.append(name)
    if part:
        yield part


def _common(graph: Path, contents: Mapping[str, str]) -> Described:
    """What the common graphs say of entities."""
    found: Described = {}
    for name in COMMON:
        if name in contents:
            found = described(entities(subjects(graph / f"{name}.nq"))) | found
    return found


def _chunk(
    graph: Path, part: list[str], contents: Mapping[str, str], sources: Mapping[str, Path], common: Described, old: Mapping[str, Chunk]
) -> Chunk:  # fmt: skip
    """The files of one part: those that lie here where they were made from the same, else new ones."""
    made_from = ids.digest(_FORM, *(f"{name} {contents[name]}" for name in part))
    for chunk in old.values():
        if chunk.get("from") == made_from and _whole(graph, chunk) and _same(chunk["names"], common):
            return chunk
    return _written(graph, [sources[name] for name in part], made_from, Names(common))


def _same(names: Mapping[str, list[str]], common: Described) -> bool:
    """Whether the entities that a part names are still called what its rows call them."""
    return all(common.get(entity, ("", "")) == tuple(told) for entity, told in names.items())


def _written(graph: Path, files: list[Path], made_from: str, names: Names) -> Chunk:
    draft = graph / "tables" / f".draft-{os.getpid()}"
    try:
        with Files(draft, "part") as out:
            for file in files:
                _add(out, file, names)
        used = {entity: list(told) for entity, told in sorted(names.used.items())}
        name = ids.digest(made_from, json.dumps(used))
        sizes = {table: _moved(path, graph / "tables" / table / f"{name}.parquet") for table, path in out.paths.items()}
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return {"name": name, "from": made_from, "names": used, "sizes": sizes}


def _add(out: Files, file: Path, names: Names) -> None:
    found = subjects(file)
    try:
        for table, row in rows(found, names):
            out.add(table, row)
    except ValueError as broken:
        raise GraphError(f"a value is not of its type: {broken}", file, "build the graph again") from broken


def _moved(draft: Path, place: Path) -> int:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft.replace(place)
    return place.stat().st_size


def _tidy(graph: Path, names: set[str]) -> None:
    """Remove the files of earlier states and the drafts of processes that were killed."""
    for file in (graph / "tables").glob("*/*.parquet"):
        if file.stem not in names:
            with suppress(OSError):
                file.unlink()
    for draft in (graph / "tables").glob(".draft-*"):
        shutil.rmtree(draft, ignore_errors=True)
