"""Words, shapes and what is glued to what; titles; sentences."""

import pytest

from coldgraph import titles
from coldgraph.recognise.sentences import sentences
from coldgraph.recognise.tokens import shape, tokens
from coldgraph.text import fold


def spelled(text: str) -> list[str]:
    found = tokens(text)
    return [text[a:b] for a, b in zip(found.starts, found.ends, strict=True)]


def glued(text: str) -> list[bool]:
    return tokens(text).glued


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("N. S. Khrushchev left", ["N. S.", "Khrushchev", "left"]),
        ("N.S. Khrushchev", ["N.S.", "Khrushchev"]),
        ("Kim Chong-hui's plan", ["Kim", "Chong-hui", "plan"]),
        ("Ch’iao Kuan-hua", ["Ch’iao", "Kuan-hua"]),
        ("Chou En–lai", ["Chou", "En–lai"]),
        ("Pel'she, 1956.", ["Pel'she", "1956"]),
        ("Phạm Văn Đồng", ["Phạm", "Văn", "Đồng"]),
        ("the Kennedys’", ["the", "Kennedys"]),
        ("1959–60 talks", ["1959", "60", "talks"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert spelled(text) == words


@pytest.mark.parametrize("text", ["Mr. Rusk", "Dr. Kissinger", "A. Berg", "Gen. Lindt", "Mr.\u00a0Rusk"])
def test_an_abbreviated_title_or_initial_goes_on(text: str) -> None:
    assert glued(text)[0]


@pytest.mark.parametrize("text", ["spoke. Rusk left", "Rusk, Dean", "Rusk; Berg", "Mr.\nRusk", "end\n\nRusk"])
def test_stops_commas_and_lines_part_words(text: str) -> None:
    found = tokens(text)
    at = found.folds.index("rusk")
    assert not found.glued[at - 1 if at else 0]


def test_shapes() -> None:
    shapes = {"N.S.": "I", "B.": "I", "Khrushchev": "C", "KHRUSHCHEV": "A", "von": "p", "de": "p", "said": "l", "1956": "d", "a": "l"}
    assert {word: shape(word) for word in shapes} == shapes


def test_folding() -> None:
    assert [fold(w) for w in ("Phạm", "Đồng", "Ch’iao", "En-lai", "Schröder", "U.S.S.R.", "Mao’s")] == [
        "pham",
        "dong",
        "chiao",
        "enlai",
        "schroder",
        "ussr",
        "mao",
    ]


@pytest.mark.parametrize(
    ("words", "title", "length"),
    [
        ("deputy foreign minister gromyko", "deputy foreign minister", 3),
        ("foreign minister gromyko", "foreign minister", 2),
        ("minister counselor dahl", "minister-counselor", 2),
        ("vice premier chen", "vice premier", 2),
        ("lt gen berg", "lt gen", 2),
        ("nobody at all", "", 0),
    ],
)
def test_the_longest_title_is_taken(words: str, title: str, length: int) -> None:
    assert titles.at(words.split(), 0) == (title, length)


def test_kinds_of_titles() -> None:
    assert titles.is_address("mr") and not titles.is_address("premier")
    assert titles.is_rank("general") and not titles.is_rank("secretary of state")
    assert (titles.office("chancellor"), titles.office("mr"), titles.office("senator")) == ("premier", "", "")
    assert "premier" in titles.ALONE and "general" not in titles.ALONE and "ambassador" in titles.ALONE


def test_offices_in_words_on_a_person() -> None:
    assert titles.within("Soviet Ambassador") == ["ambassador"]
    assert titles.within("Deputy Assistant Secretary, Foreign Minister") == ["deputy-assistant-secretary", "foreign-minister"]
    assert titles.within("Bureau of European Affairs") == []


SENTENCES = {
    "Mr. Rusk met Gen. Berg. They talked.": ["Mr. Rusk met Gen. Berg.", "They talked."],
    "He spoke with the U.S. We replied.": ["He spoke with the U.S.", "We replied."],
    "The U.S. Government knew. It waited.": ["The U.S. Government knew.", "It waited."],
    "At 3 p.m. The Premier came.": ["At 3 p.m.", "The Premier came."],
    "See Embtel No. 947. Nothing new.": ["See Embtel No. 947.", "Nothing new."],
    "J. F. Berg left. A. Dahl stayed.": ["J. F. Berg left.", "A. Dahl stayed."],
    "1. We agree. 2. They do not.": ["1. We agree.", "2. They do not."],
    "Is it so? No! It is not.": ["Is it so?", "No!", "It is not."],
    "“We agree.” He left.": ["“We agree.”", "He left."],
    "It was late.[1] They left.": ["It was late.[1]", "They left."],
    "They [the Soviets] left. [Long pause.] We stayed.": ["They [the Soviets] left.", "[Long pause.]", "We stayed."],
    "One line\nof a paragraph. Next.\n\nAnother": ["One line\nof a paragraph.", "Next.", "Another"],
    "It grew by 3.5 per cent. Good.": ["It grew by 3.5 per cent.", "Good."],
    "He came, e.g. Monday. He left.": ["He came, e.g. Monday.", "He left."],
}


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == SENTENCES[text]


def test_sentences_stay_between_the_offsets() -> None:
    text = "One. Two. Three."
    assert [text[s.start : s.end] for s in sentences(text, 5, 9)] == ["Two."]
