import networkx as nx
import pytest
from invented import ID, Invented, world

from coldgraph.errors import QueryError
from coldgraph.see.network import network


def edges(made):
    return {(a.removeprefix(ID), b.removeprefix(ID), key): data for a, b, key, data in made.edges(keys=True, data=True)}


def test_stances_are_directed_signed_and_keep_parallel_ties():
    made = network(world().store())
    assert isinstance(made, nx.MultiDiGraph)
    found = edges(made)
    hostile, friendly = found["person/gomulka", "person/dong", "negative"], found["person/gomulka", "person/dong", "positive"]
    assert (hostile["sign"], hostile["word"], hostile["weight"], hostile["acts"]) == (-1, "hostile", 2, ["Accusation"])
    assert (friendly["sign"], friendly["word"], friendly["acts"]) == (1, "friendly", ["Thanks"])
    assert (hostile["first"], hostile["last"], hostile["confidence"]) == ("1961-05-02", "1965-02-06", 0.9)


def test_evidence_is_newest_first_and_says_everything_that_a_reader_needs():
    newest, oldest = edges(network(world().store()))["person/gomulka", "person/dong", "negative"]["evidence"]
    assert [newest["quote"], oldest["quote"]] == ["They broke it again.", "They broke the treaty."]
    expected = {
        "speaker": "Władysław Gomułka",
        "addressee": "周恩来",
        "holder": "Władysław Gomułka",
        "target": "Phạm Văn Đồng",
        "act": "Accusation",
        "attributed": False,
        "title": "Talk in Haven",
        "date": "1961-05-02",
        "archive": "Archive of Norland",
        "record": "12/3",
        "citation": "“Talk in Haven”, 1961-05-02, Archive of Norland, 12/3.",
    }
    assert {key: oldest[key] for key in expected} == expected


def test_what_others_tell_is_a_layer_of_its_own():
    key = ("state/estmark", "state/norland", "negative-told")
    assert key not in edges(network(world().store()))
    assert edges(network(world().store(), attributed=True))[key]["attributed"] is True


def test_states_stand_for_those_who_act_for_them():
    found = edges(network(world().store(), level="state"))
    assert set(found) == {
        ("state/norland", "state/sudria", "negative"),
        ("state/norland", "state/sudria", "positive"),
        ("state/sudria", "state/norland", "mixed"),
    }


@pytest.mark.parametrize(
    ("options", "count", "why"),
    [
        ({"since": "1965"}, 3, "outside the span of time"),
        ({"until": "1961-05"}, 1, "outside the span of time"),
        ({"min_confidence": 0.7}, 3, "below the confidence asked for"),
    ],
)
def test_limits_are_kept_and_what_they_leave_out_is_counted(options, count, why):
    made = network(world().store(), **options)
    assert sum(d["weight"] for *_, d in made.edges(data=True)) == count
    assert made.graph["read"] == 6
    assert sum(made.graph["left_out"].values()) == 6 - count and made.graph["left_out"][why] > 0


def test_meetings_join_all_who_were_there():
    made = network(world().store(), "meetings")
    found = edges(made)
    assert not made.is_directed()
    assert found["person/dong", "person/gomulka", "met"]["weight"] == 2
    assert len(found) == 3
    told = edges(network(world().store(), "meetings", attributed=True))
    assert told["person/zhou-ru", "person/zhou", "met-told"]["evidence"][0]["quote"] == "They had met in spring."


def test_sides_meet_through_their_people():
    assert {(a, b) for a, b, _ in edges(network(world().store(), "meetings", "state"))} == {
        ("state/norland", "state/sudria"),
        ("state/estmark", "state/norland"),
        ("state/estmark", "state/sudria"),
    }


def test_a_mention_counts_for_its_speaker_and_quotes_the_sentence():
    found = edges(network(world().store(), "mentions"))
    assert found["person/zhou", "state/norland", "named"]["evidence"][0]["quote"] == "Norland has lied to us!"
    assert found["document/second", "state/sudria", "named"]["weight"] == 1


def test_the_order_of_the_quads_does_not_matter():
    one, other = network(world().store(), attributed=True), network(world().store(), attributed=True)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(keys=True, data=True)) == list(other.edges(keys=True, data=True))


def test_an_empty_graph_gives_an_empty_network():
    made = Invented()
    made.actor("state/norland", "Norland", "State")
    found = network(made.store())
    assert (len(found), found.graph["read"]) == (0, 0)


@pytest.mark.parametrize("wrong", [{"kind": "gossip"}, {"level": "planet"}, {"since": "spring"}, {"until": "1965-13"}])
def test_a_wrong_parameter_is_named(wrong):
    with pytest.raises(QueryError):
        network(world().store(), **wrong)
