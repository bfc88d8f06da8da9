"""Signs of grammar: who stands where."""

import world

from coldgraph.interpret import grammar
from coldgraph.interpret.reading import Reading
from coldgraph.interpret.setting import Setting, prepared
from coldgraph.interpret.tones import tones

HEAD = "Discussion between Nikita Khrushchev and Dean Rusk\n\nVienna, 4 May 1961\n\nKhrushchev: "


def setting(words: str) -> Setting:
    scene = world.interpreter().scene(world.recognised(f"{HEAD}{words}\n"))
    return next(s for s in prepared(scene, Reading(scene).sentences(), tones()) if s.sentence.words.startswith(words[:5]))


def of(words: str, holder: str, target: str) -> dict[str, float]:
    found = setting(words)
    pair = next(p for p in found.pairs if (p.holder, p.target) == (f"state/{holder}", f"state/{target}"))
    return dict(grammar.of_pair(found, pair))


def test_what_stands_beside_and_between_the_two() -> None:
    told = of("Norway is not opposed to France.", "norway", "france")
    assert told["before the target stands 'to'"] == told["behind the holder stands a form of 'be' or 'have'"] == 1
    assert told["'to' stands between the two"] == told["a negation stands between the two"] == 1
    assert told["'by' stands between the two"] == told["how many are named before the holder"] == 0
    assert told["how many words the target stands behind the holder"] == 5


def test_the_other_way_round_is_another_place() -> None:
    told = of("Norway is not opposed to France.", "france", "norway")
    assert told["how many words the target stands behind the holder"] == -5
    assert told["before the holder stands 'to'"] == 1


def test_what_all_pairs_of_a_sentence_share() -> None:
    told = dict(grammar.of_sentence(setting("We said that you would not help Norway or France.")))
    assert told["how often the speaker's side is named"] == 1
    assert told["how many third parties are named"] == 2
    assert told["a negation stands in the sentence"] == told["'would' stands in the sentence"] == 1
    assert told["how many words of saying the sentence has"] == 1


def test_names_are_told_by_who_is_meant() -> None:
    assert setting("We warn you about Norway.").coded() == ["WE", "warn", "YOU", "about", "OTH", "."]
