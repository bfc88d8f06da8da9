"""Builds triples/authority/people.nt and offices.nt: people, their names, sides and offices.

    python triples/scripts/people.py FACTS_FOLDER [OUTPUT_FOLDER]

FACTS_FOLDER holds people.csv, us_principals.csv, us_ambassadors.csv and visits.csv of the Office of
the Historian. Everything else is in triples/tables. The same input gives the same bytes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import american
import ntriples as nt
import office_words
import people_entities
import succession
import tenures
import visits
from people_entities import Person

from coldgraph.ids import digest

AUTHORITY = Path(__file__).resolve().parent.parent / "authority"


def person_lines(person: Person) -> Iterator[str]:
    """Everything about one person except affiliations."""
    me = f"person/{person.slug}"
    yield nt.line(me, "a", nt.term("cg:Person"))
    yield nt.line(me, "skos:prefLabel", nt.text(person.labels.preferred))
    yield from (nt.line(me, "skos:altLabel", nt.text(name)) for name in person.labels.also)
    yield from (nt.line(me, "cg:familyName", nt.text(name)) for name in person.labels.families)
    yield nt.line(me, "cg:listedIn", nt.text(str(person.volumes), "xsd:integer"))
    yield from _year_lines(me, person)
    yield from (nt.line(me, "skos:exactMatch", nt.term(f"http://viaf.org/viaf/{number}")) for number in person.viaf)
    yield from (nt.line(me, "dcterms:source", nt.text(source)) for source in person.sources)


def _year_lines(me: str, person: Person) -> Iterator[str]:
    years = {"cg:birthYear": person.birth, "cg:deathYear": person.death, "cg:activeFrom": person.since, "cg:activeUntil": person.until}
    yield from (nt.line(me, verb, nt.text(str(year), "xsd:gYear")) for verb, year in years.items() if year)


def affiliation_lines(person: Person, held: tenures.Tenure) -> Iterator[str]:
    """One affiliation; its name is made from what it says."""
    parts = (person.slug, held.side, held.office, held.at, held.since, held.until)
    me = f"affiliation/{digest(*parts)}"
    yield nt.line(me, "a", nt.term("cg:Affiliation"))
    yield nt.line(me, "cg:affiliate", nt.term(f"person/{person.slug}"))
    links = {"cg:side": held.side, "cg:office": held.office and f"office/{held.office}", "cg:accreditedTo": held.at}
    yield from (nt.line(me, verb, nt.term(value)) for verb, value in links.items() if value)
    dates = {"cg:earliest": held.since, "cg:latest": held.until}
    yield from (nt.line(me, verb, nt.text(day, "xsd:date")) for verb, day in dates.items() if day)
    yield from (nt.line(me, "cg:capacity", nt.text(words)) for words in [held.words] if words and words != _label(held.office))
    yield from (nt.line(me, "dcterms:source", nt.text(source)) for source in held.sources)


def _label(key: str) -> str:
    return office_words.BY_KEY[key].label if key in office_words.BY_KEY else american.LABELS.get(key, "")


def office_lines(used: set[str]) -> Iterator[str]:
    """The offices that somebody holds, with their labels."""
    for key in sorted(used):
        yield nt.line(f"office/{key}", "a", nt.term("skos:Concept"))
        yield nt.line(f"office/{key}", "skos:prefLabel", nt.text(_label(key)))


def build(facts: Path, output: Path = AUTHORITY) -> tuple[int, int]:
    """Writes both files; returns the numbers of people and affiliations."""
    people = people_entities.read(facts)
    visited = visits.terms(people, facts / "visits.csv")
    closed = succession.close(people, {person.slug: tenures.of(person) for person in people})
    held = {name: visits.with_visits(own, visited.get(name, [])) for name, own in closed.items()}
    lines = [one for person in people for one in person_lines(person)]
    nt.write(output / "people.nt", lines)
    terms = [one for person in people for tenure in held[person.slug] for one in affiliation_lines(person, tenure)]
    offices = office_lines({t.office for all_ in held.values() for t in all_ if t.office})
    nt.write(output / "offices.nt", [*terms, *offices])
    return len(people), sum(map(len, held.values()))


def main() -> int:
    facts = Path(sys.argv[1])
    counts = build(facts, Path(sys.argv[2]) if len(sys.argv) > 2 else AUTHORITY)
    sys.stdout.write("{} people, {} affiliations\n".format(*counts))
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(AUTHORITY.parents[1]))
    raise SystemExit(main())
