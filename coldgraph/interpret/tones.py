"""The tone of a sentence: how likely its words are to praise or to blame anybody, as learned from annotated documents.

Two logistic regressions on words, pairs of neighbouring words and the mean of the words' vectors (vectors by positive
pointwise mutual information and singular values: Levy, Goldberg and Dagan 2015, TACL 3). Of the vectors only what each
adds is kept, so that a tone is a plain sum of what its words add. Trained by triples/scripts/train_stances.py; the
weights are ours, in cues/tones.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

Weights = Mapping[str, Sequence[float]]
_EDGES = "<", ">"


@dataclass(frozen=True, slots=True)
class Tone:
    """Log-odds that a sentence tells a positive and that it tells a negative attitude."""

    positive: float = 0.0
    negative: float = 0.0


@dataclass(frozen=True, slots=True)
class Tones:
    """What words (``senses``: a share of the mean) and expressions of one or two words (``grams``) add to both log-odds."""

    start: Sequence[float]
    grams: Weights
    senses: Weights

    def of(self, words: Sequence[str], coded: Sequence[str]) -> Tone:
        """The tone of the words of a sentence; ``coded`` are the same with who is meant in place of names."""
        positive, negative = self.start
        for _, more, less in self.parts(words, coded):
            positive, negative = positive + more, negative + less
        return Tone(positive, negative)

    def parts(self, words: Sequence[str], coded: Sequence[str]) -> Iterator[tuple[str, float, float]]:
        """(expression, what it adds to the positive log-odds, to the negative)."""
        for gram in grams(coded):
            if (added := self.grams.get(gram)) is not None:
                yield gram, added[0], added[1]
        known = [(word, self.senses[word]) for word in words if word in self.senses]
        for word, added in known:
            yield word, added[0] / len(known), added[1] / len(known)


def grams(coded: Sequence[str]) -> dict[str, None]:
    """Each word and each two neighbours once, in order.

    >>> list(grams(["we", "agree"]))
    ['<', 'we', 'agree', '>', '< we', 'we agree', 'agree >']
    """
    edged = [_EDGES[0], *coded, _EDGES[1]]
    return dict.fromkeys([*edged, *map(" ".join, pairwise(edged))])


@cache
def tones() -> Tones:
    """The shipped weights."""
    told = json.loads((Path(__file__).parent / "cues" / "tones.json").read_text(encoding="utf-8"))
    return Tones(told["start"], told["grams"], told["senses"])
