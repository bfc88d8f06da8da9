"""Codes mean states in time, and back; the shipped files are what the script makes of the facts."""

import csv
from datetime import date
from pathlib import Path

import background as script
import pytest

from coldgraph.authority.load import load
from coldgraph.background import codes
from coldgraph.resources import folder

SHIPPED = folder("triples") / "background"


@pytest.mark.parametrize(
    ("system", "number", "day", "state"),
    [
        ("COW", 365, "1962-10-22", "soviet-union"),
        ("COW", 710, "1947-01-01", "china"),
        ("COW", 713, "1947-01-01", "china"),
        ("COW", 713, "1955-01-01", "taiwan"),
        ("COW", 255, "1991-01-01", "germany"),
        ("COW", 255, "1960-01-01", None),
        ("COW", 260, "1991-01-01", None),
        ("COW", 679, "1991-01-01", "yemen"),
        ("COW", 816, "1968-01-30", "north-vietnam"),
        ("COW", 816, "1979-02-17", "vietnam"),
        ("COW", 651, "1960-01-01", "united-arab-republic"),
        ("GW", 260, "1960-01-01", "west-germany"),
        ("GW", 260, "1990-10-03", "germany"),
        ("GW", 265, "1990-10-03", None),
        ("GW", 678, "1970-01-01", "north-yemen"),
        ("GW", 678, "1990-05-22", "yemen"),
        ("GW", 817, "1975-05-01", None),
    ],
)
def test_a_code_means_a_state_of_its_day_and_back(system: str, number: int, day: str, state: str | None) -> None:
    found = codes.state(system, number, date.fromisoformat(day))
    assert found == (state and f"state/{state}")
    if found and (number, state) != (713, "china"):
        assert codes.code(system, found, date.fromisoformat(day)) == number


@pytest.mark.parametrize(
    ("named", "day", "state"),
    [("west-germany", 1991, "germany"), ("taiwan", 1946, "china"), ("egypt", 1960, "united-arab-republic"), ("monaco", 1960, "monaco")],
)
def test_a_name_in_its_time(named: str, day: int, state: str) -> None:
    assert codes.in_time(f"state/{named}", date(day, 7, 1)) == f"state/{state}"


def test_no_code_means_two_states_at_once() -> None:
    for one in codes.shipped():
        for other in codes.shipped():
            if one is not other and (one.system, one.number) == (other.system, other.number):
                assert (one.until or date.max) < (other.since or date.min) or (other.until or date.max) < (one.since or date.min)


def test_every_state_is_one_of_the_authority() -> None:
    assert {c.state for c in codes.shipped()} <= load().entities.keys()


def test_the_shipped_files_are_what_the_script_makes(shared: Path, tmp_path: Path) -> None:
    script.build(shared / "facts", tmp_path)
    made = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    assert made == {f.name: f.read_bytes() for f in SHIPPED.iterdir() if f.name in made}
    assert len(made) == 4


def test_nothing_is_shipped_that_may_not_be() -> None:
    with (SHIPPED / "sources.csv").open(encoding="utf-8", newline="") as source:
        rows = {row["name"]: row for row in csv.DictReader(source)}
    assert {name for name, row in rows.items() if not row["file"]} == {"alliances", "leaders"}
    assert all(row["reference"] and row["version"] for row in rows.values())
    assert {f.name for f in SHIPPED.glob("*.csv")} == {"sources.csv", *(row["file"] for row in rows.values() if row["file"])}
