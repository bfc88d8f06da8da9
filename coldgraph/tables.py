"""The authority as plain tables, for the rooms that recognise and interpret."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """A written form of an actor, place or topic.

    ``kind``: name, adjective ('Soviet'), demonym ('the Soviets'), metonym ('Moscow'),
    epithet ('the revisionists'). ``since`` and ``until`` bound the days on which the form
    means this actor (None: open).
    """

    form: str
    entity: str
    kind: str = "name"
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor, place or topic of the authority.

    ``kind``: person, state, organization, movement, place, topic. ``since``/``until``: when it
    existed (a state), or when the sources know the person as active. ``weight``: in how many
    volumes a person is listed (0 where that is unknown). ``side``: the state of an
    organisation, or the state in which a place lies. ``fields``: folded words of a person's
    offices and fields of work.
    """

    id: str
    kind: str
    label: str
    since: date | None = None
    until: date | None = None
    weight: int = 0
    side: str = ""
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person with a side, and the office if any, over a span of time.

    ``office`` is a key such as 'premier' ('' where only the side is known); ``at`` is the
    state or body to which an ambassador is accredited; ``words`` are the office as the
    source has it.
    """

    person: str
    side: str
    office: str = ""
    at: str = ""
    since: date | None = None
    until: date | None = None
    words: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """All tables; ``version`` is a checksum of the files they were read from."""

    entities: dict[str, Entity]
    names: tuple[Name, ...]
    affiliations: tuple[Affiliation, ...]
    version: str = ""
