"""The actors, places and topics that an extraction names, and the extraction without some of them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from coldgraph.model import Extraction, Meeting, Stance


def names(found: Extraction) -> set[str]:
    """The local identifiers of all that an extraction names."""
    return set(_names(found)) - {""}


def _names(found: Extraction) -> Iterator[str]:
    yield from (a.id for a in found.actors)
    yield from found.places
    for mention in found.mentions:
        yield from (mention.refers_to, *mention.candidates)
    for turn in found.turns:
        yield from (turn.speaker, *turn.addressees)
    for meeting in found.meetings:
        yield from meeting.places
        yield from (name for p in meeting.participations for name in (p.participant, p.side))
    for stance in found.stances:
        yield from of_stance(stance)


def of_stance(stance: Stance) -> tuple[str, ...]:
    """All that a stance names."""
    who = (stance.holder, stance.target, stance.speaker, stance.holder_side, stance.target_side)
    return (*who, *stance.addressees, *stance.about)


def without(found: Extraction, gone: Set[str]) -> Extraction:
    """The extraction without some actors: their mentions, turns, participations, and the stances that they hold or suffer."""
    if not gone:
        return found
    return replace(
        found,
        turns=tuple(replace(t, addressees=_rest(t.addressees, gone)) for t in found.turns if t.speaker not in gone),
        mentions=tuple(replace(m, candidates=_rest(m.candidates, gone)) for m in found.mentions if m.refers_to not in gone),
        meetings=tuple(m for meeting in found.meetings if (m := _meeting(meeting, gone)).participations or not meeting.participations),
        stances=tuple(_stance(s, gone) for s in found.stances if not {s.holder, s.target} & gone),
        actors=tuple(a for a in found.actors if a.id not in gone),
    )


def _meeting(meeting: Meeting, gone: Set[str]) -> Meeting:
    return replace(meeting, participations=tuple(p for p in meeting.participations if p.participant not in gone))


def _stance(stance: Stance, gone: Set[str]) -> Stance:
    speaker = "" if stance.speaker in gone else stance.speaker
    return replace(stance, speaker=speaker, addressees=_rest(stance.addressees, gone), about=_rest(stance.about, gone))


def _rest(some: tuple[str, ...], gone: Set[str]) -> tuple[str, ...]:
    return tuple(name for name in some if name not in gone)
