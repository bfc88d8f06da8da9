"""One source through all rooms: read, recognise, interpret, map; what comes out lies in a staging folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from lxml.etree import LxmlError

from coldgraph import ids
from coldgraph.authority.load import load
from coldgraph.curate.decision import Decision
from coldgraph.curate.replay import Replay
from coldgraph.errors import UnreadableSource
from coldgraph.folder import sha256, write
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.interpret.reasons import Explained, Reasons
from coldgraph.mapping.authority import people_named
from coldgraph.mapping.quads import document_quads
from coldgraph.model import Document
from coldgraph.read import Failure, read
from coldgraph.recognise.common import COMMON
from coldgraph.recognise.recogniser import Recogniser
from coldgraph.tables import Authority

# What a document may raise that no rule foresaw; it costs that document, never the build.
_UNFORESEEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError, LxmlError)
_PLAIN_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,119}")
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Task:
    """A source to build: ``suffix`` keeps its documents' identifiers apart from those of a namesake.

    ``decisions`` are those in force; ``only`` names the documents that are wanted, None all of them.
    """

    path: Path
    name: str
    staging: Path
    suffix: str = ""
    decisions: tuple[Decision, ...] = ()
    only: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """One document in the staging folder: checksums, sizes in bytes (quads, text), number of quads and the people it names.

    ``lost`` and ``decided`` tell what decisions took from it and a digest of all that they say of it (see `curate.replay`).
    """

    id: str
    quads: int
    nquads: str
    text: str
    size: tuple[int, int]
    reader: str
    people: tuple[str, ...]
    lost: tuple[str, ...] = ()
    decided: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    name: str
    staging: Path
    documents: tuple[Built, ...]
    failed: tuple[Failure, ...]


class Workshop:
    """The rooms, furnished once from the authority."""

    def __init__(self, authority: Authority) -> None:
        self.recogniser = Recogniser(authority)
        self.interpreter = Interpreter(authority, COMMON)
        self.replay = self._replay(())

    def _replay(self, decisions: tuple[Decision, ...]) -> Replay:
        return Replay(decisions, self.interpreter.facts.entities, self.interpreter.facts.side)

    def run(self, task: Task) -> Result:
        """Build all documents of a source, one after another: no two of them are held at once."""
        taken: set[str] = set()
        self.replay = self._replay(task.decisions)
        done = [self._document(found, task, taken) if isinstance(found, Document) else found for found in _read(task)]
        built = tuple(d for d in done if isinstance(d, Built))
        return Result(task.name, task.staging, built, tuple(d for d in done if isinstance(d, Failure)))

    def _document(self, document: Document, task: Task, taken: set[str]) -> Built | Failure | None:
        name = identifier(document.id, task.suffix, taken)
        taken.add(name)
        if task.only is not None and name not in task.only:
            return None
        try:
            return self._stage(replace(document, id=name), task)
        except _UNFORESEEN as error:
            return _unforeseen(document.source_file, "interpreted", error)

    def explain(self, task: Task, document: str, starts: Iterable[int] | None) -> list[Explained]:
        """Why names of a document mean whom they mean: those at some offsets, or all. Raises UnreadableSource where it is gone."""
        taken: set[str] = set()
        for found in _read(task):
            if isinstance(found, Document):
                name = identifier(found.id, task.suffix, taken)
                taken.add(name)
                if name == document:
                    reasons = Reasons(self.interpreter, self.recogniser.recognise(replace(found, id=name)))
                    return [e for start in (reasons.starts() if starts is None else starts) for e in reasons.at(start)]
        raise UnreadableSource(f"the document {document!r} is not in it any more", task.path, "build the graph again")

    def _stage(self, document: Document, task: Task) -> Built:
        replayed = self.replay.run(self.interpreter.interpret(self.recogniser.recognise(document)))
        quads = document_quads(replayed.extraction)
        data, text = quads.encode(), document.text.encode("utf-8", "replace")
        write(task.staging / f"{document.id}.nq", data, lasting=False)
        write(task.staging / f"{document.id}.txt", text, lasting=False)
        people = tuple(sorted(people_named(quads)))
        return Built(
            document.id, quads.count("\n"), sha256(data), sha256(text), (len(data), len(text)), document.reader, people,
            replayed.lost, replayed.effect,
        )  # fmt: skip


def identifier(wanted: str, suffix: str, taken: set[str]) -> str:
    """An identifier that is free, and that every file system can hold: short, lower case, without separators.

    >>> identifier("frus1961-63v06-d8", "", set())
    'frus1961-63v06-d8'
    >>> identifier("../D8", "", set())
    'd8-f8e616516d1c'
    >>> identifier("talk", "", {"talk"})
    'talk-2'
    """
    plain = wanted if _PLAIN_ID.fullmatch(wanted) else f"{ids.slug(wanted)[:_LONGEST]}-{ids.digest(wanted)}"
    free, number = plain + suffix, 1
    while free in taken:
        number += 1
        free = f"{plain}-{number}{suffix}"
    return free


def _read(task: Task) -> Iterator[Document | Failure]:
    """The documents of a source; what its reader did not foresee ends the source, not the build."""
    try:
        yield from read(task.path, task.name)
    except _UNFORESEEN as error:
        yield _unforeseen(task.name, "read", error)


def _unforeseen(where: str, what: str, error: Exception) -> Failure:
    advice = "please report it, with the document if you may"
    return Failure(where, f"could not be {what} ({type(error).__name__}: {error})"[:500], advice)


_here: list[Workshop] = []


def furnish() -> None:
    """Set up this process's workshop."""
    _here[:] = [Workshop(load())]


def run(task: Task) -> Result:
    """Build a source in this process's workshop, set up at the first call."""
    return _workshop().run(task)


def explain(task: Task, document: str, starts: Iterable[int] | None = None) -> list[Explained]:
    """See `Workshop.explain`."""
    return _workshop().explain(task, document, starts)


def _workshop() -> Workshop:
    if not _here:
        furnish()
    return _here[0]
