"""Open terms of offices that one person holds at a time: closed by the neighbours in office.

A volume that says only 'from February 1958' leaves the end open; the end is then the day on
which the next known holder begins, and an open start the day on which the last known
holder before ends (or, where that is open too, nothing).
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from tenures import Tenure

SINGLE = frozenset(
    ["premier", "foreign-minister", "defense-minister", "president", "vice-president", "party-leader", "head-of-state", "king", "emperor", "ambassador", "permanent-representative", "secretary-of-state", "secretary-of-defense", "national-security-adviser", "director-of-central-intelligence", "chairman-of-the-joint-chiefs-of-staff", "un-secretary-general"]
)
Held = dict[str, list[Tenure]]
Key = tuple[str, str, str]


def close(held: Held) -> Held:
    """The same terms with open bounds closed; ``held`` is a person's slug to the person's terms."""
    offices: dict[Key, list[Tenure]] = defaultdict(list)
    for terms in held.values():
        for term in terms:
            if term.office in SINGLE and (term.since or term.until):
                offices[(term.office, term.side, term.at)].append(term)
    return {person: [_closed(term, offices.get((term.office, term.side, term.at), [])) for term in terms] for person, terms in held.items()}


def _closed(term: Tenure, others: list[Tenure]) -> Tenure:
    if term.since and not term.until:
        return replace(term, until=min((o.since for o in others if o.since > term.since), default=""))
    if term.until and not term.since:
        ends = [o.until for o in others if o.until and o.until < term.until]
        return replace(term, since=max(ends, default=""))
    return term
