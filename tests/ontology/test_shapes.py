"""The shapes pass what the mapping writes, and name what is wrong with anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

ROOT = Path(__file__).resolve().parents[2]
SHAPES = Graph().parse(ROOT / "ontology" / "shapes.ttl")
GOLDEN = (ROOT / "tests" / "mapping" / "golden.nq").read_text(encoding="utf-8")
CG = "https://w3id.org/coldgraph/ontology#"
ID = "https://w3id.org/coldgraph/id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
TAIL = f"<{ID}graph/sample> ."


def problems(nquads: str) -> set[str]:
    """The messages of all violations in some N-Quads, seen as one graph."""
    triples = (line.rsplit(" ", 2)[0] for line in nquads.split("\n") if line)
    graph = Graph().parse(data="".join(f"{triple} .\n" for triple in triples), format="nt")
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES)
    found = report.query("SELECT ?m { ?r <http://www.w3.org/ns/shacl#resultMessage> ?m }")
    return {str(row[0]) for row in found}


def test_the_shapes_are_shapes():
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


def test_a_mapped_document_conforms():
    assert problems(GOLDEN) == set()


WRONG = [
    (r'"0\.9"', '"1.9"', "a stance has one confidence, from 0 to 1"),
    (rf".*<{CG}polarity>.*\n", "", "a stance has one polarity"),
    (rf".*<{CG}holder>.*\n", "", "a stance has one holder"),
    (rf"<{CG}Refusal>", f"<{CG}Kindness>", "a stance has one known act"),
    (rf"<{CG}Silent>", f"<{CG}Absent>", "a participant has one known role"),
    (rf".*<{CG}participation>.*\n", "", "a participation belongs to one meeting"),
    (rf".*<{CG}recordedIn>.*\n", "", "a meeting is recorded in a document or mentioned in a passage"),
    (r'"58"\^\^', '"65"^^', "a passage starts once, before its end"),
    (rf".*<{CG}quote> \"Soviets\".*\n", "", "a passage quotes its words"),
    (rf"<{CG}Note>", f"<{CG}Marginalia>", "a passage is in one known voice"),
    (rf".*<{CG}order>.*\n", "", "a turn has one place in the order of turns"),
    (rf".*/mention/sample/58-65> <{CG}refersTo>.*\n", "", "a mention has a referent, or candidates for one"),
    (rf".*<{CG}sourceFile>.*\n", "", "a document names the one file it was read from"),
    (rf'(<{CG}date>) "1959"', r'\1 "some time in 1959"', "at most one date, in EDTF"),
    (r'"1959-12-31"', '"1958-12-31"', "at most one first day, a calendar day that is not after the last"),
    (rf".*<{SKOS}prefLabel>.*\n", "", "an entity has exactly one preferred label"),
]


@pytest.mark.parametrize(("pattern", "instead", "message"), WRONG)
def test_a_broken_graph_is_reported(pattern, instead, message):
    broken, count = re.subn(pattern, instead, GOLDEN)
    assert count
    assert message in problems(broken)


EXTRA = [
    (f'<{ID}person/sample/doe> <{SKOS}prefLabel> "John Doe"', "an entity has exactly one preferred label"),
    (f"<{ID}mention/sample/58-65> <{CG}refersTo> <{ID}state/poland>", "a mention refers to one entity"),
    (f'<{ID}document/sample> <{CG}place> "Peking"', "a place is an entity, never a name"),
]


@pytest.mark.parametrize(("triple", "message"), EXTRA)
def test_one_value_too_many_is_reported(triple, message):
    assert problems(f"{GOLDEN}{triple} {TAIL}\n") == {message}


def test_a_person_who_is_also_a_state_is_reported():
    kind = f"<{ID}person/sample/doe> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{CG}State>"
    message = "an actor is a person, a state, an organization or a movement, and only one of these"
    assert problems(f"{GOLDEN}{kind} {TAIL}\n") == {message}


AFFILIATION = f"""
<{ID}affiliation/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{CG}Affiliation> {TAIL}
<{ID}affiliation/1> <{CG}affiliate> <{ID}person/a> {TAIL}
"""


def test_an_affiliation_without_side_and_source_is_reported():
    assert problems(AFFILIATION) == {"an affiliation is with one side", "an affiliation names its source"}
