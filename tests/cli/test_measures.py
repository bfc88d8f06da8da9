"""coldgraph measures: tables on the command line."""

import csv
import io
from pathlib import Path

import pytest
from builds import run
from tiny import write

from coldgraph.cli.measures import _cell
from coldgraph.store.answer import Answer
from coldgraph.store.formats import comma_separated


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("tiny"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_who_is_hostile_to_whom_by_year(graph: Path) -> None:
    """What only Orrin tells of Tamm is not counted; one statement each, of confidence 0.8, in one document each."""
    found = rows(run("measures", graph, "ties", "--by", "year", "--format", "csv").out)
    signs = {(row["period"], row["holder"], row["target"]): float(row["net"]) for row in found}
    assert signs == {
        ("1961", "Estmark", "Norland"): -1.0, ("1961", "Estmark", "Sudria"): 0.0, ("1961", "Norland", "Estmark"): -1.0,
        ("1961", "Norland", "Sudria"): 1.0, ("1962", "Sudria", "Norland"): 1.0,
    }  # fmt: skip
    assert {row["documents"] for row in found} == {"1"} and {row["tellers"] for row in found} == {"0"}


def test_names_are_guarded_against_spreadsheets_and_numbers_are_not() -> None:
    answer = Answer(("holder", "net", "ties"), (tuple(map(_cell, ("=Norland", -1.0, 2))),))
    assert comma_separated(answer, True).split("\r\n")[1] == "'=Norland,-1.0,2"
    assert [_cell(v) for v in (None, float("nan"))] == [None, None] and _cell(True).n3().startswith('"true"')


def test_balance_of_all_time(graph: Path) -> None:
    (found,) = rows(run("measures", graph, "balance", "--all-time", "--format", "csv").out)
    assert (found["sides"], found["ties"], found["hostile"], found["frustration_high"]) == ("3", "2", "1", "0")


def test_triads_and_changes_of_a_graph_without_any(graph: Path) -> None:
    for what in ("triads", "changes"):
        shown = run("measures", graph, what, "--since", "1970")
        assert (shown.status, shown.out.strip().split("\n")[0].split()[0]) == (0, "period" if what == "triads" else "holder")


def test_a_reliability_table_weighs(graph: Path, tmp_path: Path) -> None:
    bands = tmp_path / "bands.csv"
    bands.write_text("from,to,right\n0,1,0.25\n", encoding="utf-8")
    found = rows(run("measures", graph, "ties", "--all-time", "--format", "csv", "--reliability", bands).out)
    assert {row["friendly"] for row in found if row["positive"] == "1"} == {"0.25"}


def test_bad_input_is_told_plainly(graph: Path, tmp_path: Path) -> None:
    assert run("measures", graph, "changes", "--all-time").status == 2
    missing = run("measures", graph, "--reliability", tmp_path / "none.csv")
    assert missing.status == 2 and "none.csv" in missing.err and "columns" in missing.err
    assert run("measures", tmp_path / "nowhere").status == 2


def test_an_empty_table_has_its_columns(graph: Path) -> None:
    for what, columns in (("triads", "period,first,second,third"), ("changes", "holder,target,period,before")):
        assert run("measures", graph, what, "--since", "1999", "--format", "csv").out.startswith(columns)
