"""How likely a statement of a given confidence is right, as measured on annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd

from coldgraph.errors import QueryError

Reliability: TypeAlias = pd.DataFrame
_COLUMNS = ("from", "to", "right")


def reliability(path: str | Path) -> Reliability:
    """A reliability table from a CSV file: ``from`` and ``to`` of a band of confidence (``to`` excluded), and ``right``, the share
    of statements in it that are right (0 to 1). Raises QueryError where the file is not such a table.
    """
    try:
        table = pd.read_csv(path)
    except (OSError, ValueError) as wrong:
        raise QueryError(f"no table can be read: {wrong}", path, "give a CSV file with the columns from, to, right") from None
    _check(table, path)
    return table.sort_values("from", ignore_index=True)


def _check(table: pd.DataFrame, path: object = "") -> None:
    if missing := [column for column in _COLUMNS if column not in table]:
        raise QueryError(f"the reliability table has no column {missing[0]!r}", path, "give the columns from, to, right")
    if not (table["right"].between(0, 1) & (table["from"] < table["to"])).all():
        raise QueryError("the reliability table holds a share that is none, or an empty band", path, "'right' goes from 0 to 1")


def right(confidence: pd.Series, table: Reliability | None = None) -> pd.Series:
    """P(right | confidence) of each value. Without a table the confidence itself, which is what it claims to be.

    A value between or beyond the bands takes the nearest band's share.

    >>> right(pd.Series([0.2, 0.55, 0.9]), pd.DataFrame({"from": [0.4, 0.6], "to": [0.6, 0.8], "right": [0.5, 0.7]})).tolist()
    [0.5, 0.5, 0.7]
    """
    values = confidence.astype(float)
    if table is None:
        return values.clip(0.0, 1.0)
    _check(table)
    bands = table.sort_values("from", ignore_index=True)
    middles = ((bands["from"] + bands["to"]) / 2).to_numpy()
    lows, highs = bands["from"].to_numpy(), bands["to"].to_numpy()
    given = values.to_numpy()[:, None]
    apart = np.where((given >= lows) & (given < highs), -1.0, np.abs(given - middles))
    return pd.Series(bands["right"].to_numpy()[apart.argmin(axis=1)], index=confidence.index)
