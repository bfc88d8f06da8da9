"""Files and folders -> sources in a fixed order."""

from __future__ import annotations

import os
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


def sources(paths: Sequence[Path]) -> Iterator[Source]:
    """Every file below the paths, sorted by name within each; a file met twice comes once.

    Hidden files and folders are left out, links to folders are not followed. A path that
    is missing or may not be listed comes too, so that `read` can say what is wrong with it.
    """
    seen: set[Path] = set()
    names: set[str] = set()
    for path in paths:
        for file, name in _below(path):
            if file.resolve() in seen:
                continue
            seen.add(file.resolve())
            free = name if name not in names else f"{path.as_posix().strip('/')}/{name}"
            names.add(free)
            yield Source(file, free, _KINDS.get(file.suffix.lower(), ""))


def _below(path: Path) -> list[tuple[Path, str]]:
    if not path.is_dir():
        return [(path, path.name)]
    found = [(file, file.relative_to(path).as_posix()) for file in _files(path)]
    return sorted(found, key=lambda pair: pair[1])


def _files(root: Path) -> Iterator[Path]:
    barred: list[Path] = []
    for folder, folders, files in os.walk(root, onerror=lambda error: barred.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in files if not name.startswith("."))
    yield from barred
