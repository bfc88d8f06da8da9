"""Treaties, wars, conferences, doctrines, crises and policies that have a name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entities import TABLES, entity, nt, parts, rows


def lines(facts: Path) -> Iterator[str]:
    """All triples about topics (``facts`` is not needed here)."""
    shared = {use["form"] for use in rows(TABLES / "name_uses.csv")}
    for row in rows(TABLES / "topics.csv"):
        id_ = f"topic/{row['id']}"
        yield from entity(id_, row["label"], set(parts(row["names"])) - shared, row["source"])
        yield nt.line(id_, "a", nt.term("skos:Concept"))
        yield nt.line(id_, "dcterms:type", nt.text(row["kind"]))
