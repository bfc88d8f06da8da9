"""The pacts of the authority: named, dated and sourced, with members that the authority knows."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from coldgraph.ids import BASE, ONTOLOGY

AUTHORITY = Path(__file__).parents[2] / "triples" / "authority"


@pytest.fixture(scope="module")
def store() -> ox.Store:
    made = ox.Store()
    for name in ("bodies.nt", "states.nt", "topics.nt"):
        made.bulk_load(path=str(AUTHORITY / name))
    return made


def asked(store: ox.Store, where: str) -> list[tuple[str, ...]]:
    prefixes = f"PREFIX cg: <{ONTOLOGY}> PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
    found = store.query(prefixes + where)
    return [tuple(term.value if term else "" for term in row) for row in found]  # type: ignore[union-attr]


def test_each_membership_has_a_known_state_and_a_source(store: ox.Store) -> None:
    every = asked(store, "SELECT ?m { ?a a cg:Alliance ; cg:membership ?m }")
    whole = "SELECT ?m { ?a a cg:Alliance ; cg:membership ?m . ?m cg:member ?s ; dcterms:source ?source . ?s a cg:State }"
    assert len(every) > 60
    assert sorted(every) == sorted(asked(store, whole))


@pytest.mark.parametrize(
    ("pact", "state", "since", "until"),
    [
        ("sino-soviet-treaty", "china", "1950-04-11", "1980-04-11"),
        ("cento", "iraq", "1955-02-24", "1959-03-24"),
        ("rio-treaty", "cuba", "1948-12-09", ""),
        ("mutual-defense-treaty-roc", "taiwan", "1955-03-03", "1979-12-31"),
        ("nato", "greece", "1952-02-18", ""),
    ],
)
def test_members_come_and_go_on_their_days(store: ox.Store, pact: str, state: str, since: str, until: str) -> None:
    of = f"<{BASE}alliance/{pact}> cg:membership ?m . ?m cg:member <{BASE}state/{state}>"
    days = f"SELECT ?since ?until {{ {of} OPTIONAL {{ ?m cg:earliest ?since }} OPTIONAL {{ ?m cg:latest ?until }} }}"
    assert asked(store, days) == [(since, until)]


def test_nobody_leaves_a_pact_before_joining_it(store: ox.Store) -> None:
    assert asked(store, "SELECT ?m { ?m a cg:Membership ; cg:earliest ?since ; cg:latest ?until FILTER(?until < ?since) }") == []


def test_a_pact_is_tied_to_what_texts_name_where_there_is_such_an_entry(store: ox.Store) -> None:
    ties = "SELECT ?a ?other { ?a a cg:Alliance ; <http://www.w3.org/2000/01/rdf-schema#seeAlso> ?other"
    assert asked(store, ties + " FILTER NOT EXISTS { ?other skos:prefLabel ?label } }") == []
    assert {a.rsplit("/", 1)[1] for a, _ in asked(store, ties + " }")} >= {"seato", "cento", "anzus", "sino-soviet-treaty"}
