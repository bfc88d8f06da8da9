"""The order of the rooms, and what a build does with what is there already."""

from __future__ import annotations

import errno
import hashlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from coldgraph import __version__, ids
from coldgraph.authority.load import checksum
from coldgraph.errors import GraphError
from coldgraph.folder import Folder, file_sha256, write
from coldgraph.mapping.authority import authority_quads
from coldgraph.mapping.provenance import Source as Origin
from coldgraph.mapping.provenance import provenance_quads
from coldgraph.read import Failure, Source, sources
from coldgraph.resources import folder as shipped
from coldgraph.workshop import Built, Result, Task, furnish, run

_ROOMS = ("read", "recognise", "interpret", "mapping", "authority", "dates")
_SMALL = 3_000_000
_Manifest = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """A source done: its place in the build, its name, and how many of its documents were built and failed."""

    number: int
    of: int
    source: str
    documents: int
    failed: int

    def __str__(self) -> str:
        bad = f", {self.failed} not used" if self.failed else ""
        return f"[{self.number}/{self.of}] {self.source}: {self.documents} document{'s' if self.documents != 1 else ''}{bad}"


@dataclass(frozen=True, slots=True)
class BuildReport:
    """Counts of documents, the sources that could not be used, and the quads of all documents."""

    documents: int
    unchanged: int
    replaced: int
    added: int
    removed: int
    failed: tuple[Failure, ...]
    quads: int


def build(
    paths: Sequence[Path],
    into: Path,
    *,
    processes: int | None = None,
    prune: bool = False,
    report: Callable[[Event], None] = lambda event: None,
) -> BuildReport:
    """Build or bring up to date the graph in a folder from files and folders.

    The result is the same, byte for byte, for any number of ``processes``. With ``prune``,
    documents go whose source is no longer among the paths. Raises GraphError where the folder
    cannot be written, GraphLocked where another build writes to it.
    """
    folder = Folder(Path(into))
    try:
        with folder.locked():
            return _Build(folder, [Path(p) for p in paths], processes, prune, report).run()
    except OSError as error:
        what = "the disk is full" if error.errno == errno.ENOSPC else f"cannot be written: {error.strerror or error}"
        raise GraphError(what, into, "make room or choose another folder, and build again: what was there before is kept") from error


def program() -> str:
    """The version of the program with a digest of the code and data that decide what a document becomes."""
    here, known = Path(__file__).parent, hashlib.sha256()
    files = [f for room in _ROOMS for f in (here / room).rglob("*") if f.suffix in (".py", ".csv", ".txt")]
    for file in sorted([*files, *here.glob("*.py")]):
        known.update(file.relative_to(here).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{__version__}+{known.hexdigest()[:12]}"


class _Build:
    """One run: which sources are new, their results, and the files that follow from them."""

    def __init__(self, folder: Folder, paths: list[Path], processes: int | None, prune: bool, report: Callable[[Event], None]) -> None:
        self.folder, self.paths, self.processes, self.prune, self.report = folder, paths, processes, prune, report
        self.before: _Manifest = folder.manifest()
        self.torn = folder.interrupted()
        self.key = {"program": program(), "authority": checksum()}
        self.documents: dict[str, dict[str, Any]] = dict(self.before["documents"])
        self.sources: dict[str, dict[str, Any]] = dict(self.before["sources"])
        self.failed: dict[str, list[Failure]] = {}
        self.counts: Counter[str] = Counter()

    def run(self) -> BuildReport:
        found = list(sources(self.paths))
        suffixes = _suffixes([s.name for s in found], self.sources)
        tasks = [task for s in found if (task := self._task(s, suffixes[s.name]))]
        for number, result in enumerate(self._results(tasks), 1):
            self._take(result, {t.name: t for t in tasks})
            self.report(Event(number, len(tasks), result.name, len(result.documents), len(result.failed)))
        if self.prune:
            self._prune({s.name for s in found})
        return self._finish()

    def _task(self, source: Source, suffix: str) -> Task | None:
        """What is to be done for a source; None where it is as it was."""
        try:
            seen = file_sha256(source.path)
        except OSError:
            seen = ""
        state = {"checksum": seen, "suffix": suffix, **self.key}
        old = self.sources.get(source.name, {})
        whole = not self.torn & set(old.get("documents", ())) and all(
            self.folder.nquads(d).is_file() and self.folder.text(d).is_file() for d in old.get("documents", ())
        )
        if seen and whole and all(old.get(k) == v for k, v in state.items()):
            self.counts["unchanged"] += len(old["documents"])
            self.failed[source.name] = [Failure(*f) for f in old["failed"]]
            return None
        self.sources[source.name] = {"documents": old.get("documents", []), "failed": old.get("failed", []), **state}
        return Task(source.path, source.name, self.folder.staging / ids.digest(source.name), suffix)

    def _results(self, tasks: list[Task]) -> Iterator[Result]:
        workers = self.processes or (1 if _size(tasks) < _SMALL else os.cpu_count() or 1)
        if min(workers, len(tasks)) <= 1:
            yield from map(run, tasks)
            return
        ordered = sorted(tasks, key=lambda t: (-_size([t]), t.name))
        with ProcessPoolExecutor(min(workers, len(tasks)), mp_context=get_context("spawn"), initializer=furnish) as pool:
            try:
                futures = {t.name: pool.submit(run, t) for t in ordered}
                yield from (futures[t.name].result() for t in tasks)
            except BrokenProcessPool as error:
                raise GraphError(
                    "a worker process was stopped, perhaps for want of memory", self.folder.root, "build again with --processes 1"
                ) from error

    def _take(self, result: Result, tasks: dict[str, Task]) -> None:
        """Put a source's documents into the graph, in place of those it had."""
        old = set(self.sources[result.name]["documents"])
        foreign = {d for d in (b.id for b in result.documents) if d in self.documents and self.documents[d]["source"] != result.name}
        if foreign:
            task = tasks[result.name]
            suffix = f"-{ids.digest(result.name)}"
            self._take(run(Task(task.path, task.name, task.staging, suffix)), tasks)
            return
        self.failed[result.name] = list(result.failed)
        if result.failed and not result.documents and old:
            self.failed[result.name] = [
                Failure(f.source, f"{f.what}; its documents are kept as of the last build", f.advice) for f in result.failed
            ]
            self.sources[result.name]["checksum"] = ""
            self.counts["unchanged"] += len(old)
            return
        self._replace(result, old)

    def _replace(self, result: Result, old: set[str]) -> None:
        new = {b.id: b for b in result.documents}
        changed = {
            d
            for d, b in new.items()
            if self.documents.get(d, {}).get("nquads") != b.nquads or d in self.torn or not self.folder.nquads(d).is_file()
        }
        self.folder.announce(changed | (old - new.keys()))
        for document in sorted(changed):
            self.folder.accept(document, result.staging)
        for document in sorted(old - new.keys()):
            self._remove(document)
        self.counts["replaced"] += len(changed & old)
        self.counts["added"] += len(changed - old)
        self.counts["unchanged"] += len(new) - len(changed)
        for built in result.documents:
            self.documents[built.id] = _entry(built, result.name)
        self.sources[result.name]["documents"] = sorted(new)
        self.sources[result.name]["failed"] = [[f.source, f.what, f.advice] for f in result.failed]

    def _remove(self, document: str) -> None:
        self.folder.drop(document)
        self.documents.pop(document, None)
        self.counts["removed"] += 1

    def _prune(self, present: set[str]) -> None:
        for name in sorted(set(self.sources) - present):
            gone = self.sources.pop(name)["documents"]
            self.folder.announce(set(gone))
            for document in gone:
                self._remove(document)

    def _finish(self) -> BuildReport:
        """Write the common graphs and, last of all, the manifest."""
        failed = tuple(f for name in sorted(self.failed) for f in self.failed[name])
        people = {p for d in self.documents.values() for p in d["people"]}
        self._common("authority", authority_quads(_authority_lines(), people))
        self._common("provenance", provenance_quads(__version__, self.key["authority"], self._origins()))
        state = {
            **self.key,
            "sources": self.sources,
            "documents": self.documents,
            "failed": [{"source": f.source, "what": f.what, "advice": f.advice} for f in failed],
        }
        self.folder.write_manifest(state)
        quads = sum(d["quads"] for d in self.documents.values())
        count = self.counts
        return BuildReport(len(self.documents), count["unchanged"], count["replaced"], count["added"], count["removed"], failed, quads)

    def _common(self, name: str, quads: str) -> None:
        path, data = self.folder.root / f"{name}.nq", quads.encode()
        if not path.is_file() or path.read_bytes() != data:
            write(path, data)

    def _origins(self) -> Iterable[Origin]:
        for name, source in sorted(self.sources.items()):
            reader = next((self.documents[d]["reader"] for d in source["documents"] if d in self.documents), "")
            yield Origin(name, source["checksum"], reader, tuple(source["documents"]))


def _entry(built: Built, source: str) -> dict[str, Any]:
    return {
        "source": source,
        "quads": built.quads,
        "nquads": built.nquads,
        "text": built.text,
        "reader": built.reader,
        "people": list(built.people),
    }


def _size(tasks: Iterable[Task]) -> int:
    return sum(t.path.stat().st_size for t in tasks if t.path.is_file())


def _suffixes(names: list[str], known: Iterable[str]) -> dict[str, str]:
    """What keeps documents of sources with one stem apart: nothing for the first by name, a digest for the others."""
    first: dict[str, str] = {}
    every = sorted({*names, *known})
    for name in every:
        first.setdefault(ids.slug(Path(name).stem), name)
    return {name: "" if first[ids.slug(Path(name).stem)] == name else f"-{ids.digest(name)}" for name in every}


def _authority_lines() -> Iterator[str]:
    for file in sorted((shipped("triples") / "authority").glob("*.nt")):
        yield from file.read_text(encoding="utf-8").split("\n")
