"""The chain of meetings by which word could have come earliest from one actor to another.

Meetings are contacts of a temporal network, and a chain is time-respecting: each meeting begins no earlier than the one before
has ended, by the surest reading of their dates (Kempe, Kleinberg and Kumar, 'Connectivity and Inference Problems for Temporal
Networks', Journal of Computer and System Sciences 64, 2002; Holme and Saramäki, 'Temporal Networks', Physics Reports 519, 2012).
Word passes within a side at once: whoever is of a side that has heard may carry it to the next meeting. A chain shows
what was possible, not that anything was passed on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from coldgraph.ask.steps.rows import Record, answer, number, records, value, words
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store

COLUMNS = ("step", "carrier", "bringsTo", "date", "place", "known", "title", "documentDate", "quotation", "document", "citation")
_SHOWN = COLUMNS[3:]


@dataclass(slots=True)
class Meeting:
    """``nodes`` are the identifiers of its people and their sides; ``people`` has (person, label, side) of each."""

    first: Record
    earliest: str
    latest: str
    nodes: set[str] = field(default_factory=set)
    people: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heard:
    """When an actor has heard, in which meeting, and of the heard before it who carried the word there (None: the start)."""

    when: str
    meeting: Meeting | None
    by: str


def step(rows: Answer, store: Store) -> Answer:
    some = records(rows)
    if not some:
        return answer(COLUMNS, ())
    start, end, via = (value(some[0], c) for c in ("from", "towards", "via"))
    sides = _sides(some)
    meetings = [_meeting(list(group), sides) for _, group in groupby(some, key=lambda r: value(r, "meeting"))]
    path = _path(meetings, [start, via, end] if via else [start, end])
    return answer(COLUMNS, (_row(number_, *link) for number_, link in enumerate(path, start=1)))


def _sides(rows: list[Record]) -> dict[str, str]:
    """The side of each person who has only one in all meetings, for the meetings whose text does not name it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        found[value(row, "person")] |= {value(row, "side")} - {""}
    return {person: next(iter(sides)) for person, sides in found.items() if len(sides) == 1}


def _meeting(rows: list[Record], sides: dict[str, str]) -> Meeting:
    made = Meeting(rows[0], value(rows[0], "earliest"), value(rows[0], "latest"))
    for row in rows:
        person = value(row, "person")
        side = value(row, "side") or sides.get(person, "")
        made.nodes |= {person, side} - {""}
        named = (person, value(row, "personName") or person, side)
        made.people += [named] if named not in made.people else []
    return made


def _path(meetings: list[Meeting], stops: list[str]) -> list[tuple[str, str, Meeting]]:
    """(carrier, receiver, meeting) of each link, from stop to stop, each as early as can be; nothing where one is not reached."""
    path: list[tuple[str, str, Meeting]] = []
    when = ""
    for start, end in pairwise(stops):
        heard = _spread(meetings, start, when)
        if end not in heard:
            return []
        path += _back(heard, end)
        when = heard[end].when
    return path


def _spread(meetings: Iterable[Meeting], start: str, since: str) -> dict[str, Heard]:
    """Who has heard when. Meetings come in the order of their last days, so that one look at each is enough but for equal days."""
    heard = {start: Heard(since, None, "")}
    for meeting in meetings:
        carriers = sorted((heard[n].when, n) for n in meeting.nodes if n in heard and heard[n].when <= meeting.earliest)
        for node in sorted(meeting.nodes - heard.keys()) if carriers else ():
            heard[node] = Heard(meeting.latest, meeting, carriers[0][1])
    return heard


def _back(heard: dict[str, Heard], end: str) -> list[tuple[str, str, Meeting]]:
    """The links in their order; where nobody but the carriers hears it, there is none."""
    links, node = [], end
    while (last := heard[node]).meeting:
        links.append((last.by, node, last.meeting))
        node = last.by
    return [link for link in links[::-1] if _people(link[2], link[1]) - _people(link[2], link[0])]


def _row(number_: int, carrier: str, receiver: str, meeting: Meeting) -> Row:
    told = (words(_names(meeting, carrier)), words(_names(meeting, receiver)))
    return number(number_), *told, *(meeting.first[c] for c in _SHOWN)


def _names(meeting: Meeting, node: str) -> str:
    return "; ".join(sorted(_people(meeting, node)))


def _people(meeting: Meeting, node: str) -> set[str]:
    """The people of the meeting who are that person or of that side."""
    return {label for person, label, side in meeting.people if node in (person, side)}
