"""The rows of the source's list of people, with what they say read: names, years, remarks."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

TABLES = Path(__file__).resolve().parent.parent / "tables"
NOT_PEOPLE = frozenset({"106363", "116300"})  # 'Identity 1, 2, etc.' and 'Yugoslavia'
ALL_VOLUMES_LISTED = 12


@dataclass(frozen=True, slots=True)
class Row:
    """One row; ``since`` and ``until`` are the years of its volumes, 0 where they are not known."""

    id: str
    preferred: str
    variants: tuple[str, ...]
    birth: int
    death: int
    viaf: str
    remarks: tuple[str, ...]
    volumes: int
    since: int
    until: int


def years(volume: str) -> tuple[int, int]:
    """The years that a volume covers, from its id.

    >>> years("frus1961-63v06"), years("frus1969-76ve13"), years("frus1945Malta")
    ((1961, 1963), (1969, 1976), (1945, 1945))
    """
    match = re.match(r"frus(\d{4})(?:-(\d{2,4}))?", volume)
    if not match:
        return 0, 0
    first = int(match[1])
    return first, int(match[1][: 4 - len(match[2])] + match[2]) if match[2] else first


def read(path: Path) -> list[Row]:
    """All people of the table; ``path`` is people.csv."""
    with path.open(encoding="utf-8", newline="") as source:
        return [_row(r) for r in csv.DictReader(source) if r["id"] not in NOT_PEOPLE]


def _row(r: dict[str, str]) -> Row:
    listed = r["some_volumes"].split()
    spans = [years(v) for v in listed]
    complete = int(r["volumes"]) <= max(len(listed), ALL_VOLUMES_LISTED - 1)
    return Row(
        r["id"],
        r["preferred"],
        tuple(v.strip() for v in r["variants"].split(";") if v.strip()),
        int(r["birth"] or 0),
        int(r["death"] or 0),
        r["viaf"],
        tuple(m.strip() for m in r["remarks"].split(" | ") if m.strip()),
        int(r["volumes"]),
        min((a for a, _ in spans if a), default=0),
        max((b for _, b in spans), default=0) if complete else 0,
    )


def table(name: str) -> list[dict[str, str]]:
    """A hand-written table of triples/tables, [] where there is none."""
    path = TABLES / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))
