"""Pairs friendly words in the presence of a side with the nearest hostile ones behind its back, at most a year away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from coldgraph.ask.steps.rows import SOURCE, Record, answer, day, records, source, value
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store

DAYS = 365
COLUMNS = ("holderSide", "targetSide", *SOURCE, *(f"behind{c.capitalize()}" for c in SOURCE))


def step(rows: Answer, store: Store) -> Answer:
    pairs: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records(rows):
        pairs[value(record, "holderSide"), value(record, "targetSide")].append(record)
    found = [(day(friendly, "day"), *pair, row) for pair, some in pairs.items() for friendly, row in _faced(some)]
    return answer(COLUMNS, (row for *_, row in sorted(found, key=lambda f: f[:3])))


def _faced(some: list[Record]) -> Iterable[tuple[Record, Row]]:
    """Each document with friendly words to the face, once, and its counterpart."""
    hostile = [r for r in some if value(r, "polarity") == "Negative" and value(r, "audience") == "away"]
    seen = set()
    for record in some:
        document = value(record, "document")
        if document in seen or value(record, "polarity") != "Positive" or value(record, "audience") != "there":
            continue
        if nearest := _nearest(record, hostile):
            seen.add(document)
            yield record, (record["holderSide"], record["targetSide"], *source(record), *source(nearest))


def _nearest(record: Record, hostile: list[Record]) -> Record | None:
    away = [(abs((day(h, "day") - day(record, "day")).days), i) for i, h in enumerate(hostile)]
    distance, place = min(away, default=(DAYS + 1, 0))
    return hostile[place] if distance <= DAYS else None
