"""Rules as queries: checks/*-violation.rq must return nothing."""

from __future__ import annotations

from collections.abc import Iterator

from coldgraph.ask.findings import Finding
from coldgraph.ask.questions import Question, checks
from coldgraph.store.contract import Store
from coldgraph.store.formats import short

SHOWN = 20


def violations(store: Store) -> Iterator[Finding]:
    """What breaks a rule; of each rule at most SHOWN cases, and a line that there are more."""
    for check in checks():
        yield from _found(store, check)


def _found(store: Store, check: Question) -> Iterator[Finding]:
    answer = store.query(check.text, limit=SHOWN)
    for row in answer.rows:
        words = ", ".join(short(term) for term in row[1:] if term)
        yield Finding(check.name, short(row[0]), f"broken: {check.title}" + (f" ({words})" if words else ""))
    if answer.truncated:
        yield Finding(check.name, "...", "and more of the same")
