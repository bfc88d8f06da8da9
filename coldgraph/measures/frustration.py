"""The frustration index: the fewest ties whose change of sign would make a signed network balanced.

Harary (1959), On the measurement of structural balance, Behavioral Science 4 ('line index
of balance'). It is found as a binary linear programme, the XOR model of Aref, Mason and Wilson (2020), A modeling and
computational study of the frustration index in signed networks, Networks 75(1), https://doi.org/10.1002/net.21907, with their cuts for
unbalanced triangles. Larger networks get bounds: from below edge-disjoint unbalanced cycles, from above a local search.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import networkx as nx

from coldgraph.signs import Triangle, balanced, triangles

EXACT_TIES = 2000
Tie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Frustration:
    """``low`` <= L <= ``high``; the two camps and the ties against them, for ``high``. There may be other splits as good."""

    low: int
    high: int
    camps: tuple[tuple[str, ...], tuple[str, ...]]
    against: tuple[Tie, ...] = field(repr=False)

    @property
    def exact(self) -> bool:
        return self.low == self.high


def frustration(network: nx.Graph[str], exact_ties: int = EXACT_TIES) -> Frustration:
    """The frustration index of a network whose ties have ``sign`` 1 or -1; bounds where it has more than ``exact_ties`` ties.

    Raises ExtraMissing where the exact index needs a solver and scipy is not installed.
    """
    camps, low = _searched(network), _packed(network)
    if low < len(_against(network, camps)) and network.number_of_edges() <= exact_ties:
        from coldgraph.measures.milp import solved

        bound, better = solved(network, unbalanced_triangles(network))
        low, camps = max(low, bound), min((better or camps, camps), key=lambda split: len(_against(network, split)))
    return _made(network, camps, low)


def _made(network: nx.Graph[str], camps: dict[str, int], low: int) -> Frustration:
    against = _against(network, camps)
    sides = [tuple(sorted(node for node in network if camps[node] == camp)) for camp in (0, 1)]
    sides.sort(key=lambda camp: (-len(camp), camp))
    return Frustration(low, len(against), (sides[0], sides[1]), tuple(against))


def _against(network: nx.Graph[str], camps: dict[str, int]) -> list[Tie]:
    ties = network.edges(data=True)
    return sorted((min(a, b), max(a, b)) for a, b, tie in ties if (camps[a] == camps[b]) != (tie["sign"] > 0))


def unbalanced_triangles(network: nx.Graph[str]) -> list[Triangle]:
    """The triangles with an odd number of hostile ties."""
    return [(a, b, c) for a, b, c in triangles(network.edges) if not balanced(network[x][y]["sign"] for x, y in ((a, b), (a, c), (b, c)))]


def _searched(network: nx.Graph[str]) -> dict[str, int]:
    """Two camps by a spanning tree, then whoever has more ties against than for changes sides until nobody does."""
    camps: dict[str, int] = {}
    for start in sorted(network):
        if start not in camps:
            _spread(network, start, camps)
    moved = True
    while moved:
        moved = False
        for node in sorted(network):
            gain = sum(sign if camps[node] == camps[other] else -sign for other, sign in _signs(network, node))
            if gain < 0:
                camps[node], moved = 1 - camps[node], True
    return camps


def _signs(network: nx.Graph[str], node: str) -> list[tuple[str, int]]:
    return [(other, 1 if tie["sign"] > 0 else -1) for other, tie in sorted(network[node].items()) if other != node]


def _spread(network: nx.Graph[str], start: str, camps: dict[str, int]) -> None:
    camps[start], queue = 0, deque([start])
    while queue:
        node = queue.popleft()
        for other, sign in _signs(network, node):
            if other not in camps:
                camps[other] = camps[node] if sign > 0 else 1 - camps[node]
                queue.append(other)


def _packed(network: nx.Graph[str]) -> int:
    """How many unbalanced closed walks without a common tie are found: each needs one change of its own."""
    rest, count = nx.Graph(network.edges(data=True)), 0
    for a, b, c in unbalanced_triangles(network):
        if rest.has_edge(a, b) and rest.has_edge(a, c) and rest.has_edge(b, c):
            rest.remove_edges_from([(a, b), (a, c), (b, c)])
            count += 1
    for node in sorted(rest):
        while walk := _unbalanced_walk(rest, node):
            rest.remove_edges_from(walk)
            count += 1
    return count


def _unbalanced_walk(network: nx.Graph[str], start: str) -> set[Tie]:
    """The ties of a shortest closed walk through a node with an odd number of hostile ties, none where there is no such walk."""
    before: dict[tuple[str, int], tuple[str, int] | None] = {(start, 1): None}
    queue = deque([(start, 1)])
    while queue:
        state = queue.popleft()
        for other, sign in _signs(network, state[0]):
            following = (other, state[1] * sign)
            if following not in before:
                before[following] = state
                queue.append(following)
    at: tuple[str, int] | None = (start, -1)
    walk: set[Tie] = set()
    while at in before and before[at] is not None:
        last = before[at]
        assert last is not None
        walk.add((min(at[0], last[0]), max(at[0], last[0])))
        at = last
    return walk
