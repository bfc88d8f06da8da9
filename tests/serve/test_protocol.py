"""The SPARQL 1.1 Protocol, request by request: verbs, media types, datasets, errors."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from urllib.parse import quote, urlencode

import pyoxigraph as ox
import pytest
import tiny
from served import FORM, JSON, QUERY, XML, Served, ask, post

from coldgraph import ids

TITLE = "<http://purl.org/dc/terms/title>"
TITLES = f"SELECT ?t {{ ?d {TITLE} ?t }} ORDER BY ?t"
ALL = sorted(t[0] for t in tiny.TEXTS.values())
DOC = "vale-orrin-1961-05-02"
MAKE = f"CONSTRUCT WHERE {{ ?d {TITLE} ?t }}"


def titles(told) -> list[str]:
    assert told.status == 200, told.text
    return [b["t"]["value"] for b in json.loads(told.body)["results"]["bindings"]]


# ----- the three ways to ask


def test_a_query_in_the_address(served: Served) -> None:
    assert titles(ask(served.endpoint, TITLES)) == ALL


def test_a_query_in_a_form(served: Served) -> None:
    assert titles(post(served.endpoint, urlencode({"query": TITLES}), FORM)) == ALL
    assert titles(post(served.endpoint, urlencode({"query": TITLES}), f"{FORM}; charset=UTF-8")) == ALL


def test_a_query_as_the_body(served: Served) -> None:
    assert titles(post(served.endpoint, TITLES)) == ALL
    assert titles(post(served.endpoint, TITLES, f"{QUERY};charset=utf-8")) == ALL


def test_letters_beyond_ascii_arrive(served: Served) -> None:
    query = 'SELECT ("Phạm Văn Đồng 周恩来 😀" AS ?t) {}'
    for told in (ask(served.endpoint, query), post(served.endpoint, query), post(served.endpoint, urlencode({"query": query}), FORM)):
        assert titles(told) == ["Phạm Văn Đồng 周恩来 😀"]


def test_parameters_that_the_protocol_does_not_know_are_passed_over(served: Served) -> None:
    assert titles(ask(f"{served.endpoint}?format=json&results=json", TITLES)) == ALL


def test_head_is_get_without_a_body(served: Served) -> None:
    told = ask(served.endpoint, TITLES, verb="HEAD")
    assert (told.status, told.body) == (200, b"")
    assert int(told.headers["content-length"]) > 100


def test_known_prefixes_need_no_declaration(served: Served) -> None:
    assert titles(ask(served.endpoint, "SELECT ?t { ?d dcterms:title ?t } ORDER BY ?t")) == ALL


# ----- the form of the answer


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON), ("*/*", JSON), ("application/*", JSON), (JSON, JSON), ("application/json", "application/json"), (XML, XML),
        ("application/xml", "application/xml"), ("text/csv", "text/csv"), ("text/*", "text/csv"), ("text/tab-separated-values",) * 2,
        (f"text/csv;q=0.5, {XML};q=0.8", XML), (f"{JSON};q=0, */*;q=0.1", "application/json"), ("text/html, text/csv;q=0.1", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "application/xml"),
    ],
)  # fmt: skip
def test_a_table_comes_as_the_client_likes_it(served: Served, accept: str, media: str) -> None:
    told = ask(served.endpoint, TITLES, accept)
    assert (told.status, told.media) == (200, media)
    assert told.headers["vary"] == "Accept"


def test_every_form_of_a_table_says_the_same(served: Served) -> None:
    rows = list(csv.reader(io.StringIO(ask(served.endpoint, TITLES, "text/csv").text)))
    assert rows == [["t"], *([t] for t in ALL)]
    tsv = ask(served.endpoint, TITLES, "text/tab-separated-values").text.splitlines()
    assert tsv == ["?t", *(f'"{t}"' for t in ALL)]
    names = {"s": "http://www.w3.org/2005/sparql-results#"}
    found = ET.fromstring(ask(served.endpoint, TITLES, XML).body).findall(".//s:literal", names)
    assert [e.text for e in found] == ALL


@pytest.mark.parametrize("accept", [JSON, XML])
def test_ask_is_true_or_false(served: Served, accept: str) -> None:
    told = [ask(served.endpoint, f"ASK {{ ?s {p} ?o }}", accept).text for p in (TITLE, "<x:never>")]
    assert ["true" in told[0], "false" in told[1]] == [True, True]


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", "text/turtle"), ("text/turtle",) * 2, ("application/n-triples",) * 2, ("application/rdf+xml",) * 2,
        ("application/ld+json",) * 2, ("application/trig",) * 2, ("application/n-quads",) * 2, ("text/n3",) * 2,
        (f"{JSON}, text/turtle;q=0.9", "text/turtle"),
    ],
)  # fmt: skip
def test_triples_come_in_every_form_of_rdf(served: Served, accept: str, media: str) -> None:
    for query in (MAKE, f"DESCRIBE ?d WHERE {{ ?d {TITLE} ?t }}"):
        told = ask(served.endpoint, query, accept)
        assert (told.status, told.media) == (200, media)
        found = list(ox.parse(told.body, format=ox.RdfFormat.from_media_type(media)))
        assert {q.object.value for q in found if q.predicate.value == TITLE[1:-1]} == set(ALL)


@pytest.mark.parametrize(("query", "accept"), [(TITLES, "text/turtle"), (MAKE, JSON), (TITLES, "image/png"), (MAKE, "text/csv")])
def test_a_form_that_does_not_fit_is_not_acceptable(served: Served, query: str, accept: str) -> None:
    told = ask(served.endpoint, query, accept)
    assert (told.status, told.media) == (406, "text/plain")
    assert "it can be: " in told.text


def test_an_accept_header_that_cannot_be_read(served: Served) -> None:
    assert ask(served.endpoint, TITLES, "nonsense").status == 400


# ----- the dataset


def dataset(**graphs: str) -> str:
    return urlencode([(f"{which}-graph-uri", graph) for which, graph in graphs.items()])


def test_the_default_graph_is_the_one_that_is_named(served: Served) -> None:
    words = dataset(default=ids.graph(DOC))
    own = [tiny.TEXTS[DOC][0]]
    assert titles(ask(f"{served.endpoint}?{words}", TITLES)) == own
    assert titles(post(f"{served.endpoint}?{words}", TITLES)) == own
    assert titles(post(served.endpoint, f"{words}&{urlencode({'query': TITLES})}", FORM)) == own


def test_several_default_graphs_are_joined(served: Served) -> None:
    words = urlencode([("default-graph-uri", ids.graph(doc)) for doc in tiny.TEXTS])
    assert titles(ask(f"{served.endpoint}?{words}", TITLES)) == ALL


def test_only_named_graphs_leave_the_default_graph_empty(served: Served) -> None:
    words = dataset(named=ids.graph(DOC))
    assert titles(ask(f"{served.endpoint}?{words}", TITLES)) == []
    assert titles(ask(f"{served.endpoint}?{words}", f"SELECT ?t {{ GRAPH ?g {{ ?d {TITLE} ?t }} }}")) == [tiny.TEXTS[DOC][0]]


def test_the_request_wins_over_from(served: Served) -> None:
    other = next(doc for doc in tiny.TEXTS if doc != DOC)
    query = f"SELECT ?t FROM <{ids.graph(other)}> {{ ?d {TITLE} ?t }}"
    assert titles(ask(served.endpoint, query)) == [tiny.TEXTS[other][0]]
    assert titles(ask(f"{served.endpoint}?{dataset(default=ids.graph(DOC))}", query)) == [tiny.TEXTS[DOC][0]]


@pytest.mark.parametrize("which", ["default", "named"])
@pytest.mark.parametrize("graph", ["http://127.0.0.1:9/x.ttl", "file:///etc/passwd", "x", "https://w3id.org/other"])
def test_graphs_from_elsewhere_are_refused(served: Served, which: str, graph: str) -> None:
    told = ask(f"{served.endpoint}?{dataset(**{which: graph})}", TITLES)
    assert (told.status, "nothing is fetched" in told.text) == (400, True)


# ----- what is refused, and how


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT WHERE {", "not SPARQL 1.1"),
        ("SELECT ?s { ?s ?p }", "not SPARQL 1.1"),
        ("ASK { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { { SELECT * { SERV\\u0049CE <http://127.0.0.1:9/> { ?s ?p ?o } } } }", "SERVICE"),
        ("ASK FROM <http://127.0.0.1:9/x> { ?s ?p ?o }", "FROM"),
        ("ASK FROM <file:///etc/passwd> { ?s ?p ?o }", "FROM"),
        ("LOAD <http://127.0.0.1:9/x>", "update"),
        ("INSERT DATA { <x:s> <x:p> <x:o> }", "update"),
        ("DELETE WHERE { ?s ?p ?o }", "update"),
        ("CLEAR ALL", "update"),
        ("DROP GRAPH <x:g>", "update"),
        ("ASK " + "{" * 5000 + "}" * 5000, ""),
    ],
)  # fmt: skip
def test_hostile_and_wrong_queries_are_refused(served: Served, query: str, words: str) -> None:
    told = post(served.endpoint, query)
    assert (told.status, told.media) == (400, "text/plain")
    assert words in told.text
    assert titles(ask(served.endpoint, TITLES)) == ALL


@pytest.mark.parametrize(
    ("body", "media", "status"),
    [
        ("", FORM, 400), ("", QUERY, 400), ("a=b", FORM, 400), ("query=", FORM, 400), ("query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM, 400),
        ("update=CLEAR%20ALL", FORM, 400), ("query=%FF", FORM, 400), ("CLEAR ALL", "application/sparql-update", 415),
        ("ASK {}", "text/plain", 415), ("ASK {}", "", 415), ('{"query": "ASK {}"}', "application/json", 415),
        ("ASK {}", f"{QUERY}; charset=utf-16", 415), ("ASK { # " + "x" * 2**20 + "\n}", QUERY, 413),
    ],
)  # fmt: skip
def test_bodies_that_are_no_request(served: Served, body: str, media: str, status: int) -> None:
    told = post(served.endpoint, body, media)
    assert (told.status, told.media) == (status, "text/plain")
    assert len(told.text.splitlines()) == 2


def test_a_body_that_is_not_utf8(served: Served) -> None:
    assert post(served.endpoint, b"ASK { # \xff\n}").status == 400


def test_a_packed_body(served: Served) -> None:
    assert post(served.endpoint, b"x", Content_Encoding="gzip").status == 415


def test_a_query_both_in_the_address_and_in_the_body(served: Served) -> None:
    assert post(f"{served.endpoint}?query={quote('ASK {}')}", "ASK {}").status == 400


def test_an_address_that_is_too_long(served: Served) -> None:
    assert ask(served.endpoint, "ASK {} #" + "x" * 2**20).status == 414


@pytest.mark.parametrize("verb", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_verbs(served: Served, verb: str) -> None:
    told = ask(served.endpoint, verb=verb)
    assert told.status == 405
    assert {"GET", "POST"} <= set(told.headers["allow"].split(", "))


def test_what_is_not_there(served: Served) -> None:
    for path in ("store", "static/../app.py", "static/%2e%2e/app.py", "questions/none"):
        assert ask(served.home + path).status == 404


# ----- what it says of itself


@pytest.mark.parametrize("accept", ["", "text/turtle", "application/rdf+xml", "application/n-triples", "application/ld+json"])
def test_without_a_query_it_describes_itself(served: Served, accept: str) -> None:
    told = ask(served.endpoint, accept=accept)
    triples = list(ox.parse(told.body, format=ox.RdfFormat.from_media_type(told.media)))
    sd = "http://www.w3.org/ns/sparql-service-description#"
    found = {(t.predicate.value.removeprefix(sd), getattr(t.object, "value", "")) for t in triples}
    assert {("endpoint", served.endpoint), ("supportedLanguage", f"{sd}SPARQL11Query"), ("feature", f"{sd}UnionDefaultGraph")} <= found
    assert {("name", ids.graph(doc)) for doc in tiny.TEXTS} <= found
    assert "SPARQL11Update" not in told.text


def test_a_browser_is_sent_to_the_page(served: Served) -> None:
    told = ask(served.endpoint, accept="text/html,*/*;q=0.8")
    assert (told.status, told.headers["location"]) == (303, "/")
