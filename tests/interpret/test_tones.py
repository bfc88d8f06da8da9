"""The tone of a sentence is the sum of what its words add."""

import pytest

from coldgraph.interpret.tones import Tone, Tones, tones

SMALL = Tones((0.5, -0.5), {"agree": [1.0, 0.0], "not agree": [-2.0, 1.0], "<": [0.25, 0.0]}, {"we": [4.0, 2.0], "tea": [0.0, 2.0]})


def test_expressions_count_once_and_senses_by_their_mean() -> None:
    words = ["we", "do", "not", "agree", "agree", "tea", "tea"]
    tone = SMALL.of(words, ["WE", *words[1:]])
    assert tone.positive == pytest.approx(0.5 + 1 - 2 + 0.25 + 4 / 3)
    assert tone.negative == pytest.approx(-0.5 + 1 + 2 / 3 + 4 / 3)


def test_what_the_parts_add_is_the_whole_tone() -> None:
    words = ["we", "deeply", "regret", "the", "attack"]
    parts = list(tones().parts(words, ["WE", *words[1:]]))
    whole = tones().of(words, ["WE", *words[1:]])
    assert len(parts) > 5
    assert whole.positive == pytest.approx(tones().start[0] + sum(p for _, p, _ in parts))
    assert whole.negative == pytest.approx(tones().start[1] + sum(n for _, _, n in parts))


def test_words_that_nobody_taught_add_nothing() -> None:
    assert SMALL.of(["xyzzy"], ["xyzzy"]) == Tone(0.75, -0.5)


@pytest.mark.parametrize(
    ("words", "is_praise"),
    [
        ("WE are grateful to YOU for this cooperation and welcome it", True),
        ("OTH has rejected the proposal and its aggression threatens peace", False),
    ],
)
def test_the_shipped_tones_tell_praise_from_blame(words: str, is_praise: bool) -> None:
    tone = tones().of(words.lower().split(), words.split())
    assert (tone.positive > tone.negative) is is_praise
