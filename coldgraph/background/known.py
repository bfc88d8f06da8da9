"""The states, places and people of the authority, as published data name them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from coldgraph import ids
from coldgraph.background import codes
from coldgraph.tables import Affiliation, Authority

_SPARE = timedelta(days=10 * 365)
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")

_OFFICES = {
    "Prime Minister": "premier", "Chancellor": "premier", "Foreign Secretary": "foreign-minister", "Secretary": "secretary-of-state",
}  # fmt: skip


class Known:
    """Finds entities by name, time and side. Two people are one only where nothing speaks against it and nobody else fits."""

    def __init__(self, authority: Authority) -> None:
        self._entities = authority.entities
        self._forms: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._names: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._families: dict[str, set[str]] = defaultdict(set)
        self._posts: dict[str, list[Affiliation]] = defaultdict(list)
        for name in authority.names:
            self._add(name.entity, name.kind, ids.slug(name.form))
        for post in authority.affiliations:
            self._posts[post.person].append(post)

    def _add(self, entity: str, kind: str, form: str) -> None:
        what = entity.partition("/")[0]
        if what == "person" and kind == "family":
            self._families[form].add(entity)
        elif what == "person":
            self._names[entity].append(frozenset(form.split("-")))
        elif what in ("state", "place"):
            self._forms["adjective" if kind == "adjective" else what, form].add(entity)

    def has(self, entity: str) -> bool:
        return entity in self._entities

    def label(self, entity: str) -> str:
        return self._entities[entity].label

    def state(self, name: str, day: date) -> str | None:
        """The state of a name on a day: 'Germany, Federal Republic of', 'Dahomey (Benin)', 'U.S.S.R.'."""
        for form in _forms(name):
            found = self._forms["state", form] | self._forms["adjective", form]
            called = [entity for entity in sorted(found) if ids.slug(self._entities[entity].label) == form]
            if called or len(found) == 1:
                return codes.in_time((called or list(found))[0], day)
        return None

    def nation(self, adjective: str, day: date) -> str | None:
        """The state that an adjective means, if it is one: 'Soviet'."""
        found = self._forms["adjective", ids.slug(adjective)]
        return codes.in_time(next(iter(found)), day) if len(found) == 1 else None

    def place(self, name: str) -> str | None:
        """The place of a name that only one has."""
        found = self._forms["place", ids.slug(name)]
        return next(iter(found)) if len(found) == 1 else None

    def person(self, name: str, side: str, day: date, title: str = "") -> str | None:
        """The one person of a side whom a name can mean on a day: by the office, else by a post of that day, else the only one."""
        words = frozenset(ids.slug(name).split("-"))
        found = [p for p in self._candidates(name) if self._fits(p, words, side, day)]
        posts = {p: [post for post in self._posts[p] if _covers(post, side, day)] for p in found}
        office = _OFFICES.get(title, ids.slug(title))
        holding = [p for p in found if any(post.office == office for post in posts[p])]
        for some in (holding, [p for p in found if posts[p]], found):
            if len(some) == 1:
                return some[0]
        return None

    def _candidates(self, name: str) -> list[str]:
        parts = ids.slug(name).split("-")
        spans = {"-".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 1, len(parts) + 1)}
        return sorted({person for span in spans & self._families.keys() for person in self._families[span]})

    def _fits(self, person: str, words: frozenset[str], side: str, day: date) -> bool:
        entity = self._entities[person]
        alive = (entity.since is None or day >= entity.since - _SPARE) and (entity.until is None or day <= entity.until + _SPARE)
        same = any(_agree(words, name) for name in self._names[person])
        return alive and same and any(post.side == side for post in self._posts[person])


def _forms(name: str) -> Iterator[str]:
    """The ways in which a list may write a state: as it stands, turned round, and without or from its brackets."""
    short = _BRACKETS.sub("", name)
    last, comma, first = short.partition(", ")
    for form in (name, f"{first} {last}" if comma else short, *_BRACKETS.findall(name)):
        yield ids.slug(form.removeprefix("The "))


def _agree(words: frozenset[str], name: frozenset[str]) -> bool:
    """Whether one of two names has only what the other has too, initials apart.

    >>> _agree(frozenset({"rusk"}), frozenset({"dean", "rusk"})), _agree(frozenset({"howard", "rusk"}), frozenset({"dean", "rusk"}))
    (True, False)
    """
    one, other = ({w for w in n if len(w) > 1} for n in (words, name))
    return bool(one and other) and (one <= other or other <= one)


def _covers(post: Affiliation, side: str, day: date) -> bool:
    return post.side == side and bool(post.since or post.until) and (post.since or day) <= day <= (post.until or day)
