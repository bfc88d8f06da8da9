"""What each sign added to a judgement."""

from itertools import permutations
from math import log

import pytest
import world

from coldgraph.interpret.forest import Forest, forest
from coldgraph.interpret.reading import Reading
from coldgraph.interpret.reasons import reasons, weigh
from coldgraph.interpret.signs import signs
from coldgraph.interpret.stances import settings, stances
from coldgraph.model import Polarity, Span

TALK = """Discussion between Nikita Khrushchev and Dean Rusk

Vienna, 4 May 1961

Khrushchev: We do not trust the Chinese. The Poles arrived on Monday.

Rusk: We welcome the help of Norway.
"""
TREE = [0, 0.5, [1, 0.5, 1.0, 2.0], [1, 0.5, 4.0, 9.0]]
SMALL = {
    "signs": ["a", "b", "c"],
    "base": [0.0, 0.5, 0.0],
    "trees": [[0.25], [TREE], [0.0]],
    "calibration": [1, 0],
    "told": 0.5,
    "least": 0.5,
}


def test_the_shares_are_shapley_values() -> None:
    """Each sign's mean gain over all orders in which the signs may come, counted here by hand."""
    value = {(): 1.0, ("a",): 4.0, ("b",): 2.0, ("a", "b"): 9.0}
    wanted = dict.fromkeys("ab", 0.0)
    for order in permutations("ab"):
        for n, sign in enumerate(order):
            wanted[sign] += (value[tuple(sorted(order[: n + 1]))] - value[tuple(sorted(order[:n]))]) / 2
    start, weights = weigh(Forest(SMALL), {"a": 1.0, "b": 1.0, "c": 1.0}, Polarity.POSITIVE)
    assert start == 0.5 + 1.0 - 0.25
    assert {w.sign: w.added for w in weights} == wanted


def test_a_sign_that_is_absent_or_never_asked_for_adds_nothing() -> None:
    assert [w.sign for w in weigh(Forest(SMALL), {"b": 1.0, "c": 1.0}, Polarity.POSITIVE)[1]] == ["b"]
    assert weigh(Forest(SMALL), {}, Polarity.POSITIVE) == (1.25, ())


def test_the_shares_of_the_shipped_trees_add_up_to_their_vote() -> None:
    scene = world.interpreter().scene(world.recognised(TALK))
    rows = [signs(setting, pair) for setting, pairs in settings(scene, list(Reading(scene).sentences())) for pair in pairs]
    votes = [(row, forest().vote(row)) for row in rows]
    likely = [(row, p, n) for row, (p, n) in votes if p + n > 0.2]
    assert likely
    for row, positive, negative in likely:
        start, weights = weigh(forest(), row, Polarity.NEGATIVE)
        assert start + sum(w.added for w in weights) == pytest.approx(log(negative / (1 - positive - negative)))


def test_reasons_of_a_sentence_hold_all_pairs_and_the_stance() -> None:
    scene = world.interpreter().scene(world.recognised(TALK))
    at = TALK.index("trust")
    found = reasons(scene, Span(at, at + 1))
    told = [r for r in found if r.stance]
    assert [(r.pair.holder, r.pair.target, r.polarity) for r in told] == [("state/soviet-union", "state/china", Polarity.NEGATIVE)]
    assert told[0].stance in stances(scene, list(Reading(scene).sentences()))
    assert [(c.word, c.negated, TALK[c.span.start : c.span.end]) for c in told[0].cues] == [("trust", True, "trust")]
    assert {r.sentence for r in found} == {told[0].stance.evidence if told[0].stance else None}


def test_a_sentence_without_a_word_of_attitude_was_not_judged() -> None:
    at = TALK.index("Poles")
    assert reasons(world.interpreter().scene(world.recognised(TALK)), Span(at, at + 1)) == []
