"""States joined into blocs: by the alliance of the day, or by who stands near whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

import numpy as np
from numpy.typing import NDArray

from coldgraph.see.asker import Asker, ask, day
from coldgraph.see.sources import Evidence, Names, Ties

BY = ("alliance", "community")
Group = Callable[[str, Evidence], list[str]]


def by_alliance(graph: Asker, found: Ties) -> Ties:
    """Each state's alliances on the day of the evidence stand for it; a state outside of all stays itself."""
    members: dict[str, list[tuple[str, str, str]]] = {}
    for row in ask(graph, "memberships"):
        members.setdefault(row["member"] or "", []).append((row["alliance"] or "", day(row["earliest"]), day(row["latest"]) or "9999"))

    def group(state: str, piece: Evidence) -> list[str]:
        day = piece["earliest"]
        return sorted({alliance for alliance, first, last in members.get(state, []) if day and first <= day <= last}) or [state]

    return _joined(found, group)


def by_community(found: Ties, known: Names) -> tuple[Ties, Names]:
    """States grouped so that friends are together and enemies apart, and the names of the groups.

    Maximises the modularity of signed networks of Gómez, Jensen and Arenas (2009), 'Analysis of
    community structure in networks of correlated data', https://doi.org/10.1103/PhysRevE.80.016114,
    by moving states and then merging groups while that gains anything. Meetings and mentions count as friendly.
    """
    states, positive, negative = _matrices(found)
    labels = _communities(_gains(positive, negative))
    weight = (positive + negative).sum(axis=1)
    leaders: dict[int, list[str]] = {}
    for index in np.lexsort((np.arange(len(states)), -weight)):
        leaders.setdefault(int(labels[index]), []).append(states[index])
    home = {state: members[0] if len(members) == 1 else members[0] + "#bloc" for members in leaders.values() for state in members}
    named = {home[m[0]]: _title([known.label(s) for s in m]) for m in leaders.values() if len(m) > 1}
    made = Names({**known.labels, **named}, {**known.kinds, **dict.fromkeys(named, "bloc")})
    return _joined(found, lambda state, _: [home[state]]), made


def _title(labels: list[str]) -> str:
    """'China and Albania', 'China and 4 more'."""
    return " and ".join(labels) if len(labels) == 2 else f"{labels[0]} and {len(labels) - 1} more"


def _joined(found: Ties, group: Group) -> Ties:
    """Ties between groups. What members of one group say of one another is a tie of the group to itself."""
    made = Ties({}, dict(found.left_out), found.read)
    for (source, target, polarity, told), pieces in sorted(found.evidence.items()):
        for piece in pieces:
            for one, other in product(group(source, piece), group(target, piece)):
                made.add(one, other, polarity, told, piece)
                _stand(made, ((one, source), (other, target)))
    return made


def _stand(made: Ties, ends: tuple[tuple[str, str], tuple[str, str]]) -> None:
    """Notes who stands behind the groups at the ends of a tie."""
    for bloc, state in ends:
        if bloc != state:
            known = made.members.setdefault(bloc, {})
            known[state] = known.get(state, 0) + 1


def _matrices(found: Ties) -> tuple[list[str], NDArray[np.float64], NDArray[np.float64]]:
    """The states in order, and how much evidence of friendship and of hostility each pair has, told by others left out."""
    states = sorted({state for tie in found.evidence for state in tie[:2]})
    at = {state: i for i, state in enumerate(states)}
    positive, negative = (np.zeros((len(states), len(states))) for _ in range(2))
    for source, target, polarity, told, count in _counts(found):
        matrix = negative if polarity == "negative" else positive
        if not told and polarity != "mixed":
            matrix[at[source], at[target]] += count
            matrix[at[target], at[source]] += count
    return states, positive, negative


def _counts(found: Ties) -> Iterator[tuple[str, str, str, bool, int]]:
    for tie, pieces in found.evidence.items():
        yield *tie, len(pieces)


def _gains(positive: NDArray[np.float64], negative: NDArray[np.float64]) -> NDArray[np.float64]:
    """What it gains to have two states in one group: more ties than chance would give them."""
    total = np.zeros_like(positive)
    for matrix, sign in ((positive, 1.0), (negative, -1.0)):
        strength = matrix.sum(axis=1)
        total += sign * (matrix - np.outer(strength, strength) / max(float(strength.sum()), 1.0))
    return total


def _communities(gains: NDArray[np.float64]) -> NDArray[np.intp]:
    labels = np.arange(len(gains))
    while True:
        before = labels.copy()
        for state in range(len(gains)):
            labels[state] = _best(gains[state], labels, state)
        labels = _merged(gains, labels)
        if np.array_equal(before, labels):
            return labels


def _best(gain: NDArray[np.float64], labels: NDArray[np.intp], state: int) -> int:
    """The group that gains most from a state, its own where none gains more."""
    sums = np.bincount(labels, weights=gain, minlength=len(labels))
    sums[labels[state]] -= gain[state]
    best = int(np.argmax(sums))
    return best if sums[best] > sums[labels[state]] + 1e-9 else int(labels[state])


def _merged(gains: NDArray[np.float64], labels: NDArray[np.intp]) -> NDArray[np.intp]:
    """Groups joined two by two, the greatest gain first, while there is one."""
    labels = np.unique(labels, return_inverse=True)[1]
    while (count := int(labels.max(initial=-1)) + 1) > 1:
        member = np.eye(count)[labels]
        between = np.triu(member.T @ gains @ member, 1)
        one, other = np.unravel_index(int(np.argmax(between)), between.shape)
        if between[one, other] <= 1e-9:
            break
        labels = np.unique(np.where(labels == other, one, labels), return_inverse=True)[1]
    return labels
