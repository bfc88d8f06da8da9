"""When two written names are one: folded alike, or the same person's with and without titles and middle names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans("đłøıß’", "dloıs'")
_OTHER = re.compile(r"[^a-z0-9' ]+")
_POSSESSIVE = re.compile(r"'s\b|'")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_TWO_WORDS = re.compile(r"\bprime minister\b")
_TITLES = frozenset(
    ("mr", "mrs", "miss", "ms", "dr", "sir", "president", "premier", "chairman", "secretary", "ambassador", "minister", "general", "gen",
     "lieutenant", "major", "colonel", "col", "admiral", "senator", "comrade", "cde", "com", "foreign", "marshal", "prince", "king", "vice",
     "acting", "deputy", "jr", "sr")
)  # fmt: skip


@lru_cache(maxsize=200_000)
def folded(text: str) -> str:
    """Lower-case words without accents, punctuation, possessives and a leading article.

    >>> folded("The Soviet Union's"), folded("Phạm Văn Đồng")
    ('soviet union', 'pham van dong')
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    plain = _OTHER.sub(" ", plain.translate(_LETTERS).replace("ı", "i"))
    return _ARTICLE.sub("", " ".join(_POSSESSIVE.sub("", plain).split()))


@lru_cache(maxsize=200_000)
def same_person(one: str, other: str) -> bool:
    """Whether two folded names are one person's. A shorter one needs the same last word: Kim Il is not Kim Il Sung.

    >>> same_person("henry kissinger", "secretary henry a kissinger"), same_person("kim il", "kim il sung")
    (True, False)
    """
    if one == other:
        return True
    short, long = sorted((_bare(one), _bare(other)), key=len)
    if len(short) < 2:
        return False
    return sorted(short) == sorted(long) or (short[-1] == long[-1] and set(short) <= set(long))


def _bare(name: str) -> list[str]:
    """The words of a name without titles and initials; 'prime minister' is a title of two words."""
    return [w for w in _TWO_WORDS.sub(" ", name).split() if len(w) > 1 and w not in _TITLES]


def near(one: str, other: str) -> bool:
    """Whether two folded expressions are the same, or one holds all words of the other side by side.

    >>> near("gromyko", "foreign minister gromyko")
    True
    """
    return one == other or f" {one} " in f" {other} " or f" {other} " in f" {one} "
