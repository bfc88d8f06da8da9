"""The shortest ways between two actors, with or without regard to time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coldgraph.see.sources import Tie, Ties

Contact = tuple[str, str, str]
Days = dict[str, str]
_LATEST = "9999"
_ELSEWHERE = "on no shortest way between the two"


def path(found: Ties, start: str, end: str, in_time: bool = False) -> Ties:
    """All ways of the fewest ties between two actors, whichever way a tie points.

    What is only told by others serves where nothing else leads there. ``in_time``: only ways on which
    each tie is dated no earlier than the one before, from ``start`` to ``end``, and only the evidence
    that lies on one ('time-respecting paths': Kempe, Kleinberg and Kumar, 2002, 'Connectivity and
    inference problems for temporal networks', https://doi.org/10.1006/jcss.2002.1829).
    """
    own = [tie for tie in found.evidence if not tie[3]]
    for ties in (own, list(found.evidence)):
        kept = _in_time(found, ties, start, end) if in_time else _shortest(found, ties, start, end)
        if kept.evidence:
            return kept
    return found.only(lambda _: False, _ELSEWHERE)


def _shortest(found: Ties, ties: Iterable[Tie], start: str, end: str) -> Ties:
    near: dict[str, set[str]] = {}
    for one, other, *_ in ties:
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    out, back = _steps(near, start), _steps(near, end)
    length = out.get(end)
    used = {(a, b) for a in out for b in near[a] if b in back and out[a] + 1 + back[b] == length}
    return found.only(lambda tie: not used.isdisjoint(_both_ways(tie)), _ELSEWHERE)


def _steps(near: dict[str, set[str]], start: str) -> dict[str, int]:
    """How many ties lead from an actor to each other one."""
    steps = {start: 0} if start in near else {}
    edge = list(steps)
    while edge:
        reached = sorted({other for one in edge for other in near[one]} - set(steps))
        steps.update(dict.fromkeys(reached, steps[edge[0]] + 1))
        edge = reached
    return steps


def _both_ways(tie: Tie) -> tuple[tuple[str, str], tuple[str, str]]:
    return (tie[0], tie[1]), (tie[1], tie[0])


def _in_time(found: Ties, ties: Iterable[Tie], start: str, end: str) -> Ties:
    used = _used(sorted({contact for tie in ties for contact in _contacts(found, tie)}), start, end)
    made = Ties({}, dict(found.left_out), found.read)
    for tie, pieces in found.evidence.items():
        if fitting := [p for p in pieces if any((*way, p["earliest"]) in used for way in _both_ways(tie))]:
            made.evidence[tie] = fitting
    made.leave(_ELSEWHERE, found.pieces() - made.pieces())
    return made


def _contacts(found: Ties, tie: Tie) -> Iterator[Contact]:
    for piece in found.evidence[tie]:
        if piece["earliest"]:
            yield from ((*way, piece["earliest"]) for way in _both_ways(tie))


def _used(contacts: list[Contact], start: str, end: str) -> set[Contact]:
    """The contacts on ways of the fewest steps: reached early enough, left late enough."""
    arrived: list[Days] = [{start: ""}]
    while arrived[-1] and end not in arrived[-1] and len(arrived) <= len(contacts):
        arrived.append(_next(contacts, arrived[-1]))
    if end not in arrived[-1]:
        return set()
    left: list[Days] = [{end: _LATEST}]
    for _ in arrived[2:]:
        left.append(_before(contacts, left[-1]))
    legs = list(zip(arrived[:-1], reversed(left), strict=True))
    return {(a, b, day) for early, late in legs for a, b, day in contacts if a in early and b in late and early[a] <= day <= late[b]}


def _next(contacts: list[Contact], arrived: Days) -> Days:
    """The earliest day on which each actor is reached with one step more."""
    days: Days = {}
    for one, other, day in contacts:
        if one in arrived and arrived[one] <= day:
            days[other] = min(day, days.get(other, _LATEST))
    return days


def _before(contacts: list[Contact], left: Days) -> Days:
    """The latest day on which each actor may be left, to go one step more."""
    days: Days = {}
    for one, other, day in contacts:
        if other in left and day <= left[other]:
            days[one] = max(day, days.get(one, ""))
    return days
