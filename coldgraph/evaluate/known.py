"""Marks of editors that are known to be wrong or missing, and the gold documents with these marks set right."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coldgraph.errors import GoldError
from coldgraph.evaluate.gold import Gold, Marked, Present
from coldgraph.evaluate.names import folded

KINDS = ("participants", "speakers", "found")
COLUMNS = ("document", "kind", "surface", "says", "right", "reason", "why")


@dataclass(frozen=True, slots=True)
class Known:
    """One mark set right. ``says``: a name that the mark-up gives ('' it gives none); ``right``: who it is ('' nobody).

    ``kind`` is participants, speakers or found (a marked expression in the text, then ``surface`` is its words).
    """

    document: str
    kind: str
    surface: str
    says: str
    right: str
    reason: str
    why: str = ""


def read(file: Path) -> tuple[Known, ...]:
    """The rows of a table with the columns document, kind, surface, says, right, reason and why. Raises GoldError."""
    try:
        with file.open(encoding="utf-8", newline="") as source:
            rows = [Known(*(row[c] for c in COLUMNS)) for row in csv.DictReader(source)]
    except (OSError, KeyError, UnicodeDecodeError) as error:
        raise GoldError(f"the table of known marks cannot be read: {error}", file, f"give a CSV file with {', '.join(COLUMNS)}") from error
    bad = next((r for r in rows if r.kind not in KINDS or not (r.says or r.right)), None)
    if bad:
        raise GoldError(f"a row of {bad.document} says nothing", file, f"kind is one of {', '.join(KINDS)}; says or right is filled")
    return tuple(rows)


def corrected(golds: Sequence[Gold], known: Iterable[Known]) -> tuple[Gold, ...]:
    """The same documents with the known marks set right. Raises GoldError where a row's mark is not in its document."""
    rows: dict[str, list[Known]] = defaultdict(list)
    for row in known:
        rows[row.document].append(row)
    return tuple(_document(gold, rows[gold.id]) if gold.id in rows else gold for gold in golds)


def _document(gold: Gold, rows: list[Known]) -> Gold:
    some = {kind: [r for r in rows if r.kind == kind] for kind in KINDS}
    return replace(
        gold,
        participants=_people(gold.participants, some["participants"]),
        speakers=_people(gold.speakers, some["speakers"]),
        mentions=_mentions(gold.mentions, some["found"]),
    )


def _people(people: tuple[Present, ...], rows: list[Known]) -> tuple[Present, ...]:
    left = list(people)
    for row in rows:
        if row.says:
            left.pop(_place(row, [p.names for p in left]))
    return (*left, *(Present((row.right,)) for row in rows if row.right))


def _mentions(marks: tuple[Marked, ...], rows: list[Known]) -> tuple[Marked, ...]:
    left = list(marks)
    for row in rows:
        at = _place(row, [m.names if folded(m.surface) == folded(row.surface) else () for m in left])
        mark = left.pop(at)
        left += [replace(mark, names=(row.right,), key="")] if row.right else []
    return tuple(left)


def _place(row: Known, names: list[tuple[str, ...]]) -> int:
    """Where the mark of a row stands."""
    for at, some in enumerate(names):
        if row.says in some:
            return at
    raise GoldError(f"{row.document} has no mark {row.says!r} among its {row.kind}", advice="see the names in the gold document")
