"""What the authority's tables have in common: reading rows and writing an entity's lines."""

from __future__ import annotations

import csv
import functools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import ntriples as nt  # noqa: E402

from coldgraph.ids import digest, slug  # noqa: E402

TITLED = frozenset({"The Hague"})
TABLES = ROOT / "triples" / "tables"
CLASSES = {kind: kind.capitalize() for kind in ("state", "organization", "movement", "place", "topic", "alliance")}


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a heading."""
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def parts(cell: str) -> list[str]:
    """The values of a cell, which are set apart by |."""
    return [part.strip() for part in cell.split("|") if part.strip()]


@functools.cache
def sources() -> dict[str, str]:
    """Key of a source -> its reference, from sources.csv."""
    return {row["key"]: row["reference"] for row in rows(TABLES / "sources.csv")}


def spellings(form: str) -> set[str]:
    """A form with both kinds of apostrophe and without its article.

    A form that begins with 'the' would hide a longer one: 'the North' in 'the North Koreans'.
    """
    form = form.removeprefix("the ").removeprefix("The ") if form not in TITLED else form
    curly, straight = form.replace("'", "’"), form.replace("’", "'")
    return {form, curly, straight}


def entity(id_: str, label: str, names: Iterable[str], cited: str) -> Iterator[str]:
    """The lines of an actor, place or topic: class, label, every form, sources."""
    known = sources()
    yield nt.line(id_, "a", nt.term(f"cg:{CLASSES[id_.split('/')[0]]}"))
    yield nt.line(id_, "skos:prefLabel", nt.text(label))
    for form in sorted({s for name in names for s in spellings(name)} - {label}):
        yield nt.line(id_, "skos:altLabel", nt.text(form))
    for key in cited.split(";"):
        yield nt.line(id_, "dcterms:source", nt.text(known[key]))


def told_as(id_: str, kind: str, forms: Iterable[str]) -> Iterator[str]:
    """The kind of forms: 'adjective', 'demonym', 'metonym' or 'epithet'."""
    for form in sorted({s for name in forms for s in spellings(name)}):
        yield nt.line(id_, f"cg:{kind}", nt.text(form))


def existence(id_: str, since: str, until: str) -> Iterator[str]:
    """When a state, body or membership existed (ISO days, empty where open)."""
    for term, day in (("cg:earliest", since), ("cg:latest", until)):
        if day:
            yield nt.line(id_, term, nt.text(day, "xsd:date"))


def name_use(form: str, kind: str, of: str, since: str = "", until: str = "", cited: str = "") -> Iterator[str]:
    """A form that is ambiguous, or valid for a time only."""
    for spelling in sorted(spellings(form)):
        id_ = f"nameuse/{digest(spelling, kind, of, since, until)}"
        yield nt.line(id_, "a", nt.term("cg:NameUse"))
        yield nt.line(id_, "cg:form", nt.text(spelling))
        yield nt.line(id_, "cg:formKind", nt.text(kind))
        yield nt.line(id_, "cg:nameOf", nt.term(of))
        yield from existence(id_, since, until)
        if cited:
            yield nt.line(id_, "dcterms:source", nt.text(sources()[cited]))


__all__ = ["ROOT", "TABLES", "digest", "entity", "existence", "name_use", "nt", "parts", "rows", "slug", "sources", "spellings", "told_as"]
