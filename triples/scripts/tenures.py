"""The affiliations of a person: offices with their terms from all remarks and tables, and the bare side.

Where volumes differ, terms that overlap become one: the most exact start and the most
exact end, the widest where two are equally exact. A remark without dates adds nothing to
an office that has dates elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import office_words
import people_entities
import remarks
from dates import Bound
from people_entities import Person
from people_table import table

Span = tuple[Bound | None, Bound | None]


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
    held += _stated(person)
    named = {t.side for t in held}
    held += [Tenure(f"state/{side}", sources=person.sources) for side in person.sides if f"state/{side}" not in named]
    return sorted(set(held), key=lambda t: (t.side, t.office, t.at, t.since, t.until))


def _stated(person: Person) -> list[Tenure]:
    """Sides of the hand-written table, with their days."""
    rows = [r for id_ in person.rows for r in people_entities.stated_sides().get(id_, ())]
    return [Tenure(r["side"], "", "", r["since"], r["until"], r["words"], (r["source"],)) for r in rows]


@cache
def _by_hand() -> dict[str, list[Tenure]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for r in table("offices_additions.csv"):
        found[r["person"]].append(Tenure(r["side"], r["office"], r["at"], r["since"], r["until"], r["words"], (r["source"],)))
    return found


def _told(person: Person) -> list[Tenure]:
    groups: dict[tuple[str, str, str], list[remarks.Claim]] = defaultdict(list)
    claims = [c for remark in person.told for c in remarks.claims(remark)] + _listed().get(person.id, [])
    for claim in claims:
        side = claim.side or _own_side(person, claim)
        if (side or claim.scope == "un") and _possible(person, claim) and (person.id, claim.office) not in denied():
            groups[(f"state/{side}" if side else "organization/united-nations", claim.office, claim.at)].append(claim)
    return [t for key, claims in groups.items() for t in _terms(key, claims, person.sources)]


@cache
def denied() -> frozenset[tuple[str, str]]:
    """Offices that a remark words but the person did not hold."""
    return frozenset((r["person"], r["office"]) for r in table("offices_denied.csv"))


@cache
def _listed() -> dict[str, list[remarks.Claim]]:
    """Terms that volumes' own lists of persons state (volume_terms.csv)."""
    found: dict[str, list[remarks.Claim]] = defaultdict(list)
    for r in table("volume_terms.csv"):
        since = Bound(r["since"], r["since_last"]) if r["since"] else None
        until = Bound(r["until_first"], r["until"]) if r["until"] else None
        scope = office_words.BY_KEY[r["office"]].scope
        found[r["person"]].append(
            remarks.Claim(r["office"], scope, r["side"], r["at"], since, until, office_words.BY_KEY[r["office"]].label)
        )
    return found


def _own_side(person: Person, claim: remarks.Claim) -> str:
    """The side of the person, where the remark leaves the country out."""
    if len(person.sides) != 1 or claim.scope == "un" or claim.at == f"state/{person.sides[0]}":
        return ""
    if (
        person.sides[0] == "united-states"
        and claim.scope == "state"
        and claim.office not in ("ambassador", "charge-daffaires", "permanent-representative", "high-commissioner")
    ):
        return ""
    return person.sides[0]


def _possible(person: Person, claim: remarks.Claim) -> bool:
    """Not before the fifteenth year, not after death; and no foreigner holds an American office."""
    if claim.scope == "us" and person.sides and "united-states" not in person.sides:
        return False
    born = not claim.since or not person.birth or int(claim.since.last[:4]) >= person.birth + 15
    return born and not (claim.since and person.death and int(claim.since.first[:4]) > person.death)


def _terms(key: tuple[str, str, str], claims: list[remarks.Claim], sources: tuple[str, ...]) -> list[Tenure]:
    words = min((c.words for c in claims), key=lambda w: (len(w), w))
    dated = [c for c in claims if c.since or c.until]
    if not dated:
        return [Tenure(*key, "", "", words, sources)]
    spans = [(since.first if since else "", until.last if until else "") for since, until in joined([(c.since, c.until) for c in dated])]
    return [Tenure(*key, since, until, words, sources) for since, until in spans if not since or not until or since <= until]


def joined(spans: list[Span]) -> list[Span]:
    """Overlapping terms as one; an open bound is filled by another remark's bound where the two can be one term.

    >>> a, b = Bound("1957-01-01", "1957-01-31"), Bound("1963-10-01", "1963-10-31")
    >>> joined([(a, None), (None, b)]) == [(a, b)]
    True
    """
    groups: list[list[Span]] = []
    for span in sorted(set(spans), key=_order):
        group = next((g for g in groups if _overlap(_hull(g), span)), None)
        if group is None:
            groups.append([span])
        else:
            group.append(span)
    return [_hull(group) for group in groups]


def _order(span: Span) -> tuple[int, str, str]:
    """Terms with both bounds first, then those with a start, then those with an end."""
    since, until = span
    return (0 if since and until else 1 if since else 2, since.first if since else "", until.last if until else "")


def _overlap(one: Span, other: Span) -> bool:
    """Whether two terms can be one: neither begins after the other's end; an open bound of the one is filled by the other."""
    if one[0] and other[0] and not one[1] and not other[1]:
        return abs(int(one[0].first[:4]) - int(other[0].first[:4])) <= 1
    if one[1] and other[1] and not one[0] and not other[0]:
        return abs(int(one[1].first[:4]) - int(other[1].first[:4])) <= 1
    starts = [s[0].first for s in (one, other) if s[0]]
    ends = [s[1].last for s in (one, other) if s[1]]
    return not starts or not ends or max(starts) <= min(ends)


def _hull(group: list[Span]) -> Span:
    """The most exact start and end; the earliest and the latest of equally exact ones."""
    starts = [since for since, _ in group if since]
    ends = [until for _, until in group if until]
    return min(starts, key=lambda b: (-b.precision, b.first), default=None), max(ends, key=lambda b: (b.precision, b.last), default=None)
