"""The trained model: trees that tell from a pair's signs how likely it is an attitude, and of which polarity.

Gradient-boosted decision trees (Friedman 2001, Annals of Statistics 29), trained by
triples/scripts/train_stances.py on triples/gold; the weights are ours, in cues/forest.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

_FIRST = 40
_HOPELESS = 2.0
Tree = Any  # a leaf's number, or [sign, threshold, tree where the sign is not above it, tree where it is]


class Forest:
    """Trees for the classes none, Positive and Negative, and what turns their vote into a confidence.

    ``told`` is how often what the frames claim was right; below ``least`` nothing is claimed.
    """

    def __init__(self, told: dict[str, Any]) -> None:
        self.signs: list[str] = told["signs"]
        self.base: list[float] = told["base"]
        self.trees: list[list[Tree]] = told["trees"]
        self.slope, self.shift = told["calibration"]
        self.least: float = told["least"]
        self.told: float = told["told"]
        self._at = {name: i for i, name in enumerate(self.signs)}

    def vote(self, signs: Mapping[str, float]) -> tuple[float, float]:
        """The probabilities of Positive and Negative; where the first trees see no chance, the others are not asked."""
        row, raw = self._row(signs), list(self.base)
        for step, trees in enumerate(zip(*self.trees, strict=True)):
            if step == _FIRST and raw[0] - max(raw[1:]) > _HOPELESS:
                break
            for k, tree in enumerate(trees):
                raw[k] += _leaf(tree, row)
        top = max(raw)
        none, positive, negative = (exp(r - top) for r in raw)
        total = none + positive + negative
        return positive / total, negative / total

    def _row(self, signs: Mapping[str, float]) -> list[float]:
        row = [0.0] * len(self.signs)
        for name, value in signs.items():
            if (place := self._at.get(name)) is not None:
                row[place] = value
        return row

    def confidence(self, probability: float) -> float:
        """How often a stance of this probability was right in documents left out of training."""
        return platt(probability, self.slope, self.shift)


def platt(probability: float, slope: float, shift: float) -> float:
    """A probability calibrated by a logistic fit on its log-odds (Platt 1999), to three places."""
    p = min(max(probability, 1e-6), 1 - 1e-6)
    return round(1 / (1 + exp(-(slope * log(p / (1 - p)) + shift))), 3)


def _leaf(tree: Tree, row: list[float]) -> float:
    while type(tree) is list:
        tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
    return float(tree)


@cache
def forest() -> Forest:
    """The shipped model."""
    return Forest(json.loads((Path(__file__).parent / "cues" / "forest.json").read_text(encoding="utf-8")))
