"""Structural balance against published values, hand calculation and trying all splits."""

from __future__ import annotations

import random
import sys
from itertools import combinations

import networkx as nx
import pytest
from measures.conftest import by_trying_all, net, table

from coldgraph import measures
from coldgraph.errors import ExtraMissing
from coldgraph.measures import milp


def test_the_published_network_has_the_index_that_trying_every_split_gives(tribes: nx.Graph[str]) -> None:
    """58 ties, 29 of them hostile, among Read's New Guinean tribes; no split in two camps breaks fewer than 7."""
    found = measures.balance(tribes)
    assert (found["sides"], found["ties"], found["hostile"]) == (16, 58, 29)
    assert (found["frustration_low"], found["frustration_high"]) == (7, 7)
    assert found["balance"] == pytest.approx(1 - 2 * 7 / 58)
    assert by_trying_all(tribes) == 7


def test_triads_of_the_published_network(tribes: nx.Graph[str]) -> None:
    """59 of 68 balanced, by an independent count: the trace of the cubed signed and unsigned matrices."""
    signs = nx.to_numpy_array(tribes, weight="sign")
    all_of_them, less = ((m @ m @ m).trace() / 6 for m in (abs(signs), signs))
    found = measures.triads(tribes)
    assert (len(found), found["balanced"].sum()) == (all_of_them, (all_of_them + less) / 2)
    assert set(found["kind"]) <= {"+++", "++-", "+--", "---"}


@pytest.mark.parametrize(
    ("ties", "kind", "balanced", "index"),
    [
        ({"ab": 1, "bc": 1, "ac": 1}, "+++", True, 0),
        ({"ab": 1, "bc": 1, "ac": -1}, "++-", False, 1),
        ({"ab": 1, "bc": -1, "ac": -1}, "+--", True, 0),
        ({"ab": -1, "bc": -1, "ac": -1}, "---", False, 1),
    ],
)
def test_the_four_kinds_of_triads(ties: dict[str, int], kind: str, balanced: bool, index: int) -> None:
    found = measures.triads(net(**ties))
    assert found[["kind", "balanced"]].values.tolist() == [[kind, balanced]]
    assert measures.frustration(net(**ties)).high == index


def test_a_triad_names_its_hostile_ties_and_its_weakest_evidence() -> None:
    network = net(ab=1, bc=1, ac=-1)
    network["a"]["b"]["documents"], network["b"]["c"]["documents"], network["a"]["c"]["documents"] = 5, 2, 9
    assert measures.triads(network)[["hostile", "documents"]].values.tolist() == [["a - c", 2]]


def test_a_balanced_network_falls_into_two_camps() -> None:
    found = measures.frustration(net(ab=1, bc=-1, cd=1, de=1, ae=-1))
    assert (found.low, found.high, found.camps, found.against) == (0, 0, (("c", "d", "e"), ("a", "b")), ())


def test_the_ties_against_the_camps_are_named() -> None:
    found = measures.frustration(net(ab=1, bc=1, cd=1, ad=-1))
    assert found.exact and found.high == 1 and len(found.against) == 1


def test_an_unbalanced_cycle_without_triangles_is_found() -> None:
    found = measures.frustration(net(ab=1, bc=1, cd=1, ad=-1), exact_ties=0)
    assert (found.low, found.high) == (1, 1)


@pytest.mark.parametrize("seed", range(12))
def test_any_small_network_is_solved_as_by_trying_all(seed: int) -> None:
    chance = random.Random(seed)
    nodes = "abcdefghij"
    made: nx.Graph[str] = nx.Graph()
    for i, a in enumerate(nodes):
        for b in nodes[i + 1 :]:
            if chance.random() < 0.6:
                made.add_edge(a, b, sign=chance.choice((1, -1)))
    best = by_trying_all(made)
    found, bound = measures.frustration(made), measures.frustration(made, exact_ties=0)
    assert (found.low, found.high, len(found.against)) == (best, best, best)
    assert bound.low <= best <= bound.high
    solved, _ = milp.solved(made, [])
    assert solved == best


def all_enemies() -> nx.Graph[str]:
    """Six sides, each the enemy of each: the best split cuts 9 of the 15 ties, 6 stay; fewer cycles without a common tie are found."""
    return net(**{a + b: -1 for a, b in combinations("abcdef", 2)})


def test_the_bounds_of_enemies_all_round_differ_and_the_solver_closes_them() -> None:
    bounds, exact = measures.frustration(all_enemies(), exact_ties=0), measures.frustration(all_enemies())
    assert bounds.low < bounds.high == exact.low == exact.high == 6


def test_a_search_that_is_cut_off_still_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(milp, "NODES", 0)
    found = measures.frustration(all_enemies())
    assert found.low <= 6 <= found.high


def test_without_a_solver_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    with pytest.raises(ExtraMissing, match="measures"):
        measures.frustration(all_enemies())
    assert measures.frustration(net(ab=1, bc=1, ac=-1)).exact


def test_a_large_network_gets_bounds_that_hold() -> None:
    """Two camps of 60 with 40 signs turned: at most 40 changes mend it."""
    chance = random.Random(5)
    made: nx.Graph[str] = nx.gnp_random_graph(120, 0.3, seed=5)
    made = nx.relabel_nodes(made, {n: f"n{n:03}" for n in made})
    for a, b in made.edges:
        made[a][b]["sign"] = 1 if (a < "n060") == (b < "n060") else -1
    turned = chance.sample(sorted(made.edges), 40)
    for a, b in turned:
        made[a][b]["sign"] *= -1
    found = measures.frustration(made, exact_ties=100)
    assert 0 < found.low <= found.high <= 40


def test_nothing_is_balanced_and_nothing_breaks() -> None:
    found = measures.balance(nx.Graph())
    assert (found["ties"], found["triads"], found["frustration_high"]) == (0, 0, 0)


def test_balance_by_period() -> None:
    dates = {"d1": "1961-05-02", "d2": "1962-05-02"}
    said = [(d, a, b, p, 0.8) for d, last in (("d1", "Positive"), ("d2", "Negative"))
            for a, b, p in (("a", "b", "Positive"), ("b", "c", "Positive"), ("a", "c", last))]  # fmt: skip
    found = measures.balances(measures.ties(table(*said, dates=dates), by="year"))
    assert found[["period", "triads", "balanced", "frustration_high"]].values.tolist() == [["1961", 1, 1, 0], ["1962", 1, 0, 1]]
