"""The naive rival."""

from pathlib import Path

import pytest
from marked import TRUST

from coldgraph.errors import ExtraMissing
from coldgraph.evaluate.facts import Facts
from coldgraph.evaluate.floor import floor, ratios, vader
from coldgraph.evaluate.gold import read
from coldgraph.evaluate.packed import kept
from coldgraph.evaluate.run import evaluate


def test_it_takes_the_nearest_two_and_the_mood_of_the_sentence(annotated: Path, facts: Facts, graph: Path) -> None:
    golds = read(annotated)
    found = floor(golds, facts, kept(graph), lambda words: -0.6 if "fears" in words else 0.0)
    assert [(n.verdict, n.what.split(":")[0]) for n in found.notes if n.kind == "stances" and n.verdict == "wrong"] == []
    assert [(b.number, b.said, b.right) for b in found.reliability.bins] == [(1, 0.6, 1.0)]
    cheerful = floor(golds, facts, kept(graph), lambda words: 0.6)
    assert [n.what.split(":")[0] for n in cheerful.notes if n.kind == "stances" and n.verdict == "wrong"] == ["tamm -> norland positive"]


def test_a_sentence_with_one_actor_or_without_mood_says_nothing(annotated: Path, facts: Facts, graph: Path) -> None:
    found = floor(read(annotated), facts, kept(graph), lambda words: 1.0 if words == TRUST else 0.0)
    assert found.reliability.bins == []


def test_ratios_of_ours_to_the_rivals(annotated: Path, facts: Facts, graph: Path) -> None:
    ours = evaluate(read(annotated), facts, resamples=0)
    none = floor(read(annotated), facts, kept(graph), lambda words: 0.0)
    assert (ratios(ours, none).recall, ratios(ours, none).precision) == (None, None)
    assert (ratios(ours, ours).recall, ratios(ours, ours).precision) == (1.0, 1.0)


def test_the_general_lexicon_knows_moods_and_misses_diplomacy() -> None:
    judge = vader()
    assert judge("This is a wonderful and happy day.") > 0.5 > -0.5 > judge("This is a horrible murder.")
    assert judge("They wish to win your trust in a deceitful way.") > 0


def test_without_the_lexicon_there_is_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vaderSentiment.vaderSentiment", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'coldgraph\[floor\]'"):
        vader()
