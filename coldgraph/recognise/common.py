"""Words that look like names and seldom are (data: never_words.txt, common_words.txt)."""

from __future__ import annotations

from pathlib import Path

from coldgraph import titles


def _words(name: str) -> frozenset[str]:
    return frozenset((Path(__file__).parent / name).read_text(encoding="utf-8").split())


# Titles that are family names too.
_NAMES = frozenset(("may", "king", "prince", "don", "will", "august", "bureau", "white"))

NEVER = (_words("never_words.txt") | titles.OFFICE_WORDS) - _NAMES
"""Words that are no name at all, with or without a title."""

COMMON = NEVER | _NAMES | _words("common_words.txt")
"""These, and family names that are common words too (made by triples/scripts/common_words.py): names only
behind a title, a given name or an introduction."""
