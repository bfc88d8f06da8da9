"""Which state a remark means: names, adjectives and abbreviations of states, and the marks of American offices."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "tables" / "side_words.csv"


@cache
def words() -> dict[str, str]:
    """'Soviet' -> 'soviet-union'; what can mean two states ('Korean', 'Congolese') is not in it."""
    with TABLE.open(encoding="utf-8", newline="") as source:
        return {word: row["state"] for row in csv.DictReader(source) for word in row["words"].split(";")}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(words(), key=lambda w: (-len(w), w))
    return re.compile("(" + "|".join(re.escape(w) for w in longest) + r")(?:'s)?(?![\w'-])")


def at(text: str, start: int) -> tuple[str, int]:
    """The state named at ``start`` and where its name and the blank after it end; ('', start) where there is none.

    >>> at("Soviet Ambassador", 0)
    ('soviet-union', 7)
    """
    match = _pattern().match(text, start)
    if not match:
        return "", start
    end = match.end() + (text[match.end() : match.end() + 1] == " ")
    return words()[match[1]], end


def exact(text: str) -> str:
    """The state that exactly these words name, '' for none."""
    return words().get(re.sub(r"^the ", "", text.strip(" ,")), "")
