"""coldgraph evaluate."""

import json
from pathlib import Path

import pytest
from builds import SOUND, put, run, volume
from marked import GOLD, LIED, stance, write

from coldgraph.evaluate.packed import texts
from coldgraph.ids import digest


def test_the_table_tells_shares_with_intervals(annotated: Path, graph: Path) -> None:
    shown = run("evaluate", annotated, graph)
    line = next(line for line in shown.out.splitlines() if line.startswith("stances  "))
    assert line.split() == ["stances", "1.000", "(1.00-1.00)", "0.667", "(0.67-0.67)", "0.800", "(0.80-0.80)", "2", "1", "0"]
    assert "expected calibration error 0.200" in shown.out


def test_no_precision_is_told_where_only_recall_is_known(annotated: Path, graph: Path) -> None:
    shown = run("evaluate", annotated, graph)
    assert next(line for line in shown.out.splitlines() if line.startswith("stances, own")).split()[4:6] == ["-", "1.000"]


def test_json_is_read_by_machines_and_twice_the_same(annotated: Path, graph: Path) -> None:
    shown = run("evaluate", annotated, graph, "--format", "json", "--floor", "--show", "stances")
    assert shown.out == run("evaluate", annotated, graph, "--format", "json", "--floor", "--show", "stances").out
    found = json.loads(shown.out)
    assert {s["kind"]: s["recall"] for s in found["scores"]}["stances"] == 0.6667
    assert found["shown"] == [
        {"kind": "stances", "verdict": "missed", "file": GOLD["file"], "what": f"Estmark -> Norland negative: {LIED}"}
    ]
    assert set(found["floor"]["ratios"]) == {"recall", "precision"}


def test_markdown_and_terminal_cannot_be_steered_by_a_document(tmp_path: Path, graph: Path) -> None:
    sly = "\x1b[31mred | <script>alert(1)</script> " + LIED
    gold = write(tmp_path / "gold", GOLD | {"stances": [stance(sly, "Norland", "Sudria", "mixed", "regret")]})
    assert "\x1b" not in run("evaluate", gold, graph, "--show", "all").out
    shown = run("evaluate", gold, graph, "--show", "all", "--format", "markdown", "-o", tmp_path / "out.md")
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert shown.out == "" and "\x1b" not in text and "\\| \\<script>" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--show", "gossip"), "nothing of the kind 'gossip'"),
        (("--split", "test"), "splits.csv"),
        (("--people", __file__), "table of people"),
    ],
)
def test_what_cannot_be_done_is_told_with_advice(annotated: Path, graph: Path, words: tuple[str, ...], told: str) -> None:
    shown = run("evaluate", annotated, graph, *words)
    assert shown.status == 2 and told in shown.err


def test_words_of_packed_records_come_from_the_volumes_where_the_graph_keeps_no_text(tmp_path: Path, graph: Path) -> None:
    corpus = put(tmp_path / "volumes", {"vol.xml": volume(SOUND).encode()})
    ((name, text),) = texts(["vol-d1"], corpus)
    words = "Mr. Rusk said that the Soviets had lied."
    start = text.index(words)
    record = {"start": start, "end": start + len(words), "digest": digest(words), "holder": ["A"], "target": ["B"]}
    record |= {"polarity": "negative", "act": "accusation", "attributed": False, "speaker": ""}
    gold = write(tmp_path / "gold", {"id": name, "text": "", "stances": [record]})
    shown = run("evaluate", gold, graph)
    assert shown.status == 2 and "--corpus" in shown.err
    shown = run("evaluate", gold, graph, "--corpus", corpus, "--show", "stances")
    assert f"A -> B negative: {words}" in shown.out
