"""Who is friendly and who hostile to whom, period by period, with the evidence counted."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from coldgraph.measures.reliability import Reliability
from coldgraph.measures.statements import SIGNS, statements

Numbers: TypeAlias = NDArray[np.integer[Any]]
KEYS = ["period", "holder", "target"]


def ties(stances: pd.DataFrame, by: str | None = None, attributed: bool = False, reliable: Reliability | None = None) -> pd.DataFrame:
    """One row a period, holder's side and target's side.

    ``by`` is 'month', 'quarter', 'year' or None (all time as one). ``positive``, ``negative`` and ``mixed`` count statements,
    ``documents`` the documents they stand in, ``tellers`` the sides whose archives hold these, unknown ones left out (0
    where the table has no column ``teller``; see `tellers`). A document's weight is the chance that at least one of its
    statements is right, 1 - prod(1 - p) with p = P(right | confidence) from ``reliable``; ``friendly`` and ``hostile`` share it out in
    proportion to the sums of their p, and sum over documents. So friendly + hostile is an expected number of documents, and many
    sentences of one weigh less than single sentences of many. ``net`` is (friendly - hostile) / (friendly + hostile), from -1 to 1.
    """
    said = statements(stances, by, attributed, reliable)
    number = said.groupby(KEYS, sort=True).ngroup().to_numpy(dtype=np.intp)
    made = said[KEYS].iloc[_firsts(number)].reset_index(drop=True)
    made = made.assign(**_counts(said, number, len(made)))
    total = made["friendly"] + made["hostile"]
    made["net"] = ((made["friendly"] - made["hostile"]) / total.where(total > 0)).fillna(0.0).round(6)
    made.attrs["left_out"] = said.attrs["left_out"]
    return made


def _firsts(number: Numbers) -> Numbers:
    """Where each group first stands, in the order of the groups."""
    return np.unique(number, return_index=True)[1]


def _counts(said: pd.DataFrame, number: Numbers, groups: int) -> dict[str, NDArray[np.generic]]:
    sign, missed = said["sign"].to_numpy(), 1.0 - said["right"].to_numpy(dtype=float)
    documents = pd.factorize(said["document"])[0]
    tellers = pd.factorize(said["teller"])[0] if "teller" in said else np.full(len(said), -1)
    made: dict[str, NDArray[np.generic]] = {
        word: np.bincount(number[sign == value], minlength=groups) for word, value in SIGNS.items()
    }  # fmt: skip
    made["documents"] = _different(number, documents, groups)
    made["tellers"] = _different(number, tellers, groups)
    signed = sign != 0
    made["friendly"], made["hostile"] = _shared(number[signed], documents[signed], sign[signed] > 0, missed[signed], groups)
    return made


def _different(number: Numbers, things: Numbers, groups: int) -> Numbers:
    """How many different things each group has; -1 is no thing."""
    known = things >= 0
    pairs = np.unique(np.stack([number[known], things[known]], axis=1), axis=0)
    return np.bincount(pairs[:, 0], minlength=groups)


def _shared(
    number: Numbers, documents: Numbers, friendly: NDArray[np.bool_], missed: NDArray[np.float64], groups: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The friendly and the hostile part of the documents' weights, by group."""
    pairs, at = np.unique(np.stack([number, documents], axis=1), axis=0, return_inverse=True)
    at, none_right = at.reshape(-1), np.ones(len(pairs))
    np.multiply.at(none_right, at, missed)
    sums = [np.bincount(at[mine], weights=1.0 - missed[mine], minlength=len(pairs)) for mine in (friendly, ~friendly)]
    weight = (1.0 - none_right) / np.maximum(sums[0] + sums[1], 1e-12)
    by_group = [np.bincount(pairs[:, 0], weights=weight * mine, minlength=groups) for mine in sums]
    return by_group[0].round(6).astype(float), by_group[1].round(6).astype(float)
