"""'This stance is wrong' and 'its polarity is mixed', carried out on the stances of one document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from coldgraph.curate.decision import CHANGEABLE, Decision, Place, Verdict
from coldgraph.curate.identity import Identity
from coldgraph.model import Extraction, Modality, Polarity, Span, Stance

_ONE = ("speaker", "holder", "target", "holder_side", "target_side")
_MANY = ("addressees", "about")
_CLAIM = ("holder", "target", "polarity")
_ALL = (*_CLAIM, "act", "speaker", "attributed")


def settled(stance: Stance, identity: Identity) -> Iterator[Stance]:
    """The stance between the actors that stand for those it names; none where holder and target are one."""
    one = identity.of
    who: dict[str, Any] = {slot: one(getattr(stance, slot)) for slot in _ONE}
    many: dict[str, Any] = {slot: tuple(dict.fromkeys(map(one, getattr(stance, slot)))) for slot in _MANY}
    why = (d for slot in ("speaker", "holder", "target") for d in identity.why(getattr(stance, slot)))
    new = replace(stance, **who, **many, decided=tuple(dict.fromkeys((*stance.decided, *why))))
    if new == stance:
        yield stance
    elif new.holder != new.target:
        yield replace(new, attributed=new.attributed and new.holder != new.speaker)


def stated(place: Place | None, slots: Mapping[str, Any]) -> Stance:
    """A stance out of the slots that a decision keeps."""
    span = Span(place.start, place.end) if place else Span(0, 0)
    return Stance(
        span, slots["holder"], slots["target"], Polarity(slots["polarity"]), slots["act"], slots.get("speaker", ""),
        tuple(slots.get("addressees", ())), tuple(slots.get("about", ())), bool(slots.get("attributed", False)),
        Modality(slots.get("modality", "Actual")), slots.get("holder_side", ""), slots.get("target_side", ""), why="decided",
    )  # fmt: skip


class Stances:
    """The decisions on stances of one document whose sentences still stand."""

    def __init__(self, decisions: Sequence[Decision], identity: Identity, side: Callable[[str, date | None], str]) -> None:
        self.decisions, self.identity, self.side = decisions, identity, side

    def run(self, found: Extraction) -> Extraction:
        """Without what was rejected, with what was amended.

        An amended stance is stated even where the program does not find the one it was made from any more:
        somebody has read the sentence.
        """
        stances, day = list(found.stances), found.document.date.earliest if found.document.date else None
        for decision in sorted(self.decisions, key=lambda d: (d.place, d.id)):
            old = self._meant(decision, stances)
            stances = [s for s in stances if s not in old]
            if decision.verdict is Verdict.AMEND:
                stances += [s for s in [self._amended(decision, old, day)] if s.holder != s.target]
        return replace(found, stances=tuple(stances))

    def _meant(self, decision: Decision, stances: list[Stance]) -> list[Stance]:
        """The stances that a decision is about: equal in all slots, else in who holds what of whom in that sentence."""
        if decision.place is None:
            return []
        here = [s for s in stances if (s.evidence.start, s.evidence.end) == (decision.place.start, decision.place.end)]
        wanted = self._slots(decision.stance)
        return _equal(here, wanted, _ALL) or _equal(here, wanted, _CLAIM)

    def _slots(self, slots: Mapping[str, Any]) -> dict[str, Any]:
        """A decision's slots, with the actors that stand for those it names today."""
        one = self.identity.of
        who = {k: one(slots.get(k, "")) for k in _ONE}
        many = {k: tuple(map(one, slots.get(k, ()))) for k in _MANY}
        return {**slots, **who, **many, "attributed": bool(slots.get("attributed", False))}

    def _amended(self, decision: Decision, old: list[Stance], day: date | None) -> Stance:
        slots = self._slots({**decision.stance, **decision.change})
        base = old[0] if old else stated(decision.place, slots)
        values: dict[str, Any] = {k: slots[k] for k in CHANGEABLE if k in decision.change}
        for slot in ("holder", "target"):
            if slot in values:
                values[f"{slot}_side"] = self._acts_for(values[slot], day)
        for slot, kind in (("polarity", Polarity), ("modality", Modality)):
            if slot in values:
                values[slot] = kind(values[slot])
        new = replace(base, **values, confidence=1.0, decided=tuple(dict.fromkeys((*base.decided, decision.id))))
        return replace(new, attributed=new.attributed and new.holder != new.speaker)

    def _acts_for(self, who: str, day: date | None) -> str:
        return who if who.split("/", 1)[0] in ("state", "movement") else self.side(who, day)


def _equal(stances: list[Stance], wanted: dict[str, Any], slots: tuple[str, ...]) -> list[Stance]:
    return [s for s in stances if all(getattr(s, k) == wanted.get(k, "") for k in slots)]
