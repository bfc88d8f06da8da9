"""Stances that sentences express: all pairs of actors judged by their signs, the likely ones kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coldgraph.interpret import clauses
from coldgraph.interpret.forest import Vote, forest
from coldgraph.interpret.lexis import Hit
from coldgraph.interpret.pairs import Pair, is_own
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.setting import Setting, claimed, prepared
from coldgraph.interpret.signs import Signs, of_sentence, signs
from coldgraph.interpret.tones import tones
from coldgraph.model import Polarity, Stance

_DEFAULT = {Polarity.POSITIVE: "Support", Polarity.NEGATIVE: "Criticism"}


@dataclass(frozen=True, slots=True)
class Likely:
    """A pair with its more likely polarity, and how sure that is."""

    confidence: float
    polarity: Polarity
    pair: Pair


def stances(scene: Scene, sentences: Iterable[Sentence]) -> tuple[Stance, ...]:
    """The stances of a document, at most one for each sentence and two sides."""
    found = list(settings(scene, sentences))
    votes = forest().votes([row for setting in found for row in rows(setting)])
    return tuple(stance for setting in found for stance in _of_setting(setting, zip(setting.pairs, votes, strict=False)))


def settings(scene: Scene, sentences: Iterable[Sentence]) -> Iterator[Setting]:
    """The sentences that are judged: those with a pair of actors, and with a tone or a construction that may tell an attitude."""
    for setting in prepared(scene, sentences, tones()):
        if setting.pairs:
            told = claimed(setting)
            if told.claims or max(setting.tone.positive, setting.tone.negative) >= forest().faintest:
                yield told


def rows(setting: Setting) -> Iterator[Signs]:
    """The signs of each pair of a sentence."""
    shared = of_sentence(setting)
    return (signs(setting, pair, shared) for pair in setting.pairs)


def between(scene: Scene, pair: Pair) -> tuple[str, str]:
    """Between whom a pair is: two people, else two sides. A sentence tells one stance between the same two."""
    if scene.kind(pair.holder) == scene.kind(pair.target) == "person":
        return pair.holder, pair.target
    return scene.side(pair.holder) or pair.holder, scene.side(pair.target) or pair.target


def _of_setting(setting: Setting, judged: Iterable[tuple[Pair, Vote]]) -> Iterator[Stance]:
    best: dict[tuple[str, str], Likely] = {}
    for pair, vote in judged:
        found = likely(setting, pair, vote)
        key = between(setting.scene, pair)
        if key not in best or found.confidence > best[key].confidence:
            best[key] = found
    sure = [one for one in best.values() if one.confidence >= forest().least]
    yield from (_stance(setting, one) for one in sure if not any(_is_plainer(other, one) for other in sure))


def _is_plainer(one: Likely, other: Likely) -> bool:
    """Whether the same attitude of one holder is told of somebody named, and of another who is only meant: it is the first one's."""
    same = (one.pair.holder, one.polarity) == (other.pair.holder, other.polarity)
    return same and one.pair.towards.start >= 0 > other.pair.towards.start and one.confidence >= other.confidence


def likely(setting: Setting, pair: Pair, vote: Vote) -> Likely:
    """What the trees say of a pair; what the frames claim too is at least as sure as they are right.

    Where a frame claims the contrary of what the trees think likelier, its polarity holds, and the trees tell how likely any attitude is.
    """
    model, (positive, negative), claim = forest(), vote, setting.claim(pair)
    polarity = Polarity.POSITIVE if positive >= negative else Polarity.NEGATIVE
    if claim and claim.polarity is not polarity:
        return Likely(model.confidence(positive + negative), claim.polarity, pair)
    return Likely(max(model.confidence(max(vote)), model.told if claim else 0.0), polarity, pair)


def _is_claimed(setting: Setting, one: Likely) -> bool:
    """Whether the frames claim the same."""
    claim = setting.claim(one.pair)
    return claim is not None and claim.polarity is one.polarity


def _stance(setting: Setting, one: Likely) -> Stance:
    scene, pair = setting.scene, one.pair
    act, why, at = _cue(setting, one)
    sentence = setting.sentence
    before, word = sentence.masked[max(0, at - 40) : at], sentence.masked[at:].split(" ")[0]
    claim, told = setting.claim(pair), clauses.modality(before, word, clauses.has_condition(sentence.masked))
    return Stance(
        sentence.span,
        pair.holder,
        pair.target,
        one.polarity,
        act,
        speaker=pair.said.speaker,
        addressees=pair.said.addressees,
        attributed=not is_own(scene, pair.said, pair.by),
        modality=claim.modality if claim and _is_claimed(setting, one) else told,
        holder_side=scene.side(pair.holder),
        target_side=scene.side(pair.target),
        confidence=one.confidence,
        why=why,
    )


def _cue(setting: Setting, one: Likely) -> tuple[str, str, int]:
    """The act, what it was told by, and where in the sentence that stands."""
    claim = setting.claim(one.pair)
    hit = _nearest(setting, one)
    if claim and _is_claimed(setting, one):
        return claim.act, claim.why, setting.tokens.starts[hit.at] if hit else 0
    if hit is None:
        return _DEFAULT[one.polarity], "the whole sentence", 0
    told = sorted(s.act for s in hit.senses if s.polarity == one.polarity.value)
    act = told[0] if told else _DEFAULT[one.polarity]
    return act, f"word: {'not ' if hit.negated else ''}{hit.word}", setting.tokens.starts[hit.at]


def _nearest(setting: Setting, one: Likely) -> Hit | None:
    """The word of the stance's polarity nearest to the target, else to the holder; a negated word counts for the other polarity."""
    place = setting.place(one.pair.towards.start)
    place = place if place >= 0 else max(0, setting.place(one.pair.by.start))
    fitting = [h for h in setting.tokens.hits if any((s.polarity == one.polarity.value) != h.negated for s in h.senses)]
    return min(fitting or setting.tokens.hits, key=lambda h: (abs(h.at - place), h.at), default=None)
