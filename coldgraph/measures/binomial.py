"""How badly one share fits a stretch of periods, for the search for change points."""

from __future__ import annotations

import numpy as np
from ruptures.base import BaseCost


def cost(friendly: float, hostile: float) -> float:
    """-2 log likelihood of the most likely share, the binomial coefficients left out: they are the same for every cut."""
    total = friendly + hostile
    parts = [part * np.log(part / total) for part in (friendly, hostile) if part > 0]
    return float(-2 * sum(parts))


class Binomial(BaseCost):  # type: ignore[misc]  # ruptures has no types, and takes only its own classes
    """The cost of rows start to end (excluded) of a signal with the columns friendly and hostile."""

    model = "binomial"
    min_size = 1

    def fit(self, signal: np.ndarray) -> Binomial:
        self.signal = signal
        self.sums = np.vstack([np.zeros(2), np.cumsum(signal, axis=0)])
        return self

    def error(self, start: int, end: int) -> float:
        return cost(*(self.sums[end] - self.sums[start]))
