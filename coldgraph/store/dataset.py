"""Which graphs a query's own FROM and FROM NAMED clauses ask for."""

from __future__ import annotations

from coldgraph.store.tokens import Token, tokens

Graphs = list[str] | None


def named_in(sparql: str) -> tuple[Graphs, Graphs]:
    """The IRIs after FROM and after FROM NAMED; (None, None) where the query has neither clause.

    >>> named_in("SELECT * FROM <http://a> FROM NAMED <http://b> { ?s ?p ?o }")
    (['http://a'], ['http://b'])
    """
    found = list(tokens(sparql)) if "from" in sparql.lower() else []
    prefixes = _prefixes(found)
    default: list[str] = []
    named: list[str] = []
    for i, token in enumerate(found):
        if token.is_word("FROM"):
            is_named = found[i + 1].is_word("NAMED") if i + 1 < len(found) else False
            source = found[i + 1 + is_named : i + 2 + is_named]
            (named if is_named else default).extend(_expanded(t, prefixes) for t in source)
    return (default, named) if default or named else (None, None)


def _prefixes(found: list[Token]) -> dict[str, str]:
    triples = zip(found, found[1:], found[2:], strict=False)
    return {name.text: iri.text[1:-1] for word, name, iri in triples if word.is_word("PREFIX") and iri.kind == "iri"}


def _expanded(token: Token, prefixes: dict[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes.get(prefix + ":", prefix + ":") + local
