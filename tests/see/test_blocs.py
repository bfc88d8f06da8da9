from itertools import pairwise

from invented import CG, DAY, GRAPH, ID, TYPE, Invented, literal

from coldgraph.see.dossier import dossiers
from coldgraph.see.network import network

SEE_ALSO = "http://www.w3.org/2000/01/rdf-schema#seeAlso"


def camps(day="1961-01-01"):
    """Four friends of the pact, three of the league, and hostility between; one who has nothing but a mixed tie."""
    made = Invented()
    east, west = ["e1", "e2", "e3", "e4"], ["w1", "w2", "w3"]
    for state in (*east, *west, "none"):
        made.actor(f"state/{state}", state.upper(), "State")
    paper = made.document("d", "Talk", day)
    for group in (east, west):
        for one, other in pairwise(group):
            made.stance(paper, f"state/{one}", f"state/{other}", "Positive", "We stand together.")
    for one, other in (("e1", "w1"), ("w2", "e3"), ("e4", "w3")):
        made.stance(paper, f"state/{one}", f"state/{other}", "Negative", f"{one} against {other}.")
    made.stance(paper, "state/none", "state/e1", "Mixed", "We see both.")
    return made


def member(made, alliance, state, first, last=""):
    membership = f"membership/{alliance}-{state}"
    made.fact(f"alliance/{alliance}", "membership", membership)
    made.fact(membership, "member", f"state/{state}")
    made.fact(membership, "earliest", literal(first, DAY))
    if last:
        made.fact(membership, "latest", literal(last, DAY))


def pact(made):
    made.fact("alliance/pact", TYPE, CG + "Alliance")
    made.actor("alliance/pact", "The Pact", "Alliance")
    made.actor("organization/pact", "The Pact", "Organization")
    made.fact("alliance/pact", SEE_ALSO, ID + "organization/pact")
    for state in ("e1", "e2", "e3"):
        member(made, "pact", state, "1955-05-14", "1960-12-31" if state == "e3" else "")
    return made.store()


def test_an_alliance_stands_for_its_members_of_the_day():
    made = network(pact(camps()), "bloc")
    assert ID + "state/e3" in made and ID + "state/e2" not in made
    assert made.nodes[ID + "alliance/pact"]["label"] == "The Pact"
    quotes = [p["quote"] for _, _, d in made.edges(data=True) for p in d["evidence"] if d["polarity"] == "negative"]
    assert sorted(quotes) == ["e1 against w1.", "e4 against w3.", "w2 against e3."]


def test_a_treaty_of_two_and_a_later_pact_do_not_take_a_state_from_its_bloc():
    made = camps()
    for name in ("treaty", "later"):
        made.fact(f"alliance/{name}", TYPE, CG + "Alliance")
        made.actor(f"alliance/{name}", name, "Alliance")
        member(made, name, "e1", "1950-01-01" if name == "treaty" else "1958-01-01")
    made.fact("alliance/later", SEE_ALSO, ID + "organization/pact")
    drawn = network(pact(made), "bloc")
    assert {d["label"] for _, d in drawn.nodes(data=True)} >= {"The Pact"}
    assert {ID + "alliance/treaty", ID + "alliance/later"}.isdisjoint(drawn)


def test_a_bloc_names_who_stands_behind_it_most_evidence_first():
    store = pact(camps())
    made = network(store, "bloc")
    pact_ = ID + "alliance/pact"
    assert made.nodes[pact_]["members"] == ["E1", "E2"] and "members" not in made.nodes[ID + "state/e3"]
    assert dossiers(store, made)[pact_].memberships["E3"] == ("1955-05-14", "1960-12-31")
    joined = network(camps().store(), "bloc", by="community")
    assert {tuple(data.get("members", ())) for _, data in joined.nodes(data=True)} == {("E1", "E3", "E2", "E4"), ("W2", "W1", "W3"), ()}


def test_before_the_alliance_and_without_a_date_states_stand_for_themselves():
    for day in ("1950-01-01", ""):
        made = network(pact(camps(day)), "bloc")
        assert ID + "alliance/pact" not in made and ID + "state/e1" in made


def test_what_is_said_within_a_bloc_is_a_tie_to_itself():
    made = network(pact(camps()), "bloc")
    pact_ = ID + "alliance/pact"
    assert made.get_edge_data(pact_, pact_)["positive"]["evidence"][0]["quote"] == "We stand together."


def test_communities_join_friends_and_part_enemies():
    made = network(camps().store(), "bloc", by="community")
    labels = sorted(data["label"] for _, data in made.nodes(data=True))
    assert labels == ["E3 and 3 more", "NONE", "W2 and 2 more"]
    signs = {(a == b, data["sign"]) for a, b, data in made.edges(data=True) if data["polarity"] != "mixed"}
    assert signs == {(True, 1), (False, -1)}


def test_the_same_blocs_every_time():
    one, other = (network(camps().store(), "bloc", by="community") for _ in range(2))
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))


def test_no_states_no_blocs():
    for by in ("alliance", "community"):
        assert len(network(Invented({f"<urn:a> <urn:b> <urn:c> <{GRAPH}> ."}).store(), "bloc", by=by)) == 0
