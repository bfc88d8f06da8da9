"""Words of attitude: which polarity and which act a word tells (data: cues/lexicon.csv)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coldgraph.interpret import inflect
from coldgraph.interpret.words import words

_FORMS = {"verb": inflect.verb, "noun": inflect.noun}
_TOKEN = re.compile(r"§¤*(?:['’]s?)?|[A-Za-z][A-Za-z’'-]*|\d+|[^\w\s]")
_REACH = 4
_BREAKS = frozenset((",", ";", ":", "but", "while", "although", "and", "because", "that"))


@dataclass(frozen=True, slots=True, order=True)
class Sense:
    """``polarity`` is Positive or Negative, ``form`` verb, noun or word (any other)."""

    polarity: str
    act: str
    form: str


@cache
def senses() -> dict[str, tuple[Sense, ...]]:
    """The senses of each word form, lower case."""
    found: dict[str, set[Sense]] = defaultdict(set)
    with (Path(__file__).parent / "cues" / "lexicon.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            for lemma in row["words"].split():
                for form in _FORMS.get(row["form"], lambda w: (w,))(lemma):
                    found[form].add(Sense(row["polarity"], row["act"], row["form"]))
    return {form: tuple(sorted(known)) for form, known in sorted(found.items())}


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of attitude at the place ``at`` among the tokens; ``negated`` where a negation stands shortly before."""

    at: int
    word: str
    senses: tuple[Sense, ...]
    negated: bool


class Tokens:
    """The tokens of a masked sentence, with their offsets, and the words of attitude among them."""

    def __init__(self, masked: str) -> None:
        found = list(_TOKEN.finditer(masked))
        self.words = [m.group().lower().replace("’", "'") for m in found]
        self.starts = [m.start() for m in found]
        known, negative = senses(), words("negative")
        self.hits = [
            Hit(i, word, known[word], any(w in negative or w.endswith("n't") for w in self._before(i)))
            for i, word in enumerate(self.words)
            if word in known
        ]

    def _before(self, at: int) -> list[str]:
        """The words shortly before a place, back to where another clause begins."""
        some = self.words[max(0, at - _REACH) : at]
        last = max((i for i, word in enumerate(some) if word in _BREAKS), default=-1)
        return some[last + 1 :]
