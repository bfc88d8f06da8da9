"""Stances that sentences express: all pairs of actors judged by their signs, the likely ones kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coldgraph.interpret import clauses
from coldgraph.interpret.claims import claims
from coldgraph.interpret.forest import forest
from coldgraph.interpret.lexis import Hit, Tokens
from coldgraph.interpret.pairs import Pair, Pairs
from coldgraph.interpret.reading import Reading, Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.signs import Setting, Signs, signs
from coldgraph.model import Polarity, Stance

_DEFAULT = {Polarity.POSITIVE: "Support", Polarity.NEGATIVE: "Criticism"}


@dataclass(frozen=True, slots=True)
class _Likely:
    """A pair with its more likely polarity."""

    probability: float
    polarity: Polarity
    pair: Pair


def stances(scene: Scene) -> tuple[Stance, ...]:
    """The stances of a document, at most one for each sentence and two sides."""
    return tuple(stance for setting, pairs in settings(scene) for stance in _of_setting(setting, pairs))


def judged(scene: Scene) -> Iterator[tuple[Sentence, tuple[Pair, Signs]]]:
    """Every pair of every sentence with its signs, as the model is trained on them."""
    for setting, pairs in settings(scene):
        yield from ((setting.sentence, (pair, signs(setting, pair))) for pair in pairs)


def settings(scene: Scene) -> Iterator[tuple[Setting, list[Pair]]]:
    """The sentences in which a word of attitude stands, with their pairs of actors."""
    pairs = Pairs(scene)
    for sentence in Reading(scene).sentences():
        found = pairs.of(sentence)
        if not found or not sentence.slots:
            continue
        tokens = Tokens(sentence.masked)
        claimed = {(c.holder, c.target): c for c in claims(scene, sentence)}
        if tokens.hits or claimed:
            yield Setting(scene, sentence, tokens, claimed, len(found)), found


def _of_setting(setting: Setting, pairs: list[Pair]) -> Iterator[Stance]:
    model = forest()
    best: dict[tuple[str, str], _Likely] = {}
    for pair in pairs:
        positive, negative = model.vote(signs(setting, pair))
        likely = _Likely(positive, Polarity.POSITIVE, pair) if positive >= negative else _Likely(negative, Polarity.NEGATIVE, pair)
        sides = setting.scene.side(pair.holder) or pair.holder, setting.scene.side(pair.target) or pair.target
        if sides not in best or likely.probability > best[sides].probability:
            best[sides] = likely
    for likely in best.values():
        confidence = max(model.confidence(likely.probability), model.told if _is_claimed(setting, likely) else 0.0)
        if confidence >= model.least:
            yield _stance(setting, likely, confidence)


def _is_claimed(setting: Setting, likely: _Likely) -> bool:
    """Whether the frames claim the same, which is right more often than the model alone would say."""
    claim = setting.claim(likely.pair)
    return claim is not None and claim.polarity is likely.polarity


def _stance(setting: Setting, likely: _Likely, confidence: float) -> Stance:
    scene, pair = setting.scene, likely.pair
    act, why, at = _cue(setting, likely)
    sentence = setting.sentence
    before, word = sentence.masked[max(0, at - 40) : at], sentence.masked[at:].split(" ")[0]
    claim, told = setting.claim(pair), clauses.modality(before, word, clauses.has_condition(sentence.masked))
    return Stance(
        sentence.span,
        pair.holder,
        pair.target,
        likely.polarity,
        act,
        speaker=pair.said.speaker,
        addressees=pair.said.addressees,
        attributed=not _is_own(scene, pair),
        modality=claim.modality if claim and _is_claimed(setting, likely) else told,
        holder_side=scene.side(pair.holder),
        target_side=scene.side(pair.target),
        confidence=confidence,
        why=why,
    )


def _is_own(scene: Scene, pair: Pair) -> bool:
    """Whether the holder is the speaker or the speaker's side."""
    said, side = pair.said, scene.side(pair.holder)
    return pair.by.how in ("we", "i", "implied") or pair.holder == said.speaker or (bool(said.side) and side == said.side)


def _cue(setting: Setting, likely: _Likely) -> tuple[str, str, int]:
    """The act, what it was told by, and where in the sentence that stands."""
    claim = setting.claim(likely.pair)
    hit = _nearest(setting, likely)
    if claim and _is_claimed(setting, likely):
        return claim.act, claim.why, setting.tokens.starts[hit.at] if hit else 0
    if hit is None:
        return _DEFAULT[likely.polarity], "the whole sentence", 0
    told = sorted(s.act for s in hit.senses if s.polarity == likely.polarity.value)
    act = told[0] if told else _DEFAULT[likely.polarity]
    return act, f"word: {'not ' if hit.negated else ''}{hit.word}", setting.tokens.starts[hit.at]


def _nearest(setting: Setting, likely: _Likely) -> Hit | None:
    """The word of the stance's polarity nearest to the target, else to the holder; a negated word counts for the other polarity."""
    place = setting.place(likely.pair.towards.start)
    place = place if place >= 0 else max(0, setting.place(likely.pair.by.start))
    fitting = [h for h in setting.tokens.hits if any((s.polarity == likely.polarity.value) != h.negated for s in h.senses)]
    return min(fitting or setting.tokens.hits, key=lambda h: (abs(h.at - place), h.at), default=None)
