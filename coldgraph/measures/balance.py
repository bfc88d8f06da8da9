"""Structural balance: is the enemy of my enemy my friend?

Cartwright and Harary (1956; see `coldgraph.signs`): a signed network is balanced when every cycle has an even number of hostile ties,
which is when it falls into two camps with friendship inside and hostility between them. Measures of how far a network is from that are
compared by Aref and Wilson (2018), Measuring partial balance in signed networks, Journal of Complex Networks 6(4),
https://doi.org/10.1093/comnet/cnx044; they recommend the frustration index, with its normalisation 1 - 2 L / m.
"""

from __future__ import annotations

import networkx as nx
import pandas as pd

from coldgraph.measures.frustration import frustration
from coldgraph.measures.networks import signed
from coldgraph.signs import balanced, triangles

KINDS = {0: "+++", 1: "++-", 2: "+--", 3: "---"}
TRIAD_COLUMNS = ["first", "second", "third", "kind", "balanced", "hostile", "documents"]


def triads(network: nx.Graph[str]) -> pd.DataFrame:
    """One row a triangle of a signed network: its three sides, ``kind`` ('++-'), ``balanced`` (an even number of hostile ties), the
    ``hostile`` ties in words, and ``documents``, the fewest that one of its ties rests on.
    """
    rows = []
    for first, second, third in triangles(network.edges):
        pairs = [(first, second), (first, third), (second, third)]
        signs = [network[a][b]["sign"] for a, b in pairs]
        hostile = [f"{a} - {b}" for (a, b), sign in zip(pairs, signs, strict=True) if sign < 0]
        weakest = min(network[a][b].get("documents", 1) for a, b in pairs)
        rows.append((first, second, third, KINDS[len(hostile)], balanced(signs), ", ".join(hostile), weakest))
    return pd.DataFrame(rows, columns=TRIAD_COLUMNS)


def balance(network: nx.Graph[str]) -> pd.Series:
    """The balance of a signed network: ``sides``, ``ties``, ``hostile`` ties, ``triads``, ``balanced`` triads and their ``share``, the
    bounds ``frustration_low`` and ``frustration_high`` of the frustration index (equal where it is exact), and ``balance``,
    1 - 2 L / m for the upper bound (1 is balanced). Shares are missing where there is nothing to divide by.
    """
    count, ties = triads(network), network.number_of_edges()
    index = frustration(network)
    hostile = sum(tie["sign"] < 0 for _, _, tie in network.edges(data=True))
    values = {
        "sides": network.number_of_nodes(), "ties": ties, "hostile": hostile, "triads": len(count),
        "balanced": int(count["balanced"].sum()), "share": round(float(count["balanced"].mean()), 6) if len(count) else float("nan"),
        "frustration_low": index.low, "frustration_high": index.high,
        "balance": round(1 - 2 * index.high / ties, 6) if ties else float("nan"),
    }  # fmt: skip
    return pd.Series(values, dtype="object")


def balances(ties: pd.DataFrame, documents: int = 1, margin: float = 0.0) -> pd.DataFrame:
    """`balance` of each period of a table of ties, one row a period; ``documents`` and ``margin`` as for `signed`."""
    rows = {period: balance(signed(ties, period, documents, margin)) for period in sorted(ties["period"].unique())}
    made = pd.DataFrame.from_dict(rows, orient="index", columns=list(balance(nx.Graph()).index))
    return made.rename_axis("period").reset_index().infer_objects()
