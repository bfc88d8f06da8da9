"""The named questions: queries/*.rq, each with title, question, parameters, columns and an example in its head."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from coldgraph.errors import QueryError

KINDS = ("actor", "alliance", "place", "topic", "date", "text", "number")
_HEAD = re.compile(r"^#\s*(\w+):\s*(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a question takes. In the query it is the block ``VALUES ?name { ... }`` with one value in it.

    ``kind`` is one of actor, alliance, place, topic, date, text, number.
    """

    name: str
    required: bool
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query with what its head says. ``example`` has values that the shipped sample can answer; ``step`` names what
    is done with the rows afterwards (see `coldgraph.ask.steps`), '' where the rows are the answer.
    """

    name: str
    title: str
    question: str
    text: str
    parameters: tuple[Parameter, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    example: dict[str, str] = field(default_factory=dict)
    step: str = ""


def questions() -> tuple[Question, ...]:
    """All named questions, sorted by name."""
    return _read("queries", ".rq")


def checks() -> tuple[Question, ...]:
    """The queries that must return nothing."""
    return _read("checks", "-violation.rq")


def extra(name: str) -> Question:
    """A query that helps to answer others: lookups/NAME.rq."""
    return next(q for q in _read("lookups", ".rq") if q.name == name)


def question(name: str) -> Question:
    """The question of a name. Raises QueryError with the nearest names where there is none."""
    known = {q.name: q for q in questions()}
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.4)
        raise QueryError(
            f"no question is called {name!r}", advice=f"did you mean {' or '.join(near)}?" if near else "see: coldgraph questions"
        )
    return known[name]


def parse(name: str, text: str) -> Question:
    """A question out of the text of its file. Raises QueryError where the head is wrong.

    >>> parse("a", "# title: A\\n# parameter: who | required | actor | of whom\\nASK {}").parameters[0].kind
    'actor'
    """
    head = _HEAD.findall(text)
    first = dict(reversed(head))
    parameters = tuple(_parameter(name, value) for key, value in head if key == "parameter")
    columns = dict(_pair(value) for key, value in head if key == "column")
    example = dict(_pair(value) for key, value in head if key == "example")
    return Question(name, first.get("title", name), first.get("question", ""), text, parameters, columns, example, first.get("step", ""))


@cache
def _read(folder: str, ending: str) -> tuple[Question, ...]:
    place = resources.files(__package__).joinpath(folder)
    found = sorted((f for f in place.iterdir() if f.name.endswith(ending)), key=lambda f: f.name)
    return tuple(parse(_name(file, ending), file.read_text(encoding="utf-8")) for file in found)


def _name(file: Traversable, ending: str) -> str:
    return file.name.removesuffix(ending)


def _parameter(query: str, line: str) -> Parameter:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) != 4 or parts[1] not in ("required", "optional") or parts[2] not in KINDS:
        raise QueryError(
            f"a parameter is 'name | required or optional | kind | meaning', not {line!r}", query, f"kinds: {', '.join(KINDS)}"
        )
    return Parameter(parts[0], parts[1] == "required", parts[2], parts[3])


def _pair(line: str) -> tuple[str, str]:
    name, _, meaning = line.partition("|")
    return name.strip(), meaning.strip()
