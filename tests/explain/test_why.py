"""coldgraph why: from a stance of a graph to what it rests on."""

import json
import shutil
from pathlib import Path

import builds
import pytest
from builds import run

from coldgraph.explain import wording
from coldgraph.explain.wording import in_words
from coldgraph.interpret.forest import forest
from coldgraph.interpret.frames import lexicon


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builds.put(tmp_path_factory.mktemp("papers"), {k: builds.SOURCES[k] for k in ("talk.txt", "vol.xml", "letter.txt")})


@pytest.fixture(scope="module")
def graph(papers: Path) -> Path:
    from coldgraph.pipeline import build

    build(papers, papers.parent / "graph", processes=1)
    return papers.parent / "graph"


def told(graph: Path) -> list[str]:
    """The identifiers of all stances."""
    shown = run("query", graph, "SELECT ?s { ?s a cg:Stance } ORDER BY ?s", "--no-limit", "--format", "json")
    return [b["s"]["value"] for b in json.loads(shown.out)["results"]["bindings"]]


def test_every_stance_of_a_graph_is_explained(graph: Path) -> None:
    found = told(graph)
    assert found
    for stance in found:
        shown = json.loads(run("why", graph, stance, "--format", "json").out)
        assert [f"https://w3id.org/coldgraph/id/{r['stance']}" for r in shown["reasons"]] == [stance]


def test_plain_words_come_before_numbers(graph: Path) -> None:
    shown = run("why", graph, next(s for s in told(graph) if "/talk/" in s)).out
    order = ["talk, characters", "The word '", "construction", "Confidence 0.", "What spoke for it", "Numbers"]
    assert [shown.index(part) for part in order] == sorted(shown.index(part) for part in order)


def test_a_sentence_is_told_with_all_pairs_the_likeliest_in_full(graph: Path) -> None:
    at = (graph / "texts" / "talk.txt").read_text().index("lied")
    shown = run("why", graph, "talk", "--at", str(at)).out
    assert "“The Chinese have lied to us.”" in shown and f"The word 'lied' (accusation) stands at character {at}." in shown
    assert shown.count("What spoke for it") == 1 and "Not claimed: " in shown


def test_a_sentence_that_nobody_judged_says_so(graph: Path) -> None:
    assert "nothing was judged" in run("why", graph, "talk", "--at", "2").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("stance/talk/000000000000",), "no such stance"),
        (("stance/nothing/000000000000",), "no such document"),
        (("talk",), "not the identifier of a stance"),
        (("talk", "--at", "99999"), "no character 99999"),
    ],
)
def test_what_is_not_there_is_told(graph: Path, words: tuple[str, ...], said: str) -> None:
    shown = run("why", graph, *words)
    assert shown.status == 2 and said in shown.err


def test_a_decision_on_the_stance_is_told(graph: Path, papers: Path, tmp_path: Path) -> None:
    from coldgraph.pipeline import build

    for place in (papers, graph):
        shutil.copytree(place, tmp_path / place.name)
    decided = tmp_path / graph.name
    before = told(decided)
    words = ("--set", "polarity=Mixed", "--by", "A. Vale", "--why", "praise with a sting")
    assert run("decide", decided, "amend", before[0], *words).status == 0
    build(tmp_path / papers.name, decided, processes=1)
    (amended,) = set(told(decided)) - set(before)
    shown = run("why", decided, amended)
    assert shown.status == 0 and "amend, polarity Mixed; A. Vale" in shown.err


def test_a_source_that_is_gone_or_changed_is_told(graph: Path, papers: Path, tmp_path: Path) -> None:
    for place in (papers, graph):
        shutil.copytree(place, tmp_path / place.name)
    moved = tmp_path / graph.name
    source = tmp_path / papers.name / "talk.txt"
    source.write_bytes(builds.SOURCES["talk.txt"] + b"\nKhrushchev: Good.\n")
    assert "The source has changed" in run("why", moved, "talk", "--at", "100").out
    source.unlink()
    shown = run("why", moved, "talk", "--at", "100")
    assert shown.status == 2 and "not where it was built from" in shown.err


def test_every_sign_of_the_shipped_model_has_words() -> None:
    unknown = [s for s in forest().signs if in_words(s) == s]
    assert unknown == []


def test_every_role_of_the_frames_has_words() -> None:
    roles = {r for frames in lexicon().values() for f in frames for r in (*f.holder, *f.target)}
    assert roles <= set(wording._ROLES)
