"""The affiliations of a person: offices with their terms from all remarks and tables, and the bare side.

Where volumes differ, terms that overlap become one: the most exact start and the most
exact end, the widest where two are equally exact. A remark without dates adds nothing to
an office that has dates elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import remarks
from dates import Bound
from people_entities import Person
from people_table import table


@dataclass(frozen=True, slots=True)
class Tenure:
    """``side`` and ``at`` are local identifiers ('state/france'), days are ISO, '' where open or unknown."""

    side: str
    office: str = ""
    at: str = ""
    since: str = ""
    until: str = ""
    words: str = ""
    sources: tuple[str, ...] = ()


def of(person: Person) -> list[Tenure]:
    """All affiliations of a person, sorted."""
    by_hand = _by_hand().get(person.id, [])
    official = [Tenure("state/united-states", t.office, t.at, t.since, t.until, t.words, (t.source,)) for t in person.terms]
    fixed = [*by_hand, *official]
    taken = {(t.office, t.at if t.office in ("ambassador", "charge-daffaires") else "") for t in fixed}
    told = [t for t in _told(person) if (t.office, t.at if t.office in ("ambassador", "charge-daffaires") else "") not in taken]
    held = [*fixed, *told]
    named = {t.side for t in held}
    held += [Tenure(f"state/{side}", sources=person.sources) for side in person.sides if f"state/{side}" not in named]
    return sorted(set(held), key=lambda t: (t.side, t.office, t.at, t.since, t.until))


@cache
def _by_hand() -> dict[str, list[Tenure]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for r in table("offices_additions.csv"):
        found[r["person"]].append(Tenure(r["side"], r["office"], r["at"], r["since"], r["until"], r["words"], (r["source"],)))
    return found


def _told(person: Person) -> list[Tenure]:
    groups: dict[tuple[str, str, str], list[remarks.Claim]] = defaultdict(list)
    for claim in (c for remark in person.told for c in remarks.claims(remark)):
        side = claim.side or _own_side(person, claim)
        if (side or claim.scope == "un") and _possible(person, claim):
            groups[(f"state/{side}" if side else "organization/united-nations", claim.office, claim.at)].append(claim)
    return [t for key, claims in groups.items() for t in _terms(key, claims, person.sources)]


def _own_side(person: Person, claim: remarks.Claim) -> str:
    """The side of the person, where the remark leaves the country out."""
    if len(person.sides) != 1 or claim.scope == "un" or claim.at == f"state/{person.sides[0]}":
        return ""
    if person.sides[0] == "united-states" and claim.scope == "state" and claim.office not in ("ambassador", "charge-daffaires", "permanent-representative", "high-commissioner"):
        return ""
    return person.sides[0]


def _possible(person: Person, claim: remarks.Claim) -> bool:
    """Not before the fifteenth year, not after death."""
    born = not claim.since or not person.birth or int(claim.since.last[:4]) >= person.birth + 15
    return born and not (claim.since and person.death and int(claim.since.first[:4]) > person.death)


def _terms(key: tuple[str, str, str], claims: list[remarks.Claim], sources: tuple[str, ...]) -> list[Tenure]:
    words = min((c.words for c in claims), key=lambda w: (len(w), w))
    dated = [c for c in claims if c.since or c.until]
    if not dated:
        return [Tenure(*key, "", "", words, sources)]
    return [Tenure(*key, since.first if since else "", until.last if until else "", words, sources) for since, until in joined([(c.since, c.until) for c in dated])]


def joined(spans: list[tuple[Bound | None, Bound | None]]) -> list[tuple[Bound | None, Bound | None]]:
    """Overlapping terms as one; an open bound is filled by another remark's bound where the two can be one term.

    >>> a, b = Bound("1957-01-01", "1957-01-31"), Bound("1963-10-01", "1963-10-31")
    >>> joined([(a, None), (None, b)]) == [(a, b)]
    True
    """
    closed = sorted((s for s in spans if s[0] and s[1]), key=lambda s: (s[0].first, s[1].last))  # type: ignore[union-attr]
    found: list[list[tuple[Bound | None, Bound | None]]] = []
    for span in closed:
        if found and span[0].first <= _end(found[-1]):  # type: ignore[union-attr]
            found[-1].append(span)
        else:
            found.append([span])
    for span in sorted((s for s in spans if s[0] and not s[1]), key=lambda s: s[0].first):  # type: ignore[union-attr]
        _place(found, span)
    for span in sorted((s for s in spans if not s[0]), key=lambda s: s[1].last):  # type: ignore[union-attr]
        _place(found, span)
    return [(_best_start(group), _best_end(group)) for group in found]


def _end(group: list[tuple[Bound | None, Bound | None]]) -> str:
    ends = [until.last for _, until in group if until]
    return max(ends) if ends else "9999"


def _start(group: list[tuple[Bound | None, Bound | None]]) -> str:
    starts = [since.first for since, _ in group if since]
    return min(starts) if starts else ""


def _place(groups: list[list[tuple[Bound | None, Bound | None]]], span: tuple[Bound | None, Bound | None]) -> None:
    """Into the first group that it can belong to, else as a term of its own."""
    since, until = span
    for group in groups:
        if (since and since.first <= _end(group) and since.last >= _start(group)) or (until and _start(group) <= until.last <= _last(group)):
            group.append(span)
            return
        if since and _start(group) == "" and since.first <= _end(group):
            group.append(span)
            return
    groups.append([span])
    groups.sort(key=_start)


def _last(group: list[tuple[Bound | None, Bound | None]]) -> str:
    """A closed group reaches as far as its latest end, within the month or year that this may mean."""
    return _end(group)


def _best_start(group: list[tuple[Bound | None, Bound | None]]) -> Bound | None:
    starts = [since for since, _ in group if since]
    return min(starts, key=lambda b: (-b.precision, b.first), default=None) if starts else None


def _best_end(group: list[tuple[Bound | None, Bound | None]]) -> Bound | None:
    ends = [until for _, until in group if until]
    return max(ends, key=lambda b: (b.precision, b.last), default=None) if ends else None
