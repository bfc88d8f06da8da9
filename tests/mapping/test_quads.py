"""The quads of a whole extraction: bytes, counts, what they say."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from coldgraph import ids, vocabulary
from coldgraph import namespaces as ns
from coldgraph.mapping.quads import document_quads
from coldgraph.model import Actor, Document, Extraction, Mention, Polarity, Segment, Span, Stance, Turn, Voice

GOLDEN = Path(__file__).with_name("golden.nq")


def parse(nquads: str) -> list[ox.Quad]:
    return list(ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS))


def values(quads: list[ox.Quad], predicate: str, subject: str = "") -> list[str]:
    return [q.object.value for q in quads if q.predicate.value == predicate and subject in q.subject.value]


def bare(**parts: object) -> Extraction:
    document = Document("d", "d.txt", "Abc def.", (Segment(0, 8, Voice.BODY),))
    return replace(Extraction(document), **parts)


def test_the_example_gives_the_golden_quads(example):
    assert document_quads(example) == GOLDEN.read_text(encoding="utf-8")


def test_lines_are_sorted_unique_and_in_one_graph(example):
    lines = document_quads(example).split("\n")
    assert lines.pop() == ""
    assert lines == sorted(set(lines))
    assert {quad.graph_name.value for quad in parse("\n".join(lines))} == {ids.graph("sample")}


def test_no_blank_nodes(example):
    for quad in parse(document_quads(example)):
        assert isinstance(quad.subject, ox.NamedNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_order_of_input_does_not_matter(example):
    turned = replace(example, mentions=example.mentions[::-1], meetings=example.meetings[::-1], stances=example.stances[::-1])
    assert document_quads(turned) == document_quads(example)


def test_quotes_stand_at_their_offsets(example):
    by_passage: dict[str, dict[str, str]] = {}
    for quad in parse(document_quads(example)):
        by_passage.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    quoted = [said for said in by_passage.values() if vocabulary.QUOTE in said]
    assert len(quoted) == 8
    for said in quoted:
        start, end = int(said[vocabulary.START]), int(said[vocabulary.END])
        assert example.document.text[start:end] == said[vocabulary.QUOTE]


def test_a_plain_mention_costs_eight_quads():
    assert _quads_of(Mention(0, 3, "state/x", "state")) == 8


def test_a_method_is_one_quad_more():
    assert _quads_of(Mention(0, 3, "state/x", "state", how="held the office")) == 9


def _quads_of(mention: Mention) -> int:
    lines = document_quads(bare(mentions=(mention,))).split("\n")
    return sum("/mention/" in line.split(" ", 1)[0] for line in lines)


def test_every_mention_and_turn_is_typed_as_a_passage_too(example):
    quads = parse(document_quads(example))
    kinds: dict[str, set[str]] = {}
    for quad in quads:
        if quad.predicate.value == ns.TYPE:
            kinds.setdefault(quad.subject.value, set()).add(quad.object.value)
    special = {vocabulary.TURN, vocabulary.MENTION, vocabulary.PRONOUN_REFERENCE}
    found = [types for types in kinds.values() if types & special]
    assert len(found) == 5
    assert all(vocabulary.PASSAGE in types for types in found)


def test_mentions_of_one_span_stay_apart():
    two = (Mention(0, 3, "state/x", "state"), Mention(0, 3, "state/y", "state"))
    quads = parse(document_quads(bare(mentions=two)))
    referents = Counter(q.subject.value for q in quads if q.predicate.value == vocabulary.REFERS_TO)
    assert sorted(referents.values()) == [1, 1]
    assert all("/0-3-" in name for name in referents)


def test_a_mention_given_twice_counts_once():
    one = Mention(0, 3, "state/x", "state")
    assert document_quads(bare(mentions=(one, one))) == document_quads(bare(mentions=(one,)))


def test_the_more_certain_of_two_equal_claims_stays():
    weak = Stance(Span(0, 8), "state/x", "state/y", Polarity.POSITIVE, "Praise", confidence=0.5, why="weak")
    strong = replace(weak, confidence=0.8, why="strong")
    for order in ((weak, strong), (strong, weak)):
        quads = parse(document_quads(bare(stances=order)))
        assert values(quads, vocabulary.WHY) == ["strong"]
        assert values(quads, vocabulary.CONFIDENCE) == ["0.8"]


@pytest.mark.parametrize("other", [{"attributed": True}, {"target": "state/z"}, {"act": "Support"}, {"speaker": "person/a"}])
def test_different_claims_of_one_sentence_stay_apart(other):
    one = Stance(Span(0, 8), "state/x", "state/y", Polarity.POSITIVE, "Praise")
    quads = parse(document_quads(bare(stances=(one, replace(one, **other)))))
    assert len(values(quads, vocabulary.HOLDER)) == 2


def test_a_confidence_beyond_one_is_refused():
    wrong = Stance(Span(0, 8), "state/x", "state/y", Polarity.POSITIVE, "Praise", confidence=1.2)
    with pytest.raises(ValueError, match="between 0 and 1"):
        document_quads(bare(stances=(wrong,)))


def test_an_act_that_the_ontology_lacks_is_refused():
    wrong = Stance(Span(0, 8), "state/x", "state/y", Polarity.POSITIVE, "Polarity")
    with pytest.raises(ValueError, match="no act 'Polarity'"):
        document_quads(bare(stances=(wrong,)))


def test_an_actor_given_twice_has_one_preferred_label():
    twice = (Actor("person/d/a", "person", "A. Smith"), Actor("person/d/a", "person", "Smith", ("Mr. Smith",)))
    quads = parse(document_quads(bare(actors=twice)))
    assert values(quads, ns.PREF_LABEL) == ["A. Smith"]
    assert sorted(values(quads, ns.ALT_LABEL)) == ["Mr. Smith", "Smith"]


def test_the_voice_of_a_passage_is_that_of_most_of_it():
    segments = (Segment(0, 3, Voice.SPEAKER_LABEL), Segment(3, 8, Voice.BODY))
    document = Document("d", "d.txt", "Abc def.", segments)
    quads = parse(document_quads(Extraction(document, turns=(Turn(0, 8, "person/a", 1),))))
    assert values(quads, vocabulary.VOICE) == [vocabulary.VOICE_BODY]


def test_the_date_resolved_from_the_text_goes_before_the_reader_s(example):
    later = replace(example, date=example.meetings[1].date)
    assert values(parse(document_quads(later)), vocabulary.DATE, "/document/") == ["1959"]
    assert values(parse(document_quads(later)), vocabulary.LATEST, "/document/") == ["1959-12-31"]


def test_what_is_written_has_a_term_in_the_ontology(example):
    known = {value for name, value in vars(vocabulary).items() if name.isupper()}
    for quad in parse(document_quads(example)):
        for term in (quad.predicate.value, quad.object.value):
            assert not term.startswith(ids.ONTOLOGY) or term in known
