"""Puts title, words, document and citation in place of the column 'example', which names a passage of each row.

Looking a computed name up inside the query is slow in most engines; a second query with the names in it is not.
"""

from __future__ import annotations

from coldgraph.ask.bind import bind_all
from coldgraph.ask.questions import extra
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term

COLUMNS = ("title", "quotation", "document", "citation")


def step(rows: Answer, store: Store) -> Answer:
    place = rows.columns.index("example")
    found = _found(store, sorted({passage for row in rows.rows if (passage := row[place])}))
    nothing: Row = (None,) * len(COLUMNS)
    columns = (*rows.columns[:place], *COLUMNS, *rows.columns[place + 1 :])
    filled = tuple((*row[:place], *found.get(row[place], nothing), *row[place + 1 :]) for row in rows.rows)
    return Answer(columns, filled, rows.kind, rows.truncated)


def _found(store: Store, passages: list[Term]) -> dict[Term | None, Row]:
    if not passages:
        return {}
    return {row[0]: row[1:] for row in store.query(bind_all(extra("passages").text, "passage", passages)).rows}
