"""The editor's marks of a TEI document, resolved to people by the volume's own list."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from coldgraph import ids
from coldgraph.found import Expression
from coldgraph.interpret.facts import Facts
from coldgraph.model import Actor, Document, ListedPerson, Mark
from coldgraph.text import fold, fold_words

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Marks:
    """Which person an editor's mark points to, by span.

    A mark that makes a president of somebody else is overruled by the office ('President
    Kennedy' marked as Robert Kennedy 48 times in one volume).
    """

    def __init__(self, document: Document, facts: Facts, names: NameIndex) -> None:
        self.document, self.facts, self.names = document, facts, names
        self.marks = sorted(m for m in document.marks if m.kind == "person" and m.key)
        self.starts = [m.start for m in self.marks]
        self.listed: Mapping[str, ListedPerson] = {p.key: p for p in document.people}

    def at(self, e: Expression) -> Mark | None:
        """The mark inside an expression."""
        position = bisect_left(self.starts, e.start)
        if position < len(self.marks) and self.marks[position].start < e.end:
            return self.marks[position]
        return None

    def person(self, mark: Mark) -> tuple[str, Actor | None]:
        """The person of a mark, with an actor of its own where the authority lacks the person."""
        listed = self.listed.get(mark.key)
        if listed is None:
            return "", None
        known = self.names.best(listed, self.document.date.earliest.year if self.document.date else None)
        if known:
            return known, None
        label = listed.names[0]
        actor = Actor(f"person/{self.document.collection}/{ids.slug(label)}", "person", label, tuple(sorted(listed.names)))
        return actor.id, actor


class NameIndex:
    """People of the authority by the words of their names."""

    def __init__(self, facts: Facts, forms: Mapping[str, tuple[str, ...]]) -> None:
        self.facts = facts
        self.by_words: dict[frozenset[str], list[str]] = {}
        for person in sorted(forms):
            for form in forms[person]:
                people = self.by_words.setdefault(_key(form), [])
                if person not in people:
                    people.append(person)

    def best(self, listed: ListedPerson, year: int | None) -> str:
        """The person whom a volume's list means: all words of a name equal, most often listed, active then."""
        found = [p for name in listed.names for p in self.by_words.get(_key(name), ()) if len(_key(name)) > 1]
        ranked = sorted(
            set(found),
            key=lambda p: (not self._active(p, year), -len(_shared(self.facts, p, listed.role)), -self.facts.entities[p].weight, p),
        )
        return ranked[0] if ranked else ""

    def _active(self, person: str, year: int | None) -> bool:
        entity = self.facts.entities[person]
        return year is None or entity.since is None or entity.since.year - 2 <= year <= (entity.until.year + 2 if entity.until else 9999)


def _key(name: str) -> frozenset[str]:
    words = [w for w in fold_words(name.replace("-", "")) if len(w) > 1 and w not in _SUFFIXES]
    return frozenset(words)


def _shared(facts: Facts, person: str, role: str) -> frozenset[str]:
    return facts.fields(person) & frozenset(fold(w) for w in role.split())
