"""Groups with friendship inside and hostility between them, as many as the network has.

Signed modularity after Gómez, Jensen and Arenas (2009), Analysis of community structure in networks of correlated data, Physical
Review E 80, 016114, https://doi.org/10.1103/PhysRevE.80.016114. More than two groups may be right where all are one another's enemies:
clusterable networks in the sense of Davis (1967), Human Relations 20(2), https://doi.org/10.1177/001872676702000206.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]


def communities(network: nx.Graph[str], weight: str | None = "weight") -> list[tuple[str, ...]]:
    """The groups that local search finds for the greatest signed modularity, largest first.

    Groups are merged in pairs while that gains most, then single sides move while that gains. Nothing is random; ties of equal
    gain go by name. The best partition of all is not guaranteed. ``weight`` None counts every tie as 1.
    """
    nodes = sorted(network)
    gain = _gains(network, nodes, weight)
    label = _moved(gain, _merged(gain))
    groups = [tuple(node for node, mine in zip(nodes, label, strict=True) if mine == group) for group in sorted(set(label))]
    return sorted(groups, key=lambda group: (-len(group), group))


def modularity(network: nx.Graph[str], groups: Iterable[Collection[str]], weight: str | None = "weight") -> float:
    """The signed modularity of a partition: weight inside the groups less what chance would put there, hostile ties counted against it."""
    nodes = sorted(network)
    gain = _gains(network, nodes, weight)
    member = {node: number for number, group in enumerate(groups) for node in group}
    label = np.array([member[node] for node in nodes])
    return float(gain[label[:, None] == label[None, :]].sum())


def _gains(network: nx.Graph[str], nodes: list[str], weight: str | None) -> Floats:
    """What each ordered pair adds to the modularity when it is in one group."""
    signs: Floats = nx.to_numpy_array(network, nodelist=nodes, weight="sign")
    weights: Floats = np.abs(signs) if weight is None else nx.to_numpy_array(network, nodelist=nodes, weight=weight)
    total = float(weights.sum())
    made = np.zeros_like(weights)
    for sign in (1.0, -1.0):
        layer = np.where(np.sign(signs) == sign, weights, 0.0)
        strength = layer.sum(axis=1)
        if strength.sum() > 0:
            made += sign * (layer - np.outer(strength, strength) / strength.sum())
    return made / total if total else made


def _merged(gain: Floats) -> list[int]:
    between = gain + gain.T
    label = np.arange(len(gain))
    np.fill_diagonal(between, -np.inf)
    while len(gain) > 1:
        first, second = divmod(int(np.argmax(np.round(between, 12))), len(gain))
        if between[first, second] <= 1e-12:
            break
        label[label == label[second]] = label[first]
        between[first] += between[second]
        between[:, first] = between[first]
        between[second] = between[:, second] = -np.inf
        between[first, first] = -np.inf
    return [int(group) for group in label]


def _moved(gain: Floats, label: list[int]) -> list[int]:
    labels, moved = np.array(label, dtype=int), True
    both = gain + gain.T
    np.fill_diagonal(both, 0.0)
    while moved:
        moved = False
        for node in range(len(labels)):
            pulls = np.bincount(labels, weights=both[node], minlength=len(labels))
            best = int(np.argmax(np.round(pulls, 12)))
            if pulls[best] > pulls[labels[node]] + 1e-9:
                labels[node], moved = best, True
    return [int(group) for group in labels]
