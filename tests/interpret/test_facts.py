"""The authority as interpretation asks it: what speaks for a person."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import world

from coldgraph.interpret import context
from coldgraph.interpret.facts import Facts

FIELDS = {"kim-chong-su": {"military", "armistice"}, "kim-yong-ho": {"military", "trade"}}


@cache
def facts() -> Facts:
    """The small world, in which some are soldiers, some farmers, and two have fields of their own."""
    known = world.authority()
    some = list(known.entities.values())[-30:]
    soldiers = {e.id: replace(e, fields=frozenset(("military" if n % 2 else "wheat",))) for n, e in enumerate(some)}
    own = {f"person/{who}": replace(known.entities[f"person/{who}"], fields=frozenset(words)) for who, words in FIELDS.items()}
    return Facts(replace(known, entities=known.entities | soldiers | own))


def test_a_rare_word_tells_more_than_one_that_many_bear() -> None:
    rare, many = (facts().told_by("person/kim-chong-su", frozenset((word,))) for word in ("armistice", "military"))
    assert rare > many > 0


def test_words_of_other_fields_tell_nothing() -> None:
    assert facts().told_by("person/kim-yong-ho", frozenset(("armistice", "wheat"))) == 0


def test_an_abbreviation_brings_the_words_it_stands_for() -> None:
    found = context.build(world.recognised("The UN met. Nothing was agreed."), Facts(world.authority()))
    assert {"united", "nations"} <= found.words
