"""Marks known to be wrong, and gold documents with them set right."""

import csv
import json
import re
from pathlib import Path

import pytest
from builds import run

from coldgraph.errors import GoldError
from coldgraph.evaluate import known
from coldgraph.evaluate.gold import Gold, Marked, Present
from coldgraph.evaluate.known import Known

TABLE = Path(__file__).parents[2] / "triples" / "gold" / "blind" / "known_marks.csv"
GOLD = Gold(
    "d1",
    "d1.txt",
    participants=(Present(("Ada Vale", "Vale, Ada")), Present(("Two Notetakers",))),
    speakers=(Present(("Ada Vale",)),),
    mentions=(Marked("Vale", 2, ("Ada Vale",), "p_V1"), Marked("Orrin", 1, ("Bo Orrin",), "p_O1")),
)


def row(kind: str, says: str, right: str, surface: str = "") -> Known:
    return Known("d1", kind, surface, says, right, "test")


def test_people_are_added_taken_away_and_renamed() -> None:
    rows = [row("participants", "", "Cyr Tamm"), row("participants", "Two Notetakers", ""), row("speakers", "Ada Vale", "Bo Orrin")]
    (found,) = known.corrected([GOLD], rows)
    assert [p.names for p in found.participants] == [("Ada Vale", "Vale, Ada"), ("Cyr Tamm",)]
    assert [p.names for p in found.speakers] == [("Bo Orrin",)]


def test_marked_expressions_are_set_right() -> None:
    (found,) = known.corrected([GOLD], [row("found", "Ada Vale", "Mrs. Vale", "Vale"), row("found", "Bo Orrin", "", "Orrin")])
    assert found.mentions == (Marked("Vale", 2, ("Mrs. Vale",), ""),)


def test_other_documents_stay() -> None:
    other = Gold("d2", "d2.txt")
    assert known.corrected([other], [row("participants", "", "Cyr Tamm")]) == (other,)


def test_a_mark_that_is_not_there_is_told() -> None:
    with pytest.raises(GoldError, match="d1 has no mark 'Nobody'"):
        known.corrected([GOLD], [row("speakers", "Nobody", "")])


@pytest.mark.parametrize("line", ["d1,faces,,a,b,test,", "d1,speakers,,,,test,"])
def test_a_row_that_says_nothing_is_told(tmp_path: Path, line: str) -> None:
    file = tmp_path / "known.csv"
    file.write_text(f"{','.join(known.COLUMNS)}\n{line}\n", encoding="utf-8")
    with pytest.raises(GoldError, match="says nothing"):
        known.read(file)


def test_the_command_shows_both_columns(tmp_path: Path, graph: Path) -> None:
    import tiny

    edited = {
        "file": f"{tiny.HAVEN}.txt",
        "document": {"date": "1961-05-02", "place": None},
        "participants": [{"names": ["Ada Vale"]}, {"names": ["Two Notetakers"]}],
        "speakers": [],
        "persons": [],
    }
    gold = tmp_path / "gold"
    gold.mkdir()
    (gold / "d.json").write_text(json.dumps(edited), encoding="utf-8")
    table = tmp_path / "known.csv"
    table.write_text(f"{','.join(known.COLUMNS)}\n{tiny.HAVEN},participants,,Two Notetakers,,not-a-person,\n", encoding="utf-8")
    shown = run("evaluate", gold, graph, "--known", table, "--resamples", "0").out
    line = next(line for line in shown.split("set right\n")[-1].splitlines() if line.startswith("participants"))
    assert line.split()[3:5] == ["0.500", "1.000"]


def test_the_table_names_each_mark_once_with_its_reason() -> None:
    rows = known.read(TABLE)
    reasons = set(re.findall(r"^\| `([a-z-]+)` \|", (TABLE.parent.parent / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {r.reason for r in rows} <= reasons
    with TABLE.open(encoding="utf-8", newline="") as source:
        lines = [tuple(r.values()) for r in csv.DictReader(source)]
    assert lines == sorted(lines, key=lambda r: (r[1], r[0], r[3], r[4])) and len(lines) == len(set(lines)) == len(rows)
    assert all(len(r.why.split()) <= 12 for r in rows)
