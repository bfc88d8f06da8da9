"""Why a stance was claimed, or not: what each sign of its pair added, and what the frames said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import factorial

from coldgraph.interpret.forest import Forest, forest
from coldgraph.interpret.grove import Tree
from coldgraph.interpret.lexis import Hit
from coldgraph.interpret.pairs import Pair
from coldgraph.interpret.reading import Reading
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.signs import Setting, Signs, signs
from coldgraph.interpret.stances import settings, stances
from coldgraph.model import Polarity, Span, Stance

_CLASSES = {Polarity.POSITIVE: 1, Polarity.NEGATIVE: 2}


@dataclass(frozen=True, slots=True)
class Weight:
    """A sign, its value, and what it added to the log-odds of the polarity against no attitude at all."""

    sign: str
    value: float
    added: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of attitude: its span in the document, the acts it may tell, and whether it is negated."""

    span: Span
    word: str
    acts: tuple[str, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """How one pair of a sentence was judged.

    ``positive`` and ``negative`` are the trees' probabilities, ``confidence`` the larger one as calibrated, and raised where
    a frame claims the same; ``claim`` is what a frame claims of the pair, ``stance`` what came out (None: too unsure, or
    another pair of the same two was surer). ``start`` is the log-odds without any sign; with all ``weights`` added it is
    what the trees together say.
    """

    sentence: Span
    pair: Pair
    polarity: Polarity
    positive: float
    negative: float
    confidence: float
    claim: Stance | None
    stance: Stance | None
    cues: tuple[Cue, ...]
    start: float
    weights: tuple[Weight, ...]


def reasons(scene: Scene, within: Span) -> list[Reason]:
    """How all pairs of the sentences were judged that share a character with a span, the likeliest first."""
    sentences = tuple(Reading(scene).sentences())
    told = stances(scene, sentences)
    found = [
        reason
        for setting, pairs in settings(scene, sentences)
        if _meet(setting.sentence.span, within)
        for reason in _of(setting, pairs, told)
    ]
    return sorted(found, key=lambda r: (r.sentence, r.stance is None, -r.confidence, r.pair.holder, r.pair.target))


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _of(setting: Setting, pairs: Sequence[Pair], told: Sequence[Stance]) -> Iterator[Reason]:
    known = {(s.evidence, s.holder, s.target): s for s in told}
    cues = tuple(_cue(setting, hit) for hit in setting.tokens.hits)
    for pair in pairs:
        stance = known.get((setting.sentence.span, pair.holder, pair.target))
        yield _reason(setting, pair, stance, cues)


def _cue(setting: Setting, hit: Hit) -> Cue:
    start = setting.sentence.span.start + setting.tokens.starts[hit.at]
    return Cue(Span(start, start + len(hit.word)), hit.word, tuple(sorted({s.act for s in hit.senses})), hit.negated)


def _reason(setting: Setting, pair: Pair, stance: Stance | None, cues: tuple[Cue, ...]) -> Reason:
    model, row = forest(), signs(setting, pair)
    positive, negative = model.vote(row)
    polarity = Polarity.POSITIVE if positive >= negative else Polarity.NEGATIVE
    start, weights = weigh(model, row, polarity)
    confidence = stance.confidence if stance else model.confidence(max(positive, negative))
    claim = setting.claim(pair)
    return Reason(setting.sentence.span, pair, polarity, positive, negative, confidence, claim, stance, cues, start, weights)


def weigh(model: Forest, row: Signs, polarity: Polarity) -> tuple[float, tuple[Weight, ...]]:
    """(log-odds of the polarity against none without any sign, what each sign adds to it), the strongest first.

    Exact Shapley values of the trees against a pair that has no sign at all (interventional TreeSHAP with one reference:
    Lundberg et al. 2020, Nature Machine Intelligence 2): a sign that is absent adds nothing, and the sum is the trees' vote.
    """
    values = [row.get(name, 0.0) for name in model.signs]
    blank = [0.0] * len(values)
    start, added = 0.0, defaultdict[int, float](float)
    for k, sign in ((_CLASSES[polarity], 1.0), (0, -1.0)):
        start += sign * model.base[k]
        for tree in model.trees[k]:
            start += sign * _leaf(tree, blank)
            _share(tree, values, frozenset(), frozenset(), sign, added)
    weights = [Weight(model.signs[i], values[i], w) for i, w in added.items() if abs(w) > 1e-9]
    return start, tuple(sorted(weights, key=lambda w: (-abs(w.added), w.sign)))


def _leaf(tree: Tree, values: Sequence[float]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if values[tree[0]] <= tree[1] else tree[3]
    return float(tree)


def _share(
    tree: Tree, values: Sequence[float], there: frozenset[int], gone: frozenset[int], factor: float, added: dict[int, float]
) -> None:
    """Goes down all ways that some of the signs open; a leaf's value is shared by the signs that led there and those that led away."""
    if not isinstance(tree, list):
        a, b, value = len(there), len(gone), factor * float(tree)
        for i in there:
            added[i] += value * factorial(a - 1) * factorial(b) / factorial(a + b)
        for i in gone:
            added[i] -= value * factorial(a) * factorial(b - 1) / factorial(a + b)
        return
    sign, threshold, low, high = tree
    is_low, blank_low = values[sign] <= threshold, threshold >= 0
    own, blank = low if is_low else high, low if blank_low else high
    if is_low == blank_low or sign in there:
        _share(own, values, there, gone, factor, added)
    elif sign in gone:
        _share(blank, values, there, gone, factor, added)
    else:
        _share(own, values, there | {sign}, gone, factor, added)
        _share(blank, values, there, gone | {sign}, factor, added)
