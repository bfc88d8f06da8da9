"""Communities, brokerage, betweenness and reciprocity against published groups and hand calculation."""

from __future__ import annotations

import networkx as nx
import pytest
from measures.conftest import net

from coldgraph import measures


def arrows(*ties: tuple[str, int]) -> nx.DiGraph[str]:
    made: nx.DiGraph[str] = nx.DiGraph()
    for ends, sign in ties:
        made.add_edge(ends[0], ends[1], sign=sign)
    return made


def test_the_tribes_fall_into_their_three_groups(tribes: nx.Graph[str]) -> None:
    """The three clusters of Hage and Harary (1983), as the data set's description gives them."""
    groups = [{int(node) for node in group} for group in measures.communities(tribes)]
    assert groups == [{3, 4, 6, 7, 8, 11, 12}, {5, 9, 10, 13, 14}, {1, 2, 15, 16}]


def test_modularity_by_hand() -> None:
    """Two friendly pairs at enmity by one tie: friendly strengths 1 each (2w+ = 4), hostile ones 1 at b and c (2w- = 2).

    Inside the groups: 2 * 2 friendly ties less 4 pairs each of 1/4 a group (with the pairs of a node with itself) = 4 - 2 = 2; the
    hostile layer has chance 1/2 inside each group, from b with itself and c with itself: + 1. (2 + 1) / (4 + 2) = 0.5.
    """
    network = net(ab=1, cd=1, bc=-1)
    assert measures.modularity(network, [("a", "b"), ("c", "d")]) == pytest.approx(0.5)
    assert measures.communities(network) == [("a", "b"), ("c", "d")]


def test_no_other_partition_of_a_small_network_is_better() -> None:
    network = net(ab=1, bc=1, ac=-1, cd=-1, de=1, ae=-1, be=1)
    best = max(measures.modularity(network, groups) for groups in partitions(sorted(network)))
    assert measures.modularity(network, measures.communities(network)) == pytest.approx(best)


def partitions(nodes: list[str]) -> list[list[list[str]]]:
    if not nodes:
        return [[]]
    first, rest = nodes[0], partitions(nodes[1:])
    return [[*p[:i], [first, *p[i]], *p[i + 1 :]] for p in rest for i in range(len(p))] + [[[first], *p] for p in rest]


def test_enemies_alone_are_groups_of_their_own() -> None:
    assert measures.communities(net(ab=-1, bc=-1, ac=-1)) == [("a",), ("b",), ("c",)]
    assert measures.communities(nx.Graph()) == []


def test_each_role_of_a_broker() -> None:
    """b in group 1 brokers a->b->c; the groups of a and c make the role."""
    groups = {"coordinator": "111", "itinerant": "212", "representative": "112", "gatekeeper": "211", "liaison": "213"}
    for role, membership in groups.items():
        sides = [[node for node, mine in zip("abc", membership, strict=True) if mine == group] for group in "123"]
        found = measures.brokerage(arrows(("ab", 1), ("bc", 1)), sides).set_index("side")
        assert found.loc["b", [role, "total"]].tolist() == [1, 1]
        assert found["total"].sum() == 1


def test_nobody_brokers_what_is_said_directly_or_returned() -> None:
    assert measures.brokerage(arrows(("ab", 1), ("bc", 1), ("ac", -1)), [])["total"].sum() == 0
    assert measures.brokerage(arrows(("ab", 1), ("ba", 1)), [])["total"].sum() == 0


def test_betweenness_of_a_chain() -> None:
    assert measures.betweenness(net(ab=1, bc=-1)).to_dict() == {"b": 1.0, "a": 0.0, "c": 0.0}


def test_reciprocity_by_hand() -> None:
    """Five ties among four nodes, four of them returned: r = 0.8, d = 5/12; rho = (0.8 - 5/12) / (7/12)."""
    found = measures.reciprocity(arrows(("ab", 1), ("ba", 1), ("cd", 1), ("dc", -1), ("ac", 1)))
    assert found.tolist() == pytest.approx([5, 0.8, (0.8 - 5 / 12) / (7 / 12), 0.5])


def test_reciprocity_of_nothing_is_missing() -> None:
    assert measures.reciprocity(nx.DiGraph()).isna().sum() == 3
