"""An evaluation written as JSON, as a table for a terminal, or as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from coldgraph.evaluate.floor import Ratios
from coldgraph.evaluate.run import Evaluation, Reliability, Score
from coldgraph.evaluate.tally import Note

SHARES = ("precision", "recall", "f1")
_HEAD = ("", "precision", "recall", "F1", "right", "missed", "wrong")
_BOTH = ("", "precision", "set right", "recall", "set right", "F1", "set right")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """An evaluation, the rival's where it was asked for, what is to be shown of what was missed and wrong.

    ``mended`` is the evaluation with the known wrong marks of the gold documents set right.
    """

    ours: Evaluation
    rival: Evaluation | None = None
    ratios: Ratios | None = None
    shown: Sequence[Note] = ()
    mended: Evaluation | None = None


def as_json(report: Report) -> str:
    """Everything, with shares rounded to four digits."""
    found: dict[str, Any] = _evaluation(report.ours)
    if report.rival and report.ratios:
        found["floor"] = _evaluation(report.rival) | {"ratios": {k: _round(v) for k, v in asdict(report.ratios).items()}}
    if report.mended:
        found["mended"] = _evaluation(report.mended)
    if report.shown:
        found["shown"] = [asdict(n) for n in report.shown]
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _evaluation(found: Evaluation) -> dict[str, Any]:
    reliability = found.reliability
    return {
        "documents": found.documents,
        "scores": [_score(s) for s in found.scores],
        "parts": {name: [_score(s) for s in rows] for name, rows in found.parts.items()},
        "calibration": {
            "error": _round(reliability.error),
            "interval": reliability.interval,
            "bins": [{k: _round(v) for k, v in asdict(b).items()} for b in reliability.bins],
        },
    }


def _score(score: Score) -> dict[str, Any]:
    shares = {k: _round(getattr(score, k)) for k in SHARES}
    counts = {k: getattr(score, k) for k in ("right", "missed", "hit", "wrong")}
    return {"kind": score.kind, **shares, **counts, "intervals": dict(score.intervals)}


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def as_table(report: Report) -> str:
    """Tables of aligned columns, a blank line between them; shares with their 95 % intervals."""
    return "\n".join(_text(title, rows) for title, rows in _tables(report))


def as_markdown(report: Report) -> str:
    """The same as pipe tables."""
    return "\n".join(_pipes(title, rows) for title, rows in _tables(report))


WRITERS = {"table": as_table, "markdown": as_markdown, "json": as_json}


def _tables(report: Report) -> Iterator[tuple[str, list[Row]]]:
    if report.shown:
        yield "what was missed and wrong", [("", "document", "what"), *((n.verdict, n.file, n.what) for n in report.shown)]
    yield f"{report.ours.documents} documents", [_HEAD, *map(_row, report.ours.scores)]
    if report.mended:
        yield "as marked, and with the known wrong marks set right", [_BOTH, *_side_by_side(report.ours, report.mended)]
    for name, rows in report.ours.parts.items():
        yield f"stances by {name}", [_HEAD, *map(_row, rows)]
    if report.ours.reliability.bins:
        yield _error(report.ours.reliability), _bins(report.ours.reliability)
    if report.rival and report.ratios:
        yield "the naive rival: nearest two actors, general sentiment", [_HEAD, *(_row(s) for s in report.rival.scores if _is_stance(s))]
        times = [(k, "-" if v is None else f"{v:.1f} times the rival's") for k, v in asdict(report.ratios).items()]
        yield "ours against the rival", [("stances", "ratio"), *times]


def _side_by_side(ours: Evaluation, mended: Evaluation) -> Iterator[Row]:
    """The rows that the known marks change, before and after."""
    for score in ours.scores:
        after = mended.score(score.kind)
        if after and (score.right, score.missed, score.wrong) != (after.right, after.missed, after.wrong):
            yield score.kind, *(_share(s, k) for k in SHARES for s in (score, after))


def _is_stance(score: Score) -> bool:
    return "stances" in score.kind or score.kind == "dyads"


def _row(score: Score) -> Row:
    return score.kind, *(_share(score, k) for k in SHARES), *(f"{n}" for n in (score.right, score.missed, score.wrong))


def _share(score: Score, name: str) -> str:
    value, interval = getattr(score, name), score.intervals.get(name)
    if value is None or (name != "recall" and score.kind.endswith("(recall only)")):
        return "-"
    return f"{value:.3f}" + (f" ({interval[0]:.2f}-{interval[1]:.2f})" if interval else "")


def _error(found: Reliability) -> str:
    between = f" ({found.interval[0]:.3f}-{found.interval[1]:.3f})" if found.interval else ""
    return f"confidence against truth: expected calibration error {found.error or 0:.3f}{between}"


def _bins(found: Reliability) -> list[Row]:
    rows = [(f"{b.low:.1f}-{b.low + 0.1:.1f}", f"{b.number}", f"{b.said:.2f}", f"{b.right:.2f}") for b in found.bins]
    return [("confidence", "stances", "said", "right"), *rows]


def _text(title: str, rows: list[Row]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    lines = ["  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[-1]]).rstrip() for row in rows]
    return "\n".join([title, *lines]) + "\n"


def _pipes(title: str, rows: list[Row]) -> str:
    head, *rest = [[_escaped(cell) for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in ([*head], ["---"] * len(head), *rest)]
    return "\n".join([f"### {title}", "", *lines]) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\|`*_[]<" else c for c in " ".join(text.split()))
