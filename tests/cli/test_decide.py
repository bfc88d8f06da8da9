"""Deciding on the command line, on a real graph with its whole authority: kept, listed, carried out, checked, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import builds
import pytest

from coldgraph.graph import Graph
from coldgraph.pipeline import build

SIGNED = ("--by", "A. Vale", "--why", "the papers in Oslo", "--when", "2026-11-02")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builds.put(tmp_path_factory.mktemp("papers"), {n: builds.SOURCES[n] for n in ("talk.txt", "letter.txt")})


@pytest.fixture(scope="module")
def graph(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("decided") / "graph"
    build(papers, place, processes=1)
    return place


def decide(graph: Path, *words: str) -> builds.Shown:
    return builds.run("decide", graph, *words, *SIGNED)


def number(shown: builds.Shown) -> str:
    assert shown.status == 0, shown.err
    return shown.out.split()[0]


def lines(graph: Path) -> list[dict[str, object]]:
    file = graph / "decisions" / "decisions.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()] if file.exists() else []


def people(graph: Path) -> set[str]:
    with Graph(graph) as known:
        return {str(row["label"]) for row in known.ask("table-mentions") if "/person/" in str(row["entity"])}


def test_a_decision_is_kept_carried_out_checked_and_taken_back(papers: Path, graph: Path) -> None:
    kept = number(decide(graph, "is", "letter:112", "Wayne L. Morse"))
    (line,) = lines(graph)
    assert line["quote"] == "Rusk" and line["things"] == [{"id": "person/wayne-l-morse", "label": "Wayne L. Morse"}]
    assert (line["by"], line["when"], line["why"]) == ("A. Vale", "2026-11-02", "the papers in Oslo")
    assert people(graph) == {"Dean Rusk", "Nikita Khrushchev"}
    build(papers, graph, processes=1)
    assert people(graph) == {"Dean Rusk", "Nikita Khrushchev", "Wayne L. Morse"}
    assert builds.run("check", graph).out == "nothing found\n"
    shown = builds.run("decide", graph, "list").out
    assert kept in shown and "letter:112 “Rusk”" in shown and "A. Vale, 2026-11-02: the papers in Oslo" in shown
    assert number(decide(graph, "back", kept)) != kept
    assert builds.run("decide", graph, "list").out == ""
    assert "not in force" in builds.run("decide", graph, "list", "--all").out
    build(papers, graph, processes=1)
    assert people(graph) == {"Dean Rusk", "Nikita Khrushchev"}


def test_joining_and_amending_pass_the_checks(papers: Path, graph: Path) -> None:
    decide(graph, "is", "letter:112", "Jon Rusk", "--new")
    decide(graph, "same", "Nikita Khrushchev", "person/wayne-l-morse")
    with Graph(graph) as known:
        (praise,) = {str(row["stance"]) for row in known.ask("table-stances", towards="Poland")}
    number(decide(graph, "amend", praise, "--set", "polarity=Mixed", "--set", "target=Norway"))
    build(papers, graph, processes=1)
    assert "Jon Rusk" in people(graph)
    with Graph(graph) as known:
        assert [row["targetLabel"] for row in known.ask("table-stances", polarity_is="Mixed")] == ["Norway"]
        told = known.query("SELECT ?by { ?s cg:polarity cg:Mixed ; cg:decidedBy ?d . ?d dcterms:creator ?by ; cg:change ?c } ORDER BY ?c")
    assert [row["by"] for row in told] == ["A. Vale", "A. Vale"]
    assert builds.run("check", graph, "--full").out == "nothing found\n"


WRONG = [
    (("same", "Nikita Khrushchev", "Poland"), "only things of one kind"),
    (("same", "Nikita Khrushchev", "Khrushchev, Nikita"), "nobody and nothing is called"),
    (("same", "Nikita Khrushchev", "person/nikita-khrushchev"), "one in this graph already"),
    (("same", "Nikita Khrushchev", "person/nobody"), "nobody and nothing is called"),
    (("is", "letter:1", "Dean Rusk"), "no name begins at 1"),
    (("is", "letter:90000-90004", "Dean Rusk"), "there are no words"),
    (("is", "../../etc:1", "Dean Rusk"), "there is no document"),
    (("is", "elsewhere:1", "Dean Rusk"), "there is no document"),
    (("reject", "stance/letter/0"), "there is no stance"),
    (("amend", "stance/letter/0", "--set", "mood=sour"), "there is no stance"),
    (("back", "0"), "there is no decision"),
]


@pytest.mark.parametrize(("words", "expected"), WRONG, ids=[" ".join(w) for w, _ in WRONG])
def test_what_cannot_be_decided_is_told_and_not_kept(graph: Path, words: tuple[str, ...], expected: str) -> None:
    before = lines(graph)
    shown = decide(graph, *words)
    assert shown.status == 2 and expected in shown.err and lines(graph) == before


def test_a_wrong_slot_and_a_wrong_day_are_not_kept(graph: Path) -> None:
    with Graph(graph) as known:
        any_stance = next(str(row["stance"]) for row in known.ask("table-stances"))
    before = lines(graph)
    for given, expected in (("mood=sour", "cannot be set"), ("polarity=Sour", "'Sour' is not"), ("attributed=maybe", "true or false")):
        shown = decide(graph, "amend", any_stance, "--set", given)
        assert shown.status == 2 and expected in shown.err
    shown = builds.run("decide", graph, "unsure", "Dean Rusk", "Nikita Khrushchev", "--by", "A", "--why", "b", "--when", "yesterday")
    assert shown.status == 2 and "yesterday" in shown.err and lines(graph) == before


def test_every_subcommand_has_its_help() -> None:
    for name in ("same", "not-same", "unsure", "is", "not-a-person", "reject", "amend", "back", "list"):
        assert builds.run("decide", "GRAPH", name, "--help").status == 0
