"""Triads of states that are unbalanced in a period, edge by edge, and which edge flipped first.

A triad is unbalanced by the rule of `coldgraph.signs`: a friend's enemy who is a friend, or three enemies (Heider,
'Attitudes and Cognitive Organization', Journal of Psychology 21, 1946). An edge's sign is that of its friendly minus
its hostile own statements, whoever of the two makes them; where both are as many, or fewer than the minimum in all,
there is no edge. Weights and tests are for the measures; this only names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from coldgraph.ask.steps.rows import SOURCE, Record, answer, day, number, records, source, truth, value, words
from coldgraph.signs import Triangle, balanced, triangles
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store

COLUMNS = ("triad", "one", "other", "sign", "positive", "negative", "before", "flipped", "first", *SOURCE)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Edge:
    """``sign`` in the period, ``before`` it (0: none); ``first`` is the first statement of the sign in the period."""

    sign: int
    positive: int
    negative: int
    before: int
    first: Record

    @property
    def flipped(self) -> str:
        """The day on which it took its sign, '' where it had it before or nothing is known of before."""
        return day(self.first, "day").isoformat() if self.before == -self.sign else ""


def step(rows: Answer, store: Store) -> Answer:
    edges = _edges(records(rows))
    unbalanced = [triad for triad in triangles(edges) if not balanced(edges[pair].sign for pair in combinations(triad, 2))]
    return answer(COLUMNS, (row for triad in unbalanced for row in _shown(triad, edges)))


def _edges(some: list[Record]) -> dict[Pair, Edge]:
    pairs: dict[Pair, list[Record]] = defaultdict(list)
    for record in some:
        one, other = sorted((value(record, "holderSide"), value(record, "targetSide")))
        pairs[one, other].append(record)
    return {pair: edge for pair, statements in sorted(pairs.items()) if (edge := _edge(statements))}


def _edge(statements: list[Record]) -> Edge | None:
    inside = [s for s in statements if day(s, "day") >= day(s, "since")]
    before = sum(_sign(s) for s in statements if day(s, "day") < day(s, "since"))
    signs = [_sign(s) for s in inside]
    if not (total := sum(signs)) or len(signs) < float(value(statements[0], "minimum")):
        return None
    sign = 1 if total > 0 else -1
    return Edge(sign, signs.count(1), signs.count(-1), (before > 0) - (before < 0), inside[signs.index(sign)])


def _sign(statement: Record) -> int:
    return 1 if value(statement, "polarity") == "Positive" else -1


def _shown(triad: Triangle, edges: dict[Pair, Edge]) -> Iterator[Row]:
    pairs = list(combinations(triad, 2))
    first = min((edges[p].flipped for p in pairs if edges[p].flipped), default="")
    for one, other in pairs:
        edge = edges[one, other]
        marks = (words("+" if edge.sign > 0 else "-"), number(edge.positive), number(edge.negative), words(("", "+", "-")[edge.before]))
        flipped = words(edge.flipped), truth(bool(first) and edge.flipped == first)
        yield words(" / ".join(triad)), words(one), words(other), *marks, *flipped, *source(edge.first)
