"""Whether a confidence means what it says: reliability table and expected calibration error.

Naeini, Cooper and Hauskrecht 2015, 'Obtaining Well Calibrated Probabilities Using Bayesian Binning',
AAAI-15; with ten bins of equal width, as Guo, Pleiss, Sun and Weinberger 2017, 'On Calibration of Modern
Neural Networks', ICML 2017, use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coldgraph.evaluate.tally import Trust

BINS = 10
Cell = tuple[float, float, float]
"""Of the claims in a bin: how many, the sum of their confidences, how many of them are right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """``number`` claims with a confidence from ``low`` up to a tenth more: what they ``said`` on average, and how many are ``right``."""

    low: float
    number: int
    said: float
    right: float


def cells(trust: Iterable[Trust]) -> list[Cell]:
    """The ten bins; a confidence of 1 is in the last."""
    found = [[0.0, 0.0, 0.0] for _ in range(BINS)]
    for one in trust:
        cell = found[min(max(int(one.confidence * BINS), 0), BINS - 1)]
        cell[0], cell[1], cell[2] = cell[0] + 1, cell[1] + one.confidence, cell[2] + one.right
    return [(n, said, right) for n, said, right in found]


def error_of(some: Sequence[Sequence[float]]) -> float:
    """The expected calibration error: the gaps between confidence and truth, weighed by the number of claims; 0 where there are none."""
    total = sum(n for n, _, _ in some)
    return float(sum(abs(said - right) for _, said, right in some) / total) if total else 0.0


def table(trust: Iterable[Trust]) -> list[Bin]:
    """The reliability table, bins without claims left out."""
    return [Bin(i / BINS, int(n), said / n, right / n) for i, (n, said, right) in enumerate(cells(trust)) if n]
