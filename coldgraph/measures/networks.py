"""Ties as networkx networks with signs."""

from __future__ import annotations

from typing import TypeVar

import networkx as nx
import pandas as pd

Network = TypeVar("Network", "nx.Graph[str]", "nx.DiGraph[str]")


def directed(ties: pd.DataFrame, period: str | None = None, documents: int = 1, margin: float = 0.0) -> nx.DiGraph[str]:
    """The network holder -> target of one period, or of all the rows, with ``sign``, ``weight``, ``friendly``, ``hostile``, ``documents``.

    ``documents`` is the least number of documents that a tie must rest on, ``margin`` the least |net|. A tie whose friendly and
    hostile evidence are equal has no sign and is left out; ``.graph['left_out']`` counts all that are.
    """
    return _filled(nx.DiGraph(), _summed(ties, period), documents, margin)


def signed(ties: pd.DataFrame, period: str | None = None, documents: int = 1, margin: float = 0.0) -> nx.Graph[str]:
    """The undirected network of one period, or of all the rows: the evidence of both directions together gives a pair's sign.

    Structural balance is defined on it (Cartwright and Harary 1956). Parameters and attributes as for `directed`; ``documents`` are
    those of the direction that has more, as one document may speak for both.
    """
    rows = _summed(ties, period)
    ends = rows[["holder", "target"]].astype("str")
    pairs = rows.assign(holder=ends.min(axis=1), target=ends.max(axis=1))
    pairs = pairs.groupby(["holder", "target"], as_index=False).agg({"friendly": "sum", "hostile": "sum", "documents": "max"})
    return _filled(nx.Graph(), pairs, documents, margin)


def _summed(ties: pd.DataFrame, period: str | None) -> pd.DataFrame:
    rows = ties if period is None else ties[ties["period"] == period]
    return rows.groupby(["holder", "target"], as_index=False)[["friendly", "hostile", "documents"]].sum()


def _filled(made: Network, rows: pd.DataFrame, documents: int, margin: float) -> Network:
    for row in rows.to_dict("records"):
        more, total = row["friendly"] - row["hostile"], row["friendly"] + row["hostile"]
        if abs(more) > 1e-9 and abs(more) >= margin * total and row["documents"] >= documents:
            counted = {key: row[key] for key in ("friendly", "hostile", "documents")}
            made.add_edge(row["holder"], row["target"], sign=1 if more > 0 else -1, weight=round(abs(more), 6), **counted)
    made.graph["left_out"] = len(rows) - made.number_of_edges()
    return made
