"""A graph held against annotated documents, from the store's answers to rows of scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coldgraph.evaluate import calibration
from coldgraph.evaluate.calibration import Bin
from coldgraph.evaluate.document import score_annotated, score_edited, score_setting
from coldgraph.evaluate.facts import Claim, Facts
from coldgraph.evaluate.gold import Gold
from coldgraph.evaluate.intervals import Interval, Resampled
from coldgraph.evaluate.people import identity, score_people
from coldgraph.evaluate.stances import score_stances
from coldgraph.evaluate.tally import SCORES, Count, Note, Tally, total

if TYPE_CHECKING:
    import pandas

PARTS = ("document type", "act", "attribution", "confidence")


@dataclass(frozen=True, slots=True)
class Score:
    """One row. The shares are None where nothing was to be found or nothing was claimed; ``intervals`` by share."""

    kind: str
    precision: float | None
    recall: float | None
    f1: float | None
    right: int
    missed: int
    hit: int
    wrong: int
    intervals: Mapping[str, Interval | None]


@dataclass(frozen=True, slots=True)
class Reliability:
    """Expected calibration error with its interval, and the table behind it; ``error`` is None without claims."""

    error: float | None
    interval: Interval | None
    bins: Sequence[Bin]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Rows of scores, the same of stances in parts (table -> rows), calibration, and what was missed or wrong."""

    documents: int
    scores: Sequence[Score]
    parts: Mapping[str, Sequence[Score]]
    reliability: Reliability
    notes: tuple[Note, ...]

    def score(self, kind: str) -> Score | None:
        return next((s for s in self.scores if s.kind == kind), None)

    def frame(self) -> pandas.DataFrame:
        """One row a score: its table, kind, shares, the ends of their intervals (None: there is none) and counts."""
        import pandas as pd

        rows = [("scores", s) for s in self.scores] + [(name, s) for name, some in self.parts.items() for s in some]
        return pd.DataFrame([{"table": name, **_columns(score)} for name, score in rows])


def evaluate(
    golds: Sequence[Gold],
    facts: Facts,
    *,
    resamples: int = 1000,
    people: Path | None = None,
    claims: Mapping[str, Sequence[Claim]] | None = None,
) -> Evaluation:
    """Scores of what a graph says of the annotated documents; its other documents do not count.

    ``resamples`` is the number of bootstrap draws (0: no intervals), ``people`` a table of editors' identifiers
    (adds B-cubed), ``claims`` by the documents' IRIs are scored in place of the graph's stances. Raises GoldError.
    """
    tally = Tally()
    for gold in golds:
        _document(facts, gold, tally, claims)
    drawn = Resampled([g.file for g in golds], resamples) if resamples else None
    scores = _rows(tally.counts[SCORES], drawn)
    if people:
        scores.append(_identity(tally, people))
    parts = {name: sorted(_rows(tally.counts[name], drawn), key=lambda s: s.kind) for name in PARTS if name in tally.counts}
    error = calibration.error_of(calibration.cells(tally.trust)) if tally.trust else None
    reliability = Reliability(error, drawn.calibration(tally.trust) if drawn else None, calibration.table(tally.trust))
    return Evaluation(len(golds), scores, parts, reliability, tuple(tally.notes))


def _columns(score: Score) -> dict[str, object]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    ends = {f"{k} {end}": (score.intervals.get(k) or (None, None))[n] for k in shares for n, end in enumerate(("from", "to"))}
    return {"kind": score.kind, **shares, **ends, "right": score.right, "missed": score.missed, "wrong": score.wrong}


def _document(facts: Facts, gold: Gold, tally: Tally, claims: Mapping[str, Sequence[Claim]] | None) -> None:
    document = facts.document(gold)
    said = facts.said(document)
    if claims is not None:
        said = replace(said, claims=list(claims.get(document, ())))
    tally.add(gold.file, "documents", int(bool(document)), int(not document))
    if not document:
        tally.note("documents", "missed", gold.file, ["not in the graph"])
    score_setting(facts, gold, said, tally)
    if gold.facts and gold.stances is None:
        score_edited(facts, gold, said, tally)
        score_people(facts, gold, said, tally)
    elif gold.facts:
        score_annotated(facts, gold, said, tally)
    if gold.stances is not None:
        score_stances(facts, gold, said, tally)


def _rows(counts: Mapping[str, Mapping[str, Count]], drawn: Resampled | None) -> list[Score]:
    return [_score(kind, by, drawn.scores(by) if drawn else {}) for kind, by in counts.items()]


def _score(kind: str, by: Mapping[str, Count], intervals: Mapping[str, Interval | None]) -> Score:
    count = total(by.values())
    precision, recall = share(count.hit, count.wrong), share(count.right, count.missed)
    mean = None if precision is None and count.right else f1(precision, recall)
    return Score(kind, precision, recall, mean, *count.row(), intervals)


def share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean; 0 where one is missing or both are nothing, None where both are missing."""
    if precision is None and recall is None:
        return None
    known = precision or 0.0, recall or 0.0
    return 2 * known[0] * known[1] / sum(known) if sum(known) else 0.0


def _identity(tally: Tally, people: Path) -> Score:
    precision, recall, number = identity(tally.links, people)
    return Score("identity, B-cubed", precision, recall, f1(precision, recall), number, 0, number, 0, {})


def kinds(notes: Iterable[Note]) -> list[str]:
    """The kinds of what was noted, sorted."""
    return sorted({n.kind for n in notes})
