"""Results that were kept, so that a later change which loses ground is seen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from coldgraph.evaluate.report import SHARES
from coldgraph.evaluate.run import Evaluation, Score

Kept = Mapping[str, Any]


def kept(found: Evaluation) -> Kept:
    """What is kept of an evaluation: the shares and counts of each row, the calibration error, no intervals."""
    error = found.reliability.error
    return {
        "documents": found.documents,
        "scores": {s.kind: _row(s) for s in found.scores},
        "calibration error": None if error is None else round(error, 4),
    }


def _row(score: Score) -> dict[str, float | int | None]:
    shares = {k: None if (value := getattr(score, k)) is None else round(value, 4) for k in SHARES}
    return {**shares, "right": score.right, "missed": score.missed, "wrong": score.wrong}


def losses(before: Kept, now: Kept, margin: float, least: int) -> Iterator[str]:
    """In words, each share that fell by more than the margin, and each error of calibration that rose by more.

    ``margin`` is in shares (0.02: two in a hundred). A share of fewer than ``least`` things is left out, for one of
    them more or less is no trend. A row that is gone is a loss.
    """
    if before["documents"] != now["documents"]:
        yield f"documents: {before['documents']} before, {now['documents']} now"
    for kind, row in before["scores"].items():
        yield from _fallen(kind, row, now["scores"].get(kind), margin, least)
    was, is_now = before["calibration error"], now["calibration error"]
    if was is not None and (is_now is None or is_now > was + margin):
        yield f"calibration error: {was} before, {is_now} now"


def _fallen(kind: str, before: Kept, now: Kept | None, margin: float, least: int) -> Iterator[str]:
    numbers = {"precision": before["right"] + before["wrong"], "recall": before["right"] + before["missed"]}
    for name in SHARES:
        was, is_now = before[name], now[name] if now else None
        if numbers.get(name, min(numbers.values())) >= least and was is not None and (is_now is None or is_now < was - margin):
            yield f"{kind}, {name}: {was} before, {is_now} now"
