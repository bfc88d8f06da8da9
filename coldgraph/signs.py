"""Triangles of signed ties, and when they are balanced: the one rule, for questions and for measures.

A cycle of ties is balanced where the product of its signs is positive, that is, where an even number of them is hostile
(Cartwright and Harary 1956, Structural balance: a generalization of Heider's theory, Psychological Review 63(5),
https://doi.org/10.1037/h0046049).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from math import prod
from typing import TypeAlias

Triangle: TypeAlias = tuple[str, str, str]


def balanced(signs: Iterable[int]) -> bool:
    """Whether the ties of a cycle, each 1 (friendly) or -1 (hostile), are balanced.

    >>> balanced((1, -1, -1)), balanced((1, 1, -1)), balanced((-1, -1, -1))
    (True, False, False)
    """
    return prod(signs) > 0


def triangles(ties: Iterable[tuple[str, str]]) -> list[Triangle]:
    """All triangles of undirected ties, each once, in the order of the names.

    >>> triangles([("b", "a"), ("b", "c"), ("c", "a"), ("c", "d")])
    [('a', 'b', 'c')]
    """
    later: dict[str, set[str]] = defaultdict(set)
    for pair in ties:
        later[min(pair)].add(max(pair))
    return [(a, b, c) for a in sorted(later) for b, c in combinations(sorted(later[a]), 2) if c in later.get(b, ())]
