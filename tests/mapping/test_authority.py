"""Who stays in the authority graph."""

from __future__ import annotations

import pyoxigraph as ox

from coldgraph import ids
from coldgraph.mapping.authority import authority_quads, people_named
from coldgraph.mapping.quads import document_quads

ID, CG = ids.BASE, ids.ONTOLOGY
TRIPLES = f"""# a comment

<{ID}affiliation/1> <{CG}affiliate> <{ID}person/a> .
<{ID}affiliation/1> <{CG}accreditedTo> <{ID}state/x> .
<{ID}affiliation/2> <{CG}affiliate> <{ID}person/b> .
<{ID}affiliation/2> <{CG}accreditedTo> <{ID}state/x> .
<{ID}affiliation/3> <{CG}affiliate> <{ID}organization/o> .
<{ID}name/1> <{CG}nameOf> <{ID}person/b> .
<{ID}name/2> <{CG}form> "a \\" > . b" .
<{ID}name/2> <{CG}nameOf> <{ID}state/x> .
<{ID}person/a> <{CG}familyName> "A" .
<{ID}person/b> <{CG}familyName> "B" .
<{ID}state/x> <{CG}capital> <{ID}place/p> .
"""


def kept(*people: str) -> list[ox.Quad]:
    return list(ox.parse(authority_quads(TRIPLES.split("\n"), set(people)).encode(), format=ox.RdfFormat.N_QUADS))


def subjects(quads: list[ox.Quad]) -> set[str]:
    return {quad.subject.value.removeprefix(ID) for quad in quads}


def test_people_whom_no_document_names_go_with_all_that_is_theirs():
    assert subjects(kept("person/a")) == {"affiliation/1", "affiliation/3", "name/2", "person/a", "state/x"}


def test_nothing_goes_when_all_are_named():
    assert len(kept("person/a", "person/b")) == TRIPLES.count(" .\n")


def test_everything_lies_in_the_authority_graph():
    assert {quad.graph_name.value for quad in kept("person/a")} == {ids.graph("authority")}


def test_literals_are_left_as_they_are():
    assert 'a " > . b' in {quad.object.value for quad in kept()}


def test_people_are_found_in_a_document_s_quads(example):
    assert people_named(document_quads(example)) == {"person/a", "person/sample/doe", "person/john-doe"}
