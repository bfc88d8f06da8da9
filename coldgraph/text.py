"""Folding and tokens that several rooms share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans("đĐłŁøØıß’‘ʼ`´‐‑–—", "dDlLoOis'''''----")
_MARKS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower-case ASCII letters and digits only: 'En-lai' and 'Enlai' fold alike.

    >>> fold("Ch’iao"), fold("Schröder"), fold("U.S.S.R.")
    ('chiao', 'schroder', 'ussr')
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.translate(_LETTERS)).lower()
    if plain.endswith("'s"):
        plain = plain[:-2]
    return _MARKS.sub("", plain)


def fold_words(text: str) -> tuple[str, ...]:
    """The folded words of a text, empty ones left out.

    >>> fold_words("Andrei A. Gromyko")
    ('andrei', 'a', 'gromyko')
    """
    return tuple(w for w in map(fold, re.split(r"[\s.,;()]+", text)) if w)
