"""Words of a text with their offsets, and which follow one another without a break."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from coldgraph.text import fold

_WORD = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ]\.\s?){1,3}(?=[A-Z])|[A-Z]\.(?=[A-Z\s-])|"
    r"[^\W\d_](?:[^\W\d_]|['’‘ʼ`](?=[^\W\d_])|[-‐‑](?=[^\W\d_])|–(?=[a-z]))*|\d+"
)
_POSSESSIVE = re.compile(r"['’]s$")
_HYPHEN = re.compile("[-‐‑]")
_PAIR = re.compile(r"[^\W\d_]{3,}(?:[-‐‑][A-ZÀ-ÖØ-Þ][^\W\d_-]{2,})+$")
_CAMEL = re.compile(r"[A-Z][a-z]{1,2}[A-Z]$")
_GLUE = re.compile(r"[ \t\u00a0]{1,2}$")
_ABBREVIATED = frozenset(
    fold(w)
    for w in [
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "cdr",
        "adm",
        "sen",
        "rep",
        "amb",
        "sec",
        "st",
        "jr",
        "brig",
        "prof",
        "lcdr",
        "com",
        "cde",
        "tov",
        "secy",
        "pres",
    ]
)
PARTICLES = frozenset(
    ["de", "du", "von", "van", "der", "den", "la", "le", "el", "al", "bin", "ibn", "da", "dos", "di", "ten", "ter", "af", "av"]
)


@dataclass(slots=True)
class Tokens:
    """Parallel lists: ``folds``, ``starts``, ``ends`` (possessive 's left out), ``shapes`` and ``glued``.

    Shapes: 'I' initials, 'C' capitalised, 'A' all capitals (two letters or more), 'p' a
    particle of names in lower case, 'l' another lower-case word, 'd' digits. ``glued[k]``
    tells that word k+1 follows word k with nothing but a blank between.
    """

    folds: list[str]
    starts: list[int]
    ends: list[int]
    shapes: list[str]
    glued: list[bool]


@lru_cache(maxsize=200_000)
def shape(word: str) -> str:
    """The shape of one word (see Tokens).

    >>> [shape(w) for w in ("N.S.", "Khrushchev", "CHOU", "von", "said", "1956")]
    ['I', 'C', 'A', 'p', 'l', 'd']
    """
    if word[0].isdigit():
        return "d"
    if "." in word or len(word) == 1:
        return "I" if word[0].isupper() else "l"
    if word[0].isupper():
        return "A" if word.isupper() else "C"
    return "p" if word in PARTICLES else "l"


def tokens(text: str, apart: Callable[[list[str]], bool] = lambda parts: False) -> Tokens:
    """All words of a text. ``apart`` tells whether capitalised words with hyphens between are words of their own ('Rusk-Dobrynin')."""
    found = Tokens([], [], [], [], [])
    for match in _WORD.finditer(text):
        word = match.group().rstrip()
        bare = _POSSESSIVE.sub("", word)
        parts = _HYPHEN.split(bare) if _PAIR.match(bare) else []
        for start, part in _placed(parts, match.start()) if parts and apart([fold(p) for p in parts]) else ((match.start(), bare),):
            found.folds.append(fold(part))
            found.starts.append(start)
            found.ends.append(start + len(part))
            found.shapes.append(shape(part))
    found.glued = _glue(text, found)
    return found


def _placed(parts: list[str], start: int) -> Iterator[tuple[int, str]]:
    for part in parts:
        yield start, part
        start += len(part) + 1


def _glue(text: str, found: Tokens) -> list[bool]:
    joined = []
    for k in range(len(found.starts) - 1):
        gap = text[found.ends[k] : found.starts[k + 1]]
        dotted = found.folds[k] in _ABBREVIATED or found.shapes[k] == "I" or bool(_CAMEL.match(text, found.starts[k], found.ends[k]))
        joined.append(
            gap in (" ", "\u00a0", "") or bool(_GLUE.match(gap)) or (dotted and gap.strip(" \u00a0") in (".", "") and "\n" not in gap)
        )
    joined.append(False)
    return joined


__all__ = ["PARTICLES", "Tokens", "shape", "tokens"]
