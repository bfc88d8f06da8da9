"""The graph 'authority': the shipped N-Triples, less the people whom no document names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from pathlib import Path

from coldgraph import ids, vocabulary
from coldgraph.mapping import terms

_PERSON = f"<{ids.BASE}person/"
_OWNED = (f"<{vocabulary.AFFILIATE}>", f"<{vocabulary.NAME_OF}>")
_PEOPLE = re.compile(f"<{re.escape(ids.BASE)}(person/[^>]*)>")


def people_named(nquads: str) -> set[str]:
    """The local identifiers of all people in some N-Quads, such as 'person/zhou-enlai'."""
    return set(_PEOPLE.findall(nquads))


def people_beside(folder: Path) -> set[str]:
    """The local identifiers of all people whom the published facts of a graph's folder name."""
    files = sorted((folder / "background").glob("[!.]*.nq"))
    return {person for file in files for person in people_named(file.read_text(encoding="utf-8"))}


def authority_quads(triples: Iterable[str], referenced: Set[str]) -> str:
    """N-Quads of the graph 'authority', sorted and unique.

    ``triples`` are N-Triples lines (comments and empty lines are passed over). Everything is
    kept but the people who are not ``referenced`` (local identifiers), their affiliations and
    the uses of their names.
    """
    lines = [line for line in map(str.strip, triples) if line and not line.startswith("#")]
    absent = _absent(lines, {terms.local(name) for name in referenced})
    tail = f"{terms.local('graph/authority')} .\n"
    kept = (line for line in lines if line.split(" ", 1)[0] not in absent)
    return "".join(sorted({f"{line[:-1].rstrip()} {tail}" for line in kept}))


def _absent(lines: list[str], present: Set[str]) -> set[str]:
    """The subjects to leave out: unreferenced people, and what belongs to one of them alone."""
    absent = set()
    for line in lines:
        subject, predicate, thing = line.split(" ", 2)
        owner = thing[:-1].rstrip() if predicate in _OWNED else subject
        if owner.startswith(_PERSON) and owner not in present:
            absent.add(subject)
    return absent
