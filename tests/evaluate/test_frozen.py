"""Results that were kept: what counts as a loss, and that nothing is lost."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
import results

from coldgraph.evaluate.frozen import losses

BEFORE: dict[str, Any] = {
    "documents": 3,
    "scores": {"stances": {"precision": 0.6, "recall": 0.5, "f1": 0.5455, "right": 30, "missed": 30, "wrong": 20}},
    "calibration error": 0.05,
}


def lost(**changed: Any) -> list[str]:
    now = copy.deepcopy(BEFORE)
    now["scores"]["stances"] |= {k: v for k, v in changed.items() if k in now["scores"]["stances"]}
    return list(losses(BEFORE, now | {k: v for k, v in changed.items() if k in now}, 0.02, 20))


def test_a_fall_within_the_margin_and_a_rise_are_no_loss() -> None:
    assert lost() == lost(recall=0.485, precision=0.9) == []


def test_a_fall_beyond_the_margin_is_a_loss() -> None:
    assert lost(recall=0.47) == ["stances, recall: 0.5 before, 0.47 now"]
    assert lost(precision=None) == ["stances, precision: 0.6 before, None now"]


def test_a_row_or_document_that_is_gone_and_worse_confidences_are_losses() -> None:
    assert len(lost(scores={})) == 3
    assert lost(documents=2) == ["documents: 3 before, 2 now"]
    assert lost(**{"calibration error": 0.08}) == ["calibration error: 0.05 before, 0.08 now"]


def test_a_handful_of_things_is_no_trend() -> None:
    few = {**BEFORE, "scores": {"stances": {**BEFORE["scores"]["stances"], "right": 2, "missed": 30, "wrong": 3}}}
    worse = {**few, "scores": {"stances": {**few["scores"]["stances"], "precision": 0.1, "f1": 0.1}}}
    assert list(losses(few, worse, 0.02, 20)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(results.SETS))
def test_nothing_is_lost(name: str, made: Callable[[str], results.Made]) -> None:
    """Where this fails, mend the loss; or, where it is wanted, renew the results: make results."""
    assert results.lost(name, made(name).results()) == []
