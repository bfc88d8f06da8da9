"""The authority as interpretation asks it: who held an office on a day, whose side somebody is on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from math import log

from coldgraph.interpret.words import words
from coldgraph.tables import Affiliation, Authority, Entity
from coldgraph.text import fold_words

_FEW = 5  # a word that fewer people bear tells no more than this many
# Words of offices that say nothing of the field somebody works in.
_EMPTY = words("no-field")


def covers(since: date | None, until: date | None, day: date | None) -> bool:
    """Whether a day lies in a span of time, open ends included; a missing day lies in every span."""
    return day is None or ((since is None or since <= day) and (until is None or day <= until))


class Facts:
    """Affiliations by person and by office."""

    def __init__(self, authority: Authority) -> None:
        self.entities: dict[str, Entity] = authority.entities
        self.by_person: dict[str, list[Affiliation]] = defaultdict(list)
        self.by_office: dict[str, list[Affiliation]] = defaultdict(list)
        for affiliation in authority.affiliations:
            self.by_person[affiliation.person].append(affiliation)
            if affiliation.office:
                self.by_office[affiliation.office].append(affiliation)
        known = [entity.fields for entity in authority.entities.values() if entity.fields]
        self._bearers, self._listed = Counter(word for fields in known for word in fields), len(known)
        self.fields = lru_cache(maxsize=50_000)(self._fields)
        self.title_words = lru_cache(maxsize=50_000)(self._title_words)
        self.sides = lru_cache(maxsize=50_000)(self._sides)

    def holders(self, office: str, day: date | None, side: Iterable[str] = (), at: str = "") -> list[str]:
        """The people known to hold an office on a day, the best dated first; ``side`` and ``at`` narrow it."""
        wanted = set(side)
        found = [a for a in self.on(office, day) if (not wanted or a.side in wanted) and (not at or a.at == at)]
        found.sort(key=lambda a: ("pocom" not in a.source, -(a.since or date.min).toordinal(), a.person))
        return list(dict.fromkeys(a.person for a in found))

    def on(self, office: str, day: date | None) -> list[Affiliation]:
        """The dated terms of an office that a day lies in, of whatever state."""
        return [a for a in self.by_office.get(office, ()) if (a.since or a.until) and covers(a.since, a.until, day)]

    def known(self, office: str, day: date | None, side: str) -> list[str]:
        """The people of a side who held an office at an unknown time and were active on the day, the most listed first."""
        people = {a.person for a in self.by_office.get(office, ()) if a.side == side and not (a.since or a.until)}
        active = [p for p in people if covers(self.entities[p].since, self.entities[p].until, day)]
        return sorted(active, key=lambda p: (-self.entities[p].weight, p))

    def side(self, person: str, day: date | None) -> str:
        """The state or body a person acts for on a day ('' where nothing tells)."""
        return next(iter(self.sides(person, day)), "")

    def _sides(self, person: str, day: date | None) -> tuple[str, ...]:
        own = self.by_person.get(person, ())
        dated = Counter(a.side for a in own if a.side and (a.since or a.until) and covers(a.since, a.until, day))
        every = Counter(a.side for a in own if a.side)
        ranked = sorted(every, key=lambda s: (-dated[s], -every[s], s))
        return tuple(ranked)

    def held(self, person: str, office: str, day: date | None) -> float:
        """How well an office fits a person: 1 on that day, 0.5 undated, 0.2 at another time, 0 never."""
        best = 0.0
        for a in self.by_person.get(person, ()):
            if a.office == office:
                dated = a.since or a.until
                best = max(best, 0.5 if not dated else 1.0 if covers(a.since, a.until, day) else 0.2)
        return best

    def was(self, person: str, office: str, day: date | None) -> bool:
        """Whether a dated term of a person in an office began before a day."""
        return any(a.office == office and a.since and (day is None or a.since <= day) for a in self.by_person.get(person, ()))

    def accredited(self, person: str, day: date | None) -> set[str]:
        """The states to which a person is accredited on a day, or at an unknown time."""
        return {a.at for a in self.by_person.get(person, ()) if a.at and (not (a.since or a.until) or covers(a.since, a.until, day))}

    def _fields(self, person: str) -> frozenset[str]:
        return self._title_words(person) - _EMPTY

    def told_by(self, person: str, words: frozenset[str]) -> float:
        """How much some words speak for a person: those of the person's fields of work, rare ones more (Sparck Jones 1972)."""
        return sum(log(self._listed / max(_FEW, self._bearers[word])) for word in sorted(self.fields(person) & words))

    def _title_words(self, person: str) -> frozenset[str]:
        return self.entities[person].fields | frozenset(w for a in self.by_person.get(person, ()) for w in fold_words(a.words))
