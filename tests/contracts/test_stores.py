"""One body of promises for every store."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny

from coldgraph import ids
from coldgraph.errors import GraphError, QueryError
from coldgraph.store.contract import Store
from coldgraph.store.embedded import Embedded
from coldgraph.store.remote import Remote

DOC = "vale-orrin-1961-05-02"
TITLES = "SELECT ?t WHERE { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t"


@pytest.fixture(params=["memory", "disk", "remote"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "remote":
        address = request.getfixturevalue("server")
        made: Store = Remote(f"{address}/query", f"{address}/store")
    else:
        made = Embedded(tmp_path / "store" if request.param == "disk" else None, writable=True)
    yield made
    for graph in made.graphs():
        made.drop(graph)
    made.close()


def nquads(doc: str) -> bytes:
    return tiny.nquads(tiny.document_facts(doc), doc)


def filled(store: Store) -> Store:
    for doc in tiny.TEXTS:
        store.load(ids.graph(doc), nquads(doc))
    return store


def test_plain_patterns_see_all_graphs(store: Store) -> None:
    found = filled(store).query(TITLES)
    assert [row["t"] for row in found] == sorted(t[0] for t in tiny.TEXTS.values())


def test_graph_patterns_tell_graphs_apart(store: Store) -> None:
    found = filled(store).query(f"SELECT ?t WHERE {{ GRAPH <{ids.graph(DOC)}> {{ ?d <http://purl.org/dc/terms/title> ?t }} }}")
    assert [row["t"] for row in found] == [tiny.TEXTS[DOC][0]]


def test_from_limits_the_default_graph(store: Store) -> None:
    found = filled(store).query(f"SELECT ?t FROM <{ids.graph(DOC)}> WHERE {{ ?d <http://purl.org/dc/terms/title> ?t }}")
    assert [row["t"] for row in found] == [tiny.TEXTS[DOC][0]]


def test_loading_a_graph_again_replaces_it(store: Store) -> None:
    filled(store)
    before = store.count()
    store.load(ids.graph(DOC), tiny.nquads([("<x:s>", "<x:p>", '"ü \\"q\\""')], DOC))
    assert store.count(ids.graph(DOC)) == 1
    assert store.count() == before - nquads(DOC).count(b"\n") + 1
    assert [r["o"] for r in store.query("SELECT ?o { <x:s> <x:p> ?o }")] == ['ü "q"']


def test_a_graph_is_loaded_from_a_file(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.nq"
    file.write_bytes(nquads(DOC))
    store.load(ids.graph(DOC), file)
    assert store.count() == nquads(DOC).count(b"\n")


def test_dropping_a_graph_touches_no_other(store: Store) -> None:
    filled(store)
    store.drop(ids.graph(DOC))
    store.drop(ids.graph("never-there"))
    assert store.graphs() == sorted(ids.graph(d) for d in tiny.TEXTS if d != DOC)


def test_lines_of_another_graph_are_refused(store: Store) -> None:
    with pytest.raises(GraphError, match="belongs to"):
        store.load(ids.graph("other"), nquads(DOC))
    assert store.count() == 0


def test_what_is_not_nquads_is_refused(store: Store) -> None:
    with pytest.raises(GraphError, match="N-Quads"):
        store.load(ids.graph("other"), b"<x:s> <x:p> .\n")


def test_ask_is_yes_or_no(store: Store) -> None:
    filled(store)
    yes, no = store.query("ASK { ?s ?p ?o }"), store.query("ASK { ?s <x:never> ?o }")
    assert (yes.kind, bool(yes), bool(no)) == ("ask", True, False)


def test_construct_gives_triples(store: Store) -> None:
    found = filled(store).query("CONSTRUCT { ?d <x:title> ?t } WHERE { ?d <http://purl.org/dc/terms/title> ?t }")
    assert (found.kind, found.columns, len(found)) == ("construct", ("subject", "predicate", "object"), 3)


def test_terms_keep_kind_type_and_language(store: Store) -> None:
    store.load(ids.graph("a"), tiny.nquads([("<x:s>", "<x:p>", '"1"^^<http://www.w3.org/2001/XMLSchema#integer>')], "a"))
    store.load(ids.graph("b"), tiny.nquads([("<x:s>", "<x:p>", '"oui"@fr')], "b"))
    found = {t.n3() for row in store.query("SELECT ?o ?none { <x:s> <x:p> ?o }").rows for t in row if t}
    assert found == {'"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"oui"@fr'}


def test_unbound_variables_are_none(store: Store) -> None:
    assert filled(store).query("SELECT ?d ?none { ?d <http://purl.org/dc/terms/title> ?t } LIMIT 1").rows[0][1] is None


def test_a_row_limit_says_that_it_cut(store: Store) -> None:
    filled(store)
    assert (len(store.query(TITLES, limit=2)), store.query(TITLES, limit=2).truncated) == (2, True)
    assert store.query(TITLES, limit=3).truncated is False


def test_a_syntax_error_is_a_query_error(store: Store) -> None:
    with pytest.raises(QueryError):
        store.query("SELECT WHERE {")
