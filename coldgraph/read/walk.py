"""Files and folders -> sources in a fixed order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from coldgraph.read.values import Source

_KINDS = {
    ".xml": "frus",
    ".tei": "frus",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
}
_NO_DOCUMENT = re.compile(r"(?:readme|licen[cs]e)(?:\.\w+)?|.*\.(?:json|jsonld|csv|tsv|nq|nt|ttl|trig)", re.IGNORECASE | re.DOTALL)
_GRAPH = {"manifest.json", "documents", "texts"}


def sources(paths: Sequence[Path]) -> Iterator[Source]:
    """Every file below the paths, sorted by name within each; a file met twice comes once.

    Hidden files and folders are passed over, links to folders are not followed. A path that
    is missing or may not be listed comes too, so that `read` can say what is wrong with it.
    What a folder holds beside documents (a README, tables, RDF, a graph) comes with the
    reason why it is left ``aside``; a file that is given by itself is always tried.
    """
    seen: set[str] = set()
    names: set[str] = set()
    for path in paths:
        for file, name in _below(path):
            if (real := os.path.realpath(file)) in seen:
                continue
            seen.add(real)
            free = name if name not in names else f"{shown(Path(os.path.basename(os.path.abspath(path))))}/{name}"
            names.add(free)
            yield Source(file, free, _KINDS.get(file.suffix.lower(), ""), "" if file == path else _aside(file))


def shown(path: Path) -> str:
    """A path as text: with slashes, and bytes that are not UTF-8 written as \\xNN."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _aside(file: Path) -> str:
    if os.path.isdir(file):
        return "graphs, not documents" if os.access(file, os.R_OK | os.X_OK) and _is_graph(os.listdir(file)) else ""
    return "not documents by their names (give one by itself to have it read)" if _NO_DOCUMENT.fullmatch(file.name) else ""


def _is_graph(names: Sequence[str]) -> bool:
    return set(names) >= _GRAPH


def _below(path: Path) -> list[tuple[Path, str]]:
    if not os.path.isdir(path):
        return [(path, shown(Path(path.name)))]
    found = [(file, shown(file.relative_to(path)) if file != path else shown(path)) for file in _files(path)]
    return sorted(found, key=lambda pair: (pair[1], os.fsencode(pair[0])))


def _files(root: Path) -> Iterator[Path]:
    barred: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: barred.append(Path(error.filename))):
        if _is_graph([*folders, *files]):
            folders.clear()
            yield Path(folder)
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in files if not name.startswith("."))
    yield from barred
