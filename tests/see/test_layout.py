import math
import time

import networkx as nx
from invented import crowd, world

from coldgraph.see.layout import layout, slices
from coldgraph.see.network import network


def camps(order: int = 1) -> nx.MultiDiGraph:
    """Two groups of six: friends within, enemies between."""
    made = nx.MultiDiGraph()
    names = [f"{camp}{i}" for camp in "ab" for i in range(6)][::order]
    made.add_nodes_from((name, {"label": name}) for name in names)
    for one in names:
        for other in names:
            if one < other:
                made.add_edge(one, other, sign=1 if one[0] == other[0] else -1, weight=2)
    return made


def test_friends_lie_near_and_enemies_apart():
    made = camps()
    placed = layout(made)
    mean = {s: _mean([math.dist(placed[a], placed[b]) for a, b, d in made.edges(data=True) if d["sign"] == s]) for s in (1, -1)}
    assert mean[-1] > 1.7 * mean[1]


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def test_the_same_picture_every_time_whatever_the_order():
    assert layout(camps()) == layout(camps(-1))


def test_nodes_with_their_labels_do_not_cover_one_another():
    made = network(world().store(), attributed=True)
    places = list(layout(made).values())
    assert all(abs(a[0] - b[0]) > 40 or abs(a[1] - b[1]) > 40 for i, a in enumerate(places) for b in places[:i])


def test_nothing_one_and_alone():
    assert layout(nx.MultiDiGraph()) == {}
    single = nx.MultiDiGraph()
    single.add_node("a", label="A")
    assert layout(single) == {"a": (0, 0)}


def test_two_thousand_nodes_take_seconds_and_lie_apart():
    made = network(crowd(2000, 2).store())
    start = time.process_time()
    placed = layout(made)
    assert time.process_time() - start < 30
    assert len(set(placed.values())) == len(placed)


def years() -> list[nx.MultiDiGraph]:
    """Two years of two camps: in the second, one goes over to the other camp, one leaves and one comes."""
    first, second = camps(), camps()
    second.remove_node("a5")
    second.add_node("new", label="new")
    second.add_edge("new", "b1", sign=1, weight=2)
    for one, other, data in second.edges(data=True):
        if "a4" in (one, other):
            data["sign"] = 1 if "b" in one + other else -1
    return [first, second]


def test_whoever_stays_moves_little_from_slice_to_slice():
    first, second = slices(years())
    stay = [node for node in first if node in second and node != "a4"]
    alone = [layout(year) for year in years()]
    moved, free = (_mean([math.dist(one[n], other[n]) for n in stay]) for one, other in ((first, second), alone))
    width = max(x for x, _ in first.values()) - min(x for x, _ in first.values())
    assert moved < 0.05 * width and moved < free / 3
    assert set(second) == set(years()[1])


def test_slices_are_the_same_every_time_and_may_be_empty():
    assert slices(years()) == slices(years())
    assert slices([*years(), nx.MultiDiGraph()])[2] == {} and slices([]) == []


def test_a_loop_is_no_obstacle():
    made = camps()
    made.add_edge("a1", "a1", sign=1, weight=3)
    assert len(set(layout(made).values())) == 12


def test_the_weighty_stand_apart_each_with_its_own_around_it():
    made = nx.MultiDiGraph()
    hubs = ["a", "b", "c"]
    made.add_edges_from((hub, f"{hub}{i}", {"sign": 1, "weight": 1}) for hub in hubs for i in range(25))
    made.add_edges_from((hub, f"all{i}", {"sign": 1, "weight": 1}) for hub in hubs for i in range(10))
    pairs = [(one, other) for one in hubs for other in hubs if one < other]
    made.add_edges_from((*pair, {"sign": 1, "weight": 9}) for pair in pairs)
    placed = layout(made)
    own = _mean([math.dist(placed[hub], placed[f"{hub}{i}"]) for hub in hubs for i in range(25)])
    assert min(math.dist(placed[one], placed[other]) for one, other in pairs) > 1.4 * own
