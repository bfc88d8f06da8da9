"""The actors and topics that a sentence names, and the sentence with their names masked."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from coldgraph.interpret.clauses import FILL, SLOT
from coldgraph.interpret.scene import Scene
from coldgraph.model import Span, Voice

PRONOUN = re.compile(
    r"(?<![\w§¤'’-])(?:(?P<we>we|our|ours|us(?!\.)|my government|this government)|(?P<i>I|my|me|myself)|"
    r"(?P<you>you|your|yours)|(?P<they>they|their|them|theirs)|(?P<he>he|she|his))(?![\w§¤-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """An actor or topic named between two offsets of the sentence. ``how``: named, we, i, you, they or he."""

    start: int
    end: int
    actor: str
    kind: str
    how: str = "named"


class Slots:
    """Finds the slots of one document's sentences; topics come from the gazetteer's expressions."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._topics = _topics(scene)
        self._starts = [t[0] for t in self._topics]

    def named(self, sentence: Span) -> list[Slot]:
        """Actors and topics named in the body of a sentence, in order."""
        own = [m for m in self.scene.within(sentence.start, sentence.end) if m.voice is Voice.BODY]
        found = [Slot(m.start - sentence.start, m.end - sentence.start, m.refers_to, m.kind) for m in own]
        first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
        for start, end, topic in self._topics[first:last]:
            if not any(m.start < end and start < m.end for m in own):
                found.append(Slot(start - sentence.start, end - sentence.start, topic, "topic"))
        return sorted(found)


def mask(words: str, slots: list[Slot]) -> str:
    """The words with every slot replaced by signs, of the same length."""
    parts, at = [], 0
    for slot in slots:
        if slot.start >= at:
            parts += [words[at : slot.start], SLOT, FILL * (slot.end - slot.start - 1)]
            at = slot.end
    return "".join([*parts, words[at:]]).replace("\n", " ")


def _topics(scene: Scene) -> list[tuple[int, int, str]]:
    found = []
    for e in scene.context.recognised.expressions:
        if e.kind == "named" and e.voice is Voice.BODY:
            entities = sorted({n.entity for n in e.names})
            if len(entities) == 1 and scene.kind(entities[0]) == "topic":
                found.append((e.start, e.end, entities[0]))
    return sorted(found)
