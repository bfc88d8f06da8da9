"""What a document tells of its own setting: day, home side, states spoken of, words used."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from coldgraph.found import Recognised
from coldgraph.interpret.facts import Facts
from coldgraph.text import fold

UNITED_STATES = "state/united-states"
_AMERICAN = re.compile(
    r"Department of State|National Archives and Records|Foreign Relations of the United States|White House|"
    r"Central Files|Presidential Library|"
    r"(?:Eisenhower|Kennedy|Johnson|Nixon|Truman|Ford|Carter|Reagan) (?:Library|Presidential)|"
    r"Memorandum for the President|\b(?:Deptel|Embtel|CINCPAC|NODIS|EXDIS|LIMDIS)\b|Department of Defense|"
    r"Central Intelligence Agency"
)
_BODY_LIMIT = 200_000
_SHORT = 3  # letters of a form such as 'Pak' that may be a family name too


@dataclass(slots=True)
class Context:
    """The setting of one document. ``salient`` counts the states it speaks of; ``home`` is the side that wrote it ('' unknown).

    ``doubtful`` are the spans of short forms that name a state which nothing else in the document names, and a family too.
    """

    recognised: Recognised
    day: date | None
    home: str
    salient: Counter[str] = field(default_factory=Counter)
    words: frozenset[str] = frozenset()
    sides: list[str] = field(default_factory=list)
    doubtful: frozenset[tuple[int, int]] = frozenset()

    def share(self, state: str) -> float:
        """How much of the talk of states, the home side aside, is of this one (0 to 1)."""
        others = sum(n for s, n in self.salient.items() if s != self.home)
        return self.salient[state] / others if others and state != self.home else 0.0


def build(recognised: Recognised, facts: Facts) -> Context:
    """The context of a recognised document."""
    document = recognised.document
    day = document.date.earliest if document.date else None
    home = UNITED_STATES if document.collection.startswith("frus") or _AMERICAN.search(document.text[:_BODY_LIMIT]) else ""
    salient: Counter[str] = Counter()
    doubtful = _doubtful(recognised, facts)
    for e in recognised.expressions:
        if e.kind == "named" and (e.start, e.end) not in doubtful:
            states = {n.entity for n in e.names if facts.entities[n.entity].kind == "state"} | {
                facts.entities[n.entity].side for n in e.names if facts.entities[n.entity].kind == "place"
            }
            for state in sorted(states - {""}):
                salient[state] += 1
    words = frozenset(_words(document.text[:_BODY_LIMIT]) | _spelled_out(recognised, facts))
    return Context(recognised, day, home, salient, words, doubtful=doubtful)


def _doubtful(recognised: Recognised, facts: Facts) -> frozenset[tuple[int, int]]:
    """'Pak' where nobody speaks of Pakistan: a Korean of that name."""
    families = {(e.start, e.end) for e in recognised.expressions if e.kind == "person" and len(e.words) <= _SHORT}
    named = [e for e in recognised.expressions if e.kind == "named"] if families else []
    short = [e for e in named if (e.start, e.end) in families and all(e.words != facts.entities[n.entity].label for n in e.names)]
    forms = {e.words for e in short}
    sure = {n.entity for e in named if e.words not in forms for n in e.names}
    return frozenset((e.start, e.end) for e in short if not any(n.entity in sure for n in e.names))


def _words(text: str) -> set[str]:
    return {fold(w) for w in re.findall(r"[^\W\d_]{3,}", text)}


def _spelled_out(recognised: Recognised, facts: Facts) -> set[str]:
    """The words of what is named by one name: a text that speaks of the MAC speaks of a military armistice commission."""
    named = {e.names[0].entity for e in recognised.expressions if e.kind == "named" and len({n.entity for n in e.names}) == 1}
    return {word for entity in named for word in _words(facts.entities[entity].label)}
