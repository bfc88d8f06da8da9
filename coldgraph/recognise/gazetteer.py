"""Forms of states, bodies, movements, places and topics, found by Aho-Corasick."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from coldgraph.tables import Authority, Name

# One character for one, so that offsets hold.
_SAME = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'", "–": "-", "‑": "-", "‐": "-"})
_SPOKEN_CAPITALS = 5
# Words that name somebody only behind an article.
_PLAIN = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "department",
        "party",
        "secretariat",
        "presidium",
        "enemy",
        "government",
        "board",
        "mainland",
        "bloc",
        "council",
        "committee",
        "zone",
        "center",
        "centre",
        "island",
        "islands",
        "strait",
        "straits",
        "delta",
        "border",
        "line",
    ]
)


def plain(text: str) -> str:
    """The text with typographic blanks, quotes and hyphens made plain, at the same offsets."""
    return text.translate(_SAME)


@dataclass(slots=True)
class Gazetteer:
    """All forms and the automaton that finds them (leftmost, longest)."""

    names: dict[str, tuple[Name, ...]]
    bare: _Forms
    articled: _Forms
    topics: _Forms

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """(start, end, candidate names) of every form that stands as a word of its own, in order.

        'the North' counts only where no longer name ('North Koreans') begins inside it. Topics
        are found beside what they contain: 'Warsaw talks' and 'Warsaw'.
        """
        flat = plain(text)
        found = list(self.bare.find(flat))
        starts = [start for start, _, _ in found]
        for start, end, form in self.articled.find(flat):
            at = bisect_right(starts, start)
            if not (at < len(found) and found[at][0] < end) and not (at and found[at - 1][1] > start):
                found.append((start, end, form))
        found.extend(self.topics.find(flat))
        for start, end, form in sorted(found):
            yield start, end, self.names[form]


@dataclass(slots=True)
class _Forms:
    forms: list[str]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, flat: str) -> Iterator[tuple[int, int, str]]:
        for index, start, end in self.automaton.find_matches_as_indexes(flat):
            if _is_word(flat, start, end):
                yield start, end, self.forms[index]


def _automaton(forms: list[str]) -> _Forms:
    forms = forms or ["\0"]
    return _Forms(forms, ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest))


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


def build(authority: Authority) -> Gazetteer:
    """The gazetteer of everything in the authority but people."""
    table: dict[str, set[Name]] = defaultdict(set)
    for name in authority.names:
        entity = authority.entities.get(name.entity)
        if entity is None or entity.kind == "person" or len(name.form) < 2:
            continue
        form = _bare(plain(name.form))
        table[form].add(name)
        if len(form) >= _SPOKEN_CAPITALS:
            table.setdefault(form.upper(), set()).add(name)
    forms = sorted(table)
    names = {f: _in_order(table[f]) for f in forms}
    topics = [f for f in forms if all(authority.entities[n.entity].kind == "topic" for n in names[f])]
    articled = [f for f in forms if f.lower().startswith("the ")]
    rest = set(forms).difference(topics, articled)
    return Gazetteer(names, _automaton(sorted(rest)), _automaton(articled), _automaton(topics))


def _in_order(names: set[Name]) -> tuple[Name, ...]:
    """Most forms are one name's, and need no order."""
    return tuple(names if len(names) == 1 else sorted(names, key=lambda n: (n.entity, n.kind, str(n.since))))


def _bare(form: str) -> str:
    """Without its article, unless one plain word is left: 'the Soviet Union' loses it, 'the North' keeps it."""
    rest = form[4:] if form.startswith("the ") else form
    return form if form.startswith("the ") and " " not in rest and rest.lower() in _PLAIN else rest
