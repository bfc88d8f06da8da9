"""Named questions: what they answer on the tiny graph, and how values get in."""

from pathlib import Path

import pytest
import tiny

from coldgraph import Graph, open
from coldgraph.ask.bind import bind
from coldgraph.ask.questions import Question, questions
from coldgraph.errors import QueryError
from coldgraph.store.terms import Term

SAID = {quote for _, quote, *_ in tiny.STANCES}


def rows(graph: Graph, named: str, *columns: str, **given: str) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns) for row in graph.ask(named, **given)]


def given(asked: Question) -> dict[str, str]:
    """A value for each required parameter; two actors are two."""
    actors, days = iter(("Norland", "Estmark")), {"since": "1961", "until": "1962"}
    values = {"place": lambda p: "Haven", "date": lambda p: days[p.name], "actor": lambda p: next(actors)}
    return {p.name: values[p.kind](p) for p in asked.parameters if p.required}


@pytest.mark.parametrize("asked", questions(), ids=lambda q: q.name)
def test_each_question_runs_and_keeps_what_its_head_says(graph: Graph, asked: Question) -> None:
    answer = graph.ask(asked.name, **given(asked))
    assert asked.title and asked.question and asked.columns
    assert set(asked.columns) <= set(answer.columns)
    if not asked.name.startswith("table-"):
        assert tuple(asked.columns) == answer.columns
    for parameter in asked.parameters:
        assert bind(asked.text, {parameter.name: Term("literal", "x")}) != asked.text


def test_who_met_whom_joins_sides_and_tells_records_from_tales(graph: Graph) -> None:
    assert rows(graph, "who-met-whom", "first", "second", "date", "known") == [
        ("Ada Vale", "Cyr Tamm", "1961-04", "told of"),
        ("Ada Vale", "Cyr Tamm", "1961-04-11", "record"),
        ("Ada Vale", "Bo Órrin", "1961-05-02", "record"),
    ]


def test_hostility_carries_words_speaker_and_document(graph: Graph) -> None:
    found = rows(graph, "who-is-hostile-to-whom", "holder", "target", "speaker", "attributed", "quotation", "title", "date")
    assert (
        "Cyr Tamm",
        "Norland",
        "Bo Órrin",
        True,
        "Tamm told me that he fears Norland.",
        tiny.TEXTS[tiny.HAVEN][0],
        "1961-05-02",
    ) in found
    assert len(found) == 3
    assert {row[4] for row in found} <= SAID


def test_a_side_finds_the_people_who_act_for_it(graph: Graph) -> None:
    assert {h for (h,) in rows(graph, "who-is-hostile-to-whom", "holder", from_="Estmark")} == {"Estmark", "Cyr Tamm"}


def test_friendliness(graph: Graph) -> None:
    assert rows(graph, "who-is-friendly-to-whom", "holder", "target") == [("Norland", "Sudria"), ("Sudria", "Norland")]


@pytest.mark.parametrize(
    ("since", "until", "count"), [("1962", "", 1), ("", "1961", 1), ("1961-05", "1961-05", 1), ("1962-06-01", "", 1), ("1963", "", 0)]
)
def test_dates_overlap_what_the_text_allows(graph: Graph, since: str, until: str, count: int) -> None:
    assert len(graph.ask("who-is-friendly-to-whom", since=since, until=until)) == count


def test_a_holder_who_speaks_is_not_known_only_from_others(graph: Graph) -> None:
    assert len(graph.ask("known-only-from-rival")) == 0


def test_mentions_are_counted_with_their_documents(graph: Graph) -> None:
    assert rows(graph, "most-mentioned", "actor", "mentions", "documents")[0] == ("Norland", 2, 2)


def test_quarters(graph: Graph) -> None:
    assert (1961, 2, "Norland", "Estmark", 0, 1, 1) in rows(
        graph, "quarter-table", "year", "quarter", "holderSide", "targetSide", "positive", "negative", "documents"
    )


@pytest.mark.parametrize("name", ["Ada Vale", "ada vale", "ADA  VALE", "person/ada-vale", tiny.ID + "person/ada-vale", "Premier Vale"])
def test_a_name_is_found_however_it_is_written(graph: Graph, name: str) -> None:
    assert graph.resolve("actor", name).value == tiny.ID + "person/ada-vale"


@pytest.mark.parametrize("name", ["Bo Orrin", "bo órrin", "Orrin"])
def test_accents_do_not_matter(graph: Graph, name: str) -> None:
    assert graph.resolve("actor", name).value == tiny.ID + "person/bo-orrin"


def test_a_name_of_several_is_not_guessed(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"person/ada-vale.*person/other-vale"):
        graph.resolve("actor", "Vale")


def test_a_name_of_nobody_brings_the_nearest(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"did you mean.*Ada Vale"):
        graph.resolve("actor", "Ada Vail")


def test_a_place_is_no_actor(graph: Graph) -> None:
    assert graph.resolve("place", "Haven").value == tiny.ID + "place/haven"
    with pytest.raises(QueryError):
        graph.resolve("actor", "Haven")


INJECTIONS = ['x" } DROP ALL #', "'; SELECT * { ?s ?p ?o }", '\\" } UNION { ?s ?p ?o', "<x:y>", "UNDEF", "\n}\n{", '"""', "\\u0022 }"]


@pytest.mark.parametrize("words", INJECTIONS, ids=range(len(INJECTIONS)))
def test_words_of_a_user_stay_words(graph: Graph, words: str) -> None:
    found = graph.query("SELECT ?x WHERE { VALUES ?x { UNDEF } FILTER EXISTS { ?s ?p ?o } }", x=words)
    assert [row["x"] for row in found] == [words]
    with pytest.raises(QueryError):
        graph.ask("meetings-of", actor=words)


@pytest.mark.parametrize("bad", [tiny.ID + "person/a> } #", "http://a b/", 'http://x/"'])
def test_an_iri_that_is_none_is_refused(graph: Graph, bad: str) -> None:
    with pytest.raises(QueryError, match="IRI"):
        graph.ask("meetings-of", actor=bad)


@pytest.mark.parametrize(
    ("named", "values", "what"),
    [
        ("who-met-who", {}, "who-met-whom"),
        ("meetings-of", {}, "missing"),
        ("who-met-whom", {"whom": "x"}, "no parameter"),
        ("who-met-whom", {"since": "last year"}, "not a date"),
        ("who-met-whom", {"since": "1961-02-30"}, "no such day"),
        ("most-mentioned", {"minimum": "1 }"}, "not a number"),
    ],
)
def test_wrong_parameters_are_explained(graph: Graph, named: str, values: dict[str, str], what: str) -> None:
    with pytest.raises(QueryError, match=what):
        graph.ask(named, **values)


def test_a_minimum_is_kept(graph: Graph) -> None:
    assert rows(graph, "most-mentioned", "actor", minimum="2") == [("Norland",)]


def test_a_holder_who_never_speaks_is_known_only_from_others(tmp_path: Path) -> None:
    old, new = tiny.iri(f"stance/{tiny.HAVEN}/2"), "<x:stance>"
    told = [(new, p, o) for s, p, o in tiny.document_facts(tiny.HAVEN) if s == old and p != tiny.cg("holder")]
    graph = open(tiny.write(tmp_path, {tiny.HAVEN: [*told, (new, tiny.cg("holder"), tiny.iri("person/other-vale"))]}))
    assert rows(graph, "known-only-from-rival", "holder", "speaker", "target") == [("Oskar Vale", "Bo Órrin", "Norland")]
