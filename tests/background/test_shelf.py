"""Facts come into a graph, are asked for like everything else, survive a build, and go again."""

from pathlib import Path
from typing import Any

import builds
import pytest

import coldgraph
from coldgraph.ask import shapes, verify
from coldgraph.ask.violations import violations
from coldgraph.background import shelf
from coldgraph.errors import GraphError, QueryError, UnreadableSource
from coldgraph.pipeline import build
from coldgraph.store import index

VISITS = (
    "id,start,end,visitor,from,description\n"
    '1,1961-06-03,1961-06-04,Chancellor Adenauer,"Germany, Federal Republic of",Met with President Kennedy at the White House.\n'
    "2,1961-02-31,1961-03-01,King X,Norway,\n"
    "3,1962-01-01,1962-01-02,President Nobody Known,Atlantis,Private visit.\n"
)
ALLIANCES = "ccode1,ccode2,pledge,first_year,last_year\n365,710,defense,1950,1980\n365,710,consul,1950,1980\n2,20,defense,1949,1991\n2,2,defense,1950,1951\n2,20,love,1950,1951\n365,9999,defense,1950,1960\n"  # noqa: E501
YEARLY = "stateA,stateB,year,defense,offense,neutral,nonagg,consul\n365,710,1950,1,0,0,0,0\n710,365,1951,1,0,0,0,1\n365,710,1955,1,0,0,0,0\n2,20,1960,0,0,0,1,0\n"  # noqa: E501
LEADERS = "state,gwcode,leader,born,start,end\nUSA,2,Truman,1884,1945-04-12,1953-01-20\nGDR,265,Ulbricht,1893,1946-04-22,1971-05-03\n"


def given(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "given.csv"
    file.write_text(text, encoding="utf-8")
    return file


def held(name: str) -> str:
    """The graph of a set, for a query."""
    return f"GRAPH <https://w3id.org/coldgraph/id/graph/background/{name}>"


def asked(graph: Path, sparql: str) -> list[tuple[Any, ...]]:
    with coldgraph.open(graph) as opened:
        return [tuple(row.values()) for row in opened.query(sparql)]


def test_visits_are_meetings_with_their_words(graph: Path, tmp_path: Path) -> None:
    added = shelf.add(graph, "visits", given(tmp_path, VISITS), "mine")
    assert [str(p) for p in added.problems] == [
        "line 3, column start: '1961-02-31' is no day (YYYY-MM-DD)",
        "line 4, column from: 'Atlantis' is no state of the authority; the meeting is kept without a side",
    ]
    assert (added.rows, added.version) == (2, "mine")
    with coldgraph.open(graph) as opened:
        met = opened.meetings(actor="Konrad Adenauer")
        assert set(met["participantLabel"]) == {"Konrad Adenauer", "John F. Kennedy"}
        assert set(met["sideLabel"]) == {"West Germany", "United States"}
        assert set(met["quote"]) == {
            "1961-06-03 to 1961-06-04: Chancellor Adenauer (Germany, Federal Republic of). Met with President Kennedy at the White House."
        }
        assert set(met["known"]) == {"told of"} and set(met["date"]) == {"1961-06-03/1961-06-04"}
        assert "Nobody Known" in set(opened.frame("participations")["participantLabel"])
        assert opened.network("meetings", attributed=True).has_edge(*set(met["participant"]))


def test_two_spellings_of_one_name_are_one_person(graph: Path, tmp_path: Path) -> None:
    text = VISITS + "4,1962-02-01,1962-02-02,President nobody Known,Atlantis,\n"
    shelf.add(graph, "visits", given(tmp_path, text))
    rows = asked(graph, "SELECT ?l ?a { ?p skos:prefLabel ?l ; skos:altLabel ?a FILTER(CONTAINS(STR(?p), 'background')) }")
    assert rows == [("Nobody Known", "nobody Known")]


def test_nothing_is_described_twice(graph: Path, tmp_path: Path) -> None:
    """A label in two graphs would double the rows of every query that asks for it."""
    shelf.add(graph, "visits", given(tmp_path, VISITS))
    rows = asked(graph, "SELECT ?g { GRAPH ?g { <https://w3id.org/coldgraph/id/person/konrad-adenauer> skos:prefLabel ?l } }")
    assert rows == [("https://w3id.org/coldgraph/id/graph/authority",)]
    shelf.remove(graph, "visits")
    assert asked(graph, "SELECT ?l { <https://w3id.org/coldgraph/id/person/konrad-adenauer> skos:prefLabel ?l }") == []


def test_check_finds_nothing_and_sees_a_change(graph: Path, tmp_path: Path) -> None:
    shelf.add(graph, "visits", given(tmp_path, VISITS))
    store = index.opened(graph)
    files = [f for name, f in index.files(graph).items() if name.startswith("background/")]
    assert [*verify.checksums(graph), *verify.quotations(graph, store), *violations(store), *shapes.shapes(files)] == []
    text = graph / "background" / "visits.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("Kennedy", "Johnson"), encoding="utf-8")
    assert {f.where for f in verify.checksums(graph)} == {"background/visits.txt"}
    assert any("other words" in f.what for f in verify.quotations(graph, store))


def test_alliances_have_members_dates_pledges_and_source(graph: Path, tmp_path: Path) -> None:
    added = shelf.add(graph, "alliances", given(tmp_path, ALLIANCES), "5.1")
    assert [(p.line, p.column) for p in added.problems] == [(6, "pledge"), (5, "ccode2"), (7, "ccode2")]
    rows = asked(
        graph,
        f"SELECT ?label ?state ?since ?until ?source {{ {held('alliances')} {{ ?a skos:prefLabel ?label ; cg:membership ?m . "
        "?m cg:member ?s ; cg:earliest ?since ; dcterms:source ?source OPTIONAL { ?m cg:latest ?until } } "
        "?s skos:prefLabel ?state } ORDER BY ?label ?state",
    )
    assert [(label, state, str(since), str(until)) for label, state, since, until, _ in rows] == [
        ("Soviet Union – China (consul, defense; 1950–1980)", "China", "1950-01-01", "1980-12-31"),
        ("Soviet Union – China (consul, defense; 1950–1980)", "Soviet Union", "1950-01-01", "1980-12-31"),
        ("United States – Canada (defense; 1949–)", "Canada", "1949-01-01", "None"),
        ("United States – Canada (defense; 1949–)", "United States", "1949-01-01", "None"),
    ]
    assert all("Leeds" in source and "given.csv, 5.1" in source for *_, source in rows)
    assert asked(graph, "SELECT (COUNT(*) AS ?n) { ?a cg:pledge cg:Defense }") == [(2,)]


def test_rows_of_years_are_joined_to_spells(graph: Path, tmp_path: Path) -> None:
    shelf.add(graph, "alliances", given(tmp_path, YEARLY))
    labels = [
        label for (label,) in asked(graph, f"SELECT ?l {{ {held('alliances')} {{ ?a cg:pledge ?p ; skos:prefLabel ?l }} }} ORDER BY ?l")
    ]
    assert labels == [
        "Soviet Union – China (consul; 1951–1951)",
        "Soviet Union – China (defense; 1950–1951)",
        "Soviet Union – China (defense; 1955–1955)",
        "United States – Canada (nonagg; 1960–)",
    ]


def test_leaders_are_affiliations_of_known_people(graph: Path, tmp_path: Path) -> None:
    shelf.add(graph, "leaders", given(tmp_path, LEADERS))
    facts = f"{held('leaders')} {{ ?a cg:affiliate ?who ; cg:side ?side ; cg:latest ?e }} ?who skos:prefLabel ?l . ?side skos:prefLabel ?s"
    rows = asked(graph, f"SELECT ?l ?s ?e {{ {facts} }} ORDER BY ?l")
    assert [(label, side, str(end)) for label, side, end in rows] == [
        ("Harry S. Truman", "United States", "1953-01-20"),
        ("Walter Ulbricht", "East Germany", "1971-05-03"),
    ]


def test_votes_and_codes_that_are_shipped(graph: Path) -> None:
    assert shelf.add(graph, "un-votes").rows > 5000
    shelf.add(graph, "state-codes")
    sparql = "SELECT ?v ?n { ?p cg:pointOf <https://w3id.org/coldgraph/id/state/soviet-union> ; cg:year ?y ; cg:value ?v ; cg:votes ?n FILTER(STR(?y) = '1962') }"  # noqa: E501
    ((value, votes),) = asked(graph, sparql)
    assert -3 < value < 0 < votes
    assert asked(graph, "SELECT ?s { ?c cg:codeSystem 'COW' ; cg:code 365 ; cg:codeOf/skos:prefLabel ?s }") == [("Soviet Union",)]
    store = index.opened(graph)
    assert list(violations(store)) == []


def test_the_same_file_gives_the_same_bytes_and_replaces_itself(graph: Path, tmp_path: Path) -> None:
    files = []
    for _ in range(2):
        shelf.add(graph, "visits", given(tmp_path, VISITS))
        files.append({f.name: f.read_bytes() for f in (graph / "background").iterdir()})
    assert files[0] == files[1] and set(files[0]) == {"visits.nq", "visits.txt", "visits.json"}


def test_what_is_removed_is_gone_from_the_index(graph: Path, tmp_path: Path) -> None:
    shelf.add(graph, "leaders", given(tmp_path, LEADERS))
    assert [a.name for a in shelf.listed(graph)] == ["leaders"]
    shelf.remove(graph, "leaders")
    assert shelf.listed(graph) == [] and list((graph / "background").iterdir()) == []
    assert asked(graph, f"SELECT ?a {{ {held('leaders')} {{ ?a a cg:Affiliation }} }}") == []
    with pytest.raises(QueryError, match="not in this graph"):
        shelf.remove(graph, "leaders")


def test_a_build_leaves_it_alone(graph: Path, tmp_path: Path) -> None:
    shelf.add(graph, "leaders", given(tmp_path, LEADERS))
    before = {f.name: f.read_bytes() for f in [*(graph / "background").iterdir(), graph / "authority.nq"]}
    report = build(builds.put(tmp_path / "other", {"other.txt": builds.NOTE.encode()}), graph, processes=1)
    assert (report.added, report.notes) == (1, ())
    assert {f.name: f.read_bytes() for f in [*(graph / "background").iterdir(), graph / "authority.nq"]} == before
    assert "background/leaders" in index.files(graph)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("alliances", None, "not shipped"),
        ("aliances", None, "did you mean alliances"),
        ("leaders", "a,b\n1,2\n", "column gwcode, leader, start, end is missing"),
        ("leaders", "gwcode,leader,start,end\n2,Truman,when,1953-01-20\n", "no row can be used: line 2, column start"),
        ("visits", "id,start,end,visitor,from,description\n", "no row can be used"),
        ("un-votes", "ccode,year,ideal_point,votes\n365,1962,0.5,many\n", "no row can be used: line 2, column votes"),
        ("state-codes", "system,code,state,since,until\nCOW,1,atlantis,,\n", "the authority has no state/atlantis"),
    ],
)
def test_what_is_wrong_is_said(graph: Path, tmp_path: Path, name: str, text: str | None, what: str) -> None:
    with pytest.raises((QueryError, UnreadableSource), match=what):
        shelf.add(graph, name, given(tmp_path, text) if text else None)
    assert not (graph / "background").exists()


def test_a_wrong_row_leaves_nothing_behind(graph: Path, tmp_path: Path) -> None:
    text = "ccode,year,ideal_point,votes\n365,1962,0.5,many\n365,1963,0.5,10\n2,1963\n"
    added = shelf.add(graph, "un-votes", given(tmp_path, text))
    assert (added.rows, len(added.problems)) == (1, 2)
    assert (graph / "background" / "un-votes.nq").read_text(encoding="utf-8").count("#IdealPoint>") == 1


def test_it_needs_a_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="coldgraph build"):
        shelf.add(tmp_path, "visits")


def test_words_of_a_file_stay_words(graph: Path, tmp_path: Path) -> None:
    """Quotes, new lines and brackets of a cell end up in a literal or an escaped IRI."""
    hostile = (
        'id,start,end,visitor,from,description\n"1> <x",1961-06-03,1961-06-04,"President ""A""> <x:y> \\","Norway","a\nb\u2028 <script>"\n'
    )
    shelf.add(graph, "visits", given(tmp_path, hostile))
    store = index.opened(graph)
    assert [*verify.quotations(graph, store), *violations(store)] == []


def test_the_commands(graph: Path, tmp_path: Path) -> None:
    shown = builds.run("background", "add", "visits", graph, "--file", given(tmp_path, VISITS))
    assert shown.status == 0 and "given.csv, line 3, column start" in shown.err and "2 rows used" in shown.err
    listed = builds.run("background", "list", graph).out
    assert "visits       2 rows" in listed and "alliances    not added; bring your own file" in listed
    assert builds.run("background", "remove", "visits", graph).status == 0
    assert builds.run("background", "add", "visit", graph).status == 2
    assert builds.run("background", "list", tmp_path / "nowhere").status == 2


def test_whole_published_sets(graph: Path, shared: Path) -> None:
    """The shipped lists, and the tables of a user's download: nearly every row is used, and the graph stays whole."""
    for name, file in (("visits", None), ("travels", None), ("alliances", "alliances.csv"), ("leaders", "leaders.csv")):
        added = shelf.add(graph, name, shared / "facts" / file if file else None)
        lost = {p.line for p in added.problems if not p.kept}
        assert len(lost) < 0.06 * added.rows, name
    store = index.opened(graph)
    assert [*verify.checksums(graph), *verify.quotations(graph, store), *violations(store)] == []
    assert store.query("ASK { ?m a <https://w3id.org/coldgraph/ontology#Meeting> }")
