"""Writes triples/tables/volume_terms.csv: the terms of office that volumes' lists of persons state.

    python triples/scripts/volume_lists.py FACTS_FOLDER CORPUS_FOLDER

people.csv keeps at most six remarks a person; the lists of the volumes at hand have the
others. Only facts are kept: who, which office, where, from when and until when.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import people_table
import person_sides
import remarks
from lxml import etree

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
COLUMNS = ("volume", "person", "office", "side", "at", "since", "since_last", "until_first", "until")


def terms(volume: Path, people: dict[tuple[str, str], str]) -> Iterator[tuple[str, ...]]:
    """The dated terms of one volume's list."""
    tree = etree.parse(str(volume), etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True))
    for name in tree.iter(f"{_TEI}persName"):
        person = people.get((volume.stem, name.get(_ID, "")))
        item = next(name.iterancestors(f"{_TEI}item"), None)
        if person and item is not None:
            yield from _terms(volume.stem, person, _role(name, item))


def _role(name: etree._Element, item: etree._Element) -> str:
    written = re.sub(r"\s+", " ", "".join(item.itertext()))
    listed = re.sub(r"\s+", " ", "".join(name.itertext()))
    return written.split(listed, 1)[-1].strip(" ,")


def _terms(volume: str, person: str, role: str) -> Iterator[tuple[str, ...]]:
    for claim in remarks.claims(person_sides.settled(role, people_table.years(volume)[0])):
        since, until = claim.since, claim.until
        if since or until:
            bounds = (since.first if since else "", since.last if since else "", until.first if until else "", until.last if until else "")
            yield (volume, person, claim.office, claim.side, claim.at, *bounds)


def main() -> int:
    facts, corpus = map(Path, sys.argv[1:3])
    with (facts / "person_ids.csv").open(encoding="utf-8", newline="") as source:
        people = {(r["volume"], r["persName_id"]): r["person"] for r in csv.DictReader(source)}
    rows = {row for volume in sorted({v for v, _ in people}) for row in terms(corpus / f"{volume}.xml", people)}
    with (people_table.TABLES / "volume_terms.csv").open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows([COLUMNS, *sorted(rows)])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
