"""Trains the stance model on the annotated documents: coldgraph/interpret/cues/forest.json.

    python triples/scripts/train_stances.py --corpus VOLUMES [--test] [--into FILE]

Trains on the splits train and development of triples/gold; `--test` prints how the model does on the
split test, which it never sees. Needs scikit-learn (the extra 'train'). The same input and
version of scikit-learn give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import annotations
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from coldgraph.authority.load import load
from coldgraph.interpret.forest import platt
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.interpret.reading import Reading
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.signs import Signs
from coldgraph.interpret.stances import between, judged
from coldgraph.model import Document
from coldgraph.read import read
from coldgraph.recognise.common import COMMON
from coldgraph.recognise.recogniser import Recogniser
from coldgraph.text import fold

FOREST = Path(__file__).resolve().parents[2] / "coldgraph" / "interpret" / "cues" / "forest.json"
CLASSES = ("none", "positive", "negative")
SHAPE = {"max_iter": 110, "learning_rate": 0.06, "max_leaf_nodes": 12, "min_samples_leaf": 30, "l2_regularization": 5.0, "random_state": 0}
RARE = 25
FOLDS = 6


@dataclass(slots=True)
class Row:
    """A pair of a document with its signs, and the annotated records it hits: number -> (polarity, optional)."""

    document: str
    sentence: int
    sides: tuple[str, str]
    signs: Signs
    hits: dict[int, tuple[str, bool]]

    @property
    def label(self) -> int:
        """0 none, 1 positive, 2 negative; -1 for what two readers may see differently."""
        sure = [p for p, optional in self.hits.values() if not optional and p in CLASSES]
        return CLASSES.index(sure[0]) if sure else -1 if self.hits else 0


Found = tuple[float, bool | None, Row, int]
Sure = Callable[[float, bool], float]


class Rooms:
    """Texts to rows."""

    def __init__(self) -> None:
        authority = load()
        self.recogniser, self.interpreter = Recogniser(authority), Interpreter(authority, COMMON)
        self.labels: dict[str, set[str]] = defaultdict(set)
        for name in authority.names:
            self.labels[name.entity].add(fold(name.form))
        for entity in authority.entities.values():
            self.labels[entity.id].add(fold(entity.label))

    def rows(self, file: Path, gold: list[dict[str, Any]]) -> list[Row]:
        document = next(d for d in read(file, file.name) if isinstance(d, Document))
        scene = self.interpreter.scene(self.recogniser.recognise(document))
        for actor in scene.cast.local.values():
            self.labels[actor.id] |= {fold(actor.label), *map(fold, actor.names)}
        return [self._row(scene, file.stem, s.span.start, s.words, p, gold) for s, p in judged(scene, Reading(scene).sentences())]

    def _row(self, scene: Scene, name: str, start: int, words: str, pair: Any, gold: list[dict[str, Any]]) -> Row:
        held, signs = pair
        hits = {
            n: (g["polarity"], bool(g.get("optional")))
            for n, g in enumerate(gold)
            if _same(g["evidence"], words) and self._named(held.holder, g["holder"]) and self._named(held.target, g["target"])
        }
        return Row(name, start, between(scene, held), signs, hits)

    def _named(self, entity: str, names: list[str]) -> bool:
        return any(fold(n) in self.labels[entity] for n in names)


def _same(evidence: str, words: str) -> bool:
    """Whether two sentences are one, or one holds the most of the other."""
    short, long = sorted((" ".join(evidence.split()), " ".join(words.split())), key=len)
    return len(short) * 2 > len(long) and short in long


def collect(corpus: Path, split: str) -> tuple[list[Row], dict[str, list[dict[str, Any]]]]:
    """The rows and the annotations of a split."""
    rooms, rows, golds = Rooms(), [], {}
    with tempfile.TemporaryDirectory() as place:
        annotations.unpack(corpus, Path(place), split)
        for file in sorted(Path(place, "text").glob("*.txt")):
            gold = json.loads(Path(place, "gold", f"{file.stem}.json").read_text(encoding="utf-8"))["stances"]
            golds[file.stem] = gold
            rows += rooms.rows(file, gold)
    return rows, golds


def matrix(rows: list[Row], names: list[str]) -> Any:
    return np.array([[row.signs.get(n, 0.0) for n in names] for row in rows], dtype=np.float32)


def fit(rows: list[Row], names: list[str]) -> HistGradientBoostingClassifier:
    known = [r for r in rows if r.label >= 0]
    return HistGradientBoostingClassifier(**SHAPE, early_stopping=False).fit(matrix(known, names), [r.label for r in known])


def chosen(rows: list[Row], votes: Any, sure: Sure = lambda p, claimed: p) -> list[Found]:
    """One stance for each sentence and two sides: (how sure, right or not, row, polarity); None: hits only what is hit already.

    ``sure`` tells from the trees' probability, and whether the frames claim the same, how sure a stance is.
    """
    best: dict[tuple[str, int, tuple[str, str]], tuple[float, int, Row]] = {}
    for row, vote in zip(rows, votes, strict=True):
        polarity = 1 if vote[1] >= vote[2] else 2
        key = (row.document, row.sentence, row.sides)
        confidence = sure(float(vote[polarity]), claimed(row, polarity))
        if key not in best or confidence > best[key][0]:
            best[key] = (confidence, polarity, row)
    taken: set[tuple[str, int]] = set()
    found = []
    for p, polarity, row in sorted(best.values(), key=lambda b: (-b[0], b[2].document, b[2].sentence, b[2].sides)):
        hit = [(row.document, n) for n, (told, _) in row.hits.items() if told == CLASSES[polarity]]
        free = [h for h in hit if h not in taken]
        taken.update(free[:1])
        found.append((p, True if free else None if hit else False, row, polarity))
    return found


def claimed(row: Row, polarity: int) -> bool:
    """Whether the frames claim a stance of this polarity."""
    return f"frame {CLASSES[polarity].title()}" in row.signs


def held_out(rows: list[Row], names: list[str]) -> Any:
    """Votes for all rows, each by a model that has not seen its document."""
    votes = np.zeros((len(rows), 3))
    groups = [r.document for r in rows]
    for train, test in GroupKFold(FOLDS).split(rows, groups=groups):
        model = fit([rows[i] for i in train], names)
        votes[test] = model.predict_proba(matrix([rows[i] for i in test], names))
    return votes


def calibrated(found: list[Found]) -> list[float]:
    """Slope and shift of the logistic fit of being right on the probability's log-odds."""
    some = [(p, right) for p, right, _, _ in found if right is not None and p >= 0.1]
    odds = np.log([[p / (1 - p)] for p, _ in some])
    model = LogisticRegression(C=100.0).fit(odds, [right for _, right in some])
    return [round(float(model.coef_[0][0]), 4), round(float(model.intercept_[0]), 4)]


def told(rows: list[Row]) -> float:
    """How often what the frames claim is right; what only an optional record says counts as right."""
    right: dict[tuple[str, int, tuple[str, str]], bool] = defaultdict(bool)
    for row in rows:
        for polarity in (p for p in (1, 2) if claimed(row, p)):
            right[(row.document, row.sentence, row.sides)] |= any(p == CLASSES[polarity] for p, _ in row.hits.values())
    return round(sum(right.values()) / len(right), 2)


def exported(
    model: HistGradientBoostingClassifier, names: list[str], calibration: list[float], claims: float, least: float
) -> dict[str, Any]:
    """The model as plain numbers."""
    trees = [[_tree(step[k].nodes) for step in model._predictors] for k in range(3)]
    base = [round(float(b), 6) for b in model._baseline_prediction.ravel()]
    return {"signs": names, "base": base, "trees": trees, "calibration": calibration, "told": claims, "least": least}


def _tree(nodes: Any, at: int = 0) -> Any:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 5)
    left, right = _tree(nodes, node["left"]), _tree(nodes, node["right"])
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 5), left, right]


def table(found: list[Found], golds: dict[str, list[dict[str, Any]]]) -> str:
    """Precision and recall by the confidence from which on stances count."""
    sure = sum(not g.get("optional") for gold in golds.values() for g in gold)
    lines = [f"{len(golds)} documents, {sure} stances"]
    for least in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8):
        some = [f for f in found if f[0] >= least]
        right = sum(f[1] is True for f in some)
        wrong = sum(f[1] is False for f in some)
        if right:
            precision, recall = right / (right + wrong), right / sure
            f1 = 2 * precision * recall / (precision + recall)
            lines.append(f"confidence >= {least:.2f}: precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f} ({right} right)")
    return "\n".join(lines) + "\n"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--corpus", type=Path, required=True)
    given.add_argument("--into", type=Path, default=FOREST)
    given.add_argument("--least", type=float, default=0.6, help="the confidence below which nothing is claimed")
    given.add_argument("--test", action="store_true")
    options = given.parse_args()
    parts = [collect(options.corpus, split) for split in ("train", "development")]
    rows = [row for part, _ in parts for row in part]
    counts = Counter(name for row in rows if row.label >= 0 for name in row.signs)
    names = sorted(name for name, n in counts.items() if n >= RARE)
    votes = held_out(rows, names)
    calibration, floor = calibrated(chosen(rows, votes)), told(rows)

    def sure(p: float, claim: bool) -> float:
        return max(platt(p, *calibration), floor if claim else 0.0)

    sys.stdout.write("held out of training, " + table(chosen(rows, votes, sure), parts[0][1] | parts[1][1]))
    model = fit(rows, names)
    kept = exported(model, names, calibration, floor, options.least)
    options.into.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")
    if options.test:
        unseen, golds = collect(options.corpus, "test")
        votes = model.predict_proba(matrix(unseen, names))
        sys.stdout.write("test split, " + table(chosen(unseen, votes, sure), golds))


if __name__ == "__main__":
    main()
