"""The people of the authority: rows of the source merged where they are one human, with labels, sides and identifiers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import american
import people_table
import person_labels
import person_names
import person_sides
import romanise
from people_table import Row, table
from person_labels import Labels

from coldgraph.ids import slug

SOURCE = "HistoryAtState/people "  # Office of the Historian, people data set, commit 4d7a578; the row's id follows


@dataclass(slots=True)
class Person:
    """One human. ``told`` are the settled remarks, ``rows`` the ids of the source's rows; years are 0 where they are not known."""

    id: str
    labels: Labels
    slug: str = ""
    volumes: int = 0
    birth: int = 0
    death: int = 0
    since: int = 0
    until: int = 0
    viaf: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    terms: list[american.Term] = field(default_factory=list)


def known_states() -> frozenset[str]:
    return frozenset(row["id"] for row in table("states.csv"))


def read(facts: Path) -> list[Person]:
    """Everybody, with identifiers, sorted by them."""
    people = [_person(rows) for rows in _merged(people_table.read(facts / "people.csv"))]
    people += [_added(row) for row in table("people_additions.csv")]
    _prefer(people)
    _officers(people, american.read(facts, known_states()))
    _name(people)
    return sorted(people, key=lambda p: p.slug)


def _merged(rows: list[Row]) -> list[list[Row]]:
    """Rows of one human together, the one listed in most volumes first."""
    into = {r["id"]: r["same_as"] for r in table("same_person.csv")}
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[into.get(row.id, row.id)].append(row)
    return [sorted(group, key=lambda r: (-r.volumes, r.id)) for _, group in sorted(groups.items())]


def _person(rows: list[Row]) -> Person:
    told = tuple(person_sides.settled(m, r.since) for r in rows for m in r.remarks)
    side = _stated(rows) or person_sides.decide(person_sides.evidence(told))
    labels = person_labels.of_forms([form for r in rows for form in (r.preferred, *r.variants)], side)
    first = rows[0]
    birth, death = max(r.birth for r in rows), max(r.death for r in rows)
    since = min((r.since for r in rows if r.since), default=0)
    until = 0 if any(r.since and not r.until for r in rows) else max(r.until for r in rows)
    return Person(
        first.id,
        labels,
        "",
        sum(r.volumes for r in rows),
        birth,
        death,
        _at_least(since, birth),
        _at_most(until, death),
        tuple(sorted({r.viaf for r in rows if r.viaf})),
        side,
        told,
        tuple(SOURCE + r.id for r in rows),
        tuple(r.id for r in rows),
    )


def _stated(rows: list[Row]) -> tuple[str, ...]:
    """The states of the hand-written table, which knows better than the words of remarks; () where it has none."""
    told = dict.fromkeys(r["side"] for row in rows for r in stated_sides().get(row.id, ()))
    return tuple(side.removeprefix("state/") for side in told if side.startswith("state/"))


@cache
def stated_sides() -> dict[str, list[dict[str, str]]]:
    """Person id -> rows of sides_additions.csv, in the order of the table."""
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table("sides_additions.csv"):
        found[row["person"]].append(row)
    return found


def _at_least(since: int, birth: int) -> int:
    """A volume's first year, but nobody acts before the age of 15."""
    return max(since, birth + 15) if since and birth else since


def _at_most(until: int, death: int) -> int:
    return min(until, death) if until and death else until or death


def _added(row: dict[str, str]) -> Person:
    forms = [row["preferred"], *filter(None, row["variants"].split(";"))]
    sides = tuple(filter(None, row["side"].split(";")))
    labels = person_labels.of_forms(forms, sides)
    labels.preferred = row["label"] or labels.preferred
    years = [int(row[k] or 0) for k in ("birth", "death", "since", "until")]
    return Person(row["id"], labels, "", 0, *years, (), sides, (), (row["source"],))


def _prefer(people: list[Person]) -> None:
    """Today's scholarly names over the source's."""
    chosen = {r["id"]: r for r in table("preferred_names.csv")}
    for person in people:
        row = chosen.get(person.id)
        if row:
            _rename(person.labels, row["label"], [a for a in row["also"].split(";") if a])
            person.labels.families |= {f for f in row["families"].split(";") if f}


def _rename(labels: Labels, label: str, also: list[str]) -> None:
    labels.also |= {labels.preferred, *also, person_names.ascii_form(label)}
    labels.preferred = label
    labels.also.discard(label)


def _officers(people: list[Person], officers: list[american.Officer]) -> None:
    """The officers' terms to the people of the same name and, where both are known, years; the others become people of their own.

    officers_same.csv knows those whose names are written otherwise.
    """
    by_name: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for name in {person.labels.preferred, *person.labels.also}:
            by_name[slug(name)].append(person)
    stated = {r["officer"]: r["person"] for r in table("officers_same.csv")}
    by_id = {p.id: p for p in people}
    for officer in officers:
        same = by_id.get(stated.get(officer.id, "")) or _same(officer, by_name)
        if same is None:
            same = _officer(officer)
            people.append(same)
        same.terms += officer.terms
        same.sides = same.sides or (person_sides.US,)


def _same(officer: american.Officer, by_name: dict[str, list[Person]]) -> Person | None:
    name = person_names.split_parentheses(officer.name)[0]
    found = [p for p in by_name.get(slug(name), []) if _years_agree(officer, p)]
    exact = [p for p in found if p.birth and p.birth == officer.birth]
    chosen = exact or ([p for p in found if not p.birth] if officer.birth else found)
    return max(chosen, key=lambda p: (p.volumes, p.id), default=None)


def _years_agree(officer: american.Officer, person: Person) -> bool:
    return (not person.birth or not officer.birth or person.birth == officer.birth) and (
        not person.sides or person_sides.US in person.sides or bool(person.birth)
    )


def _officer(officer: american.Officer) -> Person:
    words = person_names.split_parentheses(officer.name)[0].split(" ")
    suffix = words.pop() if len(words) > 2 and words[-1].rstrip(".,") in ("Jr", "Sr", "II", "III", "IV") else ""
    form = ", ".join(filter(None, (words[-1], " ".join(words[:-1]), suffix)))
    since = min(t.since for t in officer.terms)[:4]
    until = max(t.until or "1991" for t in officer.terms)[:4]
    labels = person_labels.of_forms([form], (person_sides.US,))
    return Person(
        f"pocom:{officer.id}",
        labels,
        "",
        0,
        officer.birth,
        officer.death,
        int(since),
        int(until),
        (),
        (person_sides.US,),
        (),
        (f"{officer.terms[0].source}, {officer.id}",),
    )


def _name(people: list[Person]) -> None:
    """The slug of the label; of several people with one label the one in most volumes has it, since a
    reader who meets the name most likely means that one, and the others carry their number in the source."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        groups[slug(romanise.plain(person.labels.preferred))].append(person)
    for name, group in groups.items():
        first, *others = sorted(group, key=lambda p: (-p.volumes, p.id))
        first.slug = name
        for other in others:
            other.slug = f"{name}-{slug(other.id)}"
