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
_BLANKS = frozenset((" ", "\u00a0", ""))
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


_Word = tuple[str, int, str, tuple[str, ...]]


@lru_cache(maxsize=200_000)
def _word(word: str) -> _Word:
    """Folded form, length and shape of a word, its possessive 's left out; and its parts where it is capitalised words with hyphens."""
    bare = _POSSESSIVE.sub("", word)
    return fold(bare), len(bare), shape(bare), tuple(_HYPHEN.split(bare)) if _PAIR.match(bare) else ()


def tokens(text: str, apart: Callable[[list[str]], bool] = lambda parts: False) -> Tokens:
    """All words of a text. ``apart`` tells whether capitalised words with hyphens between are words of their own ('Rusk-Dobrynin')."""
    found: list[tuple[int, _Word]] = []
    for match in _WORD.finditer(text):
        word = _word(match.group().rstrip())
        if word[3] and apart([fold(p) for p in word[3]]):
            found += _placed(word[3], match.start())
        else:
            found.append((match.start(), word))
    folds, shapes = [word[0] for _, word in found], [word[2] for _, word in found]
    starts, ends = [start for start, _ in found], [start + word[1] for start, word in found]
    return Tokens(folds, starts, ends, shapes, _glue(text, folds, starts, ends, shapes))


def _placed(parts: tuple[str, ...], start: int) -> Iterator[tuple[int, _Word]]:
    for part in parts:
        yield start, _word(part)
        start += len(part) + 1


def _glue(text: str, folds: list[str], starts: list[int], ends: list[int], shapes: list[str]) -> list[bool]:
    """Most words are a blank apart; what else stands between two is looked at one by one."""
    gaps = [text[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    joined = [gap in _BLANKS or _glued(text, gap, folds[k], shapes[k], starts[k], ends[k]) for k, gap in enumerate(gaps)]
    joined.append(False)
    return joined


def _glued(text: str, gap: str, word: str, shape: str, start: int, end: int) -> bool:
    """Whether more than one blank, or the point of an abbreviation, is all there is between two words."""
    if _GLUE.match(gap):
        return True
    if gap.strip(" \u00a0") not in (".", "") or "\n" in gap:
        return False
    return word in _ABBREVIATED or shape == "I" or bool(_CAMEL.match(text, start, end))


__all__ = ["PARTICLES", "Tokens", "shape", "tokens"]
