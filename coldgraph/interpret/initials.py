"""Initials for a name given in full: 'NC' is Nicolae Ceausescu where he alone of those named has these letters."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 3


def person_of(words: str, people: Iterable[str]) -> str:
    """The one person whose initials are the last word, '' where it is no initials or they fit none or several."""
    letters = "".join(c for c in (words.split() or [""])[-1] if c.isalpha())
    if not 1 <= len(letters) <= _LONGEST or not letters.isupper():
        return ""
    fitting = sorted({p for p in people if _initials(p) == letters.lower()})
    return fitting[0] if len(fitting) == 1 else ""


def _initials(person: str) -> str:
    return "".join(w[0] for w in person.rsplit("/", 1)[-1].split("-") if w)
