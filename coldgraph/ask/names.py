"""From a name that a person types to the one entity that is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches

from coldgraph import ids
from coldgraph.ask.bind import bind
from coldgraph.ask.library import Question, parse
from coldgraph.errors import QueryError
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term, iri, text

_CLASSES = {
    "actor": ("Person", "State", "Organization", "Movement", "Alliance"),
    "place": ("Place",),
    "topic": ("Topic",),
}
_SHOWN = 8

Found = tuple[str, str, bool]


def resolve(store: Store, kind: str, name: str) -> Term:
    """The entity of a kind (actor, place, topic) whose label or other written form is ``name``.

    Also understood: a whole IRI, and a local identifier such as 'state/china'. The spelling
    counts first; then case, accents and punctuation are ignored. A preferred label wins over
    other forms. Raises QueryError where several entities or none are meant.
    """
    if name.startswith(("http://", "https://")):
        return iri(name)
    if known := _local(store, name):
        return known
    found = bearers(store, kind, name)
    if len(found) > 1:
        raise several(name, {e.removeprefix(ids.BASE): label for e, label in found.items()}, kind)
    if not found:
        raise QueryError(f"nobody and nothing is called {name!r}", kind, _nearest(store, kind, name))
    return iri(next(iter(found)))


def bearers(store: Store, kind: str, name: str) -> dict[str, str]:
    """The entities of a kind that a name may mean, as IRIs with their labels; see `resolve` for what counts."""
    return _chosen(_exact(store, kind, name)) or _chosen(_folded(store, kind, name))


def several(name: str, found: Mapping[str, str], kind: str) -> QueryError:
    """The error that a name means several; ``found`` are local identifiers with labels."""
    choice = "; ".join(f"{label} = {e}" for e, label in sorted(found.items())[:_SHOWN])
    return QueryError(f"{name!r} may mean several: {choice}", kind, "give the identifier instead of the name")


def _local(store: Store, name: str) -> Term | None:
    if "/" not in name:
        return None
    term = iri(ids.iri(name.strip("/")))
    try:
        return term if store.query(f"ASK {{ {term.n3()} ?p ?o }}") else None
    except ValueError:
        return None


def _chosen(found: Iterable[Found]) -> dict[str, str]:
    """Entities and labels; those whose preferred label it is, where there are any."""
    rows = list(found)
    preferred = [row for row in rows if row[2]]
    return {entity: label for entity, label, _ in preferred or rows}


def _exact(store: Store, kind: str, name: str) -> list[Found]:
    query = bind(_QUERY.text, {"form": text(name)})
    return _rows(store, kind, query, lambda _: True)


def _folded(store: Store, kind: str, name: str) -> list[Found]:
    key = ids.slug(name)
    return _rows(store, kind, _QUERY.text, lambda form: ids.slug(form) == key)


def _rows(store: Store, kind: str, query: str, wanted: Callable[[str], bool]) -> list[Found]:
    names = {ids.ONTOLOGY + c for c in _CLASSES[kind]}
    rows = [[t.value if t else "" for t in row] for row in store.query(query).rows]
    return [(e, label or form, form == label) for e, form, label, cls in rows if cls in names and wanted(form)]


def _nearest(store: Store, kind: str, name: str) -> str:
    forms = {form.casefold(): form for _, form, _ in _all(store, kind)}
    near = get_close_matches(name.casefold(), forms, n=4, cutoff=0.5)
    return "did you mean " + " or ".join(repr(forms[n]) for n in near) + "?" if near else "see: coldgraph query GRAPH --named names"


def _all(store: Store, kind: str) -> list[Found]:
    names = {ids.ONTOLOGY + c for c in _CLASSES[kind]}
    rows = [[t.value if t else "" for t in row] for row in store.query(_QUERY.text).rows]
    return [(e, form, form == label) for e, form, label, cls in rows if cls in names]


_QUERY: Question = parse(
    "forms",
    """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?entity ?form ?label ?class WHERE {
  VALUES ?form { UNDEF }
  { ?entity skos:prefLabel ?form } UNION { ?entity skos:altLabel ?form }
  ?entity a ?class .
  OPTIONAL { ?entity skos:prefLabel ?label }
}""",
)
