"""The trained model: trees that tell from a pair's signs how likely it is an attitude, and of which polarity.

Gradient-boosted decision trees (Friedman 2001, Annals of Statistics 29), trained by
triples/scripts/train_stances.py on triples/gold; the weights are ours, in cues/forest.json.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from coldgraph.interpret.grove import Grove, Tree

_FIRST = 40
_HOPELESS = 2.0
_AT_ONCE = 512
"""Rows judged together: enough to make the arrays worth it, few enough to keep them small."""
Vote = tuple[float, float]
"""The probabilities of Positive and Negative."""


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
        self._first = [Grove(trees[:_FIRST]) for trees in self.trees]
        self._rest = [Grove(trees[_FIRST:]) for trees in self.trees]

    def votes(self, signs: Sequence[Mapping[str, float]]) -> Iterator[Vote]:
        """The vote on each row of signs: the same whatever rows are asked with it."""
        for start in range(0, len(signs), _AT_ONCE):
            yield from map(_shares, self._raw(self._columns(signs[start : start + _AT_ONCE])))

    def vote(self, signs: Mapping[str, float]) -> Vote:
        """The vote on one row of signs."""
        return next(self.votes([signs]))

    def _raw(self, columns: NDArray[np.float64]) -> list[list[float]]:
        """For each row, what the trees add up to; where the first trees see no chance, the others are not asked."""
        starts = np.repeat(np.array(self.base)[:, None], columns.shape[1], axis=1)
        raw = np.stack([grove.add(start, columns) for grove, start in zip(self._first, starts, strict=True)])
        hopeful = np.flatnonzero(raw[0] - raw[1:].max(axis=0) <= _HOPELESS)
        some = columns[:, hopeful]
        for k, grove in enumerate(self._rest):
            raw[k, hopeful] = grove.add(raw[k, hopeful], some)
        return raw.T.tolist()  # type: ignore[no-any-return]

    def _columns(self, signs: Sequence[Mapping[str, float]]) -> NDArray[np.float64]:
        """A line a sign, a column a row."""
        columns = np.zeros((len(self.signs), len(signs)))
        for number, row in enumerate(signs):
            for name, value in row.items():
                if (place := self._at.get(name)) is not None:
                    columns[place, number] = value
        return columns

    def confidence(self, probability: float) -> float:
        """How often a stance of this probability was right in documents left out of training."""
        return platt(probability, self.slope, self.shift)


def _shares(raw: Sequence[float]) -> Vote:
    top = max(raw)
    none, positive, negative = (exp(r - top) for r in raw)
    total = none + positive + negative
    return positive / total, negative / total


def platt(probability: float, slope: float, shift: float) -> float:
    """A probability calibrated by a logistic fit on its log-odds (Platt 1999), to three places."""
    p = min(max(probability, 1e-6), 1 - 1e-6)
    return round(1 / (1 + exp(-(slope * log(p / (1 - p)) + shift))), 3)


@cache
def forest() -> Forest:
    """The shipped model."""
    return Forest(json.loads((Path(__file__).parent / "cues" / "forest.json").read_text(encoding="utf-8")))
