"""The hostile world reaches every field of a page, so that the tests in a browser forget none."""

from __future__ import annotations

import json
import re
from functools import cache

import pytest
from hostile import DAY, DAYS, HOSTILE, ID, IRIS, OURS, PLAIN, TEXTS, fields, hostile_world, in_iri, state

from coldgraph.see.view import View

KINDS = ("stances", "meetings", "mentions", "bloc", "timeline")


@cache
def found() -> dict[str, set[str]]:
    """The texts of all kinds of pages by field."""
    store, every = hostile_world().store(), {}
    for kind in KINDS:
        actors = {"actors": [ID + state(i) for i in range(len(HOSTILE))]} if kind == "timeline" else {}
        text = re.search('id="feed">(.*?)</script>', View(store, kind, **actors).page)
        for name, texts in fields(json.loads(text[1])).items():
            every.setdefault(name, set()).update(texts)
    return every


def test_every_field_is_known_and_none_is_known_in_vain():
    assert set(found()) == TEXTS | IRIS | DAYS | OURS


@pytest.mark.parametrize("field", sorted(TEXTS))
def test_every_hostile_text_reaches_the_field(field):
    assert [text for text in HOSTILE if not any(text in each for each in found()[field])] == []


@pytest.mark.parametrize("field", sorted(IRIS))
def test_every_hostile_id_reaches_the_field(field):
    assert [text for text in HOSTILE if not any(in_iri(text).lower() in each.lower() for each in found()[field])] == []


@pytest.mark.parametrize("field", sorted(DAYS))
def test_what_is_no_day_does_not_reach_a_field_of_days(field):
    assert {text for text in found()[field] if not DAY.fullmatch(text)} == set()


@pytest.mark.parametrize("field", sorted(OURS))
def test_our_own_words_are_plain(field):
    assert {text for text in found()[field] if not PLAIN.fullmatch(text)} == set()
