"""State codes of the Correlates of War (COW) and of Gleditsch and Ward (GW), and the states they mean on a day."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from coldgraph.resources import folder

SYSTEMS = ("COW", "GW")


@dataclass(frozen=True, slots=True)
class Code:
    """A code that means a state ('state/china') from one day to another (None: open); ``name`` is what its list calls it."""

    system: str
    number: int
    state: str
    since: date | None
    until: date | None
    name: str

    def holds(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def shipped() -> tuple[Code, ...]:
    """The codes of triples/background/state_codes.csv."""
    with (folder("triples") / "background" / "state_codes.csv").open(encoding="utf-8", newline="") as source:
        return tuple(_code(row) for row in csv.DictReader(source))


def _code(row: dict[str, str]) -> Code:
    since, until = (date.fromisoformat(row[end]) if row[end] else None for end in ("since", "until"))
    return Code(row["system"], int(row["code"]), f"state/{row['state']}", since, until, row["name"])


def state(system: str, number: int, day: date) -> str | None:
    """The state that a code means on a day.

    >>> state("COW", 365, date(1962, 10, 22)), state("COW", 255, date(1991, 1, 1)), state("COW", 713, date(1947, 1, 1))
    ('state/soviet-union', 'state/germany', 'state/china')
    """
    return next((c.state for c in _numbered(system).get(number, ()) if c.holds(day)), None)


def code(system: str, of: str, day: date) -> int | None:
    """The code of a state on a day; None where the list has none for it then.

    >>> code("COW", "state/yemen", date(1991, 1, 1)), code("GW", "state/yemen", date(1991, 1, 1))
    (679, 678)
    """
    return next((c.number for c in shipped() if c.system == system and c.state == of and c.holds(day)), None)


def in_time(named: str, day: date) -> str:
    """The state that a state's name means on a day: 'West Germany' in 1991 is Germany, 'Taiwan' in 1946 China."""
    for system in ("GW", "COW"):
        number = next((c.number for c in shipped() if c.system == system and c.state == named), None)
        if number is not None and (found := state(system, number, day)):
            return found
    return named


@cache
def _numbered(system: str) -> dict[int, list[Code]]:
    found: dict[int, list[Code]] = {}
    for known in shipped():
        if known.system == system:
            found.setdefault(known.number, []).append(known)
    return found
