"""Heads of state and government on the days of their visits to the United States (visits.csv, CC0).

A visitor is a title, a name and a country. One who visits in an office again, nobody else having
come in it between, held it from the first visit to the last. What a person's own remarks date
better is left to these.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import sides
import tenures
from people_entities import Person
from tenures import Tenure

from coldgraph.ids import slug

_OFFICES = {
    "Prime Minister": "premier",
    "Premier": "premier",
    "Chancellor": "premier",
    "President": "president",
    "Foreign Minister": "foreign-minister",
    "Minister of Foreign Affairs": "foreign-minister",
    "King": "king",
    "Shah": "shah",
    "Emperor": "emperor",
}
_BEFORE, _AFTER = 6, 15  # years around a person's volumes in which a family name alone may mean them
_VISITOR = re.compile(rf"(?P<title>{'|'.join(_OFFICES)}) (?P<name>[^,;(]+?)(?: [IVX]+)?$")
_STATES = {
    "Federal Republic of Germany": "west-germany",
    "Korea": "south-korea",
    "China": "taiwan",
    "Democratic Republic of the Congo (Zaire)": "zaire",
}


@dataclass(frozen=True, slots=True, order=True)
class Visit:
    """Somebody in an office on a day; ``days`` are the first and last of the visit."""

    days: tuple[str, str]
    state: str
    title: str
    name: str
    id: str


@cache
def read(file: Path) -> list[Visit]:
    """The visits of those whose title is one of _OFFICES, in the order of time."""
    with file.open(encoding="utf-8", newline="") as source:
        return sorted(v for row in csv.DictReader(source) if (v := _visit(row)))


def _visit(row: dict[str, str]) -> Visit | None:
    match = _VISITOR.match(row["visitor"])
    state = _state(row["from"], row["start"])
    return Visit((row["start"], row["end"] or row["start"]), state, match["title"], match["name"], row["id"]) if match and state else None


def _state(country: str, day: str) -> str:
    """The state of a country as the table names it: China is Taipei until 1978, Vietnam Saigon, Egypt in the union with Syria the union."""
    if country == "China" and day >= "1979-01-01":
        return "china"
    if country == "Vietnam":
        return "south-vietnam" if "1955-10-26" <= day <= "1975-04-30" else ""
    return _STATES.get(country) or sides.exact(country)


def terms(people: list[Person], file: Path) -> dict[str, list[Tenure]]:
    """A person's slug to the terms that visits tell of; a visitor who may be two people is left out."""
    known = _Known(people)
    held: dict[tuple[str, str], list[tuple[str, Visit]]] = defaultdict(list)
    for visit in read(file):
        held[visit.state, _OFFICES[visit.title]].append((known.of(visit), visit))
    found: dict[str, list[Tenure]] = defaultdict(list)
    for (state, office), visits in held.items():
        for who, run in _runs(visits):
            found[who].append(_term(state, office, run))
    return found


def _runs(visits: list[tuple[str, Visit]]) -> Iterator[tuple[str, list[Visit]]]:
    run: list[Visit] = []
    last = ""
    for who, visit in [*visits, ("", None)]:
        if run and who != last:
            if last:
                yield last, run
            run = []
        if visit is not None:
            run.append(visit)
        last = who


def _term(state: str, office: str, run: list[Visit]) -> Tenure:
    first, last = run[0].days[0], max(v.days[1] for v in run)
    return Tenure(f"state/{state}", office, "", first, last, run[0].title, (f"HistoryAtState/visits {' '.join(v.id for v in run)}",))


class _Known:
    """People by side and family name."""

    def __init__(self, people: list[Person]) -> None:
        self.people: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in people:
            for side in person.sides:
                for family in {slug(f) for f in person.labels.families}:
                    self.people[side, family].append(person)

    def of(self, visit: Visit) -> str:
        """The slug of the one person of the state whose names hold all words of the visitor's; '' for none or several."""
        words = slug(visit.name).split("-")
        found = {p.slug: p for n in range(len(words)) for p in self.people.get((visit.state, "-".join(words[n:])), ())}
        found |= {p.slug: p for p in self.people.get((visit.state, words[0]), ())}
        fitting = [p for p in found.values() if any(_fits(words, slug(form).split("-")) for form in (p.labels.preferred, *p.labels.also))]
        possible = [p for p in fitting if _possible(p, visit, len(words) == 1)]
        return possible[0].slug if len(possible) == 1 else ""


def _possible(person: Person, visit: Visit, family_alone: bool) -> bool:
    """Whether somebody lived then, and for a family name alone was known then, give or take some years."""
    year = int(visit.days[0][:4])
    known = not person.since or person.since - _BEFORE <= year <= (person.until or 9999) + _AFTER
    denied = (person.id, _OFFICES[visit.title]) in tenures.denied()
    return not denied and (not person.death or person.death >= year) and (known or not family_alone)


def _fits(words: list[str], form: list[str]) -> bool:
    """Whether each word of a visitor's name is in a form, an initial standing for its name."""
    return all(any(w == f or (1 in (len(w), len(f)) and w[0] == f[0]) for f in form) for w in words)


def with_visits(own: list[Tenure], told: list[Tenure]) -> list[Tenure]:
    """A person's terms with those of visits, less the ones that a dated term covers already."""
    new = [t for t in told if not any(_covers(o, t) for o in own)]
    return sorted({*own, *new}, key=lambda t: (t.side, t.office, t.at, t.since, t.until))


def _covers(own: Tenure, told: Tenure) -> bool:
    same = own.office == told.office and own.side == told.side and bool(own.since or own.until)
    return same and (not own.since or own.since <= told.since) and (not own.until or told.until <= own.until)
