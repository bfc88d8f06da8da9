"""Formal alliances, as the data of ATOP have them: pairs of states and what they pledge, without the treaty's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from coldgraph import namespaces as ns
from coldgraph import vocabulary
from coldgraph.background.facts import Facts
from coldgraph.background.figures import coded
from coldgraph.background.known import Known
from coldgraph.background.sheets import Row, Sheet, Wrong
from coldgraph.mapping import terms

PLEDGES = {
    "defense": vocabulary.PLEDGE_DEFENSE, "offense": vocabulary.PLEDGE_OFFENSE, "neutral": vocabulary.PLEDGE_NEUTRALITY,
    "nonagg": vocabulary.PLEDGE_NONAGGRESSION, "consul": vocabulary.PLEDGE_CONSULTATION,
}  # fmt: skip

Pair: TypeAlias = "tuple[int, int]"


@dataclass(slots=True)
class Spell:
    """Years in which a pair's pledges are the same, and the row that tells of it first."""

    pair: Pair
    first: int
    last: int
    row: Row
    pledges: set[str] = field(default_factory=set)


def alliances(facts: Facts, sheet: Sheet, known: Known) -> None:
    """One alliance for each spell of years of a pair of states, with all that it pledges.

    Rows are spells (pledge, first_year, last_year), or years with 1 under the pledges that hold.
    The last year of all is where the data end, not the alliances that reach it.
    """
    told = list(_spells(sheet) if "pledge" in sheet.columns else _runs(sheet))
    spells: dict[tuple[Pair, int, int], Spell] = {}
    for spell in told:
        spells.setdefault((spell.pair, spell.first, spell.last), spell).pledges.update(spell.pledges)
    end = max((spell.last for spell in told), default=0)
    for key in sorted(spells):
        sheet.used(spells[key].row, lambda _, spell=spells[key]: _alliance(facts, spell, end, known))  # type: ignore[misc]


def _alliance(facts: Facts, spell: Spell, end: int, known: Known) -> None:
    since, until = date(spell.first, 1, 1), None if spell.last == end else date(spell.last, 12, 31)
    day = date(spell.first, 12, 31)
    members = [coded("COW", n, day, column, known) for n, column in zip(spell.pair, ("ccode1", "ccode2"), strict=True)]
    if members[0] == members[1]:
        raise Wrong("ccode2", f"both codes mean {known.label(members[0])} in {spell.first}")
    subject = facts.fact("alliance", vocabulary.ALLIANCE, *spell.pair, spell.first, spell.last)
    years = f"{spell.first}–{'' if until is None else spell.last}"
    facts.text(
        subject, ns.PREF_LABEL, f"{known.label(members[0])} – {known.label(members[1])} ({', '.join(sorted(spell.pledges))}; {years})"
    )
    facts.say_all(subject, vocabulary.PLEDGE, (f"<{PLEDGES[pledge]}>" for pledge in sorted(spell.pledges)))
    facts.span(subject, since, until)
    for number, member in zip(spell.pair, members, strict=True):
        _member(facts, subject, (number, *spell.pair, spell.first, spell.last), member, since, until)


def _member(facts: Facts, alliance: str, key: tuple[int, ...], member: str, since: date, until: date | None) -> None:
    subject = facts.fact("membership", vocabulary.MEMBERSHIP, *key)
    facts.say(alliance, vocabulary.HAS_MEMBERSHIP, subject)
    facts.say(subject, vocabulary.MEMBER, terms.local(member))
    facts.span(subject, since, until)


def _pair(row: Row) -> Pair:
    one, other = sorted((row.whole("ccode1"), row.whole("ccode2")))
    return one, other


def _spells(sheet: Sheet) -> Iterator[Spell]:
    for row in sheet.each():
        if spell := sheet.used(row, _spell):
            yield spell


def _spell(row: Row) -> Spell:
    pledge, first, last = row.text("pledge"), row.year("first_year"), row.year("last_year")
    if pledge not in PLEDGES:
        raise Wrong("pledge", f"{pledge[:40]!r} is none of {', '.join(PLEDGES)}")
    if last < first:
        raise Wrong("last_year", f"{last} lies before {first}")
    return Spell(_pair(row), first, last, row, {pledge})


def _runs(sheet: Sheet) -> Iterator[Spell]:
    """Rows of single years, joined to spells."""
    years: dict[tuple[Pair, str], dict[int, Row]] = {}
    for row in sheet.each():
        for pair, year, pledge in sheet.used(row, _year) or ():
            years.setdefault((pair, pledge), {}).setdefault(year, row)
    for (pair, pledge), rows in years.items():
        for year in sorted(rows):
            if year - 1 not in rows:
                last = next(y for y in range(year, year + len(rows) + 1) if y + 1 not in rows)
                yield Spell(pair, year, last, rows[year], {pledge})


def _year(row: Row) -> list[tuple[Pair, int, str]]:
    return [(_pair(row), row.year("year"), pledge) for pledge in PLEDGES if row.values.get(pledge, "").strip() in ("1", "1.0")]
