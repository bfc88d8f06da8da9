import pytest
from invented import ID, Invented, world

from coldgraph.errors import QueryError
from coldgraph.see.network import network

P = ID + "person/"


def pairs(made):
    return {(a.rsplit("/", 1)[-1], b.rsplit("/", 1)[-1]) for a, b in made.edges()}


def chain(days: dict[tuple[str, str], str]):
    """Meetings between pairs of people, each recorded in a document of one day."""
    made = Invented()
    for (one, other), day in days.items():
        document = made.document(f"{one}{other}{day}", f"{one} and {other}", day)
        made.meeting(document, {f"person/{one}": "state/x", f"person/{other}": "state/y"})
    return made.store()


def between(store, one, other, **options):
    return network(store, "path", ties="meetings", actors=[P + one, P + other], **options)


def test_the_ties_of_an_actor_are_kept_and_the_others_counted():
    made = network(world().store(), actors=[ID + "state/norland"])
    assert pairs(made) == {("sudria", "norland")}
    assert made.graph["left_out"] == {"of others": 4, "told by somebody else": 1}
    assert made.graph["actors"] == ["Norland"]


def test_an_ego_network_holds_the_ties_among_the_neighbours():
    store = chain({("a", "b"): "1961-01-01", ("a", "c"): "1961-01-01", ("b", "c"): "1961-01-01", ("c", "d"): "1961-01-01"})
    made = network(store, "ego", ties="meetings", actors=[P + "a"])
    assert pairs(made) == {("a", "b"), ("a", "c"), ("b", "c")}
    assert (made.graph["view"], made.graph["kind"], made.graph["left_out"]) == ("ego", "meetings", {"of others": 1})
    assert len(network(store, "ego", ties="meetings", actors=[P + "nobody"])) == 0


def test_all_shortest_ways_are_shown_and_no_detour():
    steps = [("a", "b"), ("b", "z"), ("a", "c"), ("c", "z"), ("b", "c"), ("a", "d"), ("d", "e"), ("e", "z")]
    store = chain(dict.fromkeys(steps, "1961-01-01"))
    assert pairs(between(store, "a", "z")) == {("a", "b"), ("b", "z"), ("a", "c"), ("c", "z")}
    assert pairs(network(store, "path", ties="meetings", actors=[P + "a", P + "a", P + "z"])) == pairs(between(store, "a", "z"))
    assert pairs(between(store, "z", "a")) == {("a", "b"), ("b", "z"), ("a", "c"), ("c", "z")}


def test_a_way_in_time_never_goes_back_in_time():
    store = chain(
        {("a", "b"): "1962-01-01", ("b", "z"): "1961-01-01", ("a", "c"): "1961-01-01", ("c", "d"): "1961-06-01", ("d", "z"): "1963-01-01"}
    )
    assert pairs(between(store, "a", "z")) == {("a", "b"), ("b", "z")}
    assert pairs(between(store, "a", "z", in_time=True)) == {("a", "c"), ("c", "d"), ("d", "z")}
    assert pairs(between(store, "z", "a", in_time=True)) == {("a", "b"), ("b", "z")}


def test_a_way_in_time_keeps_only_the_evidence_that_lies_on_it():
    made = Invented()
    for one, other, day in (("a", "b", "1961-01-01"), ("a", "b", "1965-01-01"), ("b", "z", "1962-01-01"), ("b", "z", "1960-01-01")):
        made.meeting(made.document(f"{one}{other}{day}", "Talk", day), {f"person/{one}": "state/x", f"person/{other}": "state/y"})
    found = between(made.store(), "a", "z", in_time=True)
    assert sorted(piece["met"] for *_, d in found.edges(data=True) for piece in d["evidence"]) == ["1961-01-01", "1962-01-01"]
    assert found.graph["left_out"] == {"on no shortest way between the two": 2}


def test_without_a_way_nothing_is_drawn_and_all_is_counted():
    store = chain({("a", "b"): "1961-01-01", ("y", "z"): "1961-01-01"})
    for in_time in (False, True):
        made = between(store, "a", "z", in_time=in_time)
        assert (len(made), made.graph["left_out"]) == (0, {"on no shortest way between the two": 2})


def test_what_others_tell_leads_somewhere_only_where_nothing_else_does():
    store = world().store()
    ends = [ID + "state/estmark", ID + "state/sudria"]
    assert len(network(store, "path", actors=ends)) == 0
    made = network(store, "path", actors=ends, attributed=True)
    assert {key for *_, key in made.edges(keys=True)} == {"negative-told", "mixed"}


@pytest.mark.parametrize(("who", "quotes"), [("person/gomulka", 3), ("state/norland", 3), ("person/zhou", 2), ("state/sudria", 0)])
def test_said_by_a_speaker_or_for_a_side(who, quotes):
    made = network(world().store(), attributed=True, said_by=ID + who)
    assert sum(d["weight"] for *_, d in made.edges(data=True)) == quotes
    assert made.graph["left_out"] == {"said by others": 6 - quotes}


def test_mentions_said_by_a_speaker_or_for_a_side():
    assert pairs(network(world().store(), "mentions", said_by=ID + "person/zhou")) == {("zhou", "norland")}
    assert len(network(world().store(), "mentions", said_by=ID + "person/dong")) == 0


def test_level_person_and_actor_are_one():
    one, other = (network(world().store(), level=level) for level in ("person", "actor"))
    assert list(one.edges(keys=True)) == list(other.edges(keys=True)) and one.graph == other.graph


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "ego"},
        {"kind": "path", "actors": [P + "a"]},
        {"kind": "path", "actors": [P + "a", P + "a"]},
        {"kind": "bloc", "by": "planet"},
        {"kind": "ego", "ties": "gossip", "actors": [P + "a"]},
        {"kind": "meetings", "said_by": P + "a"},
        {"backbone": "thin"},
        {"backbone": 7},
        {"kind": "timeline"},
    ],
)
def test_a_wrong_wish_is_named(wrong):
    with pytest.raises(QueryError):
        network(world().store(), **wrong)
