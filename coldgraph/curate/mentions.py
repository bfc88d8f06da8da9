"""'This mention is ...' and 'this is no person', carried out on the mentions of one document and what rests on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from coldgraph.curate.decision import Decision, Place, Verdict
from coldgraph.curate.names import without
from coldgraph.model import Extraction, Mention, Participation, Span, Stance, Turn, Voice

DECIDED = "decided"


class Mentions:
    """The extraction of one document while its mentions change."""

    def __init__(self, found: Extraction, side: Callable[[str, date | None], str]) -> None:
        self.found = found
        self.day = found.document.date.earliest if found.document.date else None
        self.side = side

    def run(self, decisions: Iterable[Decision]) -> Extraction:
        """Carry out the decisions on mentions, in the order of the text; those on other things are passed over."""
        mine = [d for d in decisions if d.place and not d.stance]
        for decision in sorted(mine, key=lambda d: (d.place, d.id)):
            if decision.place and decision.verdict is Verdict.IS:
                self._is(decision, decision.place)
            elif decision.place:
                self._nobody(decision.place)
        return self.found

    def _is(self, decision: Decision, place: Place) -> None:
        who, old = decision.things[0].id, self._at(place)
        pronoun = bool(old) and all(m.pronoun for m in old)
        voice = old[0].voice if old else self._voice(place.start)
        new = Mention(place.start, place.end, who, who.split("/", 1)[0], voice, pronoun, DECIDED, (), (decision.id,))
        rest = [m for m in self.found.mentions if m not in old]
        self.found = replace(self.found, mentions=tuple(sorted([*rest, new], key=lambda m: (m.start, m.end, m.refers_to))))
        for name in sorted({m.refers_to for m in old} - {who}):
            self._rests_on(name, who, place, decision.id)

    def _rests_on(self, old: str, new: str, place: Place, why: str) -> None:
        """What was said of the old referent because of this mention is said of the new one: all, where no other mention is left."""
        lone = self._lone(old)
        turns = [t for t in self.found.turns if t.speaker == old and (lone or _led(t, place))]
        self.found = replace(
            self.found,
            mentions=tuple(replace(m, refers_to=new) if m.refers_to == old and _own(m, turns, lone) else m for m in self.found.mentions),
            turns=tuple(self._turn(t, old, new, lone or _led(t, place)) for t in self.found.turns),
            meetings=tuple(
                replace(m, participations=tuple(self._part(p, new) if _is(p, old, place, lone) else p for p in m.participations))
                for m in self.found.meetings
            ),
            stances=tuple(self._stance(s, old, new, why) if lone or self._alone(s, old, place) else s for s in self.found.stances),
        )

    def _lone(self, name: str) -> bool:
        """Whether nothing in the document names somebody (any more)."""
        return not any(m.refers_to == name and not m.pronoun for m in self.found.mentions)

    def _turn(self, turn: Turn, old: str, new: str, whole: bool) -> Turn:
        addressees = tuple(dict.fromkeys(new if a == old and self._lone(old) else a for a in turn.addressees))
        return replace(turn, speaker=new if turn.speaker == old and whole else turn.speaker, addressees=addressees)

    def _part(self, part: Participation, new: str) -> Participation:
        return replace(part, participant=new, side=part.side or self._acts_for(new))

    def _stance(self, stance: Stance, old: str, new: str, why: str) -> Stance:
        sides = {"holder": "holder_side", "target": "target_side", "speaker": ""}
        changes: dict[str, Any] = {slot: new for slot in sides if getattr(stance, slot) == old}
        acting: dict[str, Any] = {sides[slot]: self._acts_for(new) for slot in changes if sides[slot]}
        return replace(stance, **changes, **acting, decided=(*stance.decided, why)) if changes else stance

    def _nobody(self, place: Place) -> None:
        """The mention goes, with what rests on it; the person too, where no other mention is left."""
        gone = {m.refers_to for m in self._at(place) if m.kind == "person"}
        self.found = replace(self.found, mentions=tuple(m for m in self.found.mentions if m not in self._at(place) or m.kind != "person"))
        kept = without(self.found, {name for name in gone if self._lone(name)})
        self.found = replace(
            kept,
            turns=tuple(t for t in kept.turns if not (t.speaker in gone and _led(t, place))),
            meetings=tuple(
                replace(m, participations=tuple(p for p in m.participations if not any(_is(p, name, place) for name in gone)))
                for m in kept.meetings
            ),
            stances=tuple(s for s in kept.stances if not any(self._alone(s, name, place) for name in gone & {s.holder, s.target})),
        )

    def _at(self, place: Place) -> list[Mention]:
        """The mentions of just these words, and names of people that overlap them."""
        return [
            m for m in self.found.mentions
            if (m.start, m.end) == (place.start, place.end)
            or (m.kind == "person" and not m.pronoun and m.start < place.end and place.start < m.end)
        ]  # fmt: skip

    def _alone(self, stance: Stance, name: str, place: Place) -> bool:
        """Whether a stance's sentence holds the place, and no other mention of the actor."""
        others = (
            m for m in self.found.mentions
            if m.refers_to == name and not m.pronoun and (m.start, m.end) != (place.start, place.end)
        )  # fmt: skip
        return _holds(stance.evidence, place) and not any(stance.evidence.start <= m.start < stance.evidence.end for m in others)

    def _acts_for(self, who: str) -> str:
        kind = who.split("/", 1)[0]
        return who if kind in ("state", "movement") else self.side(who, self.day)

    def _voice(self, start: int) -> Voice:
        return next((s.voice for s in self.found.document.segments if s.start <= start < s.end), Voice.BODY)


def _led(turn: Turn, place: Place) -> bool:
    """Whether a mention is the speaker's label of a turn, or the name with which a narrated one begins, after an article."""
    return _holds(turn.label, place) if turn.label else turn.start <= place.start <= turn.start + len("the ")


def _own(mention: Mention, turns: list[Turn], lone: bool) -> bool:
    """Whether a mention is a pronoun that goes with its speaker: 'I' in one of the turns, or anywhere."""
    return mention.pronoun and (lone or any(t.start <= mention.start < t.end for t in turns))


def _is(part: Participation, who: str, place: Place, whole: bool = False) -> bool:
    return part.participant == who and (whole or _holds(part.evidence, place))


def _holds(span: Span | None, place: Place) -> bool:
    return span is not None and span.start <= place.start and place.end <= span.end
