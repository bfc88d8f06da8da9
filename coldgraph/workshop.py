"""One source through all rooms: read, recognise, interpret, map; what comes out lies in a staging folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml.etree import LxmlError

from coldgraph import ids
from coldgraph.authority.load import load
from coldgraph.consult.consultant import Consultant, Report
from coldgraph.consult.endpoint import Endpoint
from coldgraph.curate.decision import Decision
from coldgraph.curate.replay import Replay
from coldgraph.errors import UnreadableSource
from coldgraph.folder import sha256, write
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.interpret.links import Explained, Reasons
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.stances import stances
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
    ``known`` has the documents that are built, with a digest of how each was read: those that read the same are not built again.
    With an ``endpoint``, its model is asked for the stances, and its answers are kept in the folder ``answers``.
    """

    path: Path
    name: str
    staging: Path
    suffix: str = ""
    decisions: tuple[Decision, ...] = ()
    only: frozenset[str] | None = None
    endpoint: Endpoint | None = None
    answers: Path = Path()
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Built:
    """One document in the staging folder: checksums, sizes in bytes (quads, text), number of quads and the people it names.

    ``lost`` and ``decided`` tell what decisions took from it and a digest of all that they say of it (see `curate.replay`).
    ``read`` is a digest of the document as its reader gave it.
    ``model`` is whose answers its stances are ('': coldgraph's own), ``notes`` what came of asking.
    """

    id: str
    quads: int
    nquads: str
    text: str
    size: tuple[int, int]
    reader: str
    people: tuple[str, ...]
    read: str
    lost: tuple[str, ...] = ()
    decided: str = ""
    model: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a task; ``same`` are the identifiers of documents that read as they did when they were built,
    ``unfinished`` where another build may get further with the same source.
    """

    name: str
    staging: Path
    documents: tuple[Built, ...]
    failed: tuple[Failure, ...]
    same: tuple[str, ...] = ()
    unfinished: bool = False


class Workshop:
    """The rooms, furnished once from the authority."""

    def __init__(self, authority: Authority) -> None:
        self.recogniser = Recogniser(authority)
        self.interpreter = Interpreter(authority, COMMON)
        self.replay = self._replay(())
        self._consultants: dict[tuple[Endpoint, Path], Consultant] = {}

    def _replay(self, decisions: tuple[Decision, ...]) -> Replay:
        return Replay(decisions, self.interpreter.facts.entities, self.interpreter.facts.side)

    def run(self, task: Task) -> Result:
        """Build all documents of a source, one after another: no two of them are held at once."""
        self.replay = self._replay(task.decisions)
        done = [self._document(found, task) if isinstance(found, Document) else found for found in _named(task)]
        built = tuple(d for d in done if isinstance(d, Built))
        failed, same = tuple(d for d in done if isinstance(d, Failure)), tuple(d for d in done if isinstance(d, str))
        return Result(task.name, task.staging, built, failed, same)

    def forgive(self) -> None:
        """Forget what models have failed at."""
        self._consultants.clear()

    def identifiers(self, task: Task) -> list[str]:
        """The identifiers in the graph of those documents of a source that are wanted, in its order."""
        return [d.id for d in _documents(task) if task.only is None or d.id in task.only]

    def find(self, task: Task, wanted: str) -> Document | None:
        """The document of a source that has this identifier in the graph."""
        return next((d for d in _documents(task) if d.id == wanted), None)

    def scene(self, document: Document) -> Scene:
        """A document with its names decided, before stances are looked for."""
        return self.interpreter.scene(self.recogniser.recognise(document))

    def _document(self, document: Document, task: Task) -> Built | Failure | str | None:
        """What became of a document; its identifier where it reads as it did, None where it is not wanted."""
        if task.only is not None and document.id not in task.only:
            return None
        reading = _reading(document)
        if task.known.get(document.id) == reading:
            return document.id
        try:
            return self._stage(document, task, reading)
        except _UNFORESEEN as error:
            return _unforeseen(document.source_file, "interpreted", error)

    def explain(self, task: Task, document: str, starts: Iterable[int] | None) -> list[Explained]:
        """Why names of a document mean whom they mean: those at some offsets, or all. Raises UnreadableSource where it is gone."""
        found = self.find(task, document)
        if found is not None:
            reasons = Reasons(self.interpreter, self.recogniser.recognise(found))
            return [e for start in (reasons.starts() if starts is None else starts) for e in reasons.at(start)]
        raise UnreadableSource(f"the document {document!r} is not in it any more", task.path, "build the graph again")

    def _stage(self, document: Document, task: Task, reading: str) -> Built:
        asked = self._consultant(task)
        extraction = self.interpreter.interpret(self.recogniser.recognise(document), asked.stances if asked else stances)
        replayed = self.replay.run(extraction)
        quads = document_quads(replayed.extraction)
        data, text = quads.encode(), document.text.encode("utf-8", "replace")
        write(task.staging / f"{document.id}.nq", data, lasting=False)
        write(task.staging / f"{document.id}.txt", text, lasting=False)
        people = tuple(sorted(people_named(quads)))
        size, told = (len(data), len(text)), asked.report if asked else Report("")
        return Built(
            document.id, quads.count("\n"), sha256(data), sha256(text), size, document.reader, people,
            reading, replayed.lost, replayed.effect, told.model, told.notes,
        )  # fmt: skip

    def _consultant(self, task: Task) -> Consultant | None:
        """Whoever is asked for a task's stances; one for all tasks of a build, for it remembers failures."""
        if task.endpoint is None:
            return None
        return self._consultants.setdefault((task.endpoint, task.answers), Consultant(task.endpoint, task.answers, stances))


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


def _reading(document: Document) -> str:
    """A digest of all that a reader gave: what is made of a document depends on nothing else of its source."""
    return sha256(repr(document).encode())


def _named(task: Task) -> Iterator[Document | Failure]:
    """The documents of a source with their identifiers in the graph, and what could not be read."""
    taken: set[str] = set()
    for found in _read(task):
        if isinstance(found, Document):
            name = identifier(found.id, task.suffix, taken)
            taken.add(name)
            yield replace(found, id=name)
        else:
            yield found


def _documents(task: Task) -> Iterator[Document]:
    return (found for found in _named(task) if isinstance(found, Document))


def _unforeseen(where: str, what: str, error: Exception) -> Failure:
    advice = "please report it, with the document if you may"
    return Failure(where, f"could not be {what} ({type(error).__name__}: {error})"[:500], advice)


_here: list[Workshop] = []


def furnish() -> None:
    """Set up this process's workshop."""
    _here[:] = [Workshop(load())]


def here() -> Workshop:
    """This process's workshop, set up at the first call."""
    if not _here:
        furnish()
    return _here[0]


def forgive() -> None:
    """Forget what models have failed at: a new build asks them again."""
    for shop in _here:
        shop.forgive()


def run(task: Task) -> Result:
    """Build a source in this process's workshop."""
    return here().run(task)


def explain(task: Task, document: str, starts: Iterable[int] | None = None) -> list[Explained]:
    """See `Workshop.explain`."""
    return here().explain(task, document, starts)
