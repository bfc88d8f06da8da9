"""The judged rows of the questions, and the table of docs/questions.md that follows from them."""

import csv
import re
import subprocess
import sys
from pathlib import Path

import pytest

from coldgraph.ask.questions import question, questions

ROOT = Path(__file__).parents[2]
HERE = ROOT / "triples" / "gold" / "questions"
SCRIPT = ROOT / "triples" / "scripts" / "question_checks.py"
NAMES = {q.name for q in questions() if not q.name.startswith("table-")}
JUDGED = sorted(f for f in HERE.glob("*.csv") if f.stem not in ("values", "faults"))


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def test_every_question_is_judged_but_the_one_without_rows() -> None:
    assert {f.stem for f in JUDGED} == NAMES - {"two-records"}


@pytest.mark.parametrize("file", JUDGED, ids=lambda f: f.stem)
def test_each_verdict_names_a_place_and_each_wrong_one_its_reason(file: Path) -> None:
    judged = rows(file)
    assert 0 < len(judged) <= 20
    assert {row["verdict"] for row in judged} <= {"right", "wrong"}
    assert [row for row in judged if row["verdict"] == "wrong" and not row["reason"]] == []
    places = [place for row in judged for place in row["where"].split()]
    assert file.stem == "names" or places
    assert [p for p in places if not re.fullmatch(r"frus[\w-]+-d\d+(:\d+-\d+)?", p)] == []


def test_required_values_are_given_and_no_others() -> None:
    given = {(row["question"], row["parameter"]) for row in rows(HERE / "values.csv")}
    known = {(name, p.name) for name in NAMES for p in question(name).parameters}
    required = {(name, p.name) for name in NAMES for p in question(name).parameters if p.required}
    assert required <= given <= known


def test_the_table_is_the_one_that_the_verdicts_give() -> None:
    told = subprocess.run([sys.executable, str(SCRIPT), "table"], capture_output=True, text=True, check=True, encoding="utf-8").stdout
    page = (ROOT / "docs" / "questions.md").read_text(encoding="utf-8")
    assert told.count("|\n") > 20
    assert [line for line in told.splitlines() if line.startswith("|") and line not in page] == []
