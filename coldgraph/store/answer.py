"""The answer to a query, independent of the store that gave it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coldgraph.store.terms import Plain, Term

if TYPE_CHECKING:
    import pandas

Row = tuple[Term | None, ...]
TRIPLE = ("subject", "predicate", "object")


@dataclass(frozen=True, slots=True)
class Absence:
    """Why an answer is empty. ``kind``: 'no evidence' (there are documents, and they say nothing of it) or 'no documents'
    (of that side in that time); ``words`` say it with figures.
    """

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Columns and rows of terms (None where a variable is unbound).

    ``kind``: select, ask or construct. An ASK has one column 'answer' with one boolean; a
    CONSTRUCT or DESCRIBE has the columns subject, predicate, object. ``truncated`` tells
    that a row limit cut the answer off, ``absence`` why a named question found nothing.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: str = "select"
    truncated: bool = False
    absence: Absence | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Plain | None]]:
        """Each row as a dictionary of Python values."""
        for row in self.rows:
            yield {c: None if t is None else t.python() for c, t in zip(self.columns, row, strict=True)}

    def __bool__(self) -> bool:
        """What an ASK found; for the others, whether there is any row."""
        return self.rows[0][0] == TRUE if self.kind == "ask" else bool(self.rows)

    def frame(self) -> pandas.DataFrame:
        """A pandas data frame: numbers and dates as such, missing values as None."""
        import pandas as pd

        return pd.DataFrame(list(self), columns=list(self.columns), dtype=object).infer_objects()

    def json(self) -> str:
        """SPARQL 1.1 Query Results JSON; for CONSTRUCT, its triples as such a table."""
        return json.dumps(_json(self), ensure_ascii=False, indent=1)

    def table(self, width: int = 0) -> str:
        """A table for a terminal, ``width`` columns wide (0: as wide as needed)."""
        from coldgraph.store.formats import table

        return table(self, width)

    def csv(self, guard: bool = True) -> str:
        """SPARQL 1.1 Query Results CSV. ``guard`` puts an apostrophe before cells that a spreadsheet would take for a formula."""
        from coldgraph.store.formats import comma_separated

        return comma_separated(self, guard)

    def tsv(self) -> str:
        """SPARQL 1.1 Query Results TSV."""
        from coldgraph.store.formats import tab_separated

        return tab_separated(self)

    def xml(self) -> str:
        """SPARQL Query Results XML; for CONSTRUCT, its triples as such a table."""
        from coldgraph.store.formats import xml

        return xml(self)

    def markdown(self) -> str:
        """A pipe table."""
        from coldgraph.store.formats import markdown

        return markdown(self)

    def _repr_html_(self) -> str:
        from coldgraph.store.display import html

        return html(self)


TRUE = Term("literal", "true", "http://www.w3.org/2001/XMLSchema#boolean")
FALSE = Term("literal", "false", "http://www.w3.org/2001/XMLSchema#boolean")


def ask(verdict: bool) -> Answer:
    """The answer to an ASK query.

    >>> bool(ask(False))
    False
    """
    return Answer(("answer",), ((TRUE if verdict else FALSE,),), "ask")


def _json(answer: Answer) -> dict[str, object]:
    if answer.kind == "ask":
        return {"head": {}, "boolean": bool(answer)}
    rows = [{c: t.json() for c, t in zip(answer.columns, row, strict=True) if t is not None} for row in answer.rows]
    return {"head": {"vars": list(answer.columns)}, "results": {"bindings": rows}}


def from_json(found: dict[str, object], kind: str = "select", truncated: bool = False) -> Answer:
    """An answer out of SPARQL 1.1 Query Results JSON.

    Raises KeyError, TypeError or ValueError where it is something else.
    """
    from coldgraph.store.terms import from_json as term

    if "boolean" in found:
        return ask(bool(found["boolean"]))
    head, results = found["head"], found["results"]
    if not isinstance(head, dict) or not isinstance(results, dict):
        raise TypeError("not SPARQL results")
    columns = tuple(head["vars"])
    rows = tuple(tuple(term(r[c]) if c in r else None for c in columns) for r in results["bindings"])
    return Answer(columns, rows, kind, truncated)
