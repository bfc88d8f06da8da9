"""Decision trees as arrays, so that many rows are judged at once.

A condition that does not hold rules out the leaves on the other side of it; the first leaf that is left is where
the row comes to (QuickScorer: Lucchese et al. 2015, SIGIR). The first conditions of all trees are tried together, then
the second ones, and so on: a dozen steps in place of one for each tree and row.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from math import inf
from typing import Any

import numpy as np
from numpy.typing import NDArray

Tree = Any  # a leaf's number, or [sign, threshold, tree where the sign is not above it, tree where it is]
_Condition = tuple[int, float, int]  # sign, threshold, bits of the leaves that are out where the sign is above it
_NONE: _Condition = (0, inf, 0)


class Grove:
    """Trees whose leaves are added up."""

    def __init__(self, trees: Sequence[Tree]) -> None:
        leaves: list[list[float]] = [[] for _ in trees]
        conditions = [_conditions(tree, own) for tree, own in zip(trees, leaves, strict=True)]
        self._leaves = np.array(list(zip_longest(*leaves, fillvalue=0.0))).T
        bits = np.min_scalar_type(2 ** max(map(len, leaves), default=0))
        self._steps = [_step(step, bits) for step in zip_longest(*conditions, fillvalue=_NONE)]

    def add(self, start: NDArray[np.float64], columns: NDArray[np.float64]) -> NDArray[np.float64]:
        """Each row's start with the leaves it comes to, added in the order of the trees. ``columns``: a line a sign, a column a row."""
        if not len(self._leaves):
            return start
        out = np.zeros((len(self._leaves), len(start)), dtype=np.uint8)
        for sign, threshold, side in self._steps:
            out = out | (columns[sign] > threshold) * side
        found = np.take_along_axis(self._leaves, _first_left(out), axis=1)
        return np.cumsum(np.vstack([start, found]), axis=0)[-1]  # type: ignore[no-any-return]


def _conditions(tree: Tree, leaves: list[float]) -> list[_Condition]:
    """A tree's conditions; its leaves are put down from left to right."""
    if not isinstance(tree, list):
        leaves.append(float(tree))
        return []
    sign, threshold, low, high = tree
    first = len(leaves)
    left = _conditions(low, leaves)
    side = (1 << len(leaves)) - (1 << first)
    return [(sign, threshold, side), *left, *_conditions(high, leaves)]


def _step(conditions: Sequence[_Condition], bits: np.dtype[Any]) -> tuple[NDArray[np.intp], NDArray[np.float64], NDArray[Any]]:
    """The conditions of one step, one a tree: signs, thresholds, and leaves that are out."""
    sign, threshold, side = zip(*conditions, strict=True)
    return np.array(sign, dtype=np.intp), np.array(threshold)[:, None], np.array(side, dtype=bits)[:, None]


def _first_left(out: NDArray[Any]) -> NDArray[np.intp]:
    """The place of the lowest bit that is nought."""
    place: NDArray[np.intp] = np.frexp((~out & (out + 1)).astype(np.float64))[1].astype(np.intp) - 1
    return place
