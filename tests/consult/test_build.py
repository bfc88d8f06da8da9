"""Builds that ask a model: kept answers, failures that cost no document, and where it is written down who judged."""

import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import builds
import pytest
import world
from builds import contents, run
from liar import Body, Liar, Reply, said, serving, stances

from coldgraph import pipeline, workshop
from coldgraph.consult.endpoint import Endpoint

SOURCES = {name: builds.SOURCES[name] for name in ("letter.txt", "talk.txt", "vol.xml")}
QUESTIONS = 3
"""The volume's three documents have the same words, and are asked about once."""
WHY = "https://w3id.org/coldgraph/ontology#why"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """The authority made by hand, in a workshop of its own."""
    monkeypatch.setattr(workshop, "_here", [workshop.Workshop(world.authority())])
    monkeypatch.setattr(pipeline, "lines", lambda: iter(()))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return builds.put(tmp_path / "papers", SOURCES)


def honest(n: int, body: Body) -> Reply:
    """Says of each sentence with 'lied' what it says, and one thing that is not there."""
    shown = re.findall(r"^(\d+) \[[^]]*\] (.*)$", body["messages"][1]["content"], re.MULTILINE)
    items: list[Any] = [_item(int(number), words) for number, words in shown if "lied" in words]
    return stances(*items, {"sentence": 1, "quote": "never said"})


def _item(number: int, words: str) -> dict[str, Any]:
    target = "Chinese" if "Chinese" in words else "Soviets"
    holder = "Soviet Union" if target == "Chinese" else "Rusk"
    found = {"sentence": number, "quote": "lied", "holder": holder, "target": target, "polarity": "negative"}
    return {**found, "act": "accusation", "attributed": False, "modality": "past"}


def build(papers: Path, graph: Path, liar: Liar | None, model: str = "small") -> pipeline.BuildReport:
    endpoint = Endpoint(liar.url, model, seconds=2, tries=2, wait=0.01) if liar else None
    return pipeline.build(papers, graph, processes=1, endpoint=endpoint)


def whys(graph: Path) -> list[str]:
    lines = [line for name, data in sorted(contents(graph).items()) if name.startswith("documents/") for line in data.decode().split("\n")]
    return [line.split('"')[1] for line in lines if WHY in line]


def test_the_models_stances_stand_in_the_graph_and_it_is_named(papers: Path, tmp_path: Path) -> None:
    with serving(honest) as liar:
        told = build(papers, tmp_path / "graph", liar)
    assert told.documents == 5 and not told.failed
    assert "asked small: “lied”" in set(whys(tmp_path / "graph"))
    assert str(told.notes[0]) == ("letter.txt: letter: 1 of the model's stances refused: the quoted words do not stand in the sentence")
    provenance = (tmp_path / "graph" / "provenance.nq").read_text()
    assert "language model small" in provenance and provenance.count("wasAttributedTo") == 5
    found = run("check", tmp_path / "graph").out.splitlines()[:-1]
    assert {line.split(":")[0] for line in found} == {"label-missing"}  # the small authority is in no file


def test_a_second_build_asks_nobody_and_gives_the_same_bytes(papers: Path, tmp_path: Path) -> None:
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
        number = len(liar.asked)
        before = contents(tmp_path / "graph")
    (tmp_path / "graph" / "manifest.json").unlink()
    build(papers, tmp_path / "graph", liar)
    assert number == len(liar.asked) == QUESTIONS
    assert contents(tmp_path / "graph") == before


def test_a_task_reaches_another_process_whole(tmp_path: Path) -> None:
    task = workshop.Task(tmp_path, "a", tmp_path, "", Endpoint("http://localhost:1/v1", "small"), tmp_path)
    assert pickle.loads(pickle.dumps(task)) == task


@pytest.mark.parametrize(
    "reply",
    [
        lambda n, body: (500, b"", {}),
        lambda n, body: said("As you wish: { not json"),
        lambda n, body: (200, b"\x00\xff" * 100, {}),
    ],
)
def test_a_model_that_fails_costs_no_document(papers: Path, tmp_path: Path, reply: Callable[[int, Body], Reply]) -> None:
    pipeline.build(papers, tmp_path / "own", processes=1)
    with serving(reply) as liar:
        told = build(papers, tmp_path / "graph", liar)
    assert told.documents == 5 and not told.failed
    assert whys(tmp_path / "graph") == whys(tmp_path / "own")
    assert all("the stances of this document are coldgraph's own" in n.what for n in told.notes) and len(told.notes) == 3
    assert "wasAttributedTo" not in (tmp_path / "graph" / "provenance.nq").read_text()
    assert len(liar.asked) <= 8  # two documents, then no more


def test_what_failed_is_asked_again_by_the_next_build(papers: Path, tmp_path: Path) -> None:
    with serving(lambda n, body: (500, b"", {})) as liar:
        build(papers, tmp_path / "graph", liar)
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
        assert len(liar.asked) == QUESTIONS
        assert not build(papers, tmp_path / "graph", liar).notes
    assert "asked small: “lied”" in whys(tmp_path / "graph")


def test_without_the_model_the_graph_is_coldgraphs_own_again(papers: Path, tmp_path: Path) -> None:
    pipeline.build(papers, tmp_path / "own", processes=1)
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
    build(papers, tmp_path / "graph", None)
    after = {name: data for name, data in contents(tmp_path / "graph").items() if not name.startswith("answers/")}
    assert after == contents(tmp_path / "own")


def test_another_model_is_asked_anew(papers: Path, tmp_path: Path) -> None:
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
        build(papers, tmp_path / "graph", liar, "other")
    assert {b["model"] for b in liar.asked} == {"small", "other"} and len(liar.asked) == 2 * QUESTIONS
    assert "asked small" not in " ".join(whys(tmp_path / "graph"))


@pytest.mark.parametrize("broken", ["[" * 9, "{}", '{"answer": "not what was asked for"}'])
def test_a_kept_answer_that_somebody_broke_is_asked_for_again(papers: Path, tmp_path: Path, broken: str) -> None:
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
        for file in (tmp_path / "graph" / "answers").rglob("*.json"):
            file.write_text(broken)
        (tmp_path / "graph" / "manifest.json").unlink()
        build(papers, tmp_path / "graph", liar)
    assert len(liar.asked) == 2 * QUESTIONS


def test_why_of_a_models_stance_names_the_model(papers: Path, tmp_path: Path) -> None:
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
    line = next(line for line in (tmp_path / "graph" / "documents" / "talk.nq").read_text().split("\n") if "asked small" in line)
    shown = run("why", tmp_path / "graph", line.split(">")[0].removeprefix("<"))
    assert shown.status == 2 and "the model 'small' was asked for it" in shown.err


def test_the_command_takes_both_or_none(papers: Path, tmp_path: Path) -> None:
    assert run("build", papers, "--into", tmp_path / "graph", "--model", "small").status == 2
    shown = run("build", papers, "--into", tmp_path / "graph", "--model", "small", "--extractor", "nowhere")
    assert shown.status == 2 and "not the address" in shown.err
    with serving(honest) as liar:
        shown = run("build", papers, "--into", tmp_path / "graph", "--model", "small", "--extractor", liar.url, "--processes", "1")
    assert shown.status == 0 and "refused: the quoted words do not stand" in shown.err and len(liar.asked) == QUESTIONS


def test_no_key_is_written_anywhere(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLDGRAPH_API_KEY", "sk-secret")
    with serving(honest) as liar:
        build(papers, tmp_path / "graph", liar)
    assert liar.headers[0]["Authorization"] == "Bearer sk-secret"
    assert not any(b"sk-secret" in data for data in contents(tmp_path / "graph").values())
