"""Pinyin and Wade-Giles spellings of Chinese names, from the syllable table.

The table is `triples/tables/wade_giles.csv`; documents drop the apostrophes of
Wade-Giles and the diaeresis of ü as often as they keep them.
"""

from __future__ import annotations

import csv
import itertools
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "tables" / "wade_giles.csv"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "ʻ": "'"})


@cache
def table() -> dict[str, tuple[str, ...]]:
    """Pinyin syllable -> its Wade-Giles spellings, the usual one first."""
    with TABLE.open(encoding="utf-8", newline="") as source:
        return {r["pinyin"]: (r["wade_giles"], *filter(None, r["variants"].split(";"))) for r in csv.DictReader(source)}


@cache
def _reverse() -> dict[str, str]:
    return {wade: pinyin for pinyin, spellings in table().items() for wade in reversed(spellings)} | {"e": "e", "o": "e"}


@cache
def _loose() -> dict[str, tuple[str, ...]]:
    """Wade-Giles without apostrophe and diaeresis -> every pinyin syllable it can stand for."""
    found: dict[str, list[str]] = {}
    for pinyin, spellings in table().items():
        for wade in spellings:
            found.setdefault(_bare(wade), []).append(pinyin)
    return {wade: tuple(sorted(set(all_))) for wade, all_ in found.items()}


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "")


def syllables(word: str) -> tuple[str, ...]:
    """A pinyin word cut into syllables (the fewest, the longest first), () where it is none.

    >>> syllables("Enlai"), syllables("Xi'an"), syllables("Smith")
    (('en', 'lai'), ('xi', 'an'), ())
    """
    whole = unicodedata.normalize("NFC", word.translate(_APOSTROPHES).lower())
    parts = [_cut(part) for part in re.split(r"['\-]", whole) if part]
    return tuple(itertools.chain.from_iterable(parts)) if all(parts) else ()


@cache
def _cut(word: str) -> tuple[str, ...]:
    if word in table():
        return (word,)
    options = []
    for end in range(min(6, len(word) - 1), 0, -1):
        rest = _cut(word[end:]) if word[:end] in table() else ()
        if rest:
            options.append((word[:end], *rest))
    return min(options, key=len, default=())


def variants(name: str) -> set[str]:
    """All Wade-Giles spellings of a pinyin name, surname first; empty where it is none.

    >>> sorted(variants("Zhou Enlai"))
    ['Chou En-Lai', 'Chou En-lai', 'Chou Enlai']
    """
    words = [syllables(word) for word in name.split()]
    if not words or not all(words) or len(words) > 3:
        return set()
    spelled = [_spellings(word) for word in words]
    return {" ".join(chosen) for chosen in itertools.product(*spelled)} - {name}


def _spellings(word: tuple[str, ...]) -> list[str]:
    found: set[str] = set()
    for chosen in itertools.product(*(_written(s) for s in word)):
        found |= {"-".join(chosen).capitalize(), "-".join(c.capitalize() for c in chosen), "".join(chosen).capitalize()}
    return sorted(found)


def _written(syllable: str) -> list[str]:
    """The ways in which documents write one syllable: with and without ' and ü."""
    found = set()
    for wade in table()[syllable]:
        found |= {wade, wade.replace("'", "’"), wade.replace("'", ""), wade.replace("ü", "u"), _bare(wade)}
    return sorted(found)


def to_pinyin(name: str) -> str | None:
    """The pinyin of a Wade-Giles name as it is spelled, None where a syllable is none.

    A name whose apostrophes were dropped reads as another syllable ('Chiao' for
    'Ch'iao'); `readings` gives all it can stand for.

    >>> to_pinyin("Mao Tse-tung"), to_pinyin("Teng Hsiao-p’ing"), to_pinyin("John Smith")
    ('Mao Zedong', 'Deng Xiaoping', None)
    """
    return _join(name, lambda s: _reverse().get(s) or next(iter(_loose().get(_bare(s), ())), None))


def _join(name: str, read: Callable[[str], str | None]) -> str | None:
    words = []
    for word in name.translate(_APOSTROPHES).lower().split():
        parts = [part for part in word.split("-") if part]
        cut = [found for found in map(read, parts) if found]
        if not cut or len(cut) < len(parts):
            return None
        words.append(_glue(cut).capitalize())
    return " ".join(words) or None


def _glue(cut: list[str]) -> str:
    """Syllables as one pinyin word, with the apostrophe before a vowel: xi + an -> xi'an."""
    return cut[0] + "".join(f"'{s}" if s[0] in "aeo" else s for s in cut[1:])


def readings(name: str) -> tuple[str, ...]:
    """Every pinyin name that a Wade-Giles spelling can stand for once apostrophes and ü are dropped, sorted.

    >>> readings("Chi Peng-fei")
    ('Ji Bengfei', 'Ji Pengfei', 'Qi Bengfei', 'Qi Pengfei')
    """
    words = [[_options(part) for part in word.split("-") if part] for word in name.translate(_APOSTROPHES).lower().split()]
    if not words or not all(word and all(word) for word in words):
        return ()
    joined = [sorted({_glue(list(cut)).capitalize() for cut in itertools.product(*word)}) for word in words]
    return tuple(sorted({" ".join(chosen) for chosen in itertools.product(*joined)}))


def _options(part: str) -> tuple[str, ...]:
    if "'" in part and part in _reverse():
        return (_reverse()[part],)
    return _loose().get(_bare(part), ())
