"""The little that this room asks of a graph, and its queries by name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Protocol

from coldgraph.see import tabled

Row = tabled.Row
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Term(Protocol):
    """An IRI or a literal, told by its text."""

    @property
    def value(self) -> str: ...


class Answer(Protocol):
    """The answer to a SELECT: a row holds one term a column, None where a variable is unbound."""

    @property
    def columns(self) -> Sequence[str]: ...

    @property
    def rows(self) -> Iterable[Sequence[Term | None]]: ...


class Asker(Protocol):
    """Whoever answers a SELECT: a `coldgraph.graph.Graph` or any store."""

    def query(self, sparql: str) -> Answer: ...


@cache
def query(name: str) -> str:
    """The text of ``queries/NAME.rq``."""
    return resources.files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")


def ask(graph: Asker, name: str) -> Iterator[Row]:
    """The rows that a graph gives to the named query: from its tables where they hold them, else by SPARQL."""
    tables: tabled.Tables | None = getattr(graph, "tables", None) if name in tabled.QUERIES else None
    if tables is not None:
        yield from tabled.rows(tables, name)
        return
    answer = graph.query(query(name))
    for row in answer.rows:
        yield {column: None if term is None else term.value for column, term in zip(answer.columns, row, strict=True)}


def term(iri: str | None) -> str:
    """The last part of an IRI, '' for none.

    >>> term("https://w3id.org/coldgraph/ontology#Praise")
    'Praise'
    """
    return (iri or "").replace("#", "/").rstrip("/").rsplit("/", 1)[-1]


def day(text: str | None) -> str:
    """A day as 'YYYY-MM-DD'; '' for none, and for a value of a graph that is no day.

    >>> day("1961-05-02"), day("in spring"), day(None)
    ('1961-05-02', '', '')
    """
    return text if text and _DAY.fullmatch(text) else ""
