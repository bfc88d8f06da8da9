"""Who in a sentence may hold an attitude towards whom: all pairs of actors that it names or implies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import COLLECTIVE, Scene
from coldgraph.interpret.slots import Slot
from coldgraph.interpret.voices import Utterance

_REMEMBERED, _OFFERED = 3, 2
OWN_WORDS = ("we", "i")
_CROWD, _LONGEST = 30, 4_000


@dataclass(frozen=True, slots=True)
class Pair:
    """A possible holder and target, the slots that stand for them, and whose words they are in."""

    holder: str
    target: str
    by: Slot
    towards: Slot
    said: Utterance

    @property
    def order(self) -> tuple[bool, bool, int]:
        """Smaller for a pair that is told more plainly: both named, the holder first, close together."""
        named = self.by.start >= 0 and self.towards.start >= 0
        return not named, not 0 <= self.by.start < self.towards.start, abs(self.by.start - self.towards.start) if named else 0


class Pairs:
    """Goes through the sentences of one document in order and keeps which third parties were spoken of."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._recent: list[str] = []

    def of(self, sentence: Sentence) -> list[Pair]:
        """The pairs of a sentence, each once, by the slots that tell it most plainly; none of a list or of a text without full stops."""
        if len(sentence.slots) > _CROWD or len(sentence.words) > _LONGEST:
            return []
        best: dict[tuple[str, str], Pair] = {}
        for pair in self._all(sentence):
            known = best.get((pair.holder, pair.target))
            if known is None or pair.order < known.order:
                best[(pair.holder, pair.target)] = pair
        self._remember(sentence)
        return list(best.values())

    def _all(self, sentence: Sentence) -> Iterator[Pair]:
        targets = [(t, self._meant(t)) for t in self._targets(sentence)]
        for by, said in self._holders(sentence):
            holder = self._spoken_for(by) if by.actor == said.speaker else self._meant(by)
            for towards, target in targets:
                if self._apart(holder, target) and self._in_own_words(sentence, by, towards, said):
                    yield Pair(holder, target, by, towards, said)

    def _holders(self, sentence: Sentence) -> list[tuple[Slot, Utterance]]:
        named = [(s, sentence.utterance(s.start)) for s in sentence.slots if s.kind not in ("topic", "place")]
        speakers = {u.side or u.speaker: u for u in reversed(sentence.utterances) if u.side or u.speaker}
        return [*named, *((self._silent(a, "implied"), u) for a, u in speakers.items())]

    def _targets(self, sentence: Sentence) -> list[Slot]:
        named = [s for s in sentence.slots if s.kind != "place"]
        addressed = dict.fromkeys(a for u in sentence.utterances if (a := addressed_side(self.scene, u)))
        known = {s.actor for s in named}
        recent = [a for a in self._recent[:_OFFERED] if a not in known]
        return [*named, *(self._silent(a, "implied") for a in addressed), *(self._silent(a, "recent") for a in recent)]

    def _silent(self, actor: str, how: str) -> Slot:
        return Slot(-1, -1, actor, self.scene.kind(actor), how)

    def _meant(self, slot: Slot) -> str:
        """'We' and 'I' are the side that is spoken for; whoever is named stays."""
        return self._spoken_for(slot) if slot.how in OWN_WORDS else slot.actor

    def _spoken_for(self, slot: Slot) -> str:
        return self.scene.side(slot.actor) or slot.actor

    def _apart(self, holder: str, target: str) -> bool:
        """Whether two are not one side's, or both are people."""
        if holder == target:
            return False
        side = self.scene.side(holder)
        return not side or side != self.scene.side(target) or self.scene.kind(holder) == self.scene.kind(target) == "person"

    def _in_own_words(self, sentence: Sentence, by: Slot, towards: Slot, said: Utterance) -> bool:
        """A holder whom nobody names is the one in whose words the target stands."""
        if by.start >= 0 or towards.start < 0:
            return True
        there = sentence.utterance(towards.start)
        return (there.side or there.speaker) == (said.side or said.speaker)

    def _remember(self, sentence: Sentence) -> None:
        said = sentence.utterances[0]
        for slot in sentence.slots:
            if slot.kind in COLLECTIVE and slot.how == "named" and relation(self.scene, said, slot.actor) == "third":
                self._recent = [slot.actor, *(a for a in self._recent if a != slot.actor)][:_REMEMBERED]


def is_own(scene: Scene, said: Utterance, slot: Slot) -> bool:
    """Whether a slot is the speaker or the speaker's side. 'We' and 'I' in words that a narrator tells are the narrator's."""
    side = scene.side(slot.actor)
    return slot.how == "implied" or slot.actor == said.speaker or (bool(said.side) and side == said.side)


def addressed_side(scene: Scene, said: Utterance) -> str:
    """The one side that is spoken to ('' where there are several or none)."""
    sides = {scene.side(a) for a in said.addressees} - {"", said.side}
    return said.opposite or (next(iter(sides)) if len(sides) == 1 else "")


def relation(scene: Scene, said: Utterance, actor: str) -> str:
    """What an actor is in somebody's words: own (the speaker's side), you (the side spoken to) or third."""
    side = scene.side(actor) or actor
    if actor == said.speaker or (said.side and side == said.side):
        return "own"
    addressed = side == said.opposite or actor in said.addressees or any(scene.side(a) == side for a in said.addressees)
    return "you" if addressed else "third"
