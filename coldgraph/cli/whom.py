"""Whom a name on the command line means: somebody in the graph, else somebody whom only the authority knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldgraph import ids

if TYPE_CHECKING:
    from coldgraph.store.contract import Store

_KINDS = ("actor", "place", "topic")


def meant(store: Store, name: str) -> tuple[str, str]:
    """The local identifier and the label of what a name or identifier means. Raises QueryError for several or none."""
    return only(store, name, all_meant(store, name))


def only(store: Store, name: str, found: dict[str, str]) -> tuple[str, str]:
    """The one of those whom `all_meant` found. Raises QueryError for several or none."""
    from coldgraph.ask.names import resolve, several

    if len(found) > 1:
        raise several(name, found, "")
    if found:
        return next(iter(found.items()))
    return resolve(store, "actor", name).value.removeprefix(ids.BASE), ""


def all_meant(store: Store, name: str) -> dict[str, str]:
    """All that a name or identifier may mean, local identifiers with labels: of the graph, of the authority where that has none."""
    from coldgraph.ask.names import bearers

    local = name.removeprefix(ids.BASE)
    if "/" in local:
        label = _label(store, local)
        return {local: label} if label else {}
    for kind in _KINDS:
        if found := bearers(store, kind, name):
            return {e.removeprefix(ids.BASE): label for e, label in found.items()}
    return _listed(name)


def of_family(store: Store, name: str) -> dict[str, str]:
    """The people of the graph whose family name is the name."""
    from coldgraph.ask.lookup import rows
    from coldgraph.store.terms import text

    return {row["entity"]: row["label"] for row in rows(store, "family", name=text(name))}


def _label(store: Store, local: str) -> str:
    from coldgraph.ask.lookup import rows, thing
    from coldgraph.authority.load import load

    if found := rows(store, "label", entity=thing(local)):
        return found[0]["label"]
    entity = load().entities.get(local)
    return entity.label if entity else ""


def _listed(name: str) -> dict[str, str]:
    """Those of the authority who are called so; those whose label it is, where there are any."""
    from coldgraph.authority.load import load

    key = ids.slug(name)
    if not _written(key):
        return {}
    known = load()
    found = {n.entity: known.entities[n.entity].label for n in known.names if n.entity in known.entities and ids.slug(n.form) == key}
    return {e: label for e, label in found.items() if ids.slug(label) == key} or found


def _written(key: str) -> bool:
    """Whether a literal of the authority is folded to this, which its lines tell much sooner than its tables."""
    from coldgraph.authority.load import lines

    word = key.partition("-")[0]
    literals = (line.split('"', 1)[1].rpartition('"')[0] for line in lines() if '"' in line and "XMLSchema#" not in line)
    return any(ids.slug(words) == key for words in literals if word in words.lower() or "'" in words or not words.isascii())
