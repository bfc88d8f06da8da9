"""What a person decided against the program or beyond it: one value, and one line of JSON in a file.

A decision is never changed. Another one with the verdict 'back' takes it back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from coldgraph import ids, vocabulary
from coldgraph.errors import DecisionError
from coldgraph.model import Modality, Polarity

SLOTS = ("speaker", "addressees", "holder", "target", "about", "polarity", "act", "attributed", "modality", "holder_side", "target_side")
CHANGEABLE = ("holder", "target", "polarity", "act", "attributed", "modality", "speaker")
_MANY = ("addressees", "about")
_KEYS = {"id", "verdict", "things", "document", "start", "end", "quote", "stance", "change", "of", "by", "when", "why"}


class Verdict(StrEnum):
    """``UNSURE`` is kept to show that somebody has looked; it changes nothing."""

    SAME = "same"
    NOT_SAME = "not-same"
    UNSURE = "unsure"
    IS = "is"
    NOT_A_PERSON = "not-a-person"
    REJECT = "reject"
    AMEND = "amend"
    BACK = "back"


PAIRS = frozenset((Verdict.SAME, Verdict.NOT_SAME, Verdict.UNSURE))


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """An actor, place or topic by its local identifier, with the label it had when it was decided on."""

    id: str
    label: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """The passage that a decision is about; ``quote`` tells whether the text is still the one that was read."""

    document: str
    start: int
    end: int
    quote: str

    def stands_in(self, text: str) -> bool:
        return text[self.start : self.end] == self.quote


@dataclass(frozen=True, slots=True)
class Decision:
    """``things`` are the two actors of a pair, the one a mention is, or the one that is no person.

    ``place`` is the mention or the stance's sentence; ``stance`` the stance's slots as found (see SLOTS), ``change``
    what an 'amend' puts in their place; ``of`` the decision that a 'back' takes back. ``when`` is an ISO day.
    """

    verdict: Verdict
    by: str
    when: str
    why: str
    things: tuple[Thing, ...] = ()
    place: Place | None = None
    stance: Mapping[str, Any] = field(default_factory=dict)
    change: Mapping[str, Any] = field(default_factory=dict)
    of: str = ""
    id: str = ""

    def named(self) -> Decision:
        """The decision with its identifier, a digest of all that it says."""
        return replace(self, id=ids.digest(json.dumps(_content(self), sort_keys=True, ensure_ascii=False)))

    def line(self) -> str:
        """One line of JSON, the identifier first."""
        return json.dumps({"id": self.id, **_content(self)}, ensure_ascii=False)


def parse(line: str, where: str) -> Decision:
    """The decision of a line. Raises DecisionError, with the place, for a line that is none.

    >>> parse('{"verdict": "back", "of": "0123456789ab", "by": "A", "when": "2026-11-02", "why": "misread"}', "x").of
    '0123456789ab'
    """
    try:
        return _checked(_parsed(json.loads(line)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as wrong:
        advice = "mend or remove the line: see 'coldgraph decide --help' for what a decision holds"
        raise DecisionError(f"no decision: {wrong}", where, advice) from wrong


def _content(d: Decision) -> dict[str, Any]:
    """What a line holds beside the identifier; only what the decision has."""
    place = {"document": d.place.document, "start": d.place.start, "end": d.place.end, "quote": d.place.quote} if d.place else {}
    things = {"things": [{"id": t.id, "label": t.label} for t in d.things]} if d.things else {}
    slots = {name: dict(value) for name, value in (("stance", d.stance), ("change", d.change)) if value}
    of = {"of": d.of} if d.of else {}
    return {"verdict": str(d.verdict), **things, **place, **slots, **of, "by": d.by, "when": d.when, "why": d.why}


def _parsed(found: dict[str, Any]) -> Decision:
    if unknown := sorted(set(found) - _KEYS):
        raise ValueError(f"unknown: {', '.join(unknown)}")
    place = Place(found["document"], found["start"], found["end"], found["quote"]) if "document" in found else None
    things = tuple(Thing(t["id"], t.get("label", "")) for t in found.get("things", ()))
    read = Decision(
        Verdict(found["verdict"]), found["by"], found["when"], found["why"], things, place,
        _slots(found.get("stance", {})), _slots(found.get("change", {})), found.get("of", ""),
    ).named()  # fmt: skip
    return replace(read, id=found.get("id") or read.id)


def _slots(found: dict[str, Any]) -> dict[str, Any]:
    if unknown := sorted(set(found) - set(SLOTS)):
        raise ValueError(f"a stance has no {', '.join(unknown)}")
    return {name: tuple(value) if name in _MANY else value for name, value in found.items()}


def _checked(d: Decision) -> Decision:
    for words in (d.id, d.by, d.when, d.why, d.of, *(w for t in d.things for w in (t.id, t.label))):
        if not isinstance(words, str):
            raise ValueError(f"{words!r} is no text")
    if d.place and not (isinstance(d.place.start, int) and isinstance(d.place.end, int) and 0 <= d.place.start < d.place.end):
        raise ValueError("'start' and 'end' are no offsets")
    date.fromisoformat(d.when)
    if not d.by.strip():
        raise ValueError("'by' is empty: who decided?")
    _complete(d)
    return d


def _complete(d: Decision) -> None:
    """Whether the decision has the parts that its verdict needs."""
    many = 2 if d.verdict in PAIRS else 1 if d.verdict is Verdict.IS or (d.verdict is Verdict.NOT_A_PERSON and not d.place) else 0
    if len(d.things) < many:
        raise ValueError(f"{d.verdict!s} needs {many} 'things'")
    if d.verdict in PAIRS and d.things[0].id == d.things[1].id:
        raise ValueError("the two things are one already")
    if d.verdict in (Verdict.IS, Verdict.REJECT, Verdict.AMEND) and d.place is None:
        raise ValueError(f"{d.verdict!s} needs a place: document, start, end, quote")
    if d.verdict in (Verdict.REJECT, Verdict.AMEND):
        _stance({**d.stance, **d.change})
    if d.verdict is Verdict.AMEND and not set(d.change) & set(CHANGEABLE):
        raise ValueError("'change' changes nothing")
    if d.verdict is Verdict.BACK and not d.of:
        raise ValueError("'back' needs 'of', the decision that is taken back")


def _stance(slots: Mapping[str, Any]) -> None:
    for name in ("holder", "target", "polarity", "act"):
        if not isinstance(slots.get(name), str):
            raise ValueError(f"a stance needs {name!r}")
    if f"ACT_{slots['act'].upper()}" not in vars(vocabulary):
        raise ValueError(f"there is no act {slots['act']!r}")
    Polarity(slots["polarity"])
    Modality(slots.get("modality", "Actual"))
    if not isinstance(slots.get("attributed", False), bool):
        raise ValueError("'attributed' is true or false")
