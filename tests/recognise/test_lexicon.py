"""The people of the authority by name: nicknames, misspellings, given names that contradict."""

import pytest
import world

from coldgraph.recognise.lexicon import alike

LEXICON = world.recogniser().lexicon


def fitting(family: str, *given: str) -> list[str]:
    return [p.removeprefix("person/") for p in LEXICON.fitting(family, given)]


@pytest.mark.parametrize(
    ("given", "people"),
    [
        (["john"], ["john-f-kennedy"]),
        (["jack"], ["john-f-kennedy"]),
        (["bob"], ["robert-f-kennedy"]),
        (["robert"], ["robert-f-kennedy"]),
        (["j", "f"], ["john-f-kennedy"]),
        (["j"], ["john-f-kennedy"]),
        (["r"], ["robert-f-kennedy"]),
        (["edward"], []),
        (["john", "q"], []),
        ([], ["john-f-kennedy", "robert-f-kennedy"]),
    ],
)
def test_given_names_tell_namesakes_apart(given: list[str], people: list[str]) -> None:
    assert fitting("kennedy", *given) == people


def test_a_given_name_in_another_spelling_fits() -> None:
    assert fitting("thompson", "llewelyn") == fitting("thompson", "llewellyn") == ["llewellyn-e-thompson"]
    assert fitting("dobrynin", "anatoliy") == ["anatoly-dobrynin"]


def test_an_unknown_family_has_nobody() -> None:
    assert fitting("nemo", "john") == []


@pytest.mark.parametrize(("one", "other"), [("andrei", "andrey"), ("phillip", "philip"), ("alex", "alexander"), ("nikita", "nikitta")])
def test_spellings_alike(one: str, other: str) -> None:
    assert alike(one, other) and alike(other, one)


@pytest.mark.parametrize(("one", "other"), [("robert", "john"), ("al", "alexander"), ("karl", "kurt"), ("anna", "arno")])
def test_names_apart(one: str, other: str) -> None:
    assert not alike(one, other)


def test_letters_in_another_order_are_a_slip_of_the_typist() -> None:
    assert LEXICON.misspelt(["nikita", "khrushchve"]) == ("person/nikita-khrushchev",)
    assert LEXICON.misspelt(["nikita", "khrushchen"]) == ()
    assert LEXICON.misspelt(["le", "duna"]) == ()  # too short to be sure


def test_what_the_lexicon_reads_off_the_names() -> None:
    assert {"kim", "pak"} <= LEXICON.eastern
    assert "robert" in LEXICON.given_names and "konrad" not in LEXICON.given_names
    assert LEXICON.full["chouenlai"] == LEXICON.full["zhouenlai"] == ("person/zhou-enlai",)
    assert LEXICON.families["degaulle"] == ("person/charles-de-gaulle",)
