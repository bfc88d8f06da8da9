"""How one side's attitude to another moves, and when it changed."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any

import numpy as np
import pandas as pd

from coldgraph.errors import ExtraMissing, QueryError
from coldgraph.measures import periods

CHANGE_COLUMNS = ["period", "before", "after", "documents_before", "documents_after", "gain"]
FEW = 20
_COUNTS = ["positive", "negative", "documents", "tellers", "friendly", "hostile"]


def drift(ties: pd.DataFrame, holder: str, target: str, level: float = 0.95) -> pd.DataFrame:
    """The tie from one side to another in every period from its first to its last, gaps included: columns as in `ties`.

    ``net`` is missing where there is no evidence. ``low`` and ``high`` bound it: the score interval of a share (Wilson 1927, Probable
    inference, Journal of the American Statistical Association 22, https://doi.org/10.1080/01621459.1927.10502953) of the friendly among
    the friendly and hostile documents, so that one document bounds little. What was not extracted is in no bound. Raises QueryError
    for ties of all time.
    """
    mine = ties[(ties["holder"] == holder) & (ties["target"] == target)].set_index("period")[[*_COUNTS, "net"]]
    if len(mine):
        mine = mine.reindex(periods.span(mine.index.min(), mine.index.max()))
    mine[_COUNTS] = mine[_COUNTS].fillna(0)
    mine = mine.astype(dict.fromkeys(_COUNTS[:4], int))
    mine["low"], mine["high"] = _bounds(mine["friendly"], mine["hostile"], level)
    return mine.rename_axis("period").reset_index()


def _bounds(friendly: pd.Series, hostile: pd.Series, level: float) -> tuple[pd.Series, pd.Series]:
    """The score interval of a share, on the scale of ``net``: from -1 to 1."""
    total = (friendly + hostile).where(friendly + hostile > 0)
    square = NormalDist().inv_cdf((1 + level) / 2) ** 2
    middle = (friendly - hostile) / (total + square)
    reach = 2 * np.sqrt(square * (friendly * hostile / total + square / 4)) / (total + square)
    return (middle - reach).clip(-1, 1).round(6), (middle + reach).clip(-1, 1).round(6)


def change_points(moved: pd.DataFrame, penalty: float | None = None) -> pd.DataFrame:
    """When the share of friendly evidence in a table from `drift` changed, one row a change: the first ``period`` after it, ``net``
    ``before`` and ``after`` with the documents these rest on, and ``gain``, how much -2 log likelihood falls by it.

    The periods with evidence are cut into stretches of one binomial share each, so that -2 log likelihood plus ``penalty`` a change is
    least over all cuts: PELT (Killick, Fearnhead and Eckley 2012, Journal of the American Statistical Association 107,
    https://doi.org/10.1080/01621459.2012.737745) of the library ruptures (Truong, Oudre and Vayatis 2020, Signal Processing 167,
    https://doi.org/10.1016/j.sigpro.2019.107299). The penalty is 3 log n for n documents, the part of the modified Bayes criterion that
    grows with n (Zhang and Siegmund 2007, Biometrics 63, https://doi.org/10.1111/j.1541-0420.2006.00662.x), with n at least 20: with
    fewer, chance would look like change. No change found is no proof of none.
    Raises QueryError for a negative penalty, ExtraMissing without ruptures.
    """
    if penalty is not None and penalty < 0:
        raise QueryError("a penalty for changes cannot be negative", advice="leave it out")
    seen = moved[(moved["friendly"] + moved["hostile"]) > 0].reset_index(drop=True)
    if len(seen) < 2:
        return pd.DataFrame(columns=CHANGE_COLUMNS)
    each = 3 * float(np.log(max(seen["documents"].sum(), FEW))) if penalty is None else penalty
    ends = _cut(seen[["friendly", "hostile"]].to_numpy(dtype=float), each)
    return pd.DataFrame(_changes(seen, [0, *ends]), columns=CHANGE_COLUMNS)


def _cut(signal: np.ndarray, penalty: float) -> list[int]:
    """Where each stretch ends, the last at the end."""
    try:
        import ruptures
    except ImportError:
        raise ExtraMissing("change points need ruptures", advice="pip install 'coldgraph[measures]'") from None
    from coldgraph.measures.binomial import Binomial

    search: Any = ruptures.Pelt(custom_cost=Binomial(), min_size=1, jump=1).fit(signal)
    return [int(end) for end in search.predict(pen=penalty)]


def _changes(seen: pd.DataFrame, bounds: list[int]) -> list[tuple[object, ...]]:
    from coldgraph.measures.binomial import cost

    rows: list[tuple[object, ...]] = []
    for start, middle, end in zip(bounds, bounds[1:], bounds[2:], strict=False):
        one, two = seen.iloc[start:middle], seen.iloc[middle:end]
        parts = [part[["friendly", "hostile"]].sum() for part in (one, two)]
        gain = cost(*(parts[0] + parts[1])) - cost(*parts[0]) - cost(*parts[1])
        documents = [int(part["documents"].sum()) for part in (one, two)]
        rows.append((seen["period"][middle], *(round(_net(part), 3) for part in parts), *documents, round(gain, 3)))
    return rows


def _net(part: pd.Series) -> float:
    return float((part["friendly"] - part["hostile"]) / (part["friendly"] + part["hostile"]))
