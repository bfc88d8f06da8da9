"""Decisions in builds: just what they touch is built again, the result is that of a fresh build, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import builds
import pytest

from coldgraph.ask import lookup
from coldgraph.curate import book
from coldgraph.curate.decision import Decision, Place, Thing, Verdict
from coldgraph.decided import of_graph
from coldgraph.errors import DecisionError
from coldgraph.pipeline import BuildReport, build
from coldgraph.store import index

SIGNED = {"by": "A. Vale", "when": "2026-11-02", "why": "the papers in Oslo"}
RUSK, MORSE = Thing("person/dean-rusk", "Dean Rusk"), Thing("person/wayne-l-morse", "Wayne L. Morse")
LI = Thing("person/talk/li", "Li")


def decide(graph: Path, verdict: str, *things: Thing, place: Place | None = None, of: str = "", **slots: dict) -> Decision:
    return book.add(of_graph(graph), Decision(Verdict(verdict), **SIGNED, things=things, place=place, of=of, **slots))


def at(graph: Path, document: str, words: str) -> Place:
    text = (graph / "texts" / f"{document}.txt").read_text(encoding="utf-8")
    start = text.index(words)
    return Place(document, start, start + len(words), words)


def quads(graph: Path, document: str) -> str:
    return (graph / "documents" / f"{document}.nq").read_text(encoding="utf-8")


def stance(graph: Path, document: str, target: str) -> tuple[Place, dict[str, object]]:
    """The sentence and slots of the first stance towards somebody."""
    store = index.opened(graph)
    found = store.query(f"SELECT ?s {{ ?s <https://w3id.org/coldgraph/ontology#target> <https://w3id.org/coldgraph/id/{target}> }}")
    names = sorted(row[0].value.removeprefix("https://w3id.org/coldgraph/id/") for row in found.rows if row[0])
    row, slots = lookup.stance(store, next(n for n in names if n.startswith(f"stance/{document}/")))
    return Place(row["document"], int(row["start"]), int(row["end"]), row["quote"]), slots


def again(papers: Path, graph: Path, replaced: int) -> BuildReport:
    """A build that changes so many documents, to the same bytes as a fresh build with the same decisions."""
    told = build(papers, graph, processes=1)
    assert (told.replaced, told.unchanged) == (replaced, builds.DOCUMENTS - replaced)
    fresh = graph.parent / "fresh"
    if of_graph(graph).is_dir():
        shutil.copytree(of_graph(graph), of_graph(fresh))
    build(papers, fresh, processes=1)
    assert builds.contents(fresh) == builds.contents(graph)
    shutil.rmtree(fresh)
    return told


def test_a_mention_is_somebody_else(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    before = builds.stamps(graph)
    decision = decide(graph, "is", MORSE, place=at(graph, "vol-d2", "Mr. Rusk"))
    again(papers, graph, replaced=1)
    now = quads(graph, "vol-d2")
    assert "person/wayne-l-morse" in now and f"decision/{decision.id}" in now and "dean-rusk" not in now
    same = {n for n, stamp in builds.stamps(graph).items() if before.get(n) == stamp}
    assert {n for n in before if n.startswith(("documents/", "texts/"))} - same == {"documents/vol-d2.nq", "texts/vol-d2.txt"}
    assert "A. Vale" in (graph / "decisions.nq").read_text(encoding="utf-8")
    decide(graph, "back", of=decision.id)
    again(papers, graph, replaced=1)
    assert "person/dean-rusk" in quads(graph, "vol-d2") and not (graph / "decisions.nq").exists()


def test_two_people_are_one_in_all_documents_that_name_them(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    decision = decide(graph, "same", Thing("person/nikita-khrushchev", "Nikita Khrushchev"), MORSE)
    again(papers, graph, replaced=0)
    decide(graph, "same", MORSE, RUSK)
    told = again(papers, graph, replaced=8)
    assert "dean-rusk" not in quads(graph, "talk") and "nikita-khrushchev" in quads(graph, "talk")
    assert told.notes == ()
    decide(graph, "back", of=decision.id)
    again(papers, graph, replaced=8)
    assert "wayne-l-morse" in quads(graph, "talk") and "nikita-khrushchev" in quads(graph, "talk")


def test_a_place_is_another(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    decide(graph, "same", Thing("place/oslo", "Oslo"), Thing("place/vienna", "Vienna"))
    again(papers, graph, replaced=6)
    assert "place/vienna" not in quads(graph, "talk")
    decide(graph, "not-same", Thing("place/oslo", "Oslo"), Thing("place/vienna", "Vienna"))
    again(papers, graph, replaced=6)
    assert "place/vienna" in quads(graph, "talk")


def test_what_is_decided_of_a_stance_survives_a_change_of_the_program(
    papers: Path, graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(papers, graph, processes=1)
    place, slots = stance(graph, "talk", "state/poland")
    decide(graph, "amend", place=place, stance=slots, change={"polarity": "Mixed"})
    wrong, other = stance(graph, "letter", "state/soviet-union")
    rejected = decide(graph, "reject", place=wrong, stance=other)
    again(papers, graph, replaced=2)
    assert "#Mixed>" in quads(graph, "talk") and "Stance>" not in quads(graph, "letter")
    monkeypatch.setattr("coldgraph.workshop.stances", lambda *_: ())
    monkeypatch.setattr("coldgraph.pipeline.program", lambda: "a later one")
    build(papers, graph, processes=1)
    assert "#Mixed>" in quads(graph, "talk") and "#Positive>" not in quads(graph, "talk")
    assert f"decision/{rejected.id}> <https://w3id.org/coldgraph/ontology#concerns>" in (graph / "decisions.nq").read_text(encoding="utf-8")


def test_words_that_name_no_person(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    decide(graph, "not-a-person", place=at(graph, "vol-d1", "Mr. Rusk"))
    again(papers, graph, replaced=1)
    assert "dean-rusk" not in quads(graph, "vol-d1")
    decide(graph, "not-a-person", RUSK)
    again(papers, graph, replaced=7)
    assert all("dean-rusk" not in file.read_text(encoding="utf-8") for file in (graph / "documents").iterdir())


def test_an_orphan_is_told_of_and_harmless(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    one, two = decide(graph, "is", MORSE, place=at(graph, "talk", "Rusk")), decide(graph, "is", MORSE, place=at(graph, "letter", "Dear"))
    lost = decide(graph, "same", RUSK, LI)
    (papers / "talk.txt").write_text("An addition.\n\n" + builds.TALK, encoding="utf-8")
    (papers / "letter.txt").unlink()
    told = build(papers, graph, processes=1, prune=True)
    assert {note.source: note.what for note in told.notes} == {
        f"decision {one.id}": f"talk has other words at {one.place.start}-{one.place.end}; they stand now at {one.place.start + 14}",
        f"decision {two.id}": "its document letter is not in the graph",
        f"decision {lost.id}": "no document names Li any more",
    }
    assert "morse" not in quads(graph, "talk")


def test_what_keeps_two_apart_wins_over_a_chain_that_joins_them(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    khrushchev = Thing("person/nikita-khrushchev", "Nikita Khrushchev")
    decide(graph, "not-same", khrushchev, RUSK)
    decide(graph, "same", khrushchev, MORSE)
    refused = decide(graph, "same", MORSE, RUSK)
    told = again(papers, graph, replaced=0)
    assert [n.source for n in told.notes] == [f"decision {refused.id}"]
    assert "dean-rusk" in quads(graph, "talk")


def test_a_source_that_was_not_given_is_named_as_waiting(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    decide(graph, "is", MORSE, place=at(graph, "vol-d2", "Mr. Rusk"))
    told = build(papers / "talk.txt", graph, processes=1)
    assert [(n.source, n.what) for n in told.notes] == [("vol.xml", "decisions wait for it")]
    again(papers, graph, replaced=1)


def test_a_broken_line_stops_the_build_before_it_begins(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    before = builds.contents(graph)
    file = of_graph(graph) / "by-hand.jsonl"
    file.parent.mkdir()
    file.write_text('# mine\n\n{"verdict": "same"}\n', encoding="utf-8")
    with pytest.raises(DecisionError, match=r"by-hand\.jsonl, line 3"):
        build(papers, graph, processes=1)
    file.unlink()
    assert builds.contents(graph) == before


def test_workers_carry_decisions_out_too(papers: Path, graph: Path) -> None:
    build(papers, graph, processes=1)
    decide(graph, "not-a-person", RUSK)
    told = build(papers, graph, processes=2)
    assert told.replaced == 8
