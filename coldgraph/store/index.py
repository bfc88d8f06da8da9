"""The index of a graph folder: an Oxigraph store that is derived from the N-Quads files.

GRAPH/index/<key> holds the store, where the key is the digest of what it was made from.
It is made beside and moved into place by one rename: a folder with the right key is
whole, and every other folder is stale or torn. Readers open it read-only.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from coldgraph import ids
from coldgraph.errors import GraphError
from coldgraph.folder import COMMON, Folder, file_sha256
from coldgraph.store.embedded import Embedded

_CONTENTS = "contents.json"
_ADVICE = "build it first: coldgraph build SOURCES... --into GRAPH"


def opened(graph: Path) -> Embedded:
    """The store of a graph folder, read-only; made first where it is missing, torn or stale.

    Raises GraphError where the folder is no graph or its files are broken.
    """
    place = refresh(graph)
    try:
        return Embedded(place / "store")
    except GraphError:
        shutil.rmtree(place, ignore_errors=True)
        return Embedded(refresh(graph) / "store")


def refresh(graph: Path) -> Path:
    """Bring the index up to date with the files and hand on its folder. Nothing is done where it is current."""
    contents = checksums(graph)
    place = graph / "index" / key_of(contents)
    if not (place / _CONTENTS).is_file():
        with alone(graph):
            if not (place / _CONTENTS).is_file():
                _make(graph, contents, place)
                _tidy(place)
    return place


@contextmanager
def alone(graph: Path) -> Iterator[None]:
    """One process makes the index, others wait for it; drafts that lie here are of processes that were killed."""
    try:
        lock = FileLock(graph / ".index-lock")
        lock.acquire()
    except OSError as broken:
        raise unwritable(broken, graph) from broken
    try:
        for draft in (graph / "index").glob(".draft-*"):
            shutil.rmtree(draft, ignore_errors=True)
        yield
    finally:
        lock.release()


def unwritable(broken: OSError, folder: Path) -> GraphError:
    what = f"the index cannot be written: {broken.strerror or broken}"
    return GraphError(what, folder, "make room, or give yourself the right to write there; the documents of the graph are not touched")


def manifest(graph: Path) -> dict[str, object]:
    """The manifest of a graph folder. Raises GraphError where the folder is no graph."""
    file = graph / "manifest.json"
    if not file.is_file():
        raise GraphError("this is not a graph: it has no manifest.json" if graph.exists() else "there is no such graph", graph, _ADVICE)
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if not isinstance(found, dict) or not isinstance(found["documents"], dict):
            raise ValueError("it lists no documents")
    except (OSError, ValueError, KeyError) as broken:
        raise GraphError(f"the manifest cannot be read: {broken}", file, "build the graph again") from broken
    return found


def files(graph: Path) -> dict[str, Path]:
    """The N-Quads files by the name of their graph: common and background ones that exist, and every document of the manifest."""
    common = {name: graph / f"{name}.nq" for name in COMMON}
    documents = manifest(graph)["documents"]
    names = sorted(documents) if isinstance(documents, dict) else []
    found = {n: f for n, f in common.items() if f.is_file()} | _background(graph)
    return found | {n: graph / "documents" / f"{n}.nq" for n in names}


def _background(graph: Path) -> dict[str, Path]:
    """The published facts that were added. Their names hold a slash, which no document's does."""
    return {f"background/{f.stem}": f for f in sorted((graph / "background").glob("[!.]*.nq"))}


def checksums(graph: Path) -> dict[str, str]:
    """The checksum of each graph: documents as the manifest has them, all other files and what a build is replacing as they are.

    What is pending is read before the manifest: a build writes the manifest first, and then nothing is pending.
    """
    pending = Folder(graph).interrupted()
    documents = manifest(graph)["documents"]
    found = {n: str(d.get("nquads", "")) for n, d in documents.items()} if isinstance(documents, dict) else {}
    for name, file in files(graph).items():
        if (name in COMMON or name in pending or "/" in name) and file.is_file():
            found[name] = file_sha256(file)
    return dict(sorted(found.items()))


def key_of(contents: Mapping[str, str]) -> str:
    return ids.digest(json.dumps(contents, sort_keys=True))


def _make(graph: Path, contents: Mapping[str, str], place: Path) -> None:
    draft = graph / "index" / f".draft-{os.getpid()}"
    try:
        shutil.rmtree(place, ignore_errors=True)
        draft.mkdir(parents=True)
        _fill(graph, contents, draft, place)
        (draft / _CONTENTS).write_text(json.dumps(contents), encoding="utf-8")
        _move(draft, place)
    except OSError as broken:
        raise unwritable(broken, graph / "index") from broken
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _fill(graph: Path, contents: Mapping[str, str], draft: Path, place: Path) -> None:
    """Change a copy of an older index where little has changed; else load all files."""
    old = _older(place)
    changed = _changed(old, contents) if old else None
    if old and changed is not None and len(changed) * 4 <= len(contents) and _copied(old, draft):
        _change(graph, contents, changed, draft)
        return
    store = Embedded(draft / "store", writable=True)
    store.load_files(_existing(files(graph)))
    store.optimize()
    store.close()


def _change(graph: Path, contents: Mapping[str, str], changed: list[str], draft: Path) -> None:
    store, sources = Embedded(draft / "store", writable=True), files(graph)
    for name in changed:
        if name in contents:
            store.load(ids.graph(name), sources[name])
        else:
            store.drop(ids.graph(name))
    store.optimize()
    store.close()


def _existing(sources: Mapping[str, Path]) -> list[Path]:
    if missing := [f for f in sources.values() if not f.is_file()]:
        raise GraphError(f"{len(missing)} N-Quads file(s) that the manifest names are missing", missing[0], "build the graph again")
    return list(sources.values())


def _older(place: Path) -> Path | None:
    """Another whole index of the same graph, if one is left."""
    return next((p.parent for p in sorted(place.parent.glob(f"*/{_CONTENTS}")) if p.parent != place), None)


def _changed(old: Path, contents: Mapping[str, str]) -> list[str] | None:
    try:
        before = json.loads((old / _CONTENTS).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return sorted(n for n in before.keys() | contents.keys() if before.get(n) != contents.get(n))


def _copied(old: Path, draft: Path) -> bool:
    try:
        Embedded(old / "store", writable=True).copy_to(draft / "store")
    except (GraphError, OSError):
        shutil.rmtree(draft / "store", ignore_errors=True)
        return False
    return True


def _move(draft: Path, place: Path) -> None:
    try:
        draft.rename(place)
    except OSError:
        if not (place / _CONTENTS).is_file():
            raise


def _tidy(place: Path) -> None:
    """Remove the indexes of earlier states; what another process still holds open stays readable to it."""
    for other in place.parent.iterdir():
        if other != place and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)
