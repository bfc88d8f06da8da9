"""Adds to each office that a text names who else held it on that day, by whatever source."""

from __future__ import annotations

from collections import defaultdict

from coldgraph.ask.questions import extra
from coldgraph.ask.steps.rows import Record, answer, records, value, words
from coldgraph.store.answer import Answer
from coldgraph.store.contract import Store

COLUMNS = ("words", "person", "side", "office", "held", "source", "others", "date", "title", "quotation", "document", "citation")
Post = tuple[str, str, str]  # office, side, the state or body of an envoy
_LATEST = "9999"


def step(rows: Answer, store: Store) -> Answer:
    posts: dict[Post, list[Record]] = defaultdict(list)
    for tie in records(store.query(extra("offices").text)):
        posts[_post(tie)].append(tie)
    return answer(COLUMNS, (tuple(_with(record, posts)[c] for c in COLUMNS) for record in records(rows)))


def _post(record: Record) -> Post:
    return value(record, "post"), value(record, "state"), value(record, "at")


def _with(record: Record, posts: dict[Post, list[Record]]) -> Record:
    return record | {"others": words("; ".join(_others(record, posts[_post(record)])))}


def _others(record: Record, ties: list[Record]) -> list[str]:
    """'Name (from/until, source)' of each other holder whose time overlaps the document's."""
    first, last = value(record, "earliest"), value(record, "latest")
    there = [t for t in ties if value(t, "first") <= last and (value(t, "last") or _LATEST) >= first]
    others = [t for t in there if value(t, "entity") != value(record, "entity")]
    return sorted({f"{value(t, 'person')} ({value(t, 'first') or '..'}/{value(t, 'last') or '..'}, {value(t, 'source')})" for t in others})
