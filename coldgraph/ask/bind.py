"""Puts values into a query as terms: a word of a user never becomes syntax.

A parameter is a block ``VALUES ?name { UNDEF }`` (or with a default in place of UNDEF), so
that the file is valid SPARQL as it stands. Binding replaces the one value in the block.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from coldgraph.ask.questions import Parameter, Question
from coldgraph.errors import QueryError
from coldgraph.store.terms import Term, text, typed
from coldgraph.store.tokens import Token, tokens

Resolver = Callable[[str, str], Term]
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def bind(sparql: str, values: Mapping[str, Term]) -> str:
    """The query with each named value in its VALUES block. Raises QueryError where it has no such block.

    >>> bind("ASK { VALUES ?x { UNDEF } ?x ?p ?o }", {"x": Term("literal", 'a" } #')})
    'ASK { VALUES ?x { "a\\\\" } #" } ?x ?p ?o }'
    """
    places = _places(sparql)
    if unknown := sorted(values.keys() - places.keys()):
        raise QueryError(f"the query has no parameter {unknown[0]!r}", advice=f"it has: {', '.join(sorted(places)) or 'none'}")
    for name in sorted(values, key=lambda n: -places[n].start):
        place = places[name]
        sparql = sparql[: place.start] + _written(name, values[name]) + sparql[place.end :]
    return sparql


def bind_all(sparql: str, name: str, terms: Iterable[Term]) -> str:
    """The query with several values in one VALUES block.

    >>> bind_all("ASK { VALUES ?x { UNDEF } ?x ?p ?o }", "x", [Term("literal", "a"), Term("literal", "b")])
    'ASK { VALUES ?x { "a" "b" } ?x ?p ?o }'
    """
    place = _places(sparql)[name]
    return f"{sparql[: place.start]}{' '.join(_written(name, term) for term in terms)}{sparql[place.end :]}"


def without_blanks(sparql: str) -> str:
    """The query without the blocks of parameters that have no value: they change no answer, and engines plan worse with them.

    >>> without_blanks("ASK { VALUES ?x { UNDEF } ?x ?p ?o }")
    'ASK {  ?x ?p ?o }'
    """
    found = list(tokens(sparql))
    blocks = [found[i : i + 5] for i in range(len(found) - 4) if _is_block(found[i : i + 5]) and found[i + 3].is_word("UNDEF")]
    for block in reversed(blocks):
        sparql = sparql[: block[0].start] + sparql[block[-1].end :]
    return sparql


def values(question: Question, given: Mapping[str, str], resolve: Resolver) -> dict[str, Term]:
    """The terms for a question's parameters. ``resolve`` finds the entity of a name (kind, name).

    Raises QueryError for an unknown or missing parameter, and for a value of the wrong kind.
    """
    known = {p.name: p for p in question.parameters}
    if unknown := sorted(given.keys() - known.keys()):
        raise QueryError(f"no parameter {unknown[0]!r}", question.name, f"it takes: {', '.join(known) or 'none'}")
    if missing := [p for p in question.parameters if p.required and not given.get(p.name)]:
        raise QueryError(
            f"the parameter {missing[0].name!r} is missing ({missing[0].meaning})", question.name, f"--set {missing[0].name}=..."
        )
    return {name: _term(known[name], str(value), resolve) for name, value in given.items() if str(value)}


def _places(sparql: str) -> dict[str, Token]:
    """The one value in the block of each parameter."""
    found = list(tokens(sparql))
    return {found[i + 1].text[1:]: found[i + 3] for i in range(len(found) - 4) if _is_block(found[i : i + 5])}


def _is_block(five: list[Token]) -> bool:
    word, variable, opening, _, closing = five
    return word.is_word("VALUES") and variable.kind == "variable" and opening.text == "{" and closing.text == "}"


def _written(name: str, term: Term) -> str:
    try:
        return term.n3()
    except ValueError as broken:
        raise QueryError(str(broken), name, "give a name, or a whole IRI") from broken


def _term(parameter: Parameter, value: str, resolve: Resolver) -> Term:
    if parameter.kind == "date":
        return _day(parameter.name, value)
    if parameter.kind == "number":
        return _number(parameter.name, value)
    return text(value) if parameter.kind == "text" else resolve(parameter.kind, value)


def _day(name: str, value: str) -> Term:
    """A year or month stands for its first day, in a parameter called 'until' for its last."""
    from datetime import date, timedelta

    if not _DAY.fullmatch(value):
        raise QueryError(f"not a date: {value!r}", name, "write a year, a month or a day: 1966, 1966-03, 1966-03-23")
    year, month, day = [*map(int, value.split("-")), 0, 0][:3]
    try:
        first = date(year, month or 1, day or 1)
    except ValueError as wrong:
        raise QueryError(f"there is no such day: {value!r}", name, "write 1966-03-23") from wrong
    if name != "until" or day:
        return typed(first.isoformat(), "date")
    after = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return typed((after - timedelta(days=1)).isoformat(), "date")


def _number(name: str, value: str) -> Term:
    if not re.fullmatch(r"[+-]?\d+(\.\d+)?", value):
        raise QueryError(f"not a number: {value!r}", name, "write digits, as in 0.5")
    return typed(value, "decimal" if "." in value else "integer")
