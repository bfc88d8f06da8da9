"""Open terms of offices that one person holds at a time: closed by the neighbours in office and by what the volumes cover.

A volume that says only 'from February 1958' means: to the end of the years it covers, at
least. The end is then the day on which the next known holder begins, if that is within
five years of the person's last volume, else the end of that volume's years. An open start is
closed in the same way by the holder before and the person's first volume.
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from people_entities import Person
from tenures import Tenure

SINGLE = frozenset(
    ["premier", "foreign-minister", "defense-minister", "president", "vice-president", "party-leader", "head-of-state", "king", "emperor", "ambassador", "permanent-representative", "secretary-of-state", "secretary-of-defense", "national-security-adviser", "director-of-central-intelligence", "chairman-of-the-joint-chiefs-of-staff", "un-secretary-general"]
)
REACH = 5  # years beyond a person's volumes in which a neighbour in office still closes the term
Held = dict[str, list[Tenure]]
Key = tuple[str, str, str]


def close(people: list[Person], held: Held) -> Held:
    """The same terms with open bounds closed; ``held`` is a person's slug to the person's terms."""
    offices: dict[Key, list[Tenure]] = defaultdict(list)
    for terms in held.values():
        for term in terms:
            if term.office in SINGLE and (term.since or term.until):
                offices[(term.office, term.side, term.at)].append(term)
    return {p.slug: [_closed(term, offices.get((term.office, term.side, term.at), []), p) for term in held[p.slug]] for p in people}


def _closed(term: Tenure, others: list[Tenure], person: Person) -> Tenure:
    if others and term.since and not term.until:
        return replace(term, until=_end(term, others, person.until))
    if others and term.until and not term.since:
        return replace(term, since=_start(term, others, person.since))
    return term


def _end(term: Tenure, others: list[Tenure], last: int) -> str:
    after = min((o.since for o in others if o.since > term.since), default="")
    if last and last < int(term.since[:4]):
        last = int(term.since[:4])
    return after if after and (not last or int(after[:4]) <= last + REACH) else f"{last}-12-31" if last else ""


def _start(term: Tenure, others: list[Tenure], first: int) -> str:
    before = max((o.until for o in others if o.until and o.until < term.until), default="")
    if first and first > int(term.until[:4]):
        first = int(term.until[:4])
    return before if before and (not first or int(before[:4]) >= first - REACH) else f"{first}-01-01" if first else ""
