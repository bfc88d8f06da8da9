"""The frustration index as a binary linear programme, solved by HiGHS in scipy."""

from __future__ import annotations

import math
from typing import Any

import networkx as nx
import numpy as np

from coldgraph.errors import ExtraMissing
from coldgraph.signs import Triangle

NODES = 20_000


def solved(network: nx.Graph[str], triangles: list[Triangle]) -> tuple[int, dict[str, int]]:
    """A lower bound, exact unless the search was cut off, and the best camps that were found, none where it was cut off before.

    Variables: x of each node (its camp) and f of each tie (1 where it is against the camps). For a friendly tie f >= |x_a - x_b|,
    for a hostile one f >= |x_a + x_b - 1|; the ties of an unbalanced triangle sum to 1 or more. Only x need be whole. The search is
    cut off by its size, not by the clock, so that the answer is the same on every machine.
    """
    optimize, sparse = _scipy()
    nodes = sorted(network)
    ties = sorted((min(a, b), max(a, b)) for a, b in network.edges)
    rows, least = _rows(network, nodes, ties, triangles)
    matrix = sparse.csr_array((rows[:, 2], (rows[:, 0].astype(int), rows[:, 1].astype(int))), shape=(len(least), len(nodes) + len(ties)))
    upper = np.ones(len(nodes) + len(ties))
    upper[nodes.index(max(nodes, key=lambda node: (network.degree[node], node)))] = 0  # the best connected is in camp 0
    found = optimize.milp(
        np.repeat([0.0, 1.0], [len(nodes), len(ties)]), integrality=np.repeat([1, 0], [len(nodes), len(ties)]),
        bounds=optimize.Bounds(0, upper), constraints=optimize.LinearConstraint(matrix, least), options={"node_limit": NODES},
    )  # fmt: skip
    bound = math.ceil((found.mip_dual_bound or 0.0) - 1e-6)
    values = [] if found.x is None else found.x[: len(nodes)]
    return bound, {node: round(value) for node, value in zip(nodes, values, strict=False)}


def _scipy() -> tuple[Any, Any]:
    try:
        from scipy import optimize, sparse
    except ImportError:
        raise ExtraMissing("the exact frustration index needs scipy", advice="pip install 'coldgraph[measures]'") from None
    return optimize, sparse


def _rows(
    network: nx.Graph[str], nodes: list[str], ties: list[tuple[str, str]], triangles: list[Triangle]
) -> tuple[np.ndarray, list[float]]:
    """The constraints as (row, column, factor), and the least value of each row."""
    at, tie_at = {node: i for i, node in enumerate(nodes)}, {tie: len(nodes) + i for i, tie in enumerate(ties)}
    rows: list[tuple[int, int, float]] = []
    least: list[float] = []

    def add(value: float, *terms: tuple[int, float]) -> None:
        rows.extend((len(least), column, factor) for column, factor in terms)
        least.append(value)

    for a, b in ties:
        friendly, f = network[a][b]["sign"] > 0, (tie_at[a, b], 1.0)
        second = -1.0 if friendly else 1.0
        add(0.0 if friendly else 1.0, f, (at[a], 1.0), (at[b], second))
        add(0.0 if friendly else -1.0, f, (at[a], -1.0), (at[b], -second))
    for a, b, c in triangles:
        add(1.0, *((tie_at[tie], 1.0) for tie in ((a, b), (a, c), (b, c))))
    return np.array(rows), least
