"""Rows of an answer by the names of their columns, for steps."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coldgraph.store.answer import Answer, Row
from coldgraph.store.terms import Term, text, typed

Record = dict[str, Term | None]
SOURCE = ("date", "title", "quotation", "document", "citation")


def records(answer: Answer) -> list[Record]:
    """Each row as its terms by column."""
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def value(record: Record, column: str) -> str:
    """The text of a term, '' where the row has none."""
    term = record.get(column)
    return term.value if term else ""


def day(record: Record, column: str) -> date:
    """The day in a column of xsd:date."""
    return date.fromisoformat(value(record, column)[:10])


def source(record: Record) -> tuple[Term | None, ...]:
    """Date, title, quotation, document and citation of a row."""
    return tuple(record[c] for c in SOURCE)


def words(content: object) -> Term | None:
    """A plain literal; nothing for ''."""
    return text(str(content)) if content != "" else None


def number(count: int) -> Term:
    return typed(count, "integer")


def truth(holds: bool) -> Term:
    return typed(str(holds).lower(), "boolean")


def answer(columns: Iterable[str], rows: Iterable[Row]) -> Answer:
    return Answer(tuple(columns), tuple(rows))
