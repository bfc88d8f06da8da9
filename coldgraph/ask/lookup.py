"""Small questions about one thing: lookups/*.rq, asked with values in place of their parameters."""

from __future__ import annotations

from coldgraph import ids
from coldgraph.ask.bind import bind
from coldgraph.ask.questions import extra
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term

Row = dict[str, str]
_SLOTS = {"addressee": "addressees", "holderSide": "holder_side", "targetSide": "target_side"}
_MANY = ("addressees", "about")


def rows(store: Store, lookup: str, /, **values: Term) -> list[Row]:
    """The answer of lookups/LOOKUP.rq as plain words; our own identifiers are local ones, '' stands for what is not there."""
    answer = store.query(bind(extra(lookup).text, values))
    return [{c: _plain(t) for c, t in zip(answer.columns, row, strict=True)} for row in answer.rows]


def thing(local: str) -> Term:
    """The term of a local identifier."""
    return Term("iri", ids.iri(local))


def stance(store: Store, local: str) -> tuple[Row, dict[str, object]]:
    """The sentence of a stance (document, start, end, quote) and its slots; both empty where there is no such stance."""
    found = rows(store, "stance", stance=thing(local))
    slots: dict[str, object] = {}
    for row in found:
        slot = _SLOTS.get(row["slot"], row["slot"])
        if slot in _MANY:
            slots[slot] = (*slots.get(slot, ()), row["value"])  # type: ignore[misc]
        else:
            slots[slot] = row["value"] == "true" if slot == "attributed" else row["value"]
    return (found[0] if found else {}), slots


def _plain(term: Term | None) -> str:
    return term.value.removeprefix(ids.BASE).removeprefix(ids.ONTOLOGY).removeprefix("document/") if term else ""
