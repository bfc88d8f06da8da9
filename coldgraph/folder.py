"""A graph's folder on disk: whole files only, one writer, and a trace of what a killed build left."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from coldgraph.errors import GraphError, GraphLocked

VERSION = 1
COMMON = ("authority", "decisions", "provenance")
PENDING = ".pending"
_STAGING = ".staging"
_LOCK = ".lock"
_SHAPE: dict[str, dict[str, type]] = {
    "sources": {"checksum": str, "documents": list, "failed": list, "place": str},
    "documents": {"source": str, "file": str, "nquads": str, "text": str, "reader": str, "quads": int, "size": list, "people": list},
}


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
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def renew(path: Path, data: bytes) -> None:
    """Write a file where it does not hold the data already."""
    if not path.is_file() or path.read_bytes() != data:
        write(path, data)


class Folder:
    """GRAPH/manifest.json, documents/, texts/ and the common graphs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.staging = root / _STAGING / str(os.getpid())
        self.pending = root / PENDING

    def nquads(self, document: str) -> Path:
        return self.root / "documents" / f"{document}.nq"

    def text(self, document: str) -> Path:
        return self.root / "texts" / f"{document}.txt"

    def has(self, document: str, size: list[int]) -> bool:
        """Whether both files of a document lie here in full size."""
        try:
            return [self.nquads(document).stat().st_size, self.text(document).stat().st_size] == size
        except OSError:
            return False

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
            self._clear()
            with suppress(OSError):
                (self.root / ".owner").write_text(f"{os.getpid()}", encoding="utf-8")
            yield
        finally:
            self._clear()
            with suppress(OSError):
                (self.root / ".owner").unlink(missing_ok=True)
            lock.release()

    def _clear(self) -> None:
        """Remove the drafts of builds that have ended."""
        shutil.rmtree(self.staging.parent, ignore_errors=True)
        for draft in self.root.glob(".*.part"):
            with suppress(OSError):
                draft.unlink()

    def _prepare(self) -> None:
        if self.root.exists() and not self.root.is_dir():
            raise GraphError("is a file, not a folder", self.root, "name a folder for --into")
        if self.root.is_dir() and self._foreign():
            raise GraphError("holds other files and no graph", self.root, "name an empty or new folder for --into")
        self.root.mkdir(parents=True, exist_ok=True)

    def _foreign(self) -> bool:
        """Whether other files lie here and no graph; decisions may come before the graph."""
        others = any(p.name != "decisions" for p in self.root.iterdir())
        return others and not any((self.root / name).exists() for name in ("manifest.json", _LOCK))

    def _owner(self) -> str:
        try:
            return (self.root / ".owner").read_text(encoding="utf-8") or "unknown"
        except OSError:
            return "unknown"

    def manifest(self) -> dict[str, Any] | None:
        """What the last build wrote; None for a new folder and where the manifest is gone or torn.

        Raises GraphError where a later version of coldgraph wrote it.
        """
        file = self.root / "manifest.json"
        try:
            found = json.loads(file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError, RecursionError):
            return None
        version = found.get("version") if isinstance(found, dict) else None
        if isinstance(version, int) and version > VERSION:
            raise GraphError(f"a later coldgraph made this graph (format {version})", file, "use that one, or build into a new folder")
        return found if version == VERSION and _sound(found) else None

    def write_manifest(self, manifest: dict[str, Any], open_still: set[str]) -> None:
        """The manifest, after which nothing is pending any more but the documents that are ``open_still``."""
        self._seal({**manifest, "version": VERSION})
        if open_still:
            write(self.pending, "".join(f"{json.dumps(d)}\n" for d in sorted(open_still)).encode())
        else:
            self.pending.unlink(missing_ok=True)

    def _seal(self, manifest: dict[str, Any]) -> None:
        """Write the manifest with the checksums of the common graphs as they are."""
        common = {name: file_sha256(file) for name in COMMON if (file := self.root / f"{name}.nq").is_file()}
        text = json.dumps({**manifest, "common": common}, ensure_ascii=False, indent=1, sort_keys=True)
        renew(self.root / "manifest.json", text.encode("utf-8", "backslashreplace") + b"\n")  # a name's odd byte as JSON's \udcNN

    def renew_authority(self, quads: str) -> None:
        """Put another authority beside the documents of the last build."""
        renew(self.root / "authority.nq", quads.encode())
        if (manifest := self.manifest()) is not None:
            self._seal(manifest)

    def interrupted(self) -> set[str]:
        """The documents that a build was about to replace when it was stopped."""
        try:
            lines = self.pending.read_bytes().split(b"\n")
        except OSError:
            return set()
        return {d for line in lines[:-1] if (d := _string(line))}

    def announce(self, documents: set[str]) -> None:
        """Say which documents are about to be replaced or removed; on the disk before this returns."""
        if documents:
            with self.pending.open("ab") as out:
                out.write("".join(f"\n{json.dumps(d)}\n" for d in sorted(documents)).encode())
                out.flush()
                os.fsync(out.fileno())

    def accept(self, document: str, staged: Path) -> None:
        """Move a staged document into the graph."""
        for source, target in ((staged / f"{document}.nq", self.nquads(document)), (staged / f"{document}.txt", self.text(document))):
            target.parent.mkdir(parents=True, exist_ok=True)
            source.replace(target)

    def drop(self, document: str) -> None:
        self.nquads(document).unlink(missing_ok=True)
        self.text(document).unlink(missing_ok=True)

    def documents(self) -> set[str]:
        """The documents whose files lie here, known to the manifest or not."""
        return {f.stem for place, kind in (("documents", ".nq"), ("texts", ".txt")) for f in _files(self.root / place) if f.suffix == kind}


def _files(place: Path) -> list[Path]:
    return [f for f in place.iterdir() if not f.name.startswith(".")] if place.is_dir() else []


def _string(line: bytes) -> str:
    try:
        found = json.loads(line)
    except ValueError:
        return ""
    return found if isinstance(found, str) else ""


def _sound(manifest: dict[str, Any]) -> bool:
    """Whether the manifest has the parts that a build relies on."""
    return all(
        isinstance(part := manifest.get(name), dict)
        and all(isinstance(entry, dict) and all(isinstance(entry.get(k), t) for k, t in shape.items()) for entry in part.values())
        for name, shape in _SHAPE.items()
    ) and all(d in manifest["documents"] for s in manifest["sources"].values() for d in s["documents"])
