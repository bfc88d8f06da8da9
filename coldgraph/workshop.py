"""One source through all rooms: read, recognise, interpret, map; what comes out lies in a staging folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from coldgraph.authority.load import load
from coldgraph.folder import sha256, write
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.mapping.authority import people_named
from coldgraph.mapping.quads import document_quads
from coldgraph.model import Document
from coldgraph.read import Failure, read
from coldgraph.recognise.common import COMMON
from coldgraph.recognise.recogniser import Recogniser
from coldgraph.tables import Authority

# What a document may raise that no rule foresaw; it costs that document, never the build.
_UNFORESEEN = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RecursionError, AssertionError)


@dataclass(frozen=True, slots=True)
class Task:
    """A source to build: ``suffix`` keeps its documents' identifiers apart from those of a namesake."""

    path: Path
    name: str
    staging: Path
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Built:
    """One document in the staging folder: checksums, number of quads and the people it names."""

    id: str
    quads: int
    nquads: str
    text: str
    reader: str
    people: tuple[str, ...]


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

    def run(self, task: Task) -> Result:
        """Build all documents of a source."""
        done = [self._document(found, task) if isinstance(found, Document) else found for found in read(task.path, task.name)]
        built = tuple(d for d in done if isinstance(d, Built))
        return Result(task.name, task.staging, built, tuple(d for d in done if isinstance(d, Failure)))

    def _document(self, document: Document, task: Task) -> Built | Failure:
        try:
            return self._stage(replace(document, id=document.id + task.suffix), task)
        except _UNFORESEEN as error:
            return Failure(
                document.source_file,
                f"could not be interpreted ({type(error).__name__}: {error})",
                "please report it, with the document if you may",
            )

    def _stage(self, document: Document, task: Task) -> Built:
        quads = document_quads(self.interpreter.interpret(self.recogniser.recognise(document)))
        data, text = quads.encode(), document.text.encode("utf-8", "replace")
        write(task.staging / f"{document.id}.nq", data, lasting=False)
        write(task.staging / f"{document.id}.txt", text, lasting=False)
        return Built(document.id, quads.count("\n"), sha256(data), sha256(text), document.reader, tuple(sorted(people_named(quads))))


_here: list[Workshop] = []


def furnish() -> None:
    """Set up this process's workshop."""
    _here[:] = [Workshop(load())]


def run(task: Task) -> Result:
    """Build a source in this process's workshop, set up at the first call."""
    if not _here:
        furnish()
    return _here[0].run(task)
