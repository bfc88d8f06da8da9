"""What recognition hands to interpretation: expressions found, not yet resolved."""

from __future__ import annotations

from dataclasses import dataclass

from coldgraph.model import Document, Span, Voice
from coldgraph.tables import Name


@dataclass(frozen=True, slots=True)
class Expression:
    """A span that names somebody or something.

    ``kind``: person (a name, with or without a title), office (a title alone, 'the Premier'),
    named (a form of the gazetteer, with its candidate ``names``). ``title`` is the folded
    title; ``given`` and ``family`` are folded words. ``country`` holds the entities of an
    adjective before or a state after an office ('Soviet Ambassador', 'Premier of Ceylon').
    ``listed`` says that the lexicon knows the family name; ``core`` is the span of the name alone.
    """

    start: int
    end: int
    kind: str
    voice: Voice
    words: str
    title: str = ""
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    people: tuple[str, ...] = ()
    listed: bool = False
    core: Span | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker's label at the head of a line; the speech runs from ``speech`` to the next label.

    A ``reported`` one ('He replied:' in a narrative) rules up to ``until``.
    """

    start: int
    end: int
    speech: int
    words: str
    expression: Expression | None = None
    until: int = 0
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of a list of participants, with the heading of their group and the words on their office."""

    expression: Expression
    group: tuple[str, ...] = ()
    capacity: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Everything found in one document, in the order of the text."""

    document: Document
    expressions: tuple[Expression, ...]
    labels: tuple[Label, ...]
    attendees: tuple[Attendee, ...]
    sentences: tuple[Span, ...]
