"""Literals and IRIs survive a foreign parser unchanged, whatever they hold."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldgraph.dates import Date
from coldgraph.mapping import terms
from coldgraph.mapping.quads import document_quads
from coldgraph.model import Document, Extraction, Mention, Segment, Span, Stance, Voice
from coldgraph.namespaces import ALT_LABEL, TITLE
from coldgraph.vocabulary import QUOTE

ANY = st.text(st.characters(), max_size=40)
IN_RDF = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def read(term: str) -> ox.Literal:
    (triple,) = ox.parse(f"<x:s> <x:p> {term} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    return triple.object


@given(IN_RDF)
def test_a_literal_keeps_its_text(text):
    assert read(terms.literal(text)).value == text


@given(ANY)
def test_a_literal_is_one_line_and_can_be_encoded(text):
    term = terms.literal(text)
    assert "\n" not in term and "\r" not in term
    term.encode("utf-8")


def test_a_lone_surrogate_is_replaced():
    assert read(terms.literal("a\ud800b")).value == "a\ufffdb"


CANONICAL = [("\t", r"\t"), ("\x00", r"\u0000"), ("\x7f", r"\u007F"), ("\uffff", r"\uFFFF"), ("\U0001f54a", "\U0001f54a")]


@pytest.mark.parametrize(("char", "written"), CANONICAL)
def test_characters_have_their_canonical_form(char, written):
    assert terms.literal(char) == f'"{written}"'


@given(ANY.filter(bool))
def test_a_local_name_becomes_a_legal_iri(name):
    term = terms.local(name)
    assert re.fullmatch(r"<[A-Za-z0-9:/._~%-]+>", term)
    (triple,) = ox.parse(f"{term} <x:p> {term} .".encode(), format=ox.RdfFormat.N_TRIPLES)
    assert f"<{triple.subject.value}>" == term


@given(st.floats(0, 1))
def test_a_share_is_a_canonical_decimal(number):
    lexical = read(terms.share(number)).value
    assert re.fullmatch(r"0|1|0\.\d*[1-9]", lexical)
    assert abs(float(lexical) - number) <= 0.00005


@pytest.mark.parametrize("number", [-0.1, 1.01, float("nan")])
def test_other_numbers_are_no_share(number):
    with pytest.raises(ValueError, match="between 0 and 1"):
        terms.share(number)


@st.composite
def extractions(draw):
    """A document of arbitrary text with passages anywhere in it."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    at = st.integers(0, len(text) - 1)
    starts = draw(st.lists(at, max_size=5))
    mentions = [Mention(s, draw(st.integers(s + 1, len(text))), draw(IN_RDF.filter(bool)), "place", how=draw(IN_RDF)) for s in starts]
    stance = Stance(Span(0, len(text)), "state/a", "state/b", "Mixed", "Regret", why=draw(IN_RDF))
    document = Document("d", "d.txt", text, (Segment(0, len(text), Voice.BODY),), title=draw(IN_RDF), date=Date.day(1960, 1, 1))
    return Extraction(document, mentions=tuple(mentions), stances=(stance,))


@given(extractions())
def test_a_graph_round_trips(extraction):
    nquads = document_quads(extraction)
    quads = list(ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS))
    assert len(quads) == len(set(quads)) == nquads.count("\n")
    document = extraction.document
    quotes = {q.object.value for q in quads if q.predicate.value == QUOTE}
    assert quotes == {document.text[m.start : m.end] for m in extraction.mentions} | {document.text}
    assert [q.object.value for q in quads if q.predicate.value == TITLE] == ([document.title] if document.title else [])
    assert not [q for q in quads if q.predicate.value == ALT_LABEL]
