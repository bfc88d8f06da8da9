"""Who somebody is, and why the program thinks so: on a small real graph with the whole authority."""

from __future__ import annotations

import json
from pathlib import Path

import builds
import pytest

import coldgraph
from coldgraph.pipeline import build

TALK = (
    "Memorandum of Conversation\n\nWashington, May 4, 1962\n\nSource: Department of State, Central Files.\n\n"
    "Mr. Rusk met Ambassador Dobrynin. Rusk thanked the Soviet Union. Johnson asked why. The Soviet Ambassador left for Moscow.\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    papers = builds.put(tmp_path_factory.mktemp("papers"), {"letter.txt": builds.SOURCES["letter.txt"], "talk.txt": TALK.encode()})
    place = tmp_path_factory.mktemp("who") / "graph"
    build(papers, place, processes=1)
    return place


def who(graph: Path, *words: str) -> str:
    shown = builds.run("who", graph, *words)
    assert shown.status == 0, shown.err
    return shown.out


def test_a_person_with_names_offices_sources_and_mentions(graph: Path) -> None:
    told = who(graph, "Dean Rusk")
    assert told.startswith("Dean Rusk (person/dean-rusk), person")
    assert "1961-01-21 to 1969-01-20: Secretary of State, United States [HistoryAtState/pocom principals]" in told
    assert "named 4 times in 2 documents, from 1961-05-09 to 1962-05-04" in told and "spelled: Rusk 2; Dean Rusk 1; Mr. Rusk 1" in told
    assert "letter:12 “… " in told or "letter:12 “Letter from Dean Rusk" in told


def test_a_state_tells_who_speaks_of_it(graph: Path) -> None:
    assert "United States: positive, thanks" in who(graph, "Soviet Union")
    assert "talk:" in who(graph, "state/soviet-union") and "linked to Moscow (a capital as a town)" in who(graph, "Soviet Union")


def test_the_office_of_the_day_has_its_holder_with_dates_and_source(graph: Path) -> None:
    start = TALK.index("Soviet Ambassador")
    told = who(graph, "--mention", f"talk:{start}")
    assert "means Anatoly Dobrynin (person/anatoly-dobrynin): holds the office in the document" in told
    assert "to United States of Soviet Union, 1962-03-01 to ?" in told


def test_an_open_name_has_its_candidates_with_points_that_add_up_to_the_ranking(graph: Path) -> None:
    (found,) = json.loads(who(graph, "Johnson", "--in", "talk", "--format", "json"))
    points = [c["points"] for c in found["candidates"] if c["points"]]
    assert len(points) > 5 and points == sorted(points, reverse=True)
    by_name = {c["label"]: c["reasons"] for c in found["candidates"]}
    assert "listed in 99 volumes" in by_name["Lyndon B. Johnson"]
    assert any(r.startswith("one of ") for r in by_name["U. Alexis Johnson"])
    assert not found["referent"] or found["rule"] in ("open between namesakes", "family name, date and setting")


def test_a_family_name_shows_all_who_bear_it(graph: Path) -> None:
    told = who(graph, "Johnson")
    assert " are called 'Johnson'" in told and "Lyndon B. Johnson (person/lyndon-b-johnson)" in told


def test_somebody_whom_only_the_authority_knows(graph: Path) -> None:
    told = who(graph, "Konrad Adenauer")
    assert "known only to the authority" in told and "Chancellor, West Germany" in told and "named 0 times" in told


def test_a_decision_is_told_with_the_mention_it_made(graph: Path) -> None:
    start = TALK.index("Johnson")
    signed = ("--by", "A. Vale", "--why", "his initials", "--when", "2026-11-02")
    number = builds.run("decide", graph, "is", f"talk:{start}-{start + 7}", "person/u-alexis-johnson", *signed).out.split()[0]
    build(graph / json.loads((graph / "manifest.json").read_text())["sources"]["talk.txt"]["place"], graph, processes=1)
    assert f"a person decided otherwise: decision/{number}" in who(graph, "--mention", f"talk:{start}")
    assert "is, A. Vale, 2026-11-02: his initials" in who(graph, "U. Alexis Johnson")


def test_what_cannot_be_explained_is_told(graph: Path) -> None:
    for words, status, expected in (
        ((), 2, "give a NAME"),
        (("--mention", "talk"), 2, "DOCUMENT:START"),
        (("--mention", "nowhere:3"), 2, "there is no document"),
        (("Johnson", "--in", "letter"), 0, "letter does not name Johnson"),
        (("Nobody Atall",), 2, "nobody and nothing"),
        (("--mention", "talk:1"), 0, "no name there"),
    ):
        shown = builds.run("who", graph, *words)
        assert shown.status == status and expected in shown.err


def test_a_source_that_is_gone_is_told_of(graph: Path) -> None:
    file = graph / json.loads((graph / "manifest.json").read_text())["sources"]["talk.txt"]["place"]
    text = file.read_bytes()
    file.unlink()
    try:
        shown = builds.run("who", graph, "--mention", "talk:30")
        assert shown.status == 2 and "the source of talk is gone" in shown.err
    finally:
        file.write_bytes(text)


def test_an_unknown_name_is_told_without_reading_the_authority_into_tables(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from coldgraph.authority import load
    from coldgraph.cli.whom import all_meant

    def refuse(*_: object) -> None:
        raise AssertionError("the authority was read")

    monkeypatch.setattr(load, "load", refuse)
    with coldgraph.open(graph) as known:
        assert all_meant(known.store, "Nobody Xyzzy") == {}
