"""What cue words claim: the frames that they evoke, and who bears which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coldgraph.interpret import clauses, roles
from coldgraph.interpret.frames import Frame, lexicon
from coldgraph.interpret.pairs import OWN_WORDS, addressed_side, is_own
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.roles import Cue
from coldgraph.interpret.scene import COLLECTIVE, Scene
from coldgraph.interpret.slots import Slot
from coldgraph.interpret.voices import Utterance
from coldgraph.model import Modality, Polarity, Stance

_TARGETS = ("person", "state", "organization", "movement", "topic")
_HOLDERS = ("person", "state", "organization", "movement")
_OPENING = 4
# What only an actor can be accused of or distrusted for.
_OF_ACTORS = frozenset(("Accusation", "Distrust", "Criticism", "Threat", "Thanks", "Promise", "Offer"))


def claims(scene: Scene, sentence: Sentence) -> list[Stance]:
    """What the frames claim of a sentence: of two stances between the same two, the surer."""
    if not sentence.slots or clauses.is_question(sentence.words):
        return []
    return _distinct(list(_of_sentence(scene, sentence, lexicon())))


def _of_sentence(scene: Scene, sentence: Sentence, words: dict[str, tuple[Frame, ...]]) -> Iterator[Stance]:
    for match in clauses.WORD.finditer(sentence.masked):
        for frame in words.get(match.group().lower(), ()):
            if frame.name == "anti" or sentence.masked[match.start() - 1 : match.start()] != "-":
                cue = Cue(sentence.masked, match.start(), match.end(), sentence.slots, _phrase(frame, sentence.masked, match.start()))
                yield from Claim(scene, sentence, frame, cue).stances()


def _phrase(frame: Frame, masked: str, at: int) -> int:
    """Where the words that must stand before a cue begin (-1: there are none)."""
    found = frame.before.search(masked, max(0, at - 60), at) if frame.before else None
    return found.start() if found else -1


@dataclass(slots=True)
class Claim:
    """One frame evoked by one cue of a sentence."""

    scene: Scene
    sentence: Sentence
    frame: Frame
    cue: Cue

    def stances(self) -> Iterator[Stance]:
        """The attitude that the frame tells, and the accusation that lies in it; nothing where grammar speaks against it."""
        after = self._after()
        if (
            after < 0
            or clauses.is_alleged(self.sentence.masked, self.cue.start)
            or clauses.is_asked(self.sentence.masked, self.cue.start)
            or clauses.is_conditional(self.sentence.masked, self.cue.start)
        ):
            return
        holders, targets = self._both(after)
        flipped = self._negated([*holders, *targets]) and not self._within_before()
        if flipped and self.frame.negated is None:
            return
        polarity, act = self.frame.negated if flipped and self.frame.negated else (self.frame.polarity, self.frame.act)
        for holder in holders:
            for target in targets:
                yield from self._stance(holder, target, polarity, act)
            if targets and self.frame.accuse and not flipped:
                yield from self._accusation(holder)

    def _after(self) -> int:
        """Where the cue with all that must stand around it ends; -1 where something is missing."""
        if self.frame.before and self.cue.phrase < 0:
            return -1
        if self.frame.after is None:
            return self.cue.end
        match = self.frame.after.match(self.cue.masked, self.cue.end)
        return match.end() if match else -1

    def _both(self, after: int) -> tuple[list[Slot], list[Slot]]:
        if self.frame.form == "verb" and roles.is_passive(self.cue):
            return roles.passive_agent(self.cue, after), roles.subject(self.cue)
        return self._role(self.frame.holder, after), self._role(self.frame.target, after)

    def _role(self, names: tuple[str, ...], after: int) -> list[Slot]:
        """The bearers of the first role that somebody bears."""
        for name in names:
            found = self._bearers(name, after)
            if found:
                return found
        return []

    def _bearers(self, name: str, after: int) -> list[Slot]:
        said = self.sentence.utterance(self.cue.start)
        if name == "subject":
            return roles.subject(self.cue)
        if name == "object":
            return roles.objects(self.cue, after)
        if name == "owner":
            return roles.owner(self.cue)
        if name == "doer":
            return roles.owner(self.cue, of=False)
        if name == "opponent":
            own = [s for s in roles.objects(self.cue, after) if self._is_own(s, said)]
            return [replace(s, how="named") for s in self._implied(addressed_side(self.scene, said))] if own else []
        if name == "predicated":
            return roles.predicated(self.cue)
        if name == "foreign-subject":
            return [s for s in roles.subject(self.cue) if s.kind in _HOLDERS and not self._is_own(s, said)]
        if name == "own-subject":
            return [s for s in roles.subject(self.cue) if self._is_own(s, said)]
        if name == "addressed-subject":
            return [s for s in roles.subject(self.cue) or roles.predicated(self.cue) if s.how == "you"]
        if name == "nearest":
            return [s for s in self.cue.before if s.kind in COLLECTIVE][-1:]
        if name == "third":
            return [
                s
                for s in self.cue.before
                if s.kind in COLLECTIVE and self._side(s) not in (said.side, said.own, said.opposite)
            ][-1:]
        if name == "addressee":
            return self._implied(addressed_side(self.scene, said))
        return self._voice(said)

    def _voice(self, said: Utterance) -> list[Slot]:
        """The speaker, for a cue that has no subject: only at the head of a sentence for a verb."""
        if self.frame.form == "verb" and self.cue.start > _OPENING:
            return []
        return self._implied(said.side or said.speaker) if said.manner != "none" else []

    def _implied(self, actor: str) -> list[Slot]:
        return [Slot(-1, -1, actor, self.scene.kind(actor), "implied")] if actor else []

    def _within_before(self) -> bool:
        """Whether the words that must stand before the cue hold the negation already."""
        return self.cue.phrase >= 0 and clauses.has_negation(self.cue.masked[self.cue.phrase : self.cue.start])

    def _negated(self, bearers: list[Slot]) -> bool:
        """Whether the cue is negated: between its subject and it, or before its object ('accept neither your claim')."""
        masked = self.cue.masked
        start = max([s.end for s in bearers if 0 <= s.end <= self.cue.start] or [self.cue.start - 30])
        following = min([s.start for s in bearers if s.start >= self.cue.end] or [self.cue.end])
        return clauses.is_negated(masked[max(0, start) : self.cue.start] + " " + masked[self.cue.end : following])

    def _stance(self, holder: Slot, target: Slot, polarity: Polarity, act: str) -> Iterator[Stance]:
        said = self.sentence.utterance(self.cue.start)
        if holder.kind not in _HOLDERS or target.kind not in _TARGETS or holder == target:
            return
        if target.kind == "topic" and act in _OF_ACTORS:
            return
        own = self._is_own(holder, said)
        yield from self._made(self._as_holder(holder, said), self._as_target(target), polarity, act, not own, said)

    def _accusation(self, accused: Slot) -> Iterator[Stance]:
        said = self.sentence.utterance(self.cue.start)
        if said.manner in ("turn", "told") and accused.kind in _HOLDERS and (said.side or said.speaker) and not self._is_own(accused, said):
            yield from self._made(said.side or said.speaker, accused.actor, Polarity.NEGATIVE, self.frame.accuse, False, said)

    def _made(self, holder: str, target: str, polarity: Polarity, act: str, attributed: bool, said: Utterance) -> Iterator[Stance]:
        sides = self._actor_side(holder), self._actor_side(target)
        kinds = {self.scene.kind(holder), self.scene.kind(target)}
        if holder == target or (sides[0] and sides[0] == sides[1] and kinds != {"person"}):
            return
        yield Stance(
            self.sentence.span,
            holder,
            target,
            polarity,
            act,
            speaker=said.speaker,
            addressees=said.addressees,
            attributed=attributed,
            modality=self._modality(),
            holder_side=sides[0],
            target_side=sides[1],
            confidence=self.frame.confidence,
            why=f"{self.frame.name}: {self.cue.masked[self.cue.start : self.cue.end].lower()}",
        )

    def _is_own(self, holder: Slot, said: Utterance) -> bool:
        return is_own(self.scene, said, holder)

    def _as_holder(self, holder: Slot, said: Utterance) -> str:
        """The side for whom 'we', 'I' and the speaker talk; whoever else is named stays."""
        return self._side(holder) or holder.actor if holder.how in OWN_WORDS or holder.actor == said.speaker else holder.actor

    def _as_target(self, target: Slot) -> str:
        """'Me' and 'us' are the side that is spoken for."""
        return self._side(target) or target.actor if target.how in OWN_WORDS else target.actor

    def _modality(self) -> Modality:
        before = self.cue.masked[max(0, self.cue.start - 40) : self.cue.start]
        return clauses.modality(before, self.cue.masked[self.cue.start : self.cue.end], clauses.has_condition(self.cue.masked))

    def _side(self, slot: Slot) -> str:
        return self._actor_side(slot.actor)

    def _actor_side(self, actor: str) -> str:
        return self.scene.side(actor)


def _distinct(found: list[Stance]) -> list[Stance]:
    """One record for each holder, target and polarity, the surest; of two polarities between the same two, the surer."""
    best: dict[tuple[str, str], Stance] = {}
    for stance in found:
        known = best.get((stance.holder, stance.target))
        if known is None or stance.confidence > known.confidence:
            best[(stance.holder, stance.target)] = stance
    return list(best.values())
