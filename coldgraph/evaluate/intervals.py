"""How far a score may be off by the choice of documents: bootstrap intervals."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from coldgraph.evaluate.calibration import cells, error_of
from coldgraph.evaluate.tally import Count, Trust

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

RESAMPLES, SEED, LEVEL = 1000, 0, 0.95
Interval = tuple[float, float]


class Resampled:
    """Documents drawn again, with replacement, as many as there are (Efron 1979, Annals of Statistics 7).

    Sentences of one document are no independent draws: whole documents are drawn. The seed is
    fixed, so that the same documents give the same intervals.
    """

    def __init__(self, documents: Sequence[str], resamples: int = RESAMPLES) -> None:
        import numpy as np

        self._at = {name: i for i, name in enumerate(documents)}
        draw, n = random.Random(SEED), len(documents)
        drawn = [draw.choices(range(n), k=n) for _ in range(resamples)]
        self._weights = np.array([np.bincount(some, minlength=n) for some in drawn], dtype=np.float64)

    def scores(self, counts: Mapping[str, Count]) -> dict[str, Interval | None]:
        """The intervals of precision, recall and F1 of one row; None where most draws have no value."""
        right, missed, hit, wrong = self._sums({d: c.row() for d, c in counts.items()}, 4).T
        precision, recall = _share(hit, hit + wrong), _share(right, right + missed)
        return {"precision": _interval(precision), "recall": _interval(recall), "f1": _interval(_mean(precision, recall))}

    def calibration(self, trust: Sequence[Trust]) -> Interval | None:
        """The interval of the expected calibration error."""
        import numpy as np

        by: dict[str, list[Trust]] = {}
        for one in trust:
            by.setdefault(one.document, []).append(one)
        rows = {d: tuple(float(x) for x in np.ravel(cells(some))) for d, some in by.items()}
        width = len(next(iter(rows.values()), ()))
        return _interval(np.array([error_of(s.reshape(-1, 3)) for s in self._sums(rows, width)])) if rows else None

    def _sums(self, rows: Mapping[str, tuple[float, ...]], width: int) -> Array:
        """The sum of the documents' rows in each draw."""
        import numpy as np

        table = np.zeros((len(self._at), width))
        for document, row in rows.items():
            table[self._at[document]] = row
        return np.asarray(self._weights @ table, dtype=np.float64)


def _share(part: Array, whole: Array) -> Array:
    """Part of whole, not a number where the whole is nothing."""
    import numpy as np

    shares: Array = np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)
    return shares


def _mean(precision: Array, recall: Array) -> Array:
    """The harmonic mean, 0 where one of the two is missing or both are nothing."""
    import numpy as np

    one, other = np.nan_to_num(precision), np.nan_to_num(recall)
    f1: Array = np.nan_to_num(_share(2 * one * other, one + other))
    f1[np.isnan(precision) & np.isnan(recall)] = np.nan
    return f1


def _interval(values: Array) -> Interval | None:
    """The middle 95 % of the draws that have a value."""
    import numpy as np

    known = values[~np.isnan(values)]
    if len(known) * 2 < len(values):
        return None
    low, high = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return round(float(low), 4), round(float(high), 4)
