"""Scores of the invented graph, counted by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from marked import GOLD, LIED, TRUST, stance, write

import coldgraph
from coldgraph.evaluate.facts import Claim, Facts
from coldgraph.evaluate.gold import Gold, read
from coldgraph.evaluate.run import Evaluation, Score, evaluate
from coldgraph.ids import iri


def row(found: Evaluation, kind: str) -> tuple[int, int, int]:
    score = found.score(kind)
    assert score is not None
    return score.right, score.missed, score.wrong


def part(found: Evaluation, table: str, kind: str) -> Score:
    return next(s for s in found.parts[table] if s.kind == kind)


@pytest.fixture
def found(annotated: Path, facts: Facts) -> Evaluation:
    return evaluate(read(annotated), facts, resamples=0)


@pytest.mark.parametrize(
    ("kind", "counts"),
    [
        ("documents", (1, 0, 0)),
        ("date", (1, 0, 0)),
        ("participants", (2, 0, 0)),
        ("side of the participants", (2, 0, 0)),
        ("who of them speaks", (1, 0, 1)),
        ("meetings told of (recall only)", (1, 0, 0)),
        ("mentions", (2, 1, 2)),
        ("stances", (2, 1, 0)),
        ("stances, own (recall only)", (2, 0, 0)),
        ("stances, attributed (recall only)", (0, 1, 0)),
        ("stances at confidence >= 0.8", (2, 1, 0)),
        ("speaker of the matched stances", (3, 0, 0)),
        ("attributed or not, of the matched", (3, 0, 0)),
        ("dyads", (2, 1, 0)),
    ],
)
def test_a_row(found: Evaluation, kind: str, counts: tuple[int, int, int]) -> None:
    assert row(found, kind) == counts


def test_what_was_missed_is_listed(found: Evaluation) -> None:
    missed = [n for n in found.notes if n.kind == "stances"]
    assert [(n.verdict, n.what) for n in missed] == [("missed", f"Estmark -> Norland negative: {LIED}")]


def test_parts_count_records_for_recall_and_claims_for_precision(found: Evaluation) -> None:
    accusation = part(found, "act", "accusation")
    assert (accusation.right, accusation.missed, accusation.hit, accusation.wrong) == (1, 1, 1, 0)
    assert [s.kind for s in found.parts["document type"]] == ["meeting record"]
    assert part(found, "attribution", "attributed").recall == 0
    assert part(found, "confidence", ">= 0.9").right == 0


def claims(facts: Facts, gold: Gold, *some: Claim) -> Evaluation:
    return evaluate([gold], facts, resamples=0, claims={facts.document(gold): some})


def claim(number: int, quote: str, holder: str, target: str, polarity: str, confidence: float = 0.6) -> Claim:
    return Claim(f"claim/{number}", quote, iri(f"state/{holder}"), iri(f"state/{target}"), polarity, confidence=confidence)


def test_a_second_claim_of_a_record_is_neither_right_nor_wrong(annotated: Path, facts: Facts) -> None:
    gold = read(annotated)[0]
    again = [claim(n, TRUST, "norland", "sudria", "positive") for n in range(3)]
    found = claims(facts, gold, *again, claim(9, TRUST, "norland", "sudria", "negative"))
    assert row(found, "stances") == (1, 2, 1)
    assert [(b.number, b.right) for b in found.reliability.bins] == [(2, 0.5)]
    assert found.reliability.error == pytest.approx(0.1)


def test_a_claim_on_another_sentence_is_wrong(annotated: Path, facts: Facts) -> None:
    found = claims(facts, read(annotated)[0], claim(1, "Something else was said by them.", "norland", "sudria", "positive"))
    assert row(found, "stances") == (0, 3, 1)
    assert row(found, "dyads") == (1, 2, 0)


def test_a_dyad_is_optional_only_where_all_its_records_are(tmp_path: Path, facts: Facts) -> None:
    twice = [stance(TRUST, "Norland", "Sudria", "positive", "praise", optional=o) for o in (True, False)]
    sure = read(write(tmp_path / "a", GOLD | {"stances": twice}))[0]
    unsure = read(write(tmp_path / "b", GOLD | {"stances": twice[:1]}))[0]
    assert row(claims(facts, sure), "dyads") == (0, 1, 0)
    assert row(claims(facts, unsure), "dyads") == (0, 0, 0)


def test_a_document_that_the_graph_lacks_is_missed_whole(annotated: Path, facts: Facts) -> None:
    found = evaluate([replace(read(annotated)[0], id="gone", file="gone.txt")], facts, resamples=10)
    assert row(found, "documents") == (0, 1, 0)
    assert row(found, "stances") == (0, 3, 0)


def test_a_document_is_known_by_its_identifier_too(annotated: Path, facts: Facts) -> None:
    assert row(evaluate([replace(read(annotated)[0], file="vol.xml")], facts, resamples=0), "stances") == (2, 1, 0)


def test_a_graph_object_is_evaluated_and_gives_a_table(annotated: Path, graph: Path) -> None:
    with coldgraph.open(graph) as opened:
        table = opened.evaluate(annotated, resamples=20).frame()
    stances = table[(table["table"] == "scores") & (table["kind"] == "stances")].iloc[0]
    assert (stances["precision"], stances["right"], stances["missed"], stances["recall from"]) == (1.0, 2, 1, 0.6667)
    assert set(table["table"]) == {"scores", "document type", "act", "attribution", "confidence"}
