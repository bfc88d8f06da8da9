"""The scanner: names of people in running text, and what looks like one and is none."""

import pytest
import world

# words of the text -> words found as a person, the people who may be meant (without 'person/')
FOUND = {
    "Then Premier Khrushchev spoke.": ("Premier Khrushchev", ["nikita-khrushchev"]),
    "Then Mr. Rusk spoke.": ("Mr. Rusk", ["dean-rusk"]),
    "Then N. S. Khrushchev spoke.": ("N. S. Khrushchev", ["nikita-khrushchev"]),
    "Then N.S. Khrushchev spoke.": ("N.S. Khrushchev", ["nikita-khrushchev"]),
    "Then Nikita S. Khrushchev spoke.": ("Nikita S. Khrushchev", ["nikita-khrushchev"]),
    "Then General de Gaulle spoke.": ("General de Gaulle", ["charles-de-gaulle"]),
    "Then President De Gaulle spoke.": ("President De Gaulle", ["charles-de-gaulle"]),
    "Then Charles de Gaulle spoke.": ("Charles de Gaulle", ["charles-de-gaulle"]),
    "Then Chou En-lai spoke.": ("Chou En-lai", ["zhou-enlai"]),
    "Then Zhou Enlai spoke.": ("Zhou Enlai", ["zhou-enlai"]),
    "Then Zhou En–lai spoke.": ("Zhou En–lai", ["zhou-enlai"]),
    "Then Premier Chou spoke.": ("Premier Chou", ["zhou-enlai"]),
    "Then Kim Chong-su spoke.": ("Kim Chong-su", ["kim-chong-su"]),
    "Then Kim Tae-jun spoke.": ("Kim Tae-jun", []),
    "Then Foreign Minister Kim spoke.": ("Foreign Minister Kim", ["kim-chong-su", "kim-yong-ho"]),
    "On Khrushchev's proposal they agreed.": ("Khrushchev", ["nikita-khrushchev"]),
    "On Khrushchev’s proposal they agreed.": ("Khrushchev", ["nikita-khrushchev"]),
    "Then KHRUSHCHEV spoke.": ("KHRUSHCHEV", ["nikita-khrushchev"]),
    "Then NIKITA KHRUSHCHEV spoke.": ("NIKITA KHRUSHCHEV", ["nikita-khrushchev"]),
    "Then Robert Kennedy spoke.": ("Robert Kennedy", ["robert-f-kennedy"]),
    "Then President Kennedy spoke.": ("President Kennedy", ["john-f-kennedy", "robert-f-kennedy"]),
    "Then Dobrynin spoke.": ("Dobrynin", ["anatoly-dobrynin"]),
    "He saw Dobrynin July 4.": ("Dobrynin", ["anatoly-dobrynin"]),
    "On the Ambassador Dobrynin Visit they agreed.": ("Ambassador Dobrynin", ["anatoly-dobrynin"]),
    "Then Robert Kcnnedy spoke.": ("Robert Kcnnedy", ["robert-f-kennedy"]),
    "Then Deputy Minister Sukhanov spoke.": ("Deputy Minister Sukhanov", []),
    "Then Robert Sukhanov spoke.": ("Robert Sukhanov", []),
    "Then Colonel A. B. Sukhanov spoke.": ("Colonel A. B. Sukhanov", []),
    "Then MR. SUKHANOV spoke.": ("MR. SUKHANOV", []),
    "Then Mr. Taiwan spoke.": ("Mr. Taiwan", []),
    "Then Mr. Le Duan spoke.": ("Mr. Le Duan", ["le-duan"]),
}
NOBODY = [
    "The ship passed Johnson Island at noon.",
    "They landed at Kennedy Airport in fog.",
    "The Board Meeting began.",
    "The General Assembly met.",
    "On Monday Morning it rained.",
    "The rusk was dry and the thompson gun was old.",
    "The Foreign Ministry Press Office was shut.",
    "They sent it to Commander Taiwan at once.",
    "It was a major Sukhanov of the year.",
    "GENERAL SUBJECTS were left for the end.",
    "The Lt. Colonel was late.",
    "The General Principles were read out.",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_name_is_found(text: str) -> None:
    words, meant = FOUND[text]
    assert [(e.words, [p.removeprefix("person/") for p in e.people]) for e in world.people(text)] == [(words, meant)]


@pytest.mark.parametrize("text", NOBODY)
def test_no_person(text: str) -> None:
    assert [e.words for e in world.people(text)] == []


def test_title_given_and_family_are_told_apart() -> None:
    (found,) = world.people("Then Ambassador Llewellyn E. Thompson spoke.")
    assert (found.title, found.given, found.family, found.listed) == ("ambassador", ("llewellyn", "e"), ("thompson",), True)
    assert found.core is not None and "Then Ambassador Llewellyn E. Thompson"[found.core.start :] == "Llewellyn E. Thompson"


def test_a_name_does_not_cross_a_comma_or_a_sentence() -> None:
    assert [e.words for e in world.people("They saw Rusk. Gromyko left, Dobrynin stayed.")] == ["Rusk", "Gromyko", "Dobrynin"]


def test_hyphens_between_people_part_them() -> None:
    assert [e.words for e in world.people("On the Rusk-Gromyko and Kennedy/Khrushchev talks, not Le-Duan.")] == [
        "Rusk",
        "Gromyko",
        "Kennedy",
        "Khrushchev",
    ]


def test_an_adjective_before_a_title_is_its_country() -> None:
    (found,) = world.people("Then Soviet Ambassador Dobrynin spoke.")
    assert found.country == ("state/soviet-union",)


def test_an_office_alone_is_an_office() -> None:
    found = [e for e in world.recognised("Then the Soviet Ambassador spoke to the Prime Minister.").expressions if e.kind == "office"]
    assert [(e.words, e.title, e.country) for e in found] == [
        ("Soviet Ambassador", "ambassador", ("state/soviet-union",)),
        ("Prime Minister", "prime minister", ()),
    ]


def test_an_office_in_lower_case_is_nobody() -> None:
    assert [e for e in world.recognised("Then a prime minister or an ambassador may speak.").expressions if e.kind != "named"] == []
