"""A citation for each document of an answer: the edition's own, else title, date, and archive or file."""

from __future__ import annotations

from dataclasses import replace

from coldgraph.ask.bind import bind_all
from coldgraph.ask.questions import extra
from coldgraph.store.answer import Answer, Row
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term, text

_PAIRS = (("document", "citation"), ("behindDocument", "behindCitation"), ("secondDocument", "secondCitation"))


def cited(store: Store, answer: Answer) -> Answer:
    """The answer with a citation wherever a row has a document and none."""
    places = [(answer.columns.index(d), answer.columns.index(c)) for d, c in _PAIRS if {d, c} <= set(answer.columns)]
    lacking = {document for row in answer.rows for d, c in places if (document := row[d]) and not row[c]}
    if not lacking:
        return answer
    made = _made(store, sorted(lacking))
    return replace(answer, rows=tuple(_filled(row, places, made) for row in answer.rows))


def _filled(row: Row, places: list[tuple[int, int]], made: dict[Term | None, Term]) -> Row:
    cells = list(row)
    for document, citation in places:
        cells[citation] = cells[citation] or made.get(cells[document])
    return tuple(cells)


def _made(store: Store, documents: list[Term]) -> dict[Term | None, Term]:
    found = store.query(bind_all(extra("citations").text, "document", documents)).rows
    return {document: text(_citation(title, date, archive or file)) for document, title, date, archive, file in found}


def _citation(*parts: Term | None) -> str:
    return ", ".join(part.value for part in parts if part)
