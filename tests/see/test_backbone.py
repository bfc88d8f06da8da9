import pytest
from invented import crowd, world

from coldgraph.see.backbone import READABLE, backbone, first_seen
from coldgraph.see.network import network
from coldgraph.see.sources import Ties


def ties(weights):
    return Ties({(a, b, "met", False): [{"id": str(i)} for i in range(count)] for (a, b), count in weights.items()}, {"before": 1}, 99)


def kept(weights, level, directed=False):
    return {tie[:2] for tie in backbone(ties(weights), level, directed).evidence}


STAR = {("hub", f"n{i}"): 1 for i in range(9)}


def test_a_tie_that_stands_out_for_one_of_its_ends_stays():
    weights = {**STAR, ("hub", "friend"): 20}
    assert kept(weights, 0.05) == {("hub", "friend")}
    assert kept(STAR, 0.05) == set()


def test_the_chance_is_that_of_the_paper():
    """Share 4 of 6 in three ties: (1 - 4/6)^2 = 1/9."""
    weights = {("hub", "a"): 4, ("hub", "b"): 1, ("hub", "c"): 1}
    assert kept(weights, 0.112) == {("hub", "a")}
    assert kept(weights, 0.111) == set()


def test_what_is_sent_and_what_is_received_are_told_apart():
    weights = {("a", "hub"): 4, ("b", "hub"): 1, ("c", "hub"): 1, ("hub", "d"): 40}
    assert ("a", "hub") in kept(weights, 0.112, directed=True)
    assert ("a", "hub") not in kept(weights, 0.112)


def test_signs_of_one_pair_are_judged_together_and_nothing_is_lost_unsaid():
    found = ties({**STAR, ("hub", "z"): 5})
    found.evidence["z", "hub", "negative", False] = [{"id": "x"}] * 5
    thin = backbone(found, 0.05, directed=False)
    assert set(thin.evidence) == {("hub", "z", "met", False), ("z", "hub", "negative", False)}
    assert (thin.left_out, thin.read) == ({"before": 1, "outside the backbone": 9}, 99)


@pytest.mark.parametrize("spokes", [3, 400])
def test_auto_leaves_as_many_as_can_be_read(spokes):
    weights = {(f"h{h}", f"n{h}-{i}"): 1 + i for h in range(4) for i in range(spokes)}
    actors = {actor for pair in kept(weights, "auto") for actor in pair}
    assert len(actors) == 16 if spokes == 3 else READABLE - 20 < len(actors) <= READABLE


def test_auto_draws_something_where_all_ties_are_alike():
    assert len(kept({("hub", f"n{i:03}"): 1 for i in range(400)}, "auto")) == 400


def test_the_first_picture_is_the_backbone_of_many_actors_and_all_of_few():
    store = crowd(400).store()
    many, few = network(store), network(world().store())
    first = first_seen(many)
    kept = {node for seen, edge in zip(first, many.edges(), strict=True) if seen for node in edge}
    assert 50 < len(kept) <= READABLE < len(many) and not all(first)
    assert set(network(store, backbone="auto")) == kept
    assert first_seen(few) == [True] * few.number_of_edges()
