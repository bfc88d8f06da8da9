"""Prefixes that a query uses and does not declare."""

import pytest

from coldgraph.ask.prologue import complete

CG = "PREFIX cg: <https://w3id.org/coldgraph/ontology#> "


@pytest.mark.parametrize(
    ("asked", "whole"),
    [
        ("ASK { ?x a cg:Person }", CG + "ASK { ?x a cg:Person }"),
        ("prefix cg: <x:> ASK { ?x a cg:Person }", "prefix cg: <x:> ASK { ?x a cg:Person }"),
        ("ASK { ?x a <cg:Person> }", "ASK { ?x a <cg:Person> }"),
        ("ASK { ?x ?y 'cg:Person' } # skos:", "ASK { ?x ?y 'cg:Person' } # skos:"),
        ("ASK { ?x other:name ?y }", "ASK { ?x other:name ?y }"),
        ("BASE <x:> ASK { ?x a cg:Person }", CG + "BASE <x:> ASK { ?x a cg:Person }"),
    ],
)
def test_what_is_known_and_not_declared_is_declared(asked: str, whole: str) -> None:
    assert complete(asked) == whole
