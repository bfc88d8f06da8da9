"""Which sets of facts there are, where they come from, and which of them are shipped."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from coldgraph.errors import QueryError
from coldgraph.resources import folder


@dataclass(frozen=True, slots=True)
class Published:
    """A set of published facts. ``file`` is the shipped one; where there is none, users bring their own download."""

    name: str
    title: str
    reference: str
    version: str
    licence: str
    url: str
    file: Path | None


@cache
def catalogue() -> dict[str, Published]:
    """All sets by name, as triples/background/sources.csv lists them."""
    place = folder("triples") / "background"
    with (place / "sources.csv").open(encoding="utf-8", newline="") as source:
        return {row["name"]: _published(row, place) for row in csv.DictReader(source)}


def _published(row: dict[str, str], place: Path) -> Published:
    shipped = place / row["file"] if row["file"] else None
    return Published(row["name"], row["title"], row["reference"], row["version"], row["licence"], row["url"], shipped)


def published(name: str) -> Published:
    """The set of a name. Raises QueryError with the nearest names where there is none."""
    known = catalogue()
    if name not in known:
        near = get_close_matches(name, known, n=1)
        raise QueryError(
            f"no background is called {name!r}", advice=f"did you mean {near[0]}?" if near else f"there are: {', '.join(known)}"
        )
    return known[name]
