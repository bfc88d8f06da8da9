"""What words add to the tone of a sentence: trained on sentences that are known to praise or blame, used by train_stances.py."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import annotations
import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from coldgraph.interpret.tones import Tone, Tones, grams
from coldgraph.model import Document
from coldgraph.read import read

WORD = re.compile(r"[a-z][a-z'-]*|[.;:?!]")
WINDOW, DIMENSIONS, VOCABULARY, LEAST, EVERYWHERE = 4, 64, 12_000, 6, 60
WEIGHT, STRENGTH, SEEN, FAINT = 6.0, 0.1, 3, 0.004
POLARITIES = ("positive", "negative")


@dataclass(slots=True)
class Heard:
    """A sentence of a document with the polarities that readers found in it."""

    document: str
    words: list[str]
    coded: list[str]
    told: frozenset[str]


def vectors(corpus: Path) -> dict[str, Any]:
    """Vectors of the words of all volumes but those of the split test: co-occurrence, weighted, and broken down (Levy et al. 2015)."""
    texts = [WORD.findall(d.text.lower().replace("’", "'")) for d in _documents(corpus)]
    common = [w for w, n in Counter(w for t in texts for w in t).most_common(VOCABULARY) if n >= LEAST]
    table = _information(texts, {w: i for i, w in enumerate(common)})
    u, s, _ = svds(table, k=DIMENSIONS, v0=np.ones(len(common)))
    found = u * np.sqrt(s)
    found /= np.linalg.norm(found, axis=1, keepdims=True) + 1e-9
    return {w: found[i] for i, w in enumerate(common) if i >= EVERYWHERE}


def _documents(corpus: Path) -> list[Document]:
    trained = sorted(v for v, split in annotations.splits().items() if split != "test")
    files = [corpus / f"{v}.xml" for v in trained]
    return [d for file in files for d in read(file, file.name) if isinstance(d, Document)]


def _information(texts: Sequence[Sequence[str]], at: dict[str, int]) -> Any:
    """Positive pointwise mutual information of words within a few words of each other, nearer ones counting more."""
    places = np.concatenate([np.array([*(at.get(w, -1) for w in t), *([-1] * WINDOW)]) for t in texts])
    counts = sp.csr_matrix((len(at), len(at)))
    for gap in range(1, WINDOW + 1):
        one, other = places[:-gap], places[gap:]
        both = (one >= 0) & (other >= 0)
        counts = counts + sp.csr_matrix((np.full(both.sum(), 1 / gap), (one[both], other[both])), shape=counts.shape)
    counts = (counts + counts.T).tocoo()
    total, rows = counts.data.sum(), np.asarray(counts.tocsr().sum(1)).ravel()
    smooth = rows**0.75 / (rows**0.75).sum() * total
    shared = np.log(counts.data * total / (rows[counts.row] * smooth[counts.col]))
    some = shared > 0
    return sp.csr_matrix((shared[some], (counts.row[some], counts.col[some])), shape=counts.shape)


class Trainer:
    """Fits tones on some of the sentences."""

    def __init__(self, heard: list[Heard], known: dict[str, Any]) -> None:
        self.heard, self.known = heard, known
        self.columns = DictVectorizer(dtype=np.float32)
        counted = self.columns.fit_transform([dict.fromkeys(grams(h.coded), 1.0) for h in heard])
        self.names = list(self.columns.feature_names_)
        self.table = sp.hstack([counted, sp.csr_matrix(np.array([self._mean(h.words) for h in heard]) * WEIGHT)]).tocsr()

    def _mean(self, words: list[str]) -> Any:
        some = [self.known[w] for w in words if w in self.known]
        return np.mean(some, axis=0) if some else np.zeros(DIMENSIONS)

    def tones(self, some: Sequence[int]) -> Tones:
        """The weights that the sentences with these numbers teach."""
        table = self.table[some]
        kept = np.flatnonzero(np.asarray((table != 0).sum(0)).ravel() >= SEEN)
        models = [
            LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3).fit(table[:, kept], [p in self.heard[i].told for i in some])
            for p in POLARITIES
        ]
        full = np.zeros((2, self.table.shape[1]))
        full[:, kept] = [m.coef_[0] for m in models]
        senses = {w: v @ full[:, -DIMENSIONS:].T * WEIGHT for w, v in sorted(self.known.items())}
        return Tones(
            [round(float(m.intercept_[0]), 4) for m in models],
            {n: [round(float(w), 3) for w in full[:, i]] for i, n in enumerate(self.names) if np.abs(full[:, i]).max() >= FAINT},
            {w: [round(float(x), 2) for x in added] for w, added in senses.items()},
        )

    def held_out(self, folds: int) -> list[Tone]:
        """The tone of each sentence by weights that have not seen its document."""
        found = [Tone()] * len(self.heard)
        groups = [h.document for h in self.heard]
        for train, test in GroupKFold(folds).split(self.heard, groups=groups):
            model = self.tones(train)
            for i in test:
                found[i] = model.of(self.heard[i].words, self.heard[i].coded)
        return found
