"""Lists of participants in every layout: flat, grouped, in one line, with offices before and behind names, in prose."""

import pytest
import world

from coldgraph.found import Attendee

HEAD = "Memorandum of Conversation\n\nWashington, May 4, 1962, 3 p.m.\n\n"
BODY = "\n\nSUBJECT\n\nTrade\n\nMr. Rusk said that he was glad.\n"


def listed(block: str) -> list[Attendee]:
    return list(world.recognised(HEAD + block + BODY).attendees)


def named(block: str) -> list[str]:
    return [a.expression.words for a in listed(block)]


def test_flat() -> None:
    assert named("PARTICIPANTS\n\nMr. Dean Rusk\nMr. Anatoly Dobrynin\nAnna Dahlin") == [
        "Mr. Dean Rusk",
        "Mr. Anatoly Dobrynin",
        "Anna Dahlin",
    ]


HEADINGS = ["PRESENT", "Participants:", "LIST OF PARTICIPANTS", "Those present", "ALSO PRESENT:", "Present were:", "ADVISORS PRESENT"]
HEADINGS += ["THOSE IN ATTENDANCE WERE", "ATTENDING WERE THE FOLLOWING"]


@pytest.mark.parametrize("heading", HEADINGS)
def test_headings(heading: str) -> None:
    assert named(f"{heading}\n\nMr. Rusk\nMr. Gromyko") == ["Mr. Rusk", "Mr. Gromyko"]


def test_grouped_by_country() -> None:
    found = listed("PARTICIPANTS\n\nU.S.\nThe Secretary\nAmbassador Thompson\n\nU.S.S.R.\nForeign Minister Gromyko\nMr. Sukhanov")
    assert [(a.expression.words, a.group) for a in found] == [
        ("Secretary", ("state/united-states",)),
        ("Ambassador Thompson", ("state/united-states",)),
        ("Foreign Minister Gromyko", ("state/soviet-union",)),
        ("Mr. Sukhanov", ("state/soviet-union",)),
    ]


def test_group_and_people_in_one_line() -> None:
    found = listed("PARTICIPANTS\n\nU.S.: Mr. Rusk; Mr. Thompson\nU.S.S.R.: Mr. Gromyko")
    assert [(a.expression.words, a.group) for a in found] == [
        ("Mr. Rusk", ("state/united-states",)),
        ("Mr. Thompson", ("state/united-states",)),
        ("Mr. Gromyko", ("state/soviet-union",)),
    ]


def test_present_from_a_side() -> None:
    found = listed("Present from the Polish side: Tadeusz Wolnik; Minister Zabelski\nPresent from the Soviet side: Andrei Gromyko")
    assert [(a.expression.words, a.group) for a in found] == [
        ("Tadeusz Wolnik", ("state/poland",)),
        ("Minister Zabelski", ("state/poland",)),
        ("Andrei Gromyko", ("state/soviet-union",)),
    ]


def test_semicolons() -> None:
    assert named("PARTICIPANTS: Dean Rusk; Anatoly Dobrynin, Ambassador; Anna Dahlin") == ["Dean Rusk", "Anatoly Dobrynin", "Anna Dahlin"]


@pytest.mark.parametrize("separator", [", ", " - ", " – ", "—", " (", ": "])
def test_name_and_office(separator: str) -> None:
    (first, second) = listed(f"PARTICIPANTS\n\nAnna Dahlin{separator}Ambassador of Norway\nDean Rusk{separator}Secretary of State")
    assert (first.expression.words, second.expression.words) == ("Anna Dahlin", "Dean Rusk")
    assert "Ambassador of Norway" in first.capacity and "Secretary of State" in second.capacity


def test_name_and_office_without_a_separator() -> None:
    (found,) = listed("PARTICIPANTS\n\nAnna Dahlin Ambassador of Norway")
    assert (found.expression.words, found.capacity) == ("Anna Dahlin", "Ambassador of Norway")


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Minister of National Defense, General Osterberg", "General Osterberg"),
        ("Foreign Minister Gromyko", "Foreign Minister Gromyko"),
        ("Norwegian Ambassador Dahlin", "Ambassador Dahlin"),
        ("His Excellency Karl Osterberg, Minister of Trade", "Excellency Karl Osterberg"),
        ("1. Mr. Karl Osterberg", "Mr. Karl Osterberg"),
        ("• Karl Osterberg", "Karl Osterberg"),
    ],
)
def test_offices_before_names(line: str, person: str) -> None:
    assert named(f"PARTICIPANTS\n\n{line}") == [person]


def test_messrs() -> None:
    assert named("PARTICIPANTS\n\nMessrs. Rusk, Thompson and Lindauer") == ["Messrs. Rusk", "Thompson", "Lindauer"]


def test_the_secretary_and_the_ambassador_in_one_item() -> None:
    assert named("PARTICIPANTS\n\nThe Secretary and the Soviet Ambassador") == ["Secretary", "Soviet Ambassador"]


def test_roles() -> None:
    found = listed(
        "PARTICIPANTS\n\nMr. Rusk\nMr. Sukhanov, Interpreter\nMr. Lindauer (notetaker)\nInterpreter: Mr. Vossler\nMr. Tarrow, Translator"
    )
    assert {a.expression.words: a.role for a in found} == {
        "Mr. Rusk": "",
        "Mr. Sukhanov": "Interpreter",
        "Mr. Lindauer": "NoteTaker",
        "Mr. Vossler": "Interpreter",
        "Mr. Tarrow": "Interpreter",
    }


def test_names_that_nobody_knows() -> None:
    assert named("PARTICIPANTS\n\nPercival Quaxton, Bureau of Trade\nIgor Petrovich Zubatkin\nKim Tae-jun, Interpreter") == [
        "Percival Quaxton",
        "Igor Petrovich Zubatkin",
        "Kim Tae-jun",
    ]


@pytest.mark.parametrize(
    "line", ["Australia", "Two members of the Soviet Delegation", "Director, Office of Trade", "Interpreters", "Others"]
)
def test_nobody_in_particular(line: str) -> None:
    assert named(f"PARTICIPANTS\n\nMr. Rusk\n{line}") == ["Mr. Rusk"]


def test_the_list_ends_where_the_subject_or_prose_begins() -> None:
    assert named("PARTICIPANTS\n\nMr. Rusk\nMr. Gromyko\n\nPLACE: Room 5\n\nMr. Tarrow") == ["Mr. Rusk", "Mr. Gromyko"]
    prose = "Ambassador Thompson opened by saying that the trade of both sides had grown well over the last year."
    assert named(f"PARTICIPANTS\n\nMr. Rusk\nMr. Gromyko\n\n{prose}") == ["Mr. Rusk", "Mr. Gromyko"]


def test_prose_with_commas() -> None:
    block = "Present: Mr. Rusk, Ambassador Thompson, and Mr. Lindauer"
    assert named(block) == ["Mr. Rusk", "Ambassador Thompson", "Mr. Lindauer"]


def test_everyone_once() -> None:
    assert named("PARTICIPANTS\n\nMr. Rusk\n\nALSO PRESENT\n\nMr. Tarrow") == ["Mr. Rusk", "Mr. Tarrow"]


def test_no_list() -> None:
    assert listed("") == []
