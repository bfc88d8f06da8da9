"""A graph's folder on disk: whole files only, one writer, and a trace of what a killed build left."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from coldgraph.errors import GraphError, GraphLocked

VERSION = 1
_STAGING = ".staging"
_PENDING = ".pending"
_LOCK = ".lock"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file, read in pieces."""
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def write(path: Path, data: bytes, *, lasting: bool = True) -> None:
    """Write a file whole or not at all; ``lasting`` waits until the disk has it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.part")
    try:
        with draft.open("wb") as out:
            out.write(data)
            out.flush()
            if lasting:
                os.fsync(out.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


class Folder:
    """GRAPH/manifest.json, documents/, texts/ and the common graphs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging, self.pending = root / _STAGING, root / _PENDING

    def nquads(self, document: str) -> Path:
        return self.root / "documents" / f"{document}.nq"

    def text(self, document: str) -> Path:
        return self.root / "texts" / f"{document}.txt"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Be the only writer. Raises GraphLocked, with the owner, where another process is."""
        self._prepare()
        lock = FileLock(self.root / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as held:
            raise GraphLocked(
                f"another build writes here (process {self._owner()})", self.root, "wait until it has ended, or stop it"
            ) from held
        try:
            (self.root / ".owner").write_text(f"{os.getpid()}", encoding="utf-8")
            shutil.rmtree(self.staging, ignore_errors=True)
            yield
        finally:
            shutil.rmtree(self.staging, ignore_errors=True)
            (self.root / ".owner").unlink(missing_ok=True)
            lock.release()

    def _prepare(self) -> None:
        if self.root.exists() and not self.root.is_dir():
            raise GraphError("is a file, not a folder", self.root, "name a folder for --into")
        foreign = (
            self.root.is_dir()
            and any(self.root.iterdir())
            and not (self.root / "manifest.json").exists()
            and not (self.root / _LOCK).exists()
        )
        if foreign:
            raise GraphError("holds other files and no graph", self.root, "name an empty or new folder for --into")
        self.root.mkdir(parents=True, exist_ok=True)

    def _owner(self) -> str:
        try:
            return (self.root / ".owner").read_text(encoding="utf-8") or "unknown"
        except OSError:
            return "unknown"

    def manifest(self) -> dict[str, Any]:
        """What the last build wrote; an empty one for a new folder or after a torn manifest."""
        try:
            found = json.loads((self.root / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {"sources": {}, "documents": {}, "failed": []}
        return found if isinstance(found, dict) and found.get("version") == VERSION else {"sources": {}, "documents": {}, "failed": []}

    def write_manifest(self, manifest: dict[str, Any]) -> None:
        """The manifest, after which nothing is pending any more."""
        text = json.dumps({"version": VERSION, **manifest}, ensure_ascii=False, indent=1, sort_keys=True)
        write(self.root / "manifest.json", text.encode("utf-8", "surrogatepass") + b"\n")
        self.pending.unlink(missing_ok=True)

    def interrupted(self) -> set[str]:
        """The documents that a build was about to replace when it was stopped."""
        try:
            return set(json.loads(self.pending.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return set()

    def announce(self, documents: set[str]) -> None:
        """Say which documents are about to be replaced or removed."""
        if documents:
            write(self.pending, json.dumps(sorted(documents | self.interrupted())).encode())

    def accept(self, document: str, staged: Path) -> None:
        """Move a staged document into the graph."""
        for source, target in ((staged / f"{document}.nq", self.nquads(document)), (staged / f"{document}.txt", self.text(document))):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)

    def drop(self, document: str) -> None:
        self.nquads(document).unlink(missing_ok=True)
        self.text(document).unlink(missing_ok=True)
