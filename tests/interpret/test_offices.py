"""Who an office alone means: by the day, the side that wrote, the country before it, the people met in the text."""

import pytest
import world

AMERICAN = "Memorandum of Conversation\n\nWashington, {}\n\nSource: Department of State, Central Files.\n\n"
FOREIGN = "Memorandum of Conversation\n\nOslo, {}\n\n"


def meant(body: str, head: str = AMERICAN, day: str = "May 4, 1962") -> list[tuple[str, str]]:
    """(words, person) of the body"""
    start = head.format(day)
    found = world.extracted(start + body + "\n")
    people = [m for m in found.mentions if m.kind == "person" and m.start >= len(start) and not m.pronoun]
    return [(w, who.removeprefix("person/")) for w, who in world.quoted(found, people)]


@pytest.mark.parametrize(
    ("body", "day", "expected"),
    [
        ("Then the Secretary spoke.", "May 4, 1962", [("Secretary", "dean-rusk")]),
        ("Then the Secretary of State spoke.", "May 4, 1962", [("Secretary of State", "dean-rusk")]),
        ("Then the Secretary spoke.", "May 4, 1972", []),
        ("Then the President spoke.", "May 4, 1962", [("President", "john-f-kennedy")]),
        ("Then the President spoke.", "May 4, 1964", [("President", "lyndon-b-johnson")]),
        ("Then the Vice President spoke.", "May 4, 1962", [("Vice President", "lyndon-b-johnson")]),
        ("Then the Soviet Ambassador spoke.", "May 4, 1962", [("Soviet Ambassador", "anatoly-dobrynin")]),
        ("Then the Soviet Ambassador spoke.", "May 4, 1961", []),
        ("Then the Norwegian Ambassador spoke.", "May 4, 1962", [("Norwegian Ambassador", "anna-dahlin")]),
        ("Then the French President spoke.", "May 4, 1962", [("French President", "charles-de-gaulle")]),
        ("Then the Chancellor spoke of Bonn.", "May 4, 1962", [("Chancellor", "konrad-adenauer")]),
        ("Then the Chancellor spoke of Bonn.", "May 4, 1972", []),
        ("Then the Soviet Foreign Minister spoke.", "May 4, 1962", [("Soviet Foreign Minister", "andrei-gromyko")]),
        ("Then the Polish Foreign Minister spoke.", "May 4, 1962", [("Polish Foreign Minister", "tadeusz-wolnik")]),
        ("Then the Ambassador spoke.", "May 4, 1962", []),
        ("Then the Mayor spoke.", "May 4, 1962", []),
    ],
)
def test_an_office_on_its_day(body: str, day: str, expected: list[tuple[str, str]]) -> None:
    assert meant(body, day=day) == expected


def test_the_ambassador_is_the_one_met_in_the_text() -> None:
    assert meant("Ambassador Dobrynin asked. The Ambassador waited.") == [
        ("Ambassador Dobrynin", "anatoly-dobrynin"),
        ("Ambassador", "anatoly-dobrynin"),
    ]


def test_of_two_ambassadors_the_last_before_is_meant() -> None:
    found = meant("Ambassador Dobrynin asked. Ambassador Dahlin replied. The Ambassador left.")
    assert found[-1] == ("Ambassador", "anna-dahlin")


def test_of_two_ambassadors_the_adjective_tells() -> None:
    found = meant("Ambassador Dobrynin asked. Ambassador Dahlin replied. The Soviet Ambassador left.")
    assert found[-1] == ("Soviet Ambassador", "anatoly-dobrynin")


def test_president_without_an_article_is_the_one_met() -> None:
    found = meant("President de Gaulle asked. Mr. Rusk said that President would wait.")
    assert ("President", "charles-de-gaulle") in found


def test_the_president_is_the_home_sides_even_when_another_is_met() -> None:
    found = meant("President de Gaulle asked. Mr. Rusk said that the President would wait.")
    assert ("President", "john-f-kennedy") in found


def test_secretary_without_an_article_is_nobody() -> None:
    assert meant("He was Secretary then.") == []


def test_where_nobody_knows_who_wrote_the_secretary_is_nobody() -> None:
    assert meant("Then the Secretary spoke.", FOREIGN) == []


def test_a_premier_of_the_state_most_spoken_of() -> None:
    assert meant("The Chinese came, China waited. Then the Premier spoke.", FOREIGN) == [("Premier", "zhou-enlai")]


def test_an_office_says_why() -> None:
    found = world.extracted(AMERICAN.format("May 4, 1962") + "Then the Secretary spoke.\n")
    assert [m.how for m in found.mentions if m.refers_to == "person/dean-rusk"] == ["held the office on 1962-05-04"]


def test_whoever_sits_at_the_table_before_a_colleague_spoken_of() -> None:
    head = "Memorandum of Conversation\n\nWashington, {}\n\nPARTICIPANTS\nSecretary Rusk\nAmbassador Dobrynin\n\n"
    told = "They spoke of Ambassador Dahlin. The Ambassador left."
    assert meant(told, head)[-1] == ("Ambassador", "anatoly-dobrynin")


def test_an_office_behind_a_name_is_its_bearers() -> None:
    assert meant("They met Kim Chong-su, the Ambassador of Norway, at noon.") == [
        ("Kim Chong-su", "kim-chong-su"),
        ("Ambassador", "kim-chong-su"),
    ]


def test_an_ambassador_of_a_state_is_sent_by_it() -> None:
    assert meant("Then the Ambassador of Norway spoke.") == [("Ambassador", "anna-dahlin")]
    assert meant("Then the Ambassador to Norway spoke.") == []
