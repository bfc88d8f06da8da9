"""What a query must not do is refused by parsing, not by looking for words."""

import pytest

from coldgraph.ask.guard import refuse
from coldgraph.ask.questions import checks, questions
from coldgraph.errors import QueryError

HOSTILE = [
    "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT ?where { ?s ?p ?o } }",
    "SELECT * { { SELECT * { OPTIONAL { sErViCe <http://127.0.0.1:1/> { ?s ?p ?o } } } } }",
    "ASK { FILTER NOT EXISTS { SERVICE <x:y> { ?s ?p ?o } } }",
    "SELECT * { \\u0053ERVICE <x:y> { ?s ?p ?o } }",
    'SELECT * { ?a ?b "\\u0022 } #" . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }',
    "PREFIX service: <x:> SELECT * { ?s service:a ?o . SERVICE service:b { ?s ?p ?o } }",
    "SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }",
    "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "PREFIX f: <file:///etc/> SELECT * FROM NAMED f:passwd { ?s ?p ?o }",
    "BASE <http://127.0.0.1:1/> SELECT * FROM <x> { ?s ?p ?o }",
    "BASE <https://w3id.org/coldgraph/id/> SELECT * FROM <//127.0.0.1:1/x> { ?s ?p ?o }",
    "SELECT * FROM <https://w3id.org/coldgraph/id/../../x> { ?s ?p ?o }",
    "PREFIX id: <https://w3id.org/coldgraph/id/> PREFIX id: <file:///etc/> SELECT * FROM id:passwd { ?s ?p ?o }",
    "SELECT * FR\\u004fM <file:///etc/passwd> { ?s ?p ?o }",
    "SELECT * { ?a ?b ?c LATERAL { SERVICE <x:y> { ?a ?b ?c } } }",
    "SELECT * { ?s ?p ?o FILTER(?o <?s && ?s> 1) SERVICE <x:y> { ?a ?b ?c } }",
    "SELECT * { ?s ?p ?o # hidden\r SERVICE <x:y> { ?a ?b ?c } }",
    "SELECT * { ?s (<x:a>|^<x:b>/<x:c>*)+ ?o . { SERVICE?x{ ?a ?b ?c } } }",
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c } HAVING(EXISTS { SERVICE <x:y> { ?a ?b ?c } })",
    "SELECT * { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <x:y> { ?a ?b ?c } })",
    "CONSTRUCT { ?a ?b ?c } WHERE { SERVICE <x:y> { ?a ?b ?c } }",
    "DESCRIBE ?a WHERE { GRAPH ?g { SERVICE <x:y> { ?a ?b ?c } } }",
    "INSERT { ?a ?b ?c } WHERE { SERVICE <x:y> { ?a ?b ?c } }",
    "LOAD SILENT <file:///etc/passwd> INTO GRAPH <x:g>",
    "LOAD <http://127.0.0.1:1/>",
    "INSERT DATA { <x:a> <x:b> <x:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP GRAPH <x:a>",
    "ASK { ?s ?p ?o } ; DROP ALL",
    "SELEC * { }",
    "ASK { " + "{" * 5000 + "}" * 5000 + " }",
    "ASK { ?s ?p '" + "x" * 300_000 + "' }",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_refused(query: str) -> None:
    with pytest.raises(QueryError):
        refuse(query)


HARMLESS = [
    "SELECT * { ?s ?p 'SERVICE <x:y> { }' }",
    "SELECT * { ?s ?p ?o } # SERVICE <x:y> { }",
    'SELECT * { ?s ?p """LOAD <x:y> " SERVICE""" }',
    "PREFIX x: <http://SERVICE/> SELECT ?SERVICE { ?SERVICE x:SERVICE <x:SERVICE> }",
    "SELECT * FROM <https://w3id.org/coldgraph/id/graph/a> { ?s ?p ?o }",
    "ASK { ?s ?p ?o FILTER(STRLEN('FROM <file:///x>') > ?o) }",
    "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "DESCRIBE <x:a>",
    "SELECT * { ?s (<x:a>|^<x:b>/<x:c>*)+ ?o }",
    "ASK { FILTER(" + "(" * 20 + "1" + ")" * 20 + ") }",
]


@pytest.mark.parametrize("query", HARMLESS, ids=range(len(HARMLESS)))
def test_words_in_strings_comments_and_names_are_let_through(query: str) -> None:
    refuse(query)


@pytest.mark.parametrize("asked", [*questions(), *checks()], ids=lambda q: q.name)
def test_our_own_queries_pass(asked: object) -> None:
    refuse(asked.text)  # type: ignore[attr-defined]
