"""The ontology has what the model and the data need, and says what each term is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from coldgraph.ids import ONTOLOGY
from coldgraph.model import Modality, Polarity, Role, Voice

FOLDER = Path(__file__).resolve().parents[2] / "ontology"
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.Concept, SKOS.ConceptScheme)
KNOWN = ("DCTERMS", "FOAF", "ORG", "PROV", "TIME")
FAMILIES = (("Voices", Voice), ("Polarities", Polarity), ("Modalities", Modality), ("Roles", Role))
GRAPH = Graph().parse(FOLDER / "coldgraph.ttl")


def own_terms(graph: Graph) -> list[str]:
    found = {str(term) for kind in KINDS for term in graph.subjects(RDF.type, kind)}
    return sorted(term.removeprefix(ONTOLOGY) for term in found if term.startswith(ONTOLOGY))


def used_terms(graph: Graph) -> Iterator[URIRef]:
    for triple in graph:
        yield from (term for term in triple if isinstance(term, URIRef))


@pytest.mark.parametrize("name", own_terms(GRAPH))
def test_each_term_has_a_label_a_comment_and_an_example(name):
    term = URIRef(ONTOLOGY + name)
    for predicate in (RDFS.label, RDFS.comment, SKOS.example):
        (words,) = GRAPH.objects(term, predicate)
        assert isinstance(words, Literal) and words.strip()


def test_comments_are_sentences():
    for comment in GRAPH.objects(None, RDFS.comment):
        assert re.fullmatch(r"[A-Z].*\.", str(comment), re.DOTALL), comment


def test_the_ontology_tells_its_version_and_licence():
    head = URIRef(ONTOLOGY.rstrip("#"))
    assert (head, RDF.type, OWL.Ontology) in GRAPH
    (version,) = GRAPH.objects(head, OWL.versionInfo)
    assert (head, OWL.versionIRI, URIRef(f"{head}/{version}")) in GRAPH
    assert (head, DCTERMS.license, URIRef("https://creativecommons.org/licenses/by/4.0/")) in GRAPH


def test_every_term_of_the_model_exists(shared):
    text = (shared / "design" / "MODEL.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bcg:([A-Za-z]+)", text)) <= set(own_terms(GRAPH))


def test_the_acts_of_the_model_exist(shared):
    text = (shared / "design" / "MODEL.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"a `skos:Concept`: ([a-z, ]+?) \(", text)
    acts = {str(act).removeprefix(ONTOLOGY).lower() for act in GRAPH.subjects(SKOS.inScheme, URIRef(ONTOLOGY + "Acts"))}
    assert acts == set(listed.split(", "))


@pytest.mark.parametrize(("scheme", "family"), FAMILIES)
def test_the_concepts_are_those_of_the_python_model(scheme, family):
    members = {str(term) for term in GRAPH.subjects(SKOS.inScheme, URIRef(ONTOLOGY + scheme))}
    assert members == {ONTOLOGY + value for value in family}


@pytest.mark.parametrize("kind", [OWL.ObjectProperty, OWL.DatatypeProperty])
def test_each_property_has_a_range(kind):
    for term in GRAPH.subjects(RDF.type, kind):
        if str(term).startswith(ONTOLOGY):
            assert len(list(GRAPH.objects(term, RDFS.range))) == 1, term


@pytest.mark.parametrize("name", ["shapes", "alignments", "coldgraph"])
def test_files_use_only_our_terms_that_exist(name):
    used = {str(term) for term in used_terms(Graph().parse(FOLDER / f"{name}.ttl")) if str(term).startswith(ONTOLOGY)}
    assert {term.removeprefix(ONTOLOGY) for term in used} <= set(own_terms(GRAPH))


def test_alignments_to_published_vocabularies_name_terms_that_these_have():
    """Against the vocabularies that rdflib ships as closed lists; it writes schema.org with https too."""
    used = set(used_terms(Graph().parse(FOLDER / "alignments.ttl")))
    spaces = [getattr(rdflib, name) for name in (*KNOWN, "SDO")]
    checked = [(term, space) for term in used for space in spaces if str(term).startswith(str(space))]
    assert len(checked) > 20
    assert [term for term, space in checked if term not in space] == []


def test_the_kinds_of_actor_are_apart():
    for one, other in (("Person", "State"), ("Person", "Organization"), ("State", "Organization"), ("Organization", "Movement")):
        assert (URIRef(ONTOLOGY + one), OWL.disjointWith, URIRef(ONTOLOGY + other)) in GRAPH
