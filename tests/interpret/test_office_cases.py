"""Offices on their day, over the whole authority: who is meant by a title as worded, on a day, in a document of a side.

`office_cases.csv` was read off the tables of the Office of the Historian (people, principals, chiefs of
mission, travels, visits); each row names the one it rests on. An empty person: nobody held the office, as
between two ambassadors. `office_leaders.csv` names leaders whose days are read from the user's own copy
of Archigos: the twelfth day of each term and the twelfth before its end.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from coldgraph.authority.load import load
from coldgraph.read.text_document import document_of
from coldgraph.workshop import Workshop

HERE = Path(__file__).parent
AMERICAN = "Memorandum of Conversation\n\n{place}, {day}\n\nSource: Department of State, Central Files.\n\n"
FOREIGN = "Record of conversation\n\n{place}, {day}\n\n"
REACH = timedelta(days=12)
LEAST = 0.95


@dataclass(frozen=True)
class Case:
    title: str
    day: date
    side: str
    place: str
    person: str
    source: str


@dataclass(frozen=True)
class Told:
    person: str
    candidates: tuple[str, ...]


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(load())


def rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def cases() -> list[Case]:
    found = rows(HERE / "office_cases.csv")
    return [Case(r["title"], date.fromisoformat(r["day"]), r["side"], r["place"], r["person"], r["source"]) for r in found]


def leaders(facts: Path) -> Iterator[Case]:
    terms = [r for r in rows(facts / "leaders.csv") if r["start"] >= "1948"]
    for row in rows(HERE / "office_leaders.csv"):
        for term in (t for t in terms if (t["state"], t["leader"]) == (row["state"], row["leader"])):
            for day in (date.fromisoformat(term["start"]) + REACH, date.fromisoformat(term["end"]) - REACH):
                yield Case(row["title"], day, "united-states", "Washington", row["person"], f"leaders.csv: {row['state']} {row['leader']}")


def told(workshop: Workshop, case: Case) -> Told:
    """Whom the program takes the title for, in a document of that day, place and side that names nobody else."""
    head = (AMERICAN if case.side == "united-states" else FOREIGN).format(
        place=case.place, day=f"{case.day:%B} {case.day.day}, {case.day.year}"
    )
    document = document_of(f"{head}Then {case.title} spoke.\n", "talk.txt")
    found = workshop.interpreter.interpret(workshop.recogniser.recognise(document))
    people = [m for m in found.mentions if m.kind == "person" and m.start >= len(head) and not m.pronoun]
    return Told(people[0].refers_to, people[0].candidates) if people else Told("", ())


def wrong(workshop: Workshop, some: list[Case]) -> list[tuple[Case, Told]]:
    return [(case, answer) for case in some if (answer := told(workshop, case)).person != case.person]


def test_the_table_is_large_and_sourced_and_names_people_of_the_authority(workshop: Workshop) -> None:
    some = cases()
    assert len(some) >= 300 and len({(c.title, c.day, c.side, c.place) for c in some}) == len(some)
    assert all(c.source.split(".csv")[0] in ("people", "us_principals", "us_ambassadors", "travels", "visits") for c in some)
    assert {c.person for c in some} - {""} <= workshop.interpreter.facts.entities.keys()
    assert Counter(c.person == "" for c in some)[True] >= 10


def test_nineteen_of_twenty_are_right(workshop: Workshop) -> None:
    some = cases()
    found = wrong(workshop, some)
    assert len(found) <= (1 - LEAST) * len(some), found


def test_what_is_not_right_is_left_open_and_not_guessed(workshop: Workshop) -> None:
    """Of those that are not right, an answer that names somebody else is a guess; candidates hold the right one."""
    found = wrong(workshop, cases())
    assert [pair for pair in found if pair[1].person] == []
    assert [pair for pair in found if pair[1].candidates and pair[0].person not in pair[1].candidates] == []


def test_leaders_hold_the_offices_that_archigos_says(workshop: Workshop, shared: Path) -> None:
    some = list(leaders(shared / "facts"))
    found = wrong(workshop, some)
    assert len(some) >= 40
    guessed = [(case.title, str(case.day)) for case, answer in found if answer.person]
    assert guessed == [("the Pakistani President", "1958-10-19")]  # Ayub Khan ruled; Mirza was President until the 28th
    assert len(found) <= 0.15 * len(some), found


@pytest.mark.parametrize(
    ("title", "day", "person"),
    [
        ("the Soviet Premier", "1965-02-06", "alexei-kosygin"),
        ("the Soviet Premier", "1964-10-14", "nikita-khrushchev"),
        ("the Soviet Foreign Minister", "1957-02-12", "dmitri-shepilov"),
        ("the Acting Secretary", "1973-09-12", "kenneth-w-rush"),
        ("the Acting Secretary", "1962-02-01", "george-w-ball"),
        ("the Ambassador to Poland", "1962-06-06", "john-m-cabot"),
        ("the President of the United Arab Republic", "1960-02-02", "gamal-abdel-nasser"),
        ("the East German Premier", "1966-01-01", "willi-stoph"),
        ("the West German Chancellor", "1966-01-01", "ludwig-erhard"),
        ("the South Vietnamese President", "1966-02-06", "nguyen-van-thieu"),
        ("the North Vietnamese Premier", "1966-02-06", "pham-van-dong"),
        ("the North Korean Premier", "1962-11-14", "kim-il-sung"),
    ],
)
def test_the_hard_ones(workshop: Workshop, title: str, day: str, person: str) -> None:
    case = Case(title, date.fromisoformat(day), "united-states", "Washington", f"person/{person}", "")
    assert told(workshop, case).person == case.person


def test_an_ambassador_in_a_document_written_abroad_is_the_one_at_that_place(workshop: Workshop) -> None:
    home = told(workshop, Case("the German Ambassador", date(1959, 6, 6), "united-states", "Washington", "", ""))
    abroad = told(workshop, Case("the German Ambassador", date(1959, 6, 6), "united-states", "Moscow", "", ""))
    assert (home.person, abroad.person) == ("person/wilhelm-g-grewe", "person/hans-s-kroll")


def test_a_month_in_which_two_may_have_held_the_office_is_left_open_with_both(workshop: Workshop) -> None:
    answer = told(workshop, Case("the West German Chancellor", date(1963, 10, 10), "united-states", "Washington", "", ""))
    assert answer.person == "" and set(answer.candidates) == {"person/konrad-adenauer", "person/ludwig-erhard"}


@pytest.mark.parametrize(
    ("title", "person"),
    [
        ("the Soviet Ambassador in Washington", "anatoly-dobrynin"),
        ("the Ambassador in Moscow", "foy-d-kohler"),
        ("the President in China", "john-f-kennedy"),
        ("the British Ambassador in Moscow", ""),
    ],
)
def test_what_stands_behind_a_title_tells_where_an_envoy_is_and_nothing_of_a_president(
    workshop: Workshop, title: str, person: str
) -> None:
    answer = told(workshop, Case(title, date(1963, 3, 3), "united-states", "Washington", "", ""))
    assert answer.person.removeprefix("person/") == person
