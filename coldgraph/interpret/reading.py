"""A document's sentences as stances need them: actors and pronouns found, each stretch with its speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from coldgraph.interpret.scene import COLLECTIVE, Scene
from coldgraph.interpret.slots import PRONOUN, Slot, Slots, mask
from coldgraph.interpret.voices import Utterance, Voices
from coldgraph.model import Span, Voice

_SHARED = {
    "state/vietnam": ("state/north-vietnam", "state/south-vietnam"),
    "state/korea": ("state/north-korea", "state/south-korea"),
    "state/germany": ("state/east-germany", "state/west-germany"),
}
_FAR = 2
_WORDS = (Voice.BODY, Voice.EDITOR_INSERTION)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, words, masked words, slots (pronouns among them) and utterances."""

    span: Span
    words: str
    masked: str
    slots: tuple[Slot, ...]
    utterances: tuple[Utterance, ...]

    def utterance(self, at: int) -> Utterance:
        """Whose words stand at an offset of the sentence."""
        return [u for u in self.utterances if u.start <= at or u is self.utterances[0]][-1]


class Reading:
    """Goes through one document; 'they' is the third party last spoken of."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._slots, self._voices = Slots(scene), Voices(scene)
        self._third: list[tuple[int, str]] = []
        self._segments = scene.context.recognised.document.segments
        self._segment_starts = [s.start for s in self._segments]

    def sentences(self) -> Iterator[Sentence]:
        """The sentences in order, each with what is known when it is said."""
        body = [s for s in self.scene.context.recognised.sentences if self._in_body(s)]
        for number, span in enumerate(body):
            words = self.scene.text[span.start : span.end]
            named = self._slots.named(span)
            masked = mask(words, named)
            utterances = tuple(self._voices.of(span, masked, named))
            sentence = Sentence(span, words, masked, tuple(named), utterances)
            slots = tuple(sorted([*self._told_apart(sentence), *self._pronouns(sentence, number)]))
            self._meet(sentence, number)
            yield Sentence(span, words, mask(words, list(slots)), slots, utterances)

    def _in_body(self, sentence: Span) -> bool:
        """Whether a sentence is words of the record: not a header, note or an archivist's description."""
        position = bisect_right(self._segment_starts, sentence.end - 1) - 1
        segment = self._segments[position] if position >= 0 else None
        return segment is not None and segment.voice in _WORDS

    def _told_apart(self, sentence: Sentence) -> list[Slot]:
        """'Vietnam' said by or to one of its two states is that state."""
        found = []
        for slot in sentence.slots:
            said = sentence.utterance(slot.start)
            same = [s for s in _SHARED.get(slot.actor, ()) if s in (said.side, said.opposite)] if said.manner == "turn" else []
            found.append(Slot(slot.start, slot.end, same[0], slot.kind, slot.how) if len(same) == 1 else slot)
        return found

    def _pronouns(self, sentence: Sentence, number: int) -> Iterator[Slot]:
        for match in PRONOUN.finditer(sentence.masked):
            how = str(match.lastgroup)
            if match.group() == "US" or (how == "i" and match.group() == "i"):
                continue
            actor = self._meant(how, sentence, match.start(), number)
            if actor:
                yield Slot(match.start(), match.end(), actor, self.scene.kind(actor), how)

    def _meant(self, how: str, sentence: Sentence, at: int, number: int) -> str:
        said = sentence.utterance(at)
        if how == "they":
            return self._they(sentence, said, at, number)
        if how == "he":
            return said.speaker if said.manner == "told" else ""
        if how == "i":
            return said.speaker if said.manner != "told" else self._voices.author.speaker
        return said.own if how == "we" else said.opposite

    def _they(self, sentence: Sentence, said: Utterance, at: int, number: int) -> str:
        """The one third party named before in the sentence, else in the last sentences ('' where two compete)."""
        here = [s.actor for s in sentence.slots if s.end <= at and self._is_third(s, said)]
        earlier = [a for n, a in self._third if number - n <= _FAR and self.scene.side(a) not in (said.side, said.own, said.opposite)]
        nearest = here or [a for n, a in self._third if earlier and a in earlier and n == self._last(earlier)]
        return nearest[-1] if nearest and len(set(nearest)) == 1 else ""

    def _last(self, actors: list[str]) -> int:
        return max(n for n, a in self._third if a in actors)

    def _is_third(self, slot: Slot, said: Utterance) -> bool:
        return slot.kind in COLLECTIVE and self.scene.side(slot.actor) not in (said.side, said.own, said.opposite)

    def _meet(self, sentence: Sentence, number: int) -> None:
        self._third = [(n, a) for n, a in self._third if number - n <= _FAR]
        self._third += [(number, s.actor) for s in sentence.slots if s.kind in COLLECTIVE]
