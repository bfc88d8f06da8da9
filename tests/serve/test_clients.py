"""Real clients: SPARQLWrapper, rdflib's SPARQLStore, curl, our own."""

import json
import shutil
import subprocess
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import tiny
from rdflib import URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from served import BOMB, JSON, Served, ask
from SPARQLWrapper import CSV, GET, POST, POSTDIRECTLY, RDFXML, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper import JSON as AS_JSON

import coldgraph

TITLE = "http://purl.org/dc/terms/title"
TITLES = f"SELECT ?t {{ ?d <{TITLE}> ?t }} ORDER BY ?t"
ALL = sorted(t[0] for t in tiny.TEXTS.values())


def wrapper(served: Served, query: str, form: str) -> SPARQLWrapper:
    made = SPARQLWrapper(served.endpoint)
    made.setQuery(query)
    made.setReturnFormat(form)
    return made


@pytest.mark.parametrize("method", [GET, POST])
@pytest.mark.parametrize("directly", [False, True])
def test_sparqlwrapper_reads_tables(served: Served, method: str, directly: bool) -> None:
    asking = wrapper(served, TITLES, AS_JSON)
    asking.setMethod(method)
    if directly:
        asking.setRequestMethod(POSTDIRECTLY)
    found = asking.queryAndConvert()
    assert [row["t"]["value"] for row in found["results"]["bindings"]] == ALL


def test_sparqlwrapper_reads_other_forms(served: Served) -> None:
    assert wrapper(served, TITLES, CSV).queryAndConvert().decode().split() == ["t", *" ".join(ALL).split()]
    assert wrapper(served, TITLES, XML).queryAndConvert().getElementsByTagName("literal")[0].firstChild.data == ALL[0]
    assert len(wrapper(served, f"CONSTRUCT WHERE {{ ?d <{TITLE}> ?t }}", RDFXML).queryAndConvert()) == len(ALL)
    assert ALL[0].encode() in wrapper(served, f"CONSTRUCT WHERE {{ ?d <{TITLE}> ?t }}", TURTLE).queryAndConvert()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
@pytest.mark.parametrize("form", ["xml", "json"])
def test_rdflibs_store(served: Served, method: str, form: str) -> None:
    store = SPARQLStore(served.endpoint, method=method, returnFormat=form)
    assert [str(row[0]) for row in store.query(TITLES)] == ALL
    assert store.query("ASK { ?s ?p ?o }").askAnswer is True
    assert {str(t[0][2]) for t in store.triples((None, URIRef(TITLE), None))} == set(ALL)


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
def test_curl(served: Served) -> None:
    words = ["curl", "-sS", "--fail", "-H", "Accept: text/csv", "--data-urlencode", f"query={TITLES}", served.endpoint]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout.splitlines() == ["t", *ALL]


def test_coldgraph_itself(served: Served) -> None:
    with coldgraph.open(served.endpoint) as graph:
        assert [row["t"] for row in graph.query(TITLES)] == ALL
        assert len(graph.meetings()) > 0


def test_two_hundred_requests_at_eight_at_a_time(served: Served) -> None:
    def one(number: int) -> tuple[int, str]:
        told = ask(served.endpoint, f'SELECT ("{number}" AS ?n) (COUNT(*) AS ?all) {{ ?s ?p ?o }}', JSON)
        row = json.loads(told.body)["results"]["bindings"][0]
        return told.status, f"{row['n']['value']} {row['all']['value']}"

    with ThreadPoolExecutor(8) as crew:
        found = list(crew.map(one, range(200)))
    total = found[0][1].split()[1]
    assert found == [(200, f"{number} {total}") for number in range(200)]


def test_bombs_among_others_lose_no_request(narrow: Served) -> None:
    """While bombs are stopped and processes replaced, whoever asks is answered, at once or when asked again."""

    def steady(number: int) -> int:
        for _ in range(100):
            told = ask(narrow.endpoint, f'SELECT ("{number}" AS ?n) {{}}', JSON)
            if told.status != 503:
                assert json.loads(told.body)["results"]["bindings"][0]["n"]["value"] == str(number)
                return told.status
            assert told.headers["retry-after"] == "2"
            threading.Event().wait(0.2)
        return 503

    with ThreadPoolExecutor(6) as crew:
        bombs = [crew.submit(ask, narrow.endpoint, BOMB) for _ in range(2)]
        found = list(crew.map(steady, range(20)))
        assert [bomb.result().status for bomb in bombs] == [503, 503]
    assert found == [200] * 20
