"""Facts about states: codes, votes, and their leaders."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from coldgraph import ids, vocabulary
from coldgraph import namespaces as ns
from coldgraph.background import codes
from coldgraph.background.facts import Facts
from coldgraph.background.known import Known
from coldgraph.background.sheets import Row, Sheet, Wrong
from coldgraph.mapping import terms


def state_codes(facts: Facts, sheet: Sheet, known: Known) -> None:
    """Each code with the state it means from when to when."""
    for row in sheet.each():
        sheet.used(row, lambda row: _state_code(facts, row, known))


def _state_code(facts: Facts, row: Row, known: Known) -> None:
    system, number, state = row.text("system"), row.whole("code"), f"state/{row.text('state')}"
    since, until = (row.day(end) if row.values[end] else None for end in ("since", "until"))
    if system not in codes.SYSTEMS:
        raise Wrong("system", f"{system!r} is none of {', '.join(codes.SYSTEMS)}")
    means = listed(state, "state", known)
    subject = facts.fact("statecode", vocabulary.STATE_CODE, system, number, state, since)
    facts.link(subject, vocabulary.CODE_OF, means)
    facts.say(subject, vocabulary.CODE, terms.integer(number))
    facts.text(subject, vocabulary.CODE_SYSTEM, system)
    facts.span(subject, since, until)


def votes(facts: Facts, sheet: Sheet, known: Known) -> None:
    """Where each state stands in each year by its votes; the code is that of the Correlates of War."""
    for row in sheet.each():
        sheet.used(row, lambda row: _point(facts, row, known))


def _point(facts: Facts, row: Row, known: Known) -> None:
    number, year, value = row.whole("ccode"), row.year("year"), row.number("ideal_point")
    state = coded("COW", number, date(year, 12, 31), "ccode", known)
    count = row.whole("votes") if row.values.get("votes") else None
    subject = facts.fact("idealpoint", vocabulary.IDEAL_POINT, number, year)
    facts.link(subject, vocabulary.POINT_OF, state)
    facts.say(subject, vocabulary.YEAR, terms.typed(f"{year:04d}", ns.XSD_YEAR))
    facts.say(subject, vocabulary.VALUE, terms.typed(f"{Decimal(repr(value)).normalize() + 0:f}", ns.XSD_DECIMAL))
    if count is not None:
        facts.say(subject, vocabulary.VOTES, terms.integer(count))


def leaders(facts: Facts, sheet: Sheet, known: Known) -> None:
    """Effective leaders as affiliations; the code is that of Gleditsch and Ward."""
    for row in sheet.each():
        sheet.used(row, lambda row: _leader(facts, row, known))


def _leader(facts: Facts, row: Row, known: Known) -> None:
    number, name, since, until = row.whole("gwcode"), row.text("leader"), row.day("start"), row.day("end")
    if until < since:
        raise Wrong("end", f"{until} lies before {since}")
    day = since if codes.state("GW", number, since) else until  # some led before their state was one
    state = coded("GW", number, day, "gwcode", known)
    person = known.person(name, state, since + (until - since) / 2)
    subject = facts.fact("affiliation", vocabulary.AFFILIATION, number, name, since)
    facts.link(subject, vocabulary.AFFILIATE, person or facts.own(f"{number}-{ids.slug(name)}", name))
    facts.link(subject, vocabulary.SIDE, state)
    facts.text(subject, vocabulary.CAPACITY, "effective leader")
    facts.span(subject, since, until)


def coded(system: str, number: int, day: date, column: str, known: Known) -> str:
    """The state of a code on a day. Raises Wrong where the authority has none."""
    state = codes.state(system, number, day)
    if state is None:
        raise Wrong(column, f"no state known for {system} code {number} on {day}")
    return listed(state, column, known)


def listed(state: str, column: str, known: Known) -> str:
    """The state itself. Raises Wrong where the authority has none of this name."""
    if not known.has(state):
        raise Wrong(column, f"the authority has no {state}")
    return state
