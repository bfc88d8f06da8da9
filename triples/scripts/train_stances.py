"""Trains the stance model on the annotated documents: coldgraph/interpret/cues/forest.json and tones.json.

    python triples/scripts/train_stances.py --corpus VOLUMES [--test] [--into FILE]

Trains on the splits train and development of triples/gold; `--test` prints how the model does on the
split test, which it never sees. Needs scikit-learn and LightGBM (the extra 'train'). The same input and
versions give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import annotations
import lightgbm
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from tone_weights import Heard, Trainer, vectors

from coldgraph.authority.load import load
from coldgraph.interpret.forest import Forest, platt
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.interpret.pairs import Pair
from coldgraph.interpret.reading import Reading
from coldgraph.interpret.setting import Setting, claimed, prepared
from coldgraph.interpret.signs import Signs, of_tones
from coldgraph.interpret.stances import between, rows
from coldgraph.interpret.tones import Tone, Tones
from coldgraph.model import Document
from coldgraph.read import read
from coldgraph.recognise.common import COMMON
from coldgraph.recognise.recogniser import Recogniser
from coldgraph.text import fold

CUES = Path(__file__).resolve().parents[2] / "coldgraph" / "interpret" / "cues"
CLASSES = ("none", "positive", "negative")
SHAPE = {
    "n_estimators": 160,
    "learning_rate": 0.05,
    "num_leaves": 10,
    "min_child_samples": 40,
    "reg_lambda": 5.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "use_missing": False,
    "deterministic": True,
    "force_row_wise": True,
    "n_jobs": 1,
    "seed": 0,
    "verbose": -1,
}
RARE = 60
FOLDS = 5
SILENT = Tones((0.0, 0.0), {}, {})


@dataclass(slots=True)
class Row:
    """A pair of a document with its signs, and the annotated records it hits: number -> (polarity, optional)."""

    document: str
    sentence: int  # its number among all sentences of the split
    sides: tuple[str, str]
    signs: Signs
    hits: dict[int, tuple[str, bool]]

    @property
    def label(self) -> int:
        """0 none, 1 positive, 2 negative, what two readers may see differently after what is sure; -1 for mixed ones."""
        known = [p for p, _ in sorted(self.hits.values(), key=lambda hit: hit[1]) if p in CLASSES]
        return CLASSES.index(known[0]) if known else -1 if self.hits else 0


@dataclass(slots=True)
class Part:
    """The sentences, the pairs and the annotations of some documents."""

    heard: list[Heard] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    golds: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def hear(self, tones: list[Tone]) -> None:
        """Sets the tones of all sentences, and those of their neighbours, among the signs."""
        ends = {h.document: n for n, h in enumerate(self.heard)}
        starts = {h.document: n for n, h in reversed(list(enumerate(self.heard)))}
        for row in self.rows:
            n = row.sentence
            before = tones[n - 1] if n > starts[row.document] else Tone()
            row.signs.update(of_tones(tones[n], before, tones[n + 1] if n < ends[row.document] else Tone()))


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

    def read(self, file: Path, gold: list[dict[str, Any]], part: Part) -> None:
        """Adds the sentences of a document, and the pairs of each, to a part."""
        document = next(d for d in read(file, file.name) if isinstance(d, Document))
        scene = self.interpreter.scene(self.recogniser.recognise(document))
        for actor in scene.cast.local.values():
            self.labels[actor.id] |= {fold(actor.label), *map(fold, actor.names)}
        for setting in prepared(scene, Reading(scene).sentences(), SILENT):
            here = {n: g for n, g in enumerate(gold) if _same(g["evidence"], setting.sentence.words)}
            told = frozenset(g["polarity"] for g in here.values())
            part.heard.append(Heard(file.stem, setting.tokens.words, setting.coded(), told))
            part.rows += self._rows(file.stem, len(part.heard) - 1, claimed(setting), here) if setting.pairs else []

    def _rows(self, name: str, number: int, setting: Setting, gold: dict[int, dict[str, Any]]) -> list[Row]:
        return [
            Row(name, number, between(setting.scene, pair), signs, self._hits(pair, gold))
            for pair, signs in zip(setting.pairs, rows(setting), strict=True)
        ]

    def _hits(self, pair: Pair, gold: dict[int, dict[str, Any]]) -> dict[int, tuple[str, bool]]:
        return {
            n: (g["polarity"], bool(g.get("optional")))
            for n, g in gold.items()
            if self._named(pair.holder, g["holder"]) and self._named(pair.target, g["target"])
        }

    def _named(self, entity: str, names: list[str]) -> bool:
        return any(fold(n) in self.labels[entity] for n in names)


def _same(evidence: str, words: str) -> bool:
    """Whether two sentences are one, or one holds the most of the other."""
    short, long = sorted((" ".join(evidence.split()), " ".join(words.split())), key=len)
    return len(short) * 2 > len(long) and short in long


def collect(corpus: Path, splits: tuple[str, ...]) -> Part:
    """The documents of some splits."""
    rooms, part = Rooms(), Part()
    for split in splits:
        with tempfile.TemporaryDirectory() as place:
            annotations.unpack(corpus, Path(place), split)
            for file in sorted(Path(place, "text").glob("*.txt")):
                part.golds[file.stem] = json.loads(Path(place, "gold", f"{file.stem}.json").read_text(encoding="utf-8"))["stances"]
                rooms.read(file, part.golds[file.stem], part)
    return part


def matrix(some: list[Row], names: list[str]) -> Any:
    return np.array([[row.signs.get(n, 0.0) for n in names] for row in some], dtype=np.float64)


def fit(some: list[Row], names: list[str]) -> dict[str, Any]:
    """Trees taught by some rows, as plain numbers."""
    known = [r for r in some if r.label >= 0]
    model = lightgbm.LGBMClassifier(**SHAPE).fit(matrix(known, names), [r.label for r in known])
    steps = [_tree(t["tree_structure"]) for t in model.booster_.dump_model()["tree_info"]]
    trees = [steps[k :: len(CLASSES)] for k in range(len(CLASSES))]
    return {"signs": names, "base": [0.0] * len(CLASSES), "trees": trees, "calibration": [1, 0], "told": 0, "least": 0, "faintest": 0}


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(float(node["leaf_value"]), 5)
    low, high = _tree(node["left_child"]), _tree(node["right_child"])
    return [int(node["split_feature"]), round(float(node["threshold"]), 4), low, high]


def voted(model: dict[str, Any], some: list[Row]) -> Any:
    """The trees' probabilities of none, positive and negative, as the program reckons them."""
    return [(1 - sum(v), *v) for v in Forest(model).votes([r.signs for r in some])]


def chosen(rows: list[Row], votes: Any, sure: Sure = lambda p, claimed: p) -> list[Found]:
    """One stance for each sentence and two sides: (how sure, right or not, row, polarity); None: hits only what is hit
    already, or what is optional.

    ``sure`` tells from the trees' probability, and whether the frames claim the same, how sure a stance is.
    """
    best: dict[tuple[str, int, tuple[str, str]], tuple[float, int, Row]] = {}
    for row, vote in zip(rows, votes, strict=True):
        polarity = 1 if vote[1] >= vote[2] else 2
        is_contrary = is_claimed(row, 3 - polarity)
        confidence = sure(float(vote[1] + vote[2] if is_contrary else vote[polarity]), is_claimed(row, polarity))
        polarity = 3 - polarity if is_contrary else polarity
        key = (row.document, row.sentence, row.sides)
        if key not in best or confidence > best[key][0]:
            best[key] = (confidence, polarity, row)
    taken: set[tuple[str, int]] = set()
    found = []
    for p, polarity, row in sorted(best.values(), key=lambda b: (-b[0], b[2].document, b[2].sentence, b[2].sides)):
        hit = [(row.document, n) for n, (told, _) in row.hits.items() if told == CLASSES[polarity]]
        free = [h for h in hit if h not in taken]
        taken.update(free[:1])
        is_sure = bool(free) and not row.hits[free[0][1]][1]
        found.append((p, True if is_sure else None if hit else False, row, polarity))
    return found


def is_claimed(row: Row, polarity: int) -> bool:
    """Whether the frames claim a stance of this polarity."""
    return f"frame {CLASSES[polarity].title()}" in row.signs


def held_out(some: list[Row], names: list[str]) -> Any:
    """Votes for all rows, each by a model that has not seen its document."""
    votes = np.zeros((len(some), 3))
    groups = [r.document for r in some]
    for train, test in GroupKFold(FOLDS).split(some, groups=groups):
        votes[test] = voted(fit([some[i] for i in train], names), [some[i] for i in test])
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
        for polarity in (p for p in (1, 2) if is_claimed(row, p)):
            right[(row.document, row.sentence, row.sides)] |= any(p == CLASSES[polarity] for p, _ in row.hits.values())
    return round(sum(right.values()) / len(right), 2)


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


def off(found: list[Found], least: float) -> float:
    """The expected calibration error of what is claimed, in ten bins (Naeini et al. 2015)."""
    some = [(f[0], bool(f[1])) for f in found if f[0] >= least and f[1] is not None]
    bins = [[s for s in some if int(min(s[0], 0.999) * 10) == b] for b in range(10)]
    return sum(abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins) / max(1, len(some))


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--corpus", type=Path, required=True)
    given.add_argument("--into", type=Path, default=CUES)
    given.add_argument("--least", type=float, default=0.6, help="the confidence below which nothing is claimed")
    given.add_argument("--faintest", type=float, default=-0.4, help="the tone (log-odds) below which a sentence is not judged")
    given.add_argument("--test", action="store_true")
    options = given.parse_args()
    part = collect(options.corpus, ("train", "development"))
    trainer = Trainer(part.heard, vectors(options.corpus))
    part.hear(trainer.held_out(FOLDS))
    counts = Counter(name for row in part.rows if row.label >= 0 for name, value in row.signs.items() if value)
    names = sorted(name for name, n in counts.items() if n >= RARE)
    votes = held_out(part.rows, names)
    calibration, floor = calibrated(chosen(part.rows, votes)), told(part.rows)

    def sure(p: float, claim: bool) -> float:
        return max(platt(p, *calibration), floor if claim else 0.0)

    found = chosen(part.rows, votes, sure)
    sys.stdout.write(f"held out of training, calibration error {off(found, options.least):.3f}, " + table(found, part.golds))
    model = fit(part.rows, names) | {"calibration": calibration, "told": floor, "least": options.least, "faintest": options.faintest}
    tones = trainer.tones(range(len(part.heard)))
    _write(options.into / "forest.json", model)
    _write(options.into / "tones.json", {"start": tones.start, "grams": tones.grams, "senses": tones.senses})
    if options.test:
        unseen = collect(options.corpus, ("test",))
        unseen.hear([tones.of(h.words, h.coded) for h in unseen.heard])
        found = chosen(unseen.rows, voted(model, unseen.rows), sure)
        sys.stdout.write(f"test split, calibration error {off(found, options.least):.3f}, " + table(found, unseen.golds))


def _write(file: Path, kept: dict[str, Any]) -> None:
    file.write_text(json.dumps(kept, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
