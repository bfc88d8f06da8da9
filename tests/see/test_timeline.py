import json
import re

import pytest
from invented import ID, Invented, world

from coldgraph.errors import QueryError
from coldgraph.see.timeline import timeline
from coldgraph.see.timeline_page import html

NORTH, SOUTH, EAST = (ID + "state/" + name for name in ("norland", "sudria", "estmark"))


def years(days=("1961-05-02", "1961-06-01", "1964-01-01"), extra=()):
    """Hostile in 1961 and friendly in 1964, without any document of 1962."""
    made = Invented()
    for name in ("norland", "sudria", "estmark"):
        made.actor(f"state/{name}", name.title(), "State")
    for i, day in enumerate(days):
        paper = made.document(f"d{i}", f"Talk {i}", day)
        made.stance(paper, "state/norland", "state/sudria", "Positive" if day > "1963" else "Negative", f"Words of {day}.")
    made.document("silent", "A talk of other things", "1963-03-03")
    for polarity, told in extra:
        made.stance("document/d0", "state/estmark", "state/norland", polarity, f"{polarity} {told}", attributed=told)
    return made


def test_each_direction_is_counted_by_step_and_sign():
    made = timeline(years().store(), [NORTH, SOUTH])
    ((drift,),) = made.pairs
    counts = {(made.steps[step].name, polarity): len(pieces) for (step, polarity, _), pieces in drift.marks.items()}
    assert made.unit == "month"
    assert counts == {("1961-05", "negative"): 1, ("1961-06", "negative"): 1, ("1964-01", "positive"): 1}


def test_years_without_documents_are_told_from_years_without_ties():
    made = timeline(years(extra=[("Positive", False)]).store(), [NORTH, SOUTH, EAST])
    assert [(year.step.name, year.step.documents, len(year.ties)) for year in made.years] == [
        ("1961", 2, 2),
        ("1962", 0, 0),
        ("1963", 1, 0),
        ("1964", 1, 1),
    ]
    text = html(made, "T")
    assert text.count("no document of this year") == 1
    assert "1962-05: no document of this time in the graph" in text and "1961-07: no document" in text


def test_what_is_dated_too_loosely_is_kept_apart():
    made = years()
    made.document("vague", "Some time")
    made.stance("document/vague", "state/norland", "state/sudria", "Negative", "Nobody knows when.")
    ((drift,),) = timeline(made.store(), [NORTH, SOUTH]).pairs
    assert (len(drift.loose), drift.weight()) == (1, 4)
    text = html(timeline(made.store(), [NORTH, SOUTH]), "T")
    assert "Norland to Sudria: 1 hostile" in text


def test_without_names_those_with_most_evidence_are_taken_at_the_level_of_states():
    made = timeline(world().store())
    assert made.network.graph["level"] == "state"
    assert {made.network.nodes[node]["label"] for node in made.network} == {"Norland", "Sudria", "Estmark"}
    assert timeline(world().store(), [ID + "person/gomulka", ID + "person/dong"]).network.graph["level"] == "person"


def test_every_piece_of_the_network_is_in_one_mark_or_too_loose():
    made = timeline(world().store())
    placed = sorted(piece for pair in made.pairs for drift in pair for pieces in (*drift.marks.values(), drift.loose) for piece in pieces)
    assert placed == [(e, i) for e, (*_, d) in enumerate(made.network.edges(data=True)) for i in range(d["weight"])]


def test_every_mark_of_the_page_opens_evidence_that_is_there():
    text = html(timeline(years(extra=[("Mixed", False), ("Mixed", True), ("Positive", True)]).store()), "T")
    feed = json.loads(re.search('id="feed">(.*?)</script>', text)[1])
    numbers = {int(n) for n in re.findall('data-mark="([0-9]+)"', text)}
    assert numbers == set(range(len(feed["marks"])))
    for mark in feed["marks"]:
        edges = [feed["edges"][edge] for edge, position in mark["pieces"] if feed["edges"][edge]["evidence"][position]]
        assert edges and {edge["told"] for edge in edges} == {mark["told"]}
    assert {mark["word"] for mark in feed["marks"]} == {
        "friendly",
        "hostile",
        "mixed",
        "mixed, as told by others",
        "friendly, as told by others",
    }


def test_the_same_page_every_time():
    assert html(timeline(world().store()), "T") == html(timeline(world().store()), "T")


def test_meetings_have_one_row_for_a_pair():
    made = timeline(world().store(), [NORTH, SOUTH], ties="meetings")
    assert [len(pair) for pair in made.pairs] == [1]
    assert "Norland and Sudria" in html(made, "T")


def test_nothing_between_the_actors_is_said_so():
    made = timeline(years().store(), [SOUTH, EAST])
    assert made.pairs == [] and "There is nothing to draw" in html(made, "T")


def test_one_actor_alone_is_refused():
    with pytest.raises(QueryError, match="two actors"):
        timeline(world().store(), [NORTH])
