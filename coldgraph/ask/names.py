"""From a name that a person types to the one entity that is meant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from coldgraph import ids
from coldgraph.ask.bind import bind, without_blanks
from coldgraph.ask.questions import extra
from coldgraph.errors import QueryError
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term, iri, text

_CLASSES = {
    "actor": ("Person", "State", "Organization", "Movement"),
    "alliance": ("Alliance",),
    "place": ("Place",),
    "topic": ("Topic",),
}
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Found:
    """An entity with a written form of it; ``preferred`` where that is its label."""

    entity: str
    form: str
    preferred: bool

    @property
    def listed(self) -> bool:
        """Whether its identifier is of the authority's kind ('person/dean-rusk'), not one below a document or volume."""
        return self.entity.removeprefix(ids.BASE).count("/") == 1


def resolve(store: Store, kind: str, name: str) -> Term:
    """The entity of a kind (actor, alliance, place, topic) whose label or other written form is ``name``.

    Also understood: a whole IRI, and a local identifier such as 'state/china'. The spelling
    counts first; then case, accents and punctuation are ignored. A preferred label wins over
    other forms, and whom the authority lists over somebody known from single documents.
    Raises QueryError where several entities or none are meant.
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
    key = ids.slug(name)
    word = key.partition("-")[0] if key != ids.digest(name) else ""
    found = _chosen(_forms(store, kind, form=name)) or _chosen(one for one in _forms(store, kind, word=word) if ids.slug(one.form) == key)
    return {e: label(store, e) for e in found}


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


def _chosen(found: Iterable[Found]) -> list[str]:
    """The entities, sorted: those whose preferred label it is, where there are any, and of them those that are listed."""
    some = list(found)
    some = [one for one in some if one.preferred] or some
    some = [one for one in some if one.listed] or some
    return sorted({one.entity for one in some})


def _forms(store: Store, kind: str, **chosen: str) -> list[Found]:
    """All written forms of a kind of entity, or those that are spelt as ``form``, or may have the folded ``word`` in them."""
    classes = {ids.ONTOLOGY + c for c in _CLASSES[kind]}
    query = bind(extra("forms").text, {name: text(value) for name, value in chosen.items()})
    rows = store.query(without_blanks(query)).rows
    return [Found(e.value, form.value, bool(preferred)) for e, form, c, preferred in rows if e and form and c and c.value in classes]


def label(store: Store, entity: str) -> str:
    """What an entity (an IRI) is called; its identifier where it has no label."""
    found = store.query(bind(extra("label").text, {"entity": iri(entity)})).rows
    return found[0][0].value if found and found[0][0] else entity.removeprefix(ids.BASE)


def _nearest(store: Store, kind: str, name: str) -> str:
    forms = {one.form.casefold(): one.form for one in _forms(store, kind)}
    near = get_close_matches(name.casefold(), forms, n=4, cutoff=0.5)
    return "did you mean " + " or ".join(repr(forms[n]) for n in near) + "?" if near else "see: coldgraph query GRAPH --named names"
