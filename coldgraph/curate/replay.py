"""Decisions carried out on what was extracted: mentions first, then who is one with whom, then stances."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from datetime import date

from coldgraph import ids
from coldgraph.curate.decision import Decision
from coldgraph.curate.identity import Identity
from coldgraph.curate.mentions import Mentions
from coldgraph.curate.names import names, without
from coldgraph.curate.stances import Stances, settled
from coldgraph.model import Actor, Extraction, Meeting, Mention, Participation, Role

Side = Callable[[str, date | None], str]
OPEN = "open between namesakes"


@dataclass(frozen=True, slots=True)
class Replayed:
    """A document's extraction after the decisions; ``lost`` are the actors that it named before and does not name now.

    ``effect`` is a digest of all that the decisions say of this document and the actors it names: as long
    as that stays the same, the document need not be built again ('' where they say nothing).
    """

    extraction: Extraction
    lost: tuple[str, ...]
    effect: str


class Replay:
    """Made once from the decisions in force; used for every document.

    ``known`` are the entities of the authority, ``side`` tells for which side a person acts on a day.
    """

    def __init__(self, decisions: Iterable[Decision], known: Container[str] = frozenset(), side: Side = lambda who, day: "") -> None:
        self.known, self.side = known, side
        self.identity = Identity(decisions := tuple(decisions), known)
        self.of_document: dict[str, list[Decision]] = defaultdict(list)
        for decision in decisions:
            if decision.place:
                self.of_document[decision.place.document].append(decision)

    def effect(self, document: str, named: Iterable[str]) -> str:
        """The digest of `Replayed`, for a document and all actors that it names before or after the decisions."""
        here = [d.line() for d in self.of_document.get(document, ())]
        said = [(name, effect) for name in sorted(set(named)) if (effect := self.identity.effect(name))]
        return ids.digest(json.dumps([here, said])) if here or said else ""

    def run(self, found: Extraction) -> Replayed:
        """The extraction as the decisions will have it."""
        before = names(found)
        if not self.effect(found.document.id, before):
            return Replayed(found, (), "")
        here = [d for d in self.of_document.get(found.document.id, ()) if d.place and d.place.stands_in(found.document.text)]
        changed = Mentions(found, self.side).run(here)
        changed = self._identified(changed)
        changed = Stances([d for d in here if d.stance], self.identity, self.side).run(changed)
        changed = self._peopled(changed)
        after = names(changed)
        return Replayed(changed, tuple(sorted(before - after)), self.effect(found.document.id, before | after))

    def _identified(self, found: Extraction) -> Extraction:
        identity = self._closed(found)
        one = identity.of
        kept = without(found, {name for name in names(found) if one(name) in identity.nobody})
        return replace(
            kept,
            places=tuple(dict.fromkeys(map(one, kept.places))),
            turns=tuple(replace(t, speaker=one(t.speaker), addressees=tuple(dict.fromkeys(map(one, t.addressees)))) for t in kept.turns),
            mentions=tuple(self._mention(m, identity) for m in kept.mentions),
            meetings=tuple(self._meeting(m, identity) for m in kept.meetings),
            stances=tuple(s for stance in kept.stances for s in settled(stance, identity)),
        )

    def _closed(self, found: Extraction) -> Identity:
        """Also settles those who were open between namesakes that decisions made one."""
        closed = {}
        for mention in found.mentions:
            others = set(map(self.identity.of, mention.candidates))
            if mention.how == OPEN and len(mention.candidates) > 1 and len(others) == 1 and mention.refers_to not in self.identity.groups:
                closed[mention.refers_to] = others.pop(), [d for c in mention.candidates for d in self.identity.why(c)]
        return self.identity.also(closed) if closed else self.identity

    def _mention(self, mention: Mention, identity: Identity) -> Mention:
        who = identity.of(mention.refers_to)
        parted = identity.apart.get(who, {}) if who not in self.known else {}
        others = (c for c in dict.fromkeys(map(identity.of, mention.candidates)) if c != who and c not in parted)
        return replace(
            mention, refers_to=who, candidates=tuple(others), decided=(*mention.decided, *identity.why(mention.refers_to))
        )  # fmt: skip

    def _meeting(self, meeting: Meeting, identity: Identity) -> Meeting:
        one, parts = identity.of, dict[str, Participation]()
        for told in meeting.participations:
            part = replace(told, participant=one(told.participant), side=one(told.side))
            first = parts.get(part.participant)
            if first is None or (first.role is not Role.SPEAKER and part.role is Role.SPEAKER):
                parts[part.participant] = replace(part, side=part.side or (first.side if first else ""))
        return replace(meeting, places=tuple(dict.fromkeys(map(one, meeting.places))), participations=tuple(parts.values()))

    def _peopled(self, found: Extraction) -> Extraction:
        """The actors that the document itself must describe: its own that are still named, and those whom decisions brought in."""
        needed, own = {n for n in names(replace(found, actors=())) if n not in self.known}, defaultdict[str, list[Actor]](list)
        for actor in found.actors:
            own[self.identity.of(actor.id)].append(actor)
        brought = {t.id: t.label for d in self.of_document.get(found.document.id, ()) for t in d.things}
        decided = {n: self.identity.label(n) if n in self.identity.groups else brought.get(n, "") for n in needed}
        return replace(found, actors=tuple(_actor(n, decided[n], own[n]) for n in sorted(needed) if own[n] or decided[n]))


def _actor(name: str, decided: str, own: list[Actor]) -> Actor:
    """One actor out of those that are one with it; the labels that are not its own are names of it."""
    label = decided or own[0].label
    forms = {form for a in own for form in (*a.names, a.label)} - {label}
    return Actor(name, own[0].kind if own else name.split("/", 1)[0], label, tuple(sorted(forms)))
