"""Titles and offices that stand before a name, or alone for the person who holds them (data: titles.csv).

Kinds: address ('Mr.': no office), rank (a rank or seat that many hold at once, so that it needs
a name), office (with its key in the authority; ``alone``: may stand for its holder by itself).
"""

from __future__ import annotations

import csv
from pathlib import Path

from coldgraph.text import fold


def _rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "titles.csv").open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


_ROWS = _rows()
_KIND = {row["title"]: row["kind"] for row in _ROWS}
_OFFICE = {row["title"]: row["office"] for row in _ROWS}
ALONE = frozenset(row["title"] for row in _ROWS if row["alone"])
WORDS = frozenset(fold(w) for row in _ROWS for w in row["title"].split())
OFFICE_WORDS = frozenset(fold(w) for row in _ROWS if row["kind"] == "office" for w in row["title"].split())


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for title in _KIND:
        words = tuple(fold(w) for w in title.replace("-", " ").split())
        table.setdefault(words[0], []).append((words, title))
    return {first: sorted(rows, key=lambda r: (-len(r[0]), r[1])) for first, rows in sorted(table.items())}


TABLE = _table()


def at(words: list[str], position: int) -> tuple[str, int]:
    """The longest title that begins at ``position`` of folded words: (title, number of words); ('', 0) for none."""
    for pattern, title in TABLE.get(words[position], ()):
        if tuple(words[position : position + len(pattern)]) == pattern:
            return title, len(pattern)
    return "", 0


def is_address(title: str) -> bool:
    """Whether the title is only a form of address such as 'Mr.'."""
    return _KIND.get(title) == "address"


def is_rank(title: str) -> bool:
    """Whether the title is a rank or seat that many hold at once."""
    return _KIND.get(title) == "rank"


_RANKS_IN_FULL = {
    "adm": "admiral",
    "brig": "brigadier",
    "capt": "captain",
    "cdr": "commander",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "maj": "major",
    "sen": "senator",
}


def in_full(title: str) -> set[str]:
    """The words of a title, ranks written out: 'lt gen' -> {'lieutenant', 'general'}."""
    return {_RANKS_IN_FULL.get(word, word) for word in title.split()}


def office(title: str) -> str:
    """The office key of a title ('' for forms of address and ranks)."""
    return _OFFICE.get(title, "")


def within(words: str) -> list[str]:
    """The office keys of all titles in a stretch of words, in order: 'Acting PRC Foreign Minister' -> ['foreign-minister'].

    >>> within("Prime Minister and Minister of Foreign Affairs")
    ['premier', 'foreign-minister']
    """
    folds = [f for f in (fold(w) for w in words.replace("-", " ").replace(",", " , ").split()) if f]
    found, position = [], 0
    while position < len(folds):
        title, length = at(folds, position)
        if office(title):
            found.append(office(title))
        position += max(1, length)
    return found
