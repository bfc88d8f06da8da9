"""The first lasting hostility between members of an alliance.

A hostile own statement of one about the other begins it where, within the year from that day, another document has one
too and hostile statements of the two outnumber friendly ones. One quarrel is not a rupture, and what lasts shows again.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from coldgraph.ask.steps.rows import SOURCE, Record, answer, day, records, source, value, words
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store

YEAR = timedelta(days=365)
COLUMNS = ("pact", "one", "other", "joined", "left", "hostileDate", "when", "lasting", *SOURCE)


def step(rows: Answer, store: Store) -> Answer:
    pairs: dict[tuple[str, str, str], list[Record]] = defaultdict(list)
    for record in records(rows):
        one, other = sorted((value(record, "holderSide"), value(record, "targetSide")))
        pairs[value(record, "pact"), one, other].append(record)
    return answer(COLUMNS, (row for key, some in sorted(pairs.items()) if (row := _first(key, some))))


def _first(key: tuple[str, str, str], some: list[Record]) -> Row | None:
    """The row of a pair, whose statements are given by day; nothing where none of them is hostile."""
    hostile = [s for s in some if value(s, "polarity") == "Negative"]
    if not hostile:
        return None
    begins = next((s for s in hostile if _lasts(_year(s, some))), None)
    shown, counted = begins or hostile[0], _year(begins, some) if begins else some
    joined, left = _together(shown)
    begun = value(begins, "day") if begins else ""
    told = joined, left, begun, _when(begun, joined, left), _balance(counted)
    return *map(words, (*key, *told)), *source(shown)


def _year(begins: Record, some: list[Record]) -> list[Record]:
    return [s for s in some if day(begins, "day") <= day(s, "day") <= day(begins, "day") + YEAR]


def _lasts(year: list[Record]) -> bool:
    hostile = [s for s in year if value(s, "polarity") == "Negative"]
    return len({value(s, "document") for s in hostile}) > 1 and 2 * len(hostile) > len(year)


def _balance(some: list[Record]) -> str:
    hostile = sum(value(s, "polarity") == "Negative" for s in some)
    return f"{hostile}:{len(some) - hostile}"


def _together(record: Record) -> tuple[str, str]:
    """Since when and until when both were members ('' where no end is known)."""
    joined = max(value(record, "joinedOne"), value(record, "joinedOther"))
    return joined, min(filter(None, (value(record, "leftOne"), value(record, "leftOther"))), default="")


def _when(begun: str, joined: str, left: str) -> str:
    if not begun:
        return "never"
    if joined and begun < joined:
        return "before"
    return "after" if left and begun > left else "during"
