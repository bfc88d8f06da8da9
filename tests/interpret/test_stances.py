"""Stances: who holds what towards whom, in whose words; and what must not become one."""

import random
from functools import reduce
from operator import add

import numpy as np
import pytest
import world

from coldgraph.interpret.forest import Forest, forest
from coldgraph.interpret.grove import Grove, Tree
from coldgraph.interpret.lexis import Tokens, senses
from coldgraph.interpret.signs import zones
from coldgraph.model import Extraction

TALK = "Discussion between Zhou Enlai and Le Duan\n\nBeijing, 23 March 1966\n\nZhou Enlai: "


def told(words: str) -> set[tuple[str, str, str, bool]]:
    """(holder, target, polarity, attributed) of what Zhou Enlai says."""
    found = world.extracted(TALK + words + "\n")
    return {(_bare(s.holder), _bare(s.target), s.polarity.value, s.attributed) for s in found.stances}


def _bare(actor: str) -> str:
    return actor.split("/", 1)[1]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("We support North Vietnam.", ("china", "north-vietnam", "Positive", False)),
        ("We condemn the Soviet Union for its treachery.", ("china", "soviet-union", "Negative", False)),
        ("China firmly opposes the United States.", ("china", "united-states", "Negative", False)),
        ("The Soviet Union has betrayed North Vietnam.", ("china", "soviet-union", "Negative", False)),
        ("The Soviet Union distrusts China.", ("soviet-union", "china", "Negative", True)),
    ],
)
def test_a_plain_sentence(words: str, stance: tuple[str, str, str, bool]) -> None:
    assert stance in told(words)


@pytest.mark.parametrize(
    "words",
    [
        "Does the United States support the Soviet Union?",
        "The delegation of China arrived in Moscow by train on Monday.",
        "If the United States supported China, the weather would be better.",
    ],
)
def test_no_attitude_is_claimed(words: str) -> None:
    assert told(words) == set()


def test_a_negated_support_is_no_support() -> None:
    assert ("china", "soviet-union", "Positive", False) not in told("We do not support the Soviet Union.")


def stances_of(words: str) -> Extraction:
    return world.extracted(TALK + words + "\n")


def test_a_stance_says_why_and_how_sure() -> None:
    (stance,) = stances_of("We condemn the Soviet Union.").stances
    assert stance.speaker == "person/zhou-enlai"
    assert stance.act == "Criticism"
    assert "condemn" in stance.why
    assert forest().least <= stance.confidence <= 1


def test_the_evidence_is_the_sentence() -> None:
    found = stances_of("The weather is fine. We condemn the Soviet Union. We drink tea.")
    assert {found.document.quote(s.evidence.start, s.evidence.end) for s in found.stances} == {"We condemn the Soviet Union."}


def test_words_of_attitude_know_their_negation() -> None:
    hits = Tokens("§¤¤¤ does not support § but condemns §").hits
    assert [(h.word, h.negated) for h in hits] == [("support", True), ("condemns", False)]


def test_the_lexicon_has_both_polarities_and_every_form() -> None:
    known = senses()
    assert {s.polarity for some in known.values() for s in some} == {"Positive", "Negative"}
    assert {"betray", "betrays", "betrayed", "betraying"} <= known.keys()


def test_zones_lie_around_holder_and_target() -> None:
    assert zones(2, 5, 9) == {"between": range(3, 5), "before": range(0, 2), "after": range(6, 15)}
    assert zones(-1, 5, 9) == {"before": range(0, 5), "after": range(6, 19)}
    assert zones(-1, -1, 9) == {"anywhere": range(9)}


TINY = {
    "signs": ["a", "b"],
    "base": [0.0, 0.0, 0.0],
    "trees": [[0.0], [[0, 0.5, 0.0, 2.0]], [[1, 0.5, 0.0, [0, 0.5, 3.0, 0.0]]]],
    "calibration": [1.0, 0.0],
    "told": 0.6,
    "least": 0.5,
}


def test_a_forest_votes_by_its_trees() -> None:
    tiny = Forest(TINY)
    assert tiny.vote({}) == pytest.approx((1 / 3, 1 / 3))
    positive, negative = tiny.vote({"a": 1.0, "unknown": 7.0})
    assert positive == pytest.approx(7.389 / 9.389, abs=1e-3)
    assert negative == pytest.approx(1 / 9.389, abs=1e-3)
    assert tiny.vote({"b": 1.0})[1] > 0.9


def test_a_vote_is_the_same_whatever_rows_stand_beside_it() -> None:
    chance = random.Random(1)
    rows = [{name: chance.choice([-1.0, 0.5, 1.0, 2.0, 7.0]) for name in chance.sample(forest().signs, 60)} for _ in range(600)]
    alone = [forest().vote(row) for row in rows]
    assert list(forest().votes(rows)) == alone
    assert list(forest().votes(rows[7:])) == alone[7:]
    assert list(forest().votes([])) == []


def test_each_row_goes_down_each_tree() -> None:
    def leaf(tree: Tree, row: list[float]) -> float:
        while isinstance(tree, list):
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        return float(tree)

    trees, chance = forest().trees[2], random.Random(2)
    rows = [[chance.choice([0.0, 0.0, 1.0, 2.0, -1.0]) for _ in forest().signs] for _ in range(50)]
    slow = [reduce(add, (leaf(tree, row) for tree in trees), 0.25) for row in rows]
    assert Grove(trees).add(np.full(50, 0.25), np.array(rows).T).tolist() == slow


def test_confidence_is_calibrated_and_grows() -> None:
    tiny = Forest(TINY)
    assert tiny.confidence(0.7) == pytest.approx(0.7)
    shipped = [forest().confidence(p / 10) for p in range(11)]
    assert shipped == sorted(shipped)


def test_a_list_of_very_many_actors_is_no_sentence_of_attitudes() -> None:
    crowd = "We condemn " + ", ".join(["the Soviet Union", "the United States", "North Vietnam"] * 20) + "."
    assert told(crowd) == set()


def test_a_long_text_without_full_stops_is_passed_over_quickly() -> None:
    assert told("We condemn the Soviet Union" + " and condemn and support" * 2_000 + ".") == set()
