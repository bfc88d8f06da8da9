"""The figures are those of the scorer beside the annotated documents."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from results import Made

from coldgraph.evaluate.facts import Facts
from coldgraph.evaluate.run import Score, evaluate
from coldgraph.store.export import export
from coldgraph.store.index import opened

COUNTS = ("right", "missed", "wrong")


def theirs(shared: Path, found: Made, *more: str | Path) -> tuple[dict[str, dict[str, Any]], dict[str, Any]]:
    """The scorer's rows by kind, and its calibration."""
    export(found.graph, "nquads", found.graph.with_suffix(".nq"))
    command = [sys.executable, shared / "gold" / "score.py", found.gold, found.graph.with_suffix(".nq"), "--json", *more]
    rows = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {r["kind"]: r for r in rows[:-1]}, rows[-1]


def same(ours: list[Score], rows: dict[str, dict[str, Any]]) -> None:
    assert [s.kind for s in ours] == list(rows)
    for score in ours:
        assert {k: getattr(score, k) for k in COUNTS} == {k: rows[score.kind][k] for k in COUNTS}, score.kind
        assert (score.precision, score.recall) == (rows[score.kind]["precision"], rows[score.kind]["recall"]), score.kind
        assert score.f1 == pytest.approx(rows[score.kind]["f1"]), score.kind


@pytest.mark.slow
def test_on_the_annotated_documents(shared: Path, made: Callable[[str], Made]) -> None:
    found = made("dev")
    ours = evaluate(found.golds, Facts(opened(found.graph)), resamples=0)
    rows, calibration = theirs(shared, found)
    same(list(ours.scores), rows)
    assert ours.reliability.error == pytest.approx(calibration["error"])
    assert [[b.low, b.number, b.said, b.right] for b in ours.reliability.bins] == [pytest.approx(b) for b in calibration["table"]]


@pytest.mark.slow
def test_on_documents_without_their_mark_up(shared: Path, made: Callable[[str], Made]) -> None:
    found, people = made("blind"), shared / "facts" / "person_ids.csv"
    *ours, identity = evaluate(found.golds, Facts(opened(found.graph)), resamples=0, people=people).scores
    rows, _ = theirs(shared, found, "--identity", people)
    last = rows.pop(identity.kind)
    assert identity.f1 == pytest.approx(last["f1"], abs=0.002)  # the scorer counts one of several spellings near a mark
    same(ours, rows)
