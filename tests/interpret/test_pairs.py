"""Who may hold an attitude towards whom: those named, the speaker's side, the side spoken to, and whoever was spoken of last."""

import world

from coldgraph.interpret.pairs import Pairs
from coldgraph.interpret.reading import Reading

HEAD = "Discussion between Nikita Khrushchev and Dean Rusk\n\nVienna, 4 May 1961\n\n"


def held(words: str) -> list[set[tuple[str, str, str, str]]]:
    """(holder, how named, target, how named) for each sentence of Khrushchev."""
    scene = world.interpreter().scene(world.recognised(f"{HEAD}Khrushchev: {words}\n\nRusk: Good.\n"))
    pairs = Pairs(scene)
    found = [pairs.of(s) for s in Reading(scene).sentences()]
    bare = [{(p.holder.split("/")[1], p.by.how, p.target.split("/")[1], p.towards.how) for p in some} for some in found]
    return [some for some in bare if some][:-1] or bare


def test_a_sentence_that_names_nobody_has_the_two_who_talk() -> None:
    (first, *_) = held("That is a good proposal.")
    assert first == {
        ("soviet-union", "implied", "united-states", "implied"),
        ("united-states", "addressed", "soviet-union", "own"),
    }


def test_whoever_was_spoken_of_last_is_remembered() -> None:
    first, second = held("The Norwegians came. That was foolish.")[:2]
    assert ("norway", "named", "soviet-union", "own") in first
    assert {("norway", "recent", "soviet-union", "own"), ("soviet-union", "implied", "norway", "recent")} <= second


def test_nobody_is_paired_with_their_own_side() -> None:
    found = held("The Soviet Union and I like Norway.")
    assert found[0] and not any(h == t for some in found for h, _, t, _ in some)
