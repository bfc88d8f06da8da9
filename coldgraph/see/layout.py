"""Where each node lies: friends near, enemies apart, the same picture every time.

A force layout after Fruchterman and Reingold (1991), https://doi.org/10.1002/spe.4380211102,
with springs of a rest length (Kamada and Kawai 1989, https://doi.org/10.1016/0020-0190(89)90102-6)
that depends on the sign of a tie: enemies are drawn apart, as by the signed Laplacian of Kunegis et
al. (2010), https://doi.org/10.1137/1.9781611972801.49. Whoever has many ties pushes more, so that the
weighty stand apart and each has its own around it, after the repulsion by degree of ForceAtlas2 (Jacomy et
al. 2014), https://doi.org/10.1371/journal.pone.0098679. Nothing is random: nodes start on a
golden-angle spiral in the order of their names, the best connected inside. Slices of time
are anchored to the layout of all of them together, as Brandes and Mader do ('A quantitative
comparison of stress-minimization approaches for offline dynamic graph drawing', Graph Drawing 2011).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.intp]
Multigraph: TypeAlias = "nx.MultiGraph[str] | nx.MultiDiGraph[str]"

SPACING = 150.0
GRAVITY = 0.6
ANCHOR = 10.0
LABELLED = 150
FRIENDLY, NEUTRAL, HOSTILE = 0.9, 1.3, 3.0
WIDTH_TO_HEIGHT = 1.6
PUSH_BY_DEGREE = 0.7
EXACT = 600
GOLDEN_ANGLE = np.pi * (3.0 - np.sqrt(5.0))


@dataclass(frozen=True, slots=True)
class Springs:
    """One spring a pair of nodes: its ends, rest length in spacings, and stiffness."""

    ends: tuple[Indices, Indices]
    rest: Floats
    pull: Floats


def layout(network: Multigraph, steps: int | None = None) -> dict[str, tuple[int, int]]:
    """Whole-number positions in pixels around (0, 0), wider than high, labels kept apart.

    The order in which nodes or edges were added does not matter.
    """
    nodes = _ordered(network)
    if not nodes:
        return {}
    springs = _springs(network, nodes)
    placed = _settle(_start(len(nodes), springs), springs, steps or (300 if len(nodes) <= EXACT else 160))
    placed = _apart(placed * _scale(len(nodes)), _boxes(network, nodes))
    placed -= (placed.max(axis=0) + placed.min(axis=0)) / 2
    return _whole(nodes, placed)


def slices(networks: Sequence[Multigraph], steps: int = 60) -> list[dict[str, tuple[int, int]]]:
    """Positions for each of several networks, as years of one network, in which whoever stays moves little.

    All are laid out together first; each slice then settles from there, every node held to
    its place by a spring. Positions are comparable from slice to slice: nothing is centred anew.
    """
    together: Multigraph = nx.MultiDiGraph()
    for network in networks:
        together.add_nodes_from(network.nodes(data=True))
        together.add_edges_from(network.edges(data=True))
    anchors = layout(together)
    return [_anchored(network, anchors, _scale(len(anchors)), steps) for network in networks]


def _anchored(network: Multigraph, anchors: dict[str, tuple[int, int]], scale: Floats, steps: int) -> dict[str, tuple[int, int]]:
    nodes = _ordered(network)
    if not nodes:
        return {}
    held = np.array([anchors[node] for node in nodes], dtype=np.float64) / scale
    placed = _settle(held, _springs(network, nodes), steps, held)
    return _whole(nodes, _apart(placed * scale, _boxes(network, nodes)))


def _ordered(network: Multigraph) -> list[str]:
    return sorted(network, key=lambda n: (str(network.nodes[n].get("label", n)), n))


def _scale(count: int) -> Floats:
    """Pixels in a spacing, across and down."""
    return np.array([WIDTH_TO_HEIGHT, 1.0]) * (SPACING if count <= LABELLED else SPACING / 2)


def _whole(nodes: list[str], placed: Floats) -> dict[str, tuple[int, int]]:
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(nodes, placed, strict=True)}


def _springs(network: Multigraph, nodes: list[str]) -> Springs:
    index = {node: i for i, node in enumerate(nodes)}
    signs: dict[tuple[int, int], float] = {}
    weights: dict[tuple[int, int], float] = {}
    ends = ((*sorted((index[a], index[b])), d["sign"], d["weight"]) for a, b, d in network.edges(data=True) if a != b)
    for a, b, sign, weight in sorted(ends):
        signs[a, b] = signs.get((a, b), 0.0) + float(sign) * float(np.log1p(weight))
        weights[a, b] = weights.get((a, b), 0.0) + float(weight)
    pairs = np.array(sorted(weights), dtype=np.intp).reshape(-1, 2)
    sums = np.array([signs[p] for p in sorted(weights)])
    rest = np.where(sums > 0, FRIENDLY, np.where(sums < 0, HOSTILE, NEUTRAL))
    pull = np.where(sums < 0, 0.35, 1.0) * np.log1p(np.array([weights[p] for p in sorted(weights)]))
    return Springs((pairs[:, 0], pairs[:, 1]), rest, pull)


def _start(count: int, springs: Springs) -> Floats:
    degree = np.bincount(np.concatenate(springs.ends), minlength=count)
    rank = np.empty(count)
    rank[np.argsort(-degree, kind="stable")] = np.arange(count)
    radius, angle = 0.9 * np.sqrt(rank + 0.5), rank * GOLDEN_ANGLE
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)


def _settle(placed: Floats, springs: Springs, steps: int, held: Floats | None = None) -> Floats:
    """Nodes moved until forces balance; around the middle, or each around the place where it is held."""
    count, hot = len(placed), 0.9 if held is None else 0.2
    degree = np.maximum(np.bincount(np.concatenate(springs.ends), minlength=count), 1.0)
    mass = _masses(degree)
    for step in range(steps):
        heat = hot * (1.0 - step / steps) ** 1.5 + 0.01
        push = _repulsion(placed, mass) if count <= EXACT else _coarse_repulsion(placed, mass, step)
        hold = -GRAVITY * placed * mass[:, None] if held is None else ANCHOR * (held - placed)
        force = push * mass[:, None] + _attraction(placed, springs, degree) + hold
        length = np.sqrt((force**2).sum(axis=1, keepdims=True)) + 1e-9
        placed = placed + force / length * np.minimum(length, heat)
    return placed


def _masses(degree: Floats) -> Floats:
    """How strongly each node pushes, one on average."""
    mass = (degree + 1.0) ** PUSH_BY_DEGREE
    return np.asarray(mass / mass.mean())


def _repulsion(placed: Floats, mass: Floats) -> Floats:
    across, down = (placed[:, None, axis] - placed[None, :, axis] for axis in (0, 1))
    near = mass / (across * across + down * down + 0.05)
    return np.stack([np.einsum("ij,ij->i", across, near), np.einsum("ij,ij->i", down, near)], axis=1)


def _coarse_repulsion(placed: Floats, mass: Floats, step: int, cells: int = 18, neighbours: int = 10) -> Floats:
    """Far nodes push as the centre of their cell, near ones singly, found as neighbours in a row-wise sort.

    The grid shifts with every step, or nodes would line up along its cells.
    """
    low, high = placed.min(axis=0), placed.max(axis=0)
    shift = np.array([step * 0.618 % 1.0, step * 0.755 % 1.0]) / cells
    low, high = low - (high - low) * shift, high + (high - low) * (1.0 / cells - shift)
    at = np.minimum(((placed - low) / (high - low + 1e-9) * cells).astype(np.intp), cells - 1)
    cell = at[:, 0] * cells + at[:, 1]
    total = np.bincount(cell, weights=mass, minlength=cells * cells)
    sums = np.stack([np.bincount(cell, weights=mass * placed[:, axis], minlength=cells * cells) for axis in (0, 1)], axis=1)
    full = total > 0
    away = placed[:, None, :] - (sums[full] / total[full, None])[None, :, :]
    size = float(((high - low) / cells).max())
    far = total[full] / ((away**2).sum(axis=2) + 0.3 * size**2)
    return np.asarray((away * far[:, :, None]).sum(axis=1)) + _close(placed, mass, cell, neighbours)


def _close(placed: Floats, mass: Floats, cell: Indices, neighbours: int) -> Floats:
    order = np.lexsort((placed[:, 1], placed[:, 0], cell))
    row, weight, push = placed[order], mass[order, None], np.zeros_like(placed)
    for step in range(1, min(neighbours, len(row) - 1) + 1):
        away = row[step:] - row[:-step]
        one = away / ((away**2).sum(axis=1, keepdims=True) + 0.05)
        push[step:] += one * weight[:-step]
        push[:-step] -= one * weight[step:]
    back = np.empty_like(push)
    back[order] = push
    return back


def _attraction(placed: Floats, springs: Springs, degree: Floats) -> Floats:
    first, second = springs.ends
    away = placed[second] - placed[first]
    length = np.sqrt((away**2).sum(axis=1)) + 1e-9
    pull = springs.pull * (length - springs.rest) / length
    total = np.zeros_like(placed)
    for axis in (0, 1):
        strength = pull * away[:, axis]
        total[:, axis] += np.bincount(first, weights=strength / np.sqrt(degree[first]), minlength=len(placed))
        total[:, axis] -= np.bincount(second, weights=strength / np.sqrt(degree[second]), minlength=len(placed))
    return total


def _boxes(network: Multigraph, nodes: list[str]) -> Floats:
    """Half widths and half heights of the nodes in pixels, with their labels where all of them can be shown."""
    if len(nodes) > LABELLED:
        return np.full((len(nodes), 2), [16.0, 13.0])
    widths = [min(len(str(network.nodes[n].get("label", n))), 26) * 3.6 + 12 for n in nodes]
    return np.stack([np.array(widths), np.full(len(nodes), 26.0)], axis=1)


def _apart(placed: Floats, half: Floats, rounds: int = 40) -> Floats:
    """Push overlapping boxes apart along the axis of the smaller overlap."""
    for _ in range(rounds):
        order = np.argsort(placed[:, 1], kind="stable")
        shift, worst = _overlaps(placed[order], half[order])
        if worst < 1.0:
            break
        moved = placed.copy()
        moved[order] += shift
        placed = moved
    return placed


def _overlaps(row: Floats, half: Floats) -> tuple[Floats, float]:
    shift, worst, tallest = np.zeros_like(row), 0.0, float(2 * half[:, 1].max())
    for step in range(1, len(row)):
        away = row[step:] - row[:-step]
        if away[:, 1].min() > tallest:
            break
        over = half[step:] + half[:-step] - np.abs(away)
        hit: NDArray[np.bool_] = np.asarray((over > 0).all(axis=1))
        if hit.any():
            _push(shift, away, over, hit, step)
            worst = max(worst, float(over[hit].min(axis=1).max()))
    return shift, worst


def _push(shift: Floats, away: Floats, over: Floats, hit: NDArray[np.bool_], step: int) -> None:
    sideways = over[:, 0] < over[:, 1] * 2
    axis = np.where(sideways, 0, 1)
    amount = np.where(hit, over[np.arange(len(over)), axis], 0.0) * 0.3
    direction = np.where(away[np.arange(len(away)), axis] < 0, -1.0, 1.0)
    for a in (0, 1):
        move = np.where(axis == a, amount * direction, 0.0)
        shift[step:, a] += move
        shift[:-step, a] -= move
