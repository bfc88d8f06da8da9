"""Forms of states, bodies, movements, places and topics, found by Aho-Corasick."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from coldgraph.tables import Authority, Name

# One character for one, so that offsets hold.
_SAME = str.maketrans({"\n": " ", "\t": " ", "\u00a0": " ", "’": "'", "‘": "'", "–": "-", "‑": "-", "‐": "-"})
_SPOKEN_CAPITALS = 5


def plain(text: str) -> str:
    """The text with typographic blanks, quotes and hyphens made plain, at the same offsets."""
    return text.translate(_SAME)


@dataclass(slots=True)
class Gazetteer:
    """All forms and the automaton that finds them (leftmost, longest)."""

    forms: list[str]
    names: dict[str, tuple[Name, ...]]
    automaton: ahocorasick_rs.AhoCorasick

    def find(self, text: str) -> Iterator[tuple[int, int, tuple[Name, ...]]]:
        """(start, end, candidate names) of every form that stands as a word of its own."""
        flat = plain(text)
        for index, start, end in self.automaton.find_matches_as_indexes(flat):
            if _is_word(flat, start, end):
                yield start, end, self.names[self.forms[index]]


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
        form = plain(name.form)
        table[form].add(name)
        if len(form) >= _SPOKEN_CAPITALS:
            table.setdefault(form.upper(), set()).add(name)
    forms = sorted(table)
    names = {f: tuple(sorted(table[f], key=lambda n: (n.entity, n.kind, str(n.since)))) for f in forms}
    return Gazetteer(forms, names, ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest))
