"""Stances that sentences express: all pairs of actors judged by their signs, the likely ones kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coldgraph.interpret import clauses
from coldgraph.interpret.claims import claims
from coldgraph.interpret.forest import Vote, forest
from coldgraph.interpret.lexis import Hit, Tokens
from coldgraph.interpret.pairs import Pair, Pairs, is_own
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.signs import Setting, Signs, signs
from coldgraph.model import Polarity, Stance

_DEFAULT = {Polarity.POSITIVE: "Support", Polarity.NEGATIVE: "Criticism"}


@dataclass(frozen=True, slots=True)
class _Likely:
    """A pair with its more likely polarity, and how sure that is."""

    confidence: float
    polarity: Polarity
    pair: Pair


def stances(scene: Scene, sentences: Iterable[Sentence]) -> tuple[Stance, ...]:
    """The stances of a document, at most one for each sentence and two sides."""
    found = list(settings(scene, sentences))
    votes = forest().votes([signs(setting, pair) for setting, pairs in found for pair in pairs])
    return tuple(stance for setting, pairs in found for stance in _of_setting(setting, zip(pairs, votes, strict=False)))


def judged(scene: Scene, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, tuple[Pair, Signs]]]:
    """Every pair of every sentence with its signs, as the model is trained on them."""
    for setting, pairs in settings(scene, sentences):
        yield from ((setting.sentence, (pair, signs(setting, pair))) for pair in pairs)


def settings(scene: Scene, sentences: Iterable[Sentence]) -> Iterator[tuple[Setting, list[Pair]]]:
    """The sentences in which a word of attitude stands, with their pairs of actors."""
    pairs = Pairs(scene)
    for sentence in sentences:
        found = pairs.of(sentence)
        if not found or not sentence.slots:
            continue
        tokens = Tokens(sentence.masked)
        claimed = {(c.holder, c.target): c for c in claims(scene, sentence)}
        if tokens.hits or claimed:
            yield Setting(scene, sentence, tokens, claimed, len(found)), found


def between(scene: Scene, pair: Pair) -> tuple[str, str]:
    """Between whom a pair is: two people, else two sides. A sentence tells one stance between the same two."""
    if scene.kind(pair.holder) == scene.kind(pair.target) == "person":
        return pair.holder, pair.target
    return scene.side(pair.holder) or pair.holder, scene.side(pair.target) or pair.target


def _of_setting(setting: Setting, judged: Iterable[tuple[Pair, Vote]]) -> Iterator[Stance]:
    best: dict[tuple[str, str], _Likely] = {}
    for pair, vote in judged:
        likely = _likely(setting, pair, vote)
        key = between(setting.scene, pair)
        if key not in best or likely.confidence > best[key].confidence:
            best[key] = likely
    yield from (_stance(setting, likely) for likely in best.values() if likely.confidence >= forest().least)


def _likely(setting: Setting, pair: Pair, vote: Vote) -> _Likely:
    """What the trees say of a pair; what the frames claim too is at least as sure as they are right."""
    model, (positive, negative) = forest(), vote
    polarity = Polarity.POSITIVE if positive >= negative else Polarity.NEGATIVE
    floor = model.told if _is_claimed(setting, pair, polarity) else 0.0
    return _Likely(max(model.confidence(max(positive, negative)), floor), polarity, pair)


def _is_claimed(setting: Setting, pair: Pair, polarity: Polarity) -> bool:
    """Whether the frames claim the same, which is right more often than the model alone would say."""
    claim = setting.claim(pair)
    return claim is not None and claim.polarity is polarity


def _stance(setting: Setting, likely: _Likely) -> Stance:
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
        attributed=not is_own(scene, pair.said, pair.by),
        modality=claim.modality if claim and _is_claimed(setting, pair, likely.polarity) else told,
        holder_side=scene.side(pair.holder),
        target_side=scene.side(pair.target),
        confidence=likely.confidence,
        why=why,
    )


def _cue(setting: Setting, likely: _Likely) -> tuple[str, str, int]:
    """The act, what it was told by, and where in the sentence that stands."""
    claim = setting.claim(likely.pair)
    hit = _nearest(setting, likely)
    if claim and _is_claimed(setting, likely.pair, likely.polarity):
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
