"""The shipped people and offices: who held which office on a day, and what a name leads to."""

import csv
import filecmp
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from coldgraph.authority.load import load
from coldgraph.tables import Authority

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "triples" / "tables"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load()


def holders(authority: Authority, office: str, side: str, day: str, at: str = "") -> set[str]:
    on = date.fromisoformat(day)
    return {
        a.person.removeprefix("person/")
        for a in authority.affiliations
        if a.office == office and a.side == f"state/{side}" and (not at or a.at == f"state/{at}")
        if (a.since or a.until) and (not a.since or a.since <= on) and (not a.until or on <= a.until)
    }


@pytest.mark.parametrize(
    ("office", "side", "day", "person"),
    [
        ("premier", "soviet-union", "1954-06-01", "georgy-malenkov"),
        ("premier", "soviet-union", "1956-05-01", "nikolai-bulganin"),
        ("premier", "soviet-union", "1961-06-04", "nikita-khrushchev"),
        ("premier", "soviet-union", "1965-02-06", "alexei-kosygin"),
        ("party-leader", "soviet-union", "1956-02-25", "nikita-khrushchev"),
        ("party-leader", "soviet-union", "1972-05-26", "leonid-brezhnev"),
        ("party-leader", "soviet-union", "1983-06-01", "yuri-andropov"),
        ("foreign-minister", "soviet-union", "1956-07-15", "dmitri-shepilov"),
        ("foreign-minister", "soviet-union", "1962-10-18", "andrei-gromyko"),
        ("foreign-minister", "soviet-union", "1979-06-18", "andrei-gromyko"),
        ("premier", "china", "1950-01-01", "zhou-enlai"),
        ("premier", "china", "1966-03-23", "zhou-enlai"),
        ("premier", "china", "1972-02-21", "zhou-enlai"),
        ("foreign-minister", "china", "1954-07-21", "zhou-enlai"),
        ("foreign-minister", "china", "1961-05-16", "chen-yi"),
        ("foreign-minister", "china", "1973-06-01", "ji-pengfei"),
        ("foreign-minister", "china", "1975-06-01", "qiao-guanhua"),
        ("defense-minister", "china", "1966-01-01", "lin-biao"),
        ("premier", "united-kingdom", "1948-06-01", "clement-attlee"),
        ("premier", "united-kingdom", "1953-06-01", "winston-churchill"),
        ("premier", "united-kingdom", "1956-10-30", "anthony-eden"),
        ("premier", "united-kingdom", "1961-04-05", "harold-macmillan"),
        ("premier", "united-kingdom", "1964-02-01", "alec-douglas-home"),
        ("premier", "united-kingdom", "1968-02-01", "harold-wilson"),
        ("premier", "united-kingdom", "1972-02-01", "edward-heath"),
        ("premier", "united-kingdom", "1982-04-02", "margaret-thatcher"),
        ("foreign-minister", "united-kingdom", "1959-05-11", "selwyn-lloyd"),
        ("foreign-minister", "united-kingdom", "1962-06-01", "alec-douglas-home"),
        ("president", "france", "1961-06-02", "charles-de-gaulle"),
        ("president", "france", "1971-12-13", "georges-pompidou"),
        ("premier", "france", "1954-07-01", "pierre-mendes-france"),
        ("premier", "west-germany", "1955-05-05", "konrad-adenauer"),
        ("premier", "west-germany", "1964-06-12", "ludwig-erhard"),
        ("premier", "west-germany", "1967-06-01", "kurt-georg-kiesinger"),
        ("premier", "west-germany", "1970-08-12", "willy-brandt"),
        ("foreign-minister", "west-germany", "1958-06-01", "heinrich-von-brentano"),
        ("foreign-minister", "west-germany", "1963-09-20", "gerhard-schroder"),
        ("president", "south-korea", "1953-07-27", "syngman-rhee"),
        ("president", "south-korea", "1966-10-31", "park-chung-hee"),
        ("premier", "north-korea", "1962-11-14", "kim-il-sung"),
        ("premier", "north-vietnam", "1966-03-23", "pham-van-dong"),
        ("premier", "japan", "1967-11-15", "eisaku-sato"),
        ("foreign-minister", "japan", "1958-09-11", "aiichiro-fujiyama"),
        ("president", "united-states", "1950-06-25", "harry-s-truman"),
        ("president", "united-states", "1956-11-01", "dwight-d-eisenhower"),
        ("president", "united-states", "1962-10-22", "john-f-kennedy"),
        ("president", "united-states", "1968-02-02", "lyndon-b-johnson"),
        ("president", "united-states", "1972-02-21", "richard-nixon"),
        ("president", "united-states", "1975-08-01", "gerald-ford"),
        ("president", "united-states", "1978-09-17", "jimmy-carter"),
        ("president", "united-states", "1985-11-19", "ronald-reagan"),
        ("president", "united-states", "1990-06-01", "george-h-w-bush"),
        ("secretary-of-state", "united-states", "1951-01-01", "dean-acheson"),
        ("secretary-of-state", "united-states", "1958-09-15", "john-foster-dulles"),
        ("secretary-of-state", "united-states", "1964-02-29", "dean-rusk"),
        ("secretary-of-state", "united-states", "1971-10-01", "william-p-rogers"),
        ("secretary-of-state", "united-states", "1975-10-20", "henry-kissinger"),
        ("secretary-of-defense", "united-states", "1965-07-28", "robert-s-mcnamara"),
    ],
)
def test_office_on_a_day(authority: Authority, office: str, side: str, day: str, person: str) -> None:
    assert holders(authority, office, side, day) == {person}


@pytest.mark.parametrize(
    ("side", "at", "day", "person"),
    [
        ("soviet-union", "united-states", "1968-09-06", "anatoly-dobrynin"),
        ("west-germany", "united-states", "1963-12-29", "karl-heinrich-knappstein"),
        ("united-states", "soviet-union", "1967-06-01", "llewellyn-e-thompson"),
        ("united-states", "taiwan", "1958-10-22", "everett-f-drumright"),
        ("united-states", "south-korea", "1968-02-02", "william-j-porter"),
        ("united-states", "west-germany", "1964-01-01", "george-c-mcghee"),
    ],
)
def test_ambassador_on_a_day(authority: Authority, side: str, at: str, day: str, person: str) -> None:
    assert holders(authority, "ambassador", side, day, at) == {person}


def test_counts(authority: Authority) -> None:
    people = [e for e in authority.entities.values() if e.kind == "person"]
    assert len(people) > 12_900
    assert sum(bool(a.office) for a in authority.affiliations) > 6_500
    assert len({a.person for a in authority.affiliations}) > 8_500


def test_every_affiliation_is_whole(authority: Authority) -> None:
    for held in authority.affiliations:
        assert held.person in authority.entities and held.source
        assert held.side.startswith("organization/") or held.side in authority.entities
        assert not (held.since and held.until) or held.since <= held.until


def test_no_title_role_or_parenthesis_is_a_name(authority: Authority) -> None:
    forms = {n.form for n in authority.names if n.entity.startswith("person/")}
    assert not {"General", "Major General", "Gen.", "Sir", "Chairman", "Brigadier General"} & forms
    assert not [f for f in forms if set("()[]“”&") & set(f)]


def test_namesakes_stay_apart(authority: Authority) -> None:
    found = defaultdict(set)
    for name in authority.names:
        found[name.form].add(name.entity)
    assert found["William P. Bundy"] == {"person/william-p-bundy"}
    assert found["McGeorge Bundy"] == {"person/mcgeorge-bundy"}
    assert found["Chou En-lai"] == found["Zhou Enlai"] == {"person/zhou-enlai"}
    assert found["Allen W. Dulles"] != found["John Foster Dulles"]


def test_hand_written_rows_name_the_person_they_mean(shared: Path) -> None:
    with (shared / "facts" / "people.csv").open(encoding="utf-8", newline="") as source:
        people = {r["id"]: r["preferred"] for r in csv.DictReader(source)}
    for table, key in (("offices_additions", "person"), ("offices_denied", "person"), ("preferred_names", "id"), ("same_person", "id")):
        with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                assert row[key].startswith("added:") or people[row[key]] == row["name"], row


def test_two_builds_are_equal_and_as_shipped(shared: Path, tmp_path: Path) -> None:
    script = ROOT / "triples" / "scripts" / "people.py"
    for run in ("one", "two"):
        subprocess.run(
            [sys.executable, str(script), str(shared / "facts"), str(tmp_path / run)],
            check=True,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(len(run) + ord(run[0]))},
        )
    for name in ("people.nt", "offices.nt"):
        assert filecmp.cmp(tmp_path / "one" / name, tmp_path / "two" / name, shallow=False)
        assert filecmp.cmp(tmp_path / "one" / name, ROOT / "triples" / "authority" / name, shallow=False)
