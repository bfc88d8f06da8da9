"""The naive rival: the two actors that stand nearest to each other in a sentence, and a general sentiment lexicon.

VADER (Hutto and Gilbert 2014, ICWSM-14; the package vaderSentiment, MIT) with its authors' thresholds. The rival is
given the actors and sentences that coldgraph found, so that only the judgement of the attitude is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coldgraph.errors import ExtraMissing
from coldgraph.evaluate.facts import Claim, Facts, Named
from coldgraph.evaluate.gold import Gold
from coldgraph.evaluate.packed import Texts
from coldgraph.evaluate.run import Evaluation, evaluate
from coldgraph.ids import BASE
from coldgraph.model import Span
from coldgraph.recognise.sentences import sentences

Valence = Callable[[str], float]
"""A sentence's sentiment from -1 to 1."""
_KINDS = ("person", "state", "organization", "movement")
_NEUTRAL = 0.05


@dataclass(frozen=True, slots=True)
class Ratios:
    """How many times the rival's recall and precision of stances ours are; None where the rival has none."""

    recall: float | None
    precision: float | None


def vader() -> Valence:
    """VADER's compound score. Raises ExtraMissing where it is not installed."""
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError as error:
        raise ExtraMissing("the sentiment lexicon VADER is not installed", "--floor", "pip install 'coldgraph[floor]'") from error
    judge = SentimentIntensityAnalyzer()
    return lambda words: float(judge.polarity_scores(words)["compound"])


def floor(golds: Sequence[Gold], facts: Facts, text_of: Texts, valence: Valence, resamples: int = 1000) -> Evaluation:
    """The rival's scores on the same documents."""
    places = {d: d.removeprefix(f"{BASE}document/") for d in map(facts.document, golds)}
    claims = {d: _claims(facts.said(d).mentions, text_of(name) or "", valence) for d, name in places.items()}
    return evaluate(golds, facts, resamples=resamples, claims=claims)


def ratios(ours: Evaluation, rival: Evaluation) -> Ratios:
    """Ours against the rival's."""
    one, other = ours.score("stances"), rival.score("stances")
    if one is None or other is None:
        return Ratios(None, None)
    return Ratios(_times(one.recall, other.recall), _times(one.precision, other.precision))


def _times(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None


def _claims(mentions: Sequence[Named], text: str, valence: Valence) -> list[Claim]:
    actors = [m for m in mentions if m.actor.removeprefix(BASE).split("/")[0] in _KINDS]
    found = [_claim(span, text[span.start : span.end], actors, valence) for span in sentences(text)]
    return sorted((c for c in found if c), key=lambda c: (-c.confidence, c.id))


def _claim(span: Span, words: str, actors: Sequence[Named], valence: Valence) -> Claim | None:
    """What the rival says of a sentence: the first of the two actors has the sentence's mood towards the second."""
    here = [m for m in actors if span.start <= m.start < span.end]
    pairs = [(two.start - one.start - len(one.quote), one, two) for one, two in pairwise(here) if one.actor != two.actor]
    mood = valence(words) if pairs else 0.0
    if abs(mood) < _NEUTRAL:
        return None
    _, one, two = min(pairs, key=lambda p: (p[0], p[1].start))
    return Claim(f"{span.start:09}", words, one.actor, two.actor, "positive" if mood > 0 else "negative", confidence=abs(mood))
