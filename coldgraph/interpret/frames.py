"""The cue lexicon: which word, in which construction, expresses which attitude of whom towards whom (data: cues/frames.csv)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from coldgraph.interpret import inflect
from coldgraph.model import Polarity

_FORMS = {"verb": inflect.verb, "noun": inflect.noun}


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of the lexicon.

    ``holder`` and ``target`` are role names in order of preference (subject, object, owner, victim, voice,
    addressee, nearest, third). ``before``/``after``: patterns that must stand around the cue.
    ``accuse``: the act with which the speaker's side condemns the holder ('' for none).
    """

    name: str
    form: str
    holder: tuple[str, ...]
    target: tuple[str, ...]
    polarity: Polarity
    act: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    accuse: str
    negated: tuple[Polarity, str] | None
    confidence: float


@cache
def lexicon() -> dict[str, tuple[Frame, ...]]:
    """The frames by the lower-case word that evokes them."""
    found: dict[str, list[Frame]] = defaultdict(list)
    with (Path(__file__).parent / "cues" / "frames.csv").open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            frame = _frame(row)
            for head in row["cues"].split("|"):
                for word in dict.fromkeys(_FORMS.get(row["form"], _as_is)(head)):
                    found[word].append(frame)
    return {word: tuple(frames) for word, frames in sorted(found.items())}


def _as_is(word: str) -> tuple[str, ...]:
    return (word,)


def _frame(row: dict[str, str]) -> Frame:
    flip = row["negated"].split()
    return Frame(
        row["frame"],
        row["form"],
        tuple(row["holder"].split("|")),
        tuple(row["target"].split("|")),
        Polarity(row["polarity"]),
        row["act"],
        re.compile(rf"(?:{row['before']})\s*$", re.IGNORECASE) if row["before"] else None,
        re.compile(rf"\s*(?:{row['after']})", re.IGNORECASE) if row["after"] else None,
        row["accuse"],
        (Polarity(flip[0]), flip[1]) if flip else None,
        float(row["confidence"]),
    )
