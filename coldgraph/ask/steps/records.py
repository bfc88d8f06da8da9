"""Pairs documents that record one meeting and shows where they differ.

Two record one meeting where their days are the same or overlap, and they share two people of different sides. A visit of
several days overlaps each talk of it: such pairs count only where both are at most three days long. An edition prints one
record of a talk, and its records of one day are of different talks: records are compared across editions only. What a document
merely tells of a meeting is no record: whom and what place it names beside it seldom belongs to the meeting.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations, groupby

from coldgraph.ask.questions import extra
from coldgraph.ask.steps.rows import SOURCE, Record, answer, day, records, source, value, words
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term

LONGEST = 3
COLUMNS = ("difference", "first", "second", *SOURCE, *(f"second{c.capitalize()}" for c in SOURCE))
Attitudes = dict[str, dict[tuple[str, str], Record]]  # by document, by (holder's side, target's side)


@dataclass(slots=True)
class Account:
    """What one document says of a meeting: ``people`` has label and side by identifier."""

    row: Record
    document: str
    collection: str
    people: dict[str, tuple[str, str]] = field(default_factory=dict)
    asked: bool = False

    @property
    def sides(self) -> dict[str, str]:
        return {person: side for person, (_, side) in self.people.items()}


def step(rows: Answer, store: Store) -> Answer:
    accounts = [_account(list(group)) for _, group in groupby(records(rows), key=lambda r: (value(r, "meeting"), value(r, "document")))]
    pairs = list(_pairs([a for a in accounts if _short(a)]))
    said = _attitudes(store) if pairs else {}
    return answer(COLUMNS, (row for one, other in pairs for row in _differences(one, other, said)))


def _account(rows: list[Record]) -> Account:
    made = Account(rows[0], value(rows[0], "document"), value(rows[0], "collection"))
    asked = value(rows[0], "actor")
    for row in rows:
        person, side = value(row, "person"), value(row, "side")
        made.people[person] = (value(row, "personName") or person, side)
        made.asked |= not asked or asked in (person, side)
    return made


def _short(account: Account) -> bool:
    return (day(account.row, "latest") - day(account.row, "earliest")).days < LONGEST


def _pairs(accounts: list[Account]) -> Iterator[tuple[Account, Account]]:
    """Accounts of one meeting in two documents; each is compared only with those of its people."""
    by_person: dict[str, list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        for person in account.people:
            by_person[person].append(i)
    candidates = {pair for places in by_person.values() for pair in combinations(places, 2)}
    for i, j in sorted(candidates):
        if (accounts[i].asked or accounts[j].asked) and _same(accounts[i], accounts[j]):
            yield accounts[i], accounts[j]


def _same(one: Account, other: Account) -> bool:
    if one.document == other.document or _two_talks(one, other):
        return False
    if value(one.row, "latest") < value(other.row, "earliest") or value(other.row, "latest") < value(one.row, "earliest"):
        return False
    shared = {one.sides[person] for person in one.people.keys() & other.people.keys()}
    return len(shared - {""}) > 1


def _two_talks(one: Account, other: Account) -> bool:
    """Two records of one edition."""
    return one.collection == other.collection != ""


def _differences(one: Account, other: Account, said: Attitudes) -> Iterator[Row]:
    for what, covers in (("date", _lasts), ("place", _holds)):
        first, second = value(one.row, what), value(other.row, what)
        if first and second and not covers(one, other) and not covers(other, one):
            yield _row(what, first, second, one.row, other.row)
    mine, yours = _names(one, other), _names(other, one)
    if mine or yours:
        yield _row("people", mine, yours, one.row, other.row)
    yield from _attitudes_differ(one, other, said)


def _lasts(one: Account, other: Account) -> bool:
    """Whether the one has the date of the other or a wider one: less sure, or of the whole visit, and no other date."""
    (begins, ends), (since, until) = ((value(a.row, "earliest"), value(a.row, "latest")) for a in (one, other))
    return begins <= since and until <= ends


def _holds(one: Account, other: Account) -> bool:
    """Whether the one has the place of the other, or the country that it lies in."""
    return value(one.row, "place") in (value(other.row, "place"), value(other.row, "country"))


def _attitudes_differ(one: Account, other: Account, said: Attitudes) -> Iterator[Row]:
    here, there = said.get(one.document, {}), said.get(other.document, {})
    for pair in sorted(here.keys() & there.keys()):
        first, second = value(here[pair], "polarity"), value(there[pair], "polarity")
        if first != second:
            quoting = _quoting(one, here[pair]), _quoting(other, there[pair])
            yield _row(f"attitude: {' towards '.join(pair)}", first, second, *quoting)


def _names(one: Account, other: Account) -> str:
    """Who is in the one and not in the other."""
    return "; ".join(sorted(label for person, (label, _) in one.people.items() if person not in other.people))


def _row(what: str, first: str, second: str, one: Record, other: Record) -> Row:
    return words(what), words(first), words(second), *source(one), *source(other)


def _quoting(account: Account, attitude: Record) -> Record:
    quotation: Term | None = attitude["quotation"]
    return account.row | {"quotation": quotation}


def _attitudes(store: Store) -> Attitudes:
    """Of each document, the first own statement of each side about each other."""
    found: Attitudes = defaultdict(dict)
    for record in records(store.query(extra("attitudes").text)):
        found[value(record, "document")].setdefault((value(record, "holderSide"), value(record, "targetSide")), record)
    return found
