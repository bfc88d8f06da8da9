"""The order of the rooms, and what a build does with what is there already."""

from __future__ import annotations

import errno
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from coldgraph import __version__, crew, decided, ids
from coldgraph.authority.load import checksum, lines
from coldgraph.consult.endpoint import Endpoint
from coldgraph.errors import GraphError
from coldgraph.folder import Folder, file_sha256, renew
from coldgraph.mapping.authority import authority_quads, people_beside
from coldgraph.mapping.provenance import Source as Origin
from coldgraph.mapping.provenance import provenance_quads
from coldgraph.program import program
from coldgraph.read import Failure, Source
from coldgraph.register import register, suffixes
from coldgraph.workshop import Built, Result, Task, forgive, run

_Entry = dict[str, Any]
ANSWERS = "answers"
Crew = Callable[[Sequence[Task]], Iterator[Result]]
"""Does tasks; their results come in the order of the tasks."""


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
    """Counts of documents, the sources that could not be used, and the quads of all documents.

    ``aside`` names what was met in the folders and is no document, ``notes`` what was found
    wrong with the graph itself.
    """

    documents: int
    unchanged: int
    replaced: int
    added: int
    removed: int
    failed: tuple[Failure, ...]
    quads: int
    aside: tuple[Failure, ...] = ()
    notes: tuple[Failure, ...] = ()


def build(
    paths: Sequence[str | Path] | str | Path,
    into: str | Path,
    *,
    processes: int | None = None,
    prune: bool = False,
    endpoint: Endpoint | None = None,
    on: str | None = None,
    report: Callable[[Event], None] = lambda event: None,
) -> BuildReport:
    """Build or bring up to date the graph in a folder from files and folders.

    The result is the same, byte for byte, for any number of ``processes``. With ``prune``,
    documents go whose source is no longer among the paths. With an ``endpoint``, a language model is
    asked for the stances; what it answers is verified, and kept in the folder, so that the next build
    asks nobody. ``on`` is the address of a Dask scheduler (dask://HOST:PORT) whose workers then do what
    processes of this machine do otherwise, with the same result.
    A build that is stopped keeps what it has done, and the next one goes on from there.
    Decisions (see `coldgraph.decided`) are carried out; where they have changed, the documents that
    they touch are built again. Raises GraphError where the folder cannot be written, GraphLocked where
    another build writes to it, DecisionError where a file of decisions is broken, ExtraMissing for ``on`` without Dask.
    """
    folder = Folder(Path(into))
    given = [Path(p) for p in ([paths] if isinstance(paths, str | Path) else paths)]
    try:
        with folder.locked():
            return _Build(folder, _crew(processes, on, endpoint), report, endpoint).run(given, prune)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        what = "the disk is full" if full else f"cannot be written: {error.strerror or error}"
        raise GraphError(what, into, "make room or choose another folder, and build again: what was there before is kept") from error


def _crew(processes: int | None, on: str | None, endpoint: Endpoint | None) -> Crew:
    """Who does the tasks: processes of this machine, or the workers of a cluster."""
    if on is None:
        return partial(crew.results, processes=processes)
    if endpoint is not None:
        raise GraphError("a cluster asks no language model", on, "build with the model on this machine")
    from coldgraph import cluster

    return partial(cluster.results, address=on)


class _Build:
    """One run: which sources are new, their results, and the files that follow from them."""

    def __init__(self, folder: Folder, crew: Crew, report: Callable[[Event], None], endpoint: Endpoint | None) -> None:
        self.folder, self.crew, self.report, self.endpoint = folder, crew, report, endpoint
        self.asked = {"extractor": endpoint.model} if endpoint else {}
        known = folder.manifest()
        self.torn = folder.interrupted()
        self.notes = [] if known or folder.documents() <= self.torn else [_LOST]
        before = known or {"documents": {}, "sources": {}}
        self.key = {"program": program(), "authority": checksum()}
        self.book = decided.decisions(folder.root)
        self.touched = decided.Touched(self.book.live, folder)
        self.documents: dict[str, _Entry] = before["documents"]
        self.sources: dict[str, _Entry] = before["sources"]
        self.states: dict[str, _Entry] = {}
        self.failed: dict[str, list[Failure]] = {}
        self.counts: Counter[str] = Counter()

    def run(self, paths: list[Path], prune: bool) -> BuildReport:
        forgive()
        found = register(paths, self.folder.root, self.sources)
        self._unusable(found.failed)
        if prune:
            self._prune({s.name for s in found.sources}, found.failed)
        done = False
        try:
            self._all(found.sources, found.places)
            done = True
        finally:
            if not done:
                with suppress(OSError):
                    self._finish()
        self._finish()
        return self._reported(found.aside)

    def _all(self, found: Sequence[Source], places: Mapping[str, str]) -> None:
        suffix = suffixes([s.name for s in found], self.sources)
        tasks = [task for s in found if (task := self._task(s, places[s.name], suffix[s.name]))]
        by_name = {t.name: t for t in tasks}
        for number, result in enumerate(self.crew(tasks), 1):
            documents = self._take(result, by_name[result.name])
            self.report(Event(number, len(tasks), result.name, documents, len(result.failed)))

    def _unusable(self, failed: Iterable[Failure]) -> None:
        """Sources that cannot be opened; what they gave before stays."""
        for failure in failed:
            kept = len(self.sources.get(failure.source, {}).get("documents", ()))
            self.failed[failure.source] = [_keeping(failure, kept)]
            self.counts["unchanged"] += kept

    def _task(self, source: Source, place: str, suffix: str) -> Task | None:
        """What is to be done for a source; None where it is as it was."""
        state = {"checksum": file_sha256(source.path), "suffix": suffix, **self.key, **self.asked}
        old = self.sources.get(source.name)
        only = None
        if old and all(old.get(k) == state.get(k) for k in (*state, "extractor")) and all(map(self._whole, old["documents"])):
            only = self._stale(old)
            self.counts["unchanged"] += len(old["documents"]) - len(only)
            if not only:
                self.failed[source.name] = [Failure(*f) for f in old["failed"]]
                old |= {"place": place, "decisions": self.book.checksum}
                return None
        self.states[source.name] = {**state, "place": place, "decisions": self.book.checksum}
        staging = self.folder.staging / ids.digest(source.name)
        known = self._known(old, state) if old and only is None else {}
        return Task(source.path, source.name, staging, suffix, self.book.live, only, self.endpoint, self.folder.root / ANSWERS, known)

    def _known(self, old: _Entry, state: _Entry) -> dict[str, str]:
        """The documents of a changed source that need no building where they read the same, with how they were read."""
        if self.endpoint or "extractor" in old or any(old.get(k) != state[k] for k in (*self.key, "suffix")):
            return {}
        whole = [d for d in old["documents"] if self._whole(d) and "read" in self.documents[d]]
        stale = self._stale({**old, "documents": whole})
        return {d: self.documents[d]["read"] for d in whole if d not in stale}

    def _stale(self, source: _Entry) -> frozenset[str]:
        """The documents of a source that decisions made since its last build would make other than they are."""
        if source.get("decisions", "") == self.book.checksum:
            return frozenset()
        return frozenset(d for d in source["documents"] if self.touched.by(d, self.documents[d]))

    def _whole(self, document: str) -> bool:
        return document not in self.torn and self.folder.has(document, self.documents[document]["size"])

    def _take(self, result: Result, task: Task) -> int:
        """Put a source's documents into the graph, in place of those it had; how many it has given."""
        if any(self.documents.get(b.id, {}).get("source", result.name) != result.name for b in result.documents):
            suffix = self.states[result.name]["suffix"] = f"-{ids.digest(result.name)}"
            result = run(replace(task, suffix=suffix))
        before = self.sources.get(result.name, {})
        old = set(before.get("documents", ()))
        aside = (old - task.only if task.only is not None else set()) | set(result.same)
        kept = old - aside - {b.id for b in result.documents} if result.failed else set()
        failed = [_keeping(f, len(kept)) if n == 0 else f for n, f in enumerate(result.failed)]
        if task.only is not None:
            failed = list(dict.fromkeys([*(Failure(*f) for f in before["failed"]), *failed]))
        self.failed[result.name] = failed
        self._note_asked(result)
        if result.unfinished:
            self.states[result.name]["program"] = ""  # so that the next build takes it up again
        self._replace(result, old - kept - aside)
        self._keep(result)
        self.counts["unchanged"] += len(kept)
        self.sources[result.name] = {
            **self.states[result.name],
            "documents": sorted({*kept, *aside, *(b.id for b in result.documents)}),
            "failed": [[f.source, f.what, f.advice] for f in failed],
        }
        return len(result.documents) + len(result.same)

    def _keep(self, result: Result) -> None:
        """Documents that read the same are of the new state of their source."""
        for document in result.same:
            self.documents[document]["file"] = self.states[result.name]["checksum"]
        self.counts["unchanged"] += len(result.same)

    def _note_asked(self, result: Result) -> None:
        """What came of asking a model; a source with a document for which it failed is not done, and the next build asks again."""
        told: dict[str, list[str]] = {}
        for built in result.documents:
            for note in built.notes:
                told.setdefault(note, []).append(built.id)
        self.notes += [Failure(f"{result.name}: {_few(documents)}", note) for note, documents in told.items()]
        if self.endpoint and any(b.model != self.endpoint.model for b in result.documents):
            self.states[result.name]["extractor"] = f"{self.endpoint.model}, not for all documents"

    def _replace(self, result: Result, old: set[str]) -> None:
        new = {b.id: b for b in result.documents}
        changed = {d for d, b in new.items() if not self._same(b)}
        self.folder.announce(changed | (old - new.keys()))
        for document in sorted(changed):
            self.folder.accept(document, result.staging)
        for document in sorted(old - new.keys()):
            self._remove(document)
        self.counts["replaced"] += len(changed & old)
        self.counts["added"] += len(changed - old)
        self.counts["unchanged"] += len(new) - len(changed)
        for built in result.documents:
            self.documents[built.id] = _entry(built, result.name, self.states[result.name]["checksum"])
            self.torn.discard(built.id)
        shutil.rmtree(result.staging, ignore_errors=True)

    def _same(self, built: Built) -> bool:
        known = self.documents.get(built.id)
        return known is not None and known["nquads"] == built.nquads and known["text"] == built.text and self._whole(built.id)

    def _remove(self, document: str) -> None:
        self.folder.drop(document)
        self.documents.pop(document, None)
        self.torn.discard(document)
        self.counts["removed"] += 1

    def _prune(self, present: set[str], failed: Sequence[Failure]) -> None:
        """Remove what has no source any more; nothing where a source could not be opened, for it may hide others."""
        gone = sorted(set(self.sources) - present)
        if failed and gone:
            self.notes.append(Failure("--prune", "nothing was removed, because a source could not be opened", "see above, and build again"))
            return
        documents = {name: self.sources.pop(name)["documents"] for name in gone}
        self.folder.announce({d for held in documents.values() for d in held})
        for document in (d for held in documents.values() for d in held):
            self._remove(document)

    def _finish(self) -> None:
        """Write the common graphs and, last of all, the manifest."""
        self._strays()
        failed = self._failures()
        people = {p for d in self.documents.values() for p in d["people"]} | people_beside(self.folder.root)
        self._common("authority", authority_quads(lines(), people))
        self._decisions()
        self._common("provenance", provenance_quads(__version__, self.key["authority"], self._origins(), self.book.checksum))
        state = {
            **self.key,
            "sources": self.sources,
            "documents": self.documents,
            "failed": [{"source": f.source, "what": f.what, "advice": f.advice} for f in failed],
        }
        self.folder.write_manifest(state, self._open_still())

    def _decisions(self) -> None:
        """Write what was decided, and note what could not be carried out."""
        live = self.book.live
        if live:
            self._common("decisions", decided.quads(live, lines()))
        else:
            (self.folder.root / "decisions.nq").unlink(missing_ok=True)
        lost = ((d.id, what) for d, what in decided.orphans(live, self.documents, self.folder))
        for number, what in (*decided.odd(self.book), *lost):
            self.notes.append(Failure(f"decision {number}", what, "see: coldgraph decide GRAPH list"))
        waiting = [name for name, source in self.sources.items() if self._stale(source)]
        if waiting:
            self.notes.append(Failure(", ".join(sorted(waiting)[:5]), "decisions wait for it", "build again with this source"))

    def _failures(self) -> list[Failure]:
        """All that failed, in this build and in earlier ones of other sources."""
        earlier = {name: [Failure(*f) for f in entry["failed"]] for name, entry in self.sources.items()}
        return [f for _, failures in sorted((earlier | self.failed).items()) for f in failures]

    def _strays(self) -> None:
        """Files that the manifest does not know go where a stopped build left them; others are told of."""
        for document in sorted(self.folder.documents() - self.documents.keys()):
            if document in self.torn:
                self.folder.drop(document)
                self.torn.discard(document)
            else:
                advice = "build again with its source, or move it away"
                self.notes.append(Failure(f"documents/{document}.nq", "is not in the manifest and not part of the graph", advice))

    def _open_still(self) -> set[str]:
        """Documents that a stopped build left half replaced, and whose sources this build was not about."""
        open_still = {d for d in self.torn if d in self.documents and not self._as_told(d)}
        if open_still:
            names = ", ".join(sorted({self.documents[d]["source"] for d in open_still})[:5])
            what = f"{len(open_still)} document(s) were left half written by a stopped build"
            self.notes.append(Failure(names, what, "build again with these sources"))
        return open_still

    def _as_told(self, document: str) -> bool:
        entry, files = self.documents[document], (self.folder.nquads(document), self.folder.text(document))
        return self.folder.has(document, entry["size"]) and [file_sha256(f) for f in files] == [entry["nquads"], entry["text"]]

    def _reported(self, aside: tuple[Failure, ...]) -> BuildReport:
        count = self.counts
        return BuildReport(
            documents=len(self.documents),
            unchanged=count["unchanged"],
            replaced=count["replaced"],
            added=count["added"],
            removed=count["removed"],
            failed=tuple(f for name in sorted(self.failed) for f in self.failed[name]),
            quads=sum(d["quads"] for d in self.documents.values()),
            aside=aside,
            notes=tuple(self.notes),
        )

    def _common(self, name: str, quads: str) -> None:
        renew(self.folder.root / f"{name}.nq", quads.encode())

    def _origins(self) -> Iterable[Origin]:
        """Each file with what was made of it; documents that were kept from an earlier state of a file name that state."""
        for name, source in sorted(self.sources.items()):
            states = sorted({source["checksum"], *(self.documents[d]["file"] for d in source["documents"])})
            for state in states:
                held = tuple(d for d in source["documents"] if self.documents[d]["file"] == state)
                models = tuple((d, m) for d in held if (m := self.documents[d].get("model")))
                yield Origin(name, state, self.documents[held[0]]["reader"] if held else "", held, models)


_LOST = Failure("manifest.json", "is missing or broken, and was made anew from the given sources", "give all sources of the graph")


def _few(documents: list[str]) -> str:
    return ", ".join(documents[:3]) + (f" and {len(documents) - 3} more" if len(documents) > 3 else "")


def _keeping(failure: Failure, kept: int) -> Failure:
    what = f"{failure.what}; {kept} document(s) of it are kept as of the last build" if kept else failure.what
    return Failure(failure.source, what, failure.advice)


def _entry(built: Built, source: str, file: str) -> _Entry:
    return {
        "source": source,
        "file": file,
        "quads": built.quads,
        "nquads": built.nquads,
        "text": built.text,
        "size": list(built.size),
        "reader": built.reader,
        "people": list(built.people),
        "read": built.read,
        **({"lost": list(built.lost), "decided": built.decided} if built.decided else {}),
        **({"model": built.model} if built.model else {}),
    }
