"""How far a figure would move with other documents, and with the extraction's errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np
import pandas as pd

from coldgraph.errors import QueryError
from coldgraph.measures.reliability import Reliability, right

Figures: TypeAlias = "float | pd.Series"


def interval(
    stances: pd.DataFrame,
    figure: Callable[[pd.DataFrame], Figures],
    draws: int = 200,
    level: float = 0.95,
    errors: bool = True,
    reliable: Reliability | None = None,
    seed: int = 1,
) -> pd.DataFrame:
    """A figure (or a series of figures) of a table of stances, with a percentile interval: ``value``, ``low``, ``high``, ``draws``.

    Each draw takes as many documents as there are, with replacement (the cluster bootstrap: sentences of one document hang
    together; Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 8), and with ``errors`` keeps each statement with its
    probability of being right, P(right | confidence) from ``reliable``, which then counts in full (confidence 1).
    ``draws`` tells in how many a figure could be computed. Shares and balances can be read so; a bare count of ties falls with every
    statement left out. What the extraction missed is in no draw: the interval says nothing of it. The same seed gives the same numbers.
    Raises QueryError for no draws or a level outside 0 to 1.
    """
    if draws < 1 or not 0 < level < 1:
        raise QueryError("an interval needs one draw or more and a level between 0 and 1", advice="leave both as they are")
    likely = stances.assign(confidence=right(stances["confidence"], reliable))
    value = _series(figure(likely))
    again = pd.DataFrame([_series(figure(drawn)) for drawn in _samples(likely, draws, errors, seed)])
    again = again.reindex(columns=value.index)
    tail = (1 - level) / 2
    bounds = {"low": again.quantile(tail), "high": again.quantile(1 - tail), "draws": again.notna().sum()}
    return pd.DataFrame({"value": value, **bounds})


def _series(found: Figures) -> pd.Series:
    return found.astype(float) if isinstance(found, pd.Series) else pd.Series({"value": float(found)})


def _samples(stances: pd.DataFrame, draws: int, errors: bool, seed: int) -> Iterator[pd.DataFrame]:
    chance = np.random.default_rng(seed)
    ordered = stances.sort_values([c for c in ("document", "stance") if c in stances], ignore_index=True, kind="stable")
    rows = list(ordered.groupby("document", sort=True).indices.values())
    sure = ordered["confidence"].to_numpy()
    for _ in range(draws):
        picked = chance.integers(len(rows), size=len(rows)) if rows else np.array([], dtype=int)
        at = np.concatenate([rows[i] for i in picked]) if rows else np.array([], dtype=int)
        copy = np.repeat(np.arange(len(picked)), [len(rows[i]) for i in picked])
        kept = chance.random(len(at)) < sure[at] if errors else np.ones(len(at), dtype=bool)
        yield _sample(ordered, at[kept], copy[kept], errors)


def _sample(ordered: pd.DataFrame, at: np.ndarray, copy: np.ndarray, errors: bool) -> pd.DataFrame:
    """The rows drawn; a document drawn twice is two documents."""
    drawn = ordered.iloc[at].reset_index(drop=True)
    mark = pd.Series(copy, index=drawn.index).astype("str")
    marked = {column: drawn[column].astype("str") + "#" + mark for column in ("document", "stance") if column in drawn}
    return drawn.assign(**marked, **({"confidence": 1.0} if errors else {}))
