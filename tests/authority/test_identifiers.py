"""No identifier of another authority without its source, and none that the source does not have."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from coldgraph.ids import BASE, ONTOLOGY
from coldgraph.resources import folder

SOURCE = "<http://purl.org/dc/terms/source>"
VOCABULARIES = (BASE, ONTOLOGY, "http://www.w3.org/2004/02/skos/core#")


def triples() -> list[tuple[str, str, str]]:
    files = sorted((folder("triples") / "authority").glob("*.nt"))
    lines = (line for file in files for line in file.read_text(encoding="utf-8").split("\n") if line and line[0] != "#")
    return [(parts[0], parts[1], parts[2].removesuffix(" .")) for line in lines if (parts := line.split(" ", 2))]


def is_foreign(value: str) -> bool:
    """Whether an object is the IRI of something that is neither ours nor a term."""
    return value.startswith("<") and not value[1:].startswith(VOCABULARIES)


def test_every_identifier_has_a_source() -> None:
    every = triples()
    sourced = {s for s, p, _ in every if p == SOURCE}
    foreign = [(s, o) for s, _, o in every if is_foreign(o)]
    assert len(foreign) > 100
    assert [pair for pair in foreign if pair[0] not in sourced] == []


def test_the_check_would_see_one_without(monkeypatch) -> None:
    bare = [*triples(), (f"<{BASE}person/x>", "<http://www.w3.org/2004/02/skos/core#exactMatch>", "<http://viaf.org/viaf/1>")]
    monkeypatch.setitem(globals(), "triples", lambda: bare)
    try:
        test_every_identifier_has_a_source()
    except AssertionError:
        return
    raise AssertionError("an identifier without a source was not seen")


def test_every_viaf_number_is_that_of_the_row_it_names(shared: Path) -> None:
    with (shared / "facts" / "people.csv").open(encoding="utf-8", newline="") as source:
        viaf = {f'"HistoryAtState/people {r["id"]}"': r["viaf"] for r in csv.DictReader(source) if r["viaf"]}
    sources = defaultdict(set)
    for s, p, o in triples():
        if p == SOURCE:
            sources[s].add(viaf.get(o))
    told = [(s, o.removeprefix("<http://viaf.org/viaf/").rstrip(">")) for s, _, o in triples() if "viaf.org" in o]
    assert len(told) > 100 and [(s, number) for s, number in told if number not in sources[s]] == []
