"""Refuses what a query must not do: call other servers, read other files, change anything.

The query is parsed (rdflib's SPARQL 1.1 grammar) and its clauses are looked at. Because the
engine that runs it has a parser of its own, the tokens are looked at as well: what either
reading takes for a SERVICE clause is refused.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from coldgraph import ids
from coldgraph.errors import QueryError
from coldgraph.store.dataset import named_in
from coldgraph.store.tokens import tokens

LONGEST = 200_000
_DEPTH = 3_000
_UNDO = "only queries are run here; allow it explicitly if you trust this one"


@lru_cache(maxsize=256)
def refuse(sparql: str) -> None:
    """Raise QueryError for SERVICE, for FROM outside coldgraph's own graphs, for updates, and for what is not SPARQL 1.1."""
    if len(sparql) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST:,} characters", advice="split it")
    if any(token.is_word("SERVICE") for text in _readings(sparql) for token in tokens(text)):
        raise QueryError("SERVICE would call another server", advice=_UNDO)
    tree = _parsed(sparql)
    if any(getattr(part, "name", "") == "ServiceGraphPattern" for part in _parts(tree)):
        raise QueryError("SERVICE would call another server", advice=_UNDO)
    _refuse_foreign(sparql, tree)


def _readings(sparql: str) -> set[str]:
    """The text as it stands and with its \\u escapes resolved: readers of SPARQL differ in when they resolve them."""
    if "\\" not in sparql:
        return {sparql}
    from rdflib.plugins.sparql.parser import expandUnicodeEscapes

    return {sparql, expandUnicodeEscapes(sparql)}


def _parsed(sparql: str) -> Any:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        with _deep():
            return parseQuery(sparql)
    except ParseException as broken:
        _refuse_update(sparql)
        message = f"the query is not SPARQL 1.1 (line {broken.lineno}, column {broken.col}: {broken.msg})"
        raise QueryError(message, advice="see https://www.w3.org/TR/sparql11-query/") from broken
    except RecursionError as deep:
        raise QueryError("the query is nested too deeply", advice="write it flatter") from deep


@contextmanager
def _deep() -> Iterator[None]:
    """Room for the parser's recursion, wherever it is called from: in a notebook much of the usual room is taken."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEPTH))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def _refuse_update(sparql: str) -> None:
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseUpdate

    try:
        parseUpdate(sparql)
    except (ParseException, RecursionError):
        return
    raise QueryError("this is an update, not a query", advice="a graph is changed by building it or by decisions")


def _parts(tree: Any) -> Iterator[Any]:
    """All parts of a parse tree, without recursion."""
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, dict):
            waiting.extend(part.values())
        elif isinstance(part, list | tuple | set) or hasattr(part, "asList"):
            waiting.extend(part)


def _refuse_foreign(sparql: str, tree: Any) -> None:
    clauses = any(getattr(part, "name", "") == "DatasetClause" for part in _parts(tree))
    default, named = named_in(sparql)
    sources = [*(default or ()), *(named or ())]
    if clauses and not sources:
        raise QueryError("the FROM clause cannot be understood", advice="write each graph's IRI in full")
    if strange := [s for s in sources if not s.startswith(ids.BASE) or ".." in s.split("/")]:
        raise QueryError("FROM asks for a source outside the graph", strange[0], _UNDO)
