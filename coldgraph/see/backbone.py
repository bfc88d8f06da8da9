"""The ties of a large network that stand out against what their actors have with everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from coldgraph.errors import QueryError
from coldgraph.see.sources import Ties

if TYPE_CHECKING:
    from coldgraph.see.network import Multigraph

READABLE = 150
_OUTSIDE = "outside the backbone"
Pair = tuple[str, str]


def backbone(found: Ties, level: float | str, directed: bool) -> Ties:
    """The ties that carry more evidence than an even spread over an actor's ties would give them.

    The disparity filter of Serrano, Boguñá and Vespignani (2009), 'Extracting the multiscale backbone
    of complex weighted networks', https://doi.org/10.1073/pnas.0808904106: a tie with the share p of the
    evidence of an actor who has k ties stays where (1 - p)^(k - 1) is below ``level`` for one of its ends.
    Ties of all signs between two actors are judged together and stay or go together; an actor
    with one tie alone gives no reason for it. ``level``: between 0 and 1, the smaller the stricter; 'auto'
    takes the mildest that leaves at most 150 actors, and all where the filter cannot tell them apart.

    Raises QueryError for another level.
    """
    chance = _chances(((_pair(*tie[:2], directed), len(pieces)) for tie, pieces in found.evidence.items()), directed)
    limit = _automatic(chance) if level == "auto" else _number(level)
    return found.only(lambda tie: chance[_pair(*tie[:2], directed)] < limit, _OUTSIDE)


def first_seen(network: Multigraph) -> list[bool]:
    """For each edge whether it belongs to the first picture: every one of up to 150 actors, else those of the 'auto' level."""
    if len(network) <= READABLE:
        return [True] * network.number_of_edges()
    directed = network.is_directed()
    edges = [(_pair(one, other, directed), int(data["weight"])) for one, other, data in network.edges(data=True)]
    chance = _chances(edges, directed)
    limit = _automatic(chance)
    return [chance[pair] < limit for pair, _ in edges]


def _number(level: float | str) -> float:
    try:
        value = float(level)
    except ValueError:
        value = -1.0
    if not 0 < value <= 1:
        raise QueryError(f"no level of a backbone: {level!r}", advice="give a number such as 0.05, or auto")
    return value


def _pair(one: str, other: str, directed: bool) -> Pair:
    return (one, other) if directed or one <= other else (other, one)


def _chances(pieces: Iterable[tuple[Pair, int]], directed: bool) -> dict[Pair, float]:
    """For each pair how likely its share of the evidence would be by chance, the less likely of its two ends."""
    weight: Counter[Pair] = Counter()
    for pair, count in pieces:
        weight[pair] += count
    ends: dict[tuple[str, int], list[int]] = {}
    for pair, count in weight.items():
        for end in _ends(pair, directed):
            ends.setdefault(end, []).append(count)
    spread = {end: (sum(counts), len(counts)) for end, counts in ends.items()}
    return {pair: min(_chance(count, *spread[end]) for end in _ends(pair, directed)) for pair, count in weight.items()}


def _ends(pair: Pair, directed: bool) -> tuple[tuple[str, int], tuple[str, int]]:
    """What an actor sends and what it receives are two spreads in a directed network."""
    return (pair[0], 0), (pair[1], 1 if directed else 0)


def _chance(count: int, total: int, ties: int) -> float:
    return float((1 - count / total) ** (ties - 1)) if ties > 1 else 1.0


def _automatic(chance: dict[Pair, float]) -> float:
    """The level at which at most so many actors are left as can be read at first sight."""
    actors: set[str] = set()
    for pair in sorted(chance, key=lambda p: (chance[p], p)):
        if len(actors.union(pair)) > READABLE:
            return chance[pair] if chance[pair] > min(chance.values()) else 1.1
        actors.update(pair)
    return 1.1
