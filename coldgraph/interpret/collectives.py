"""States, bodies, movements and places: which one a form means, and whether a capital is its government."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from coldgraph.found import Expression
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts, covers
from coldgraph.tables import Name

_ORDER = {"state": 0, "organization": 1, "movement": 2, "place": 3, "topic": 4}
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|near|around|outside|inside|into|via|through|within|over|throughout|across|off|reach(?:ed|es)?|"
    r"left|leav(?:e|es|ing)|visit(?:ed|s|ing)?(?: to)?|trip to|return(?:ed|s|ing)?(?: to| from)?|"
    r"arriv\w+ (?:in|at|from)|flew to|fl(?:y|ying) to|go(?:ing)? to|went to|came to|come to|back (?:to|from)|"
    r"mayor of|city of|embassy in|embassy at|ambassador (?:in|at|to)|consul\w* (?:in|at)|stay in|"
    r"transfer to)(?: the)?)\s+$",
    re.IGNORECASE,
)
_ACTS_BEFORE = re.compile(
    r"\b(?:with|by|by either [A-Z]\w+ or|by both [A-Z]\w+ and|either|between|between [A-Z]\w+ and|against|upon|that|"
    r"because|persuade|ask(?:ed)?|urge[sd]?|told|inform(?:ed)?|press(?:es)?)\s+$",
    re.IGNORECASE,
)
_ACTS_AFTER = re.compile(
    r"^(?:['’]s\b|\s+(?:has|had|have|is|was|will|would|could|can|may|might|must|should|does|did|do|"
    r"and\s+[A-Z]\w+\s+(?:have|are|were|would)|"
    r"wants?|wish(?:es|ed)?|believ\w+|think\w*|thought|see[sk]s?|saw|decid\w+|agree\w*|refus\w+|reject\w*|insist\w*|"
    r"continu\w+|attempt\w*|tr(?:y|ies|ied)|regard\w*|consider\w*|feel\w*|felt|fear\w*|hope\w*|expect\w*|need\w*|"
    r"seem\w*|appear\w*|"
    r"press\w*|support\w*|oppos\w+|accus\w+|announc\w+|claim\w*|demand\w*|replied|maintain\w*|prefer\w*|offer\w*|"
    r"gave|gives|lash\w*|took|takes|made|makes|said|says|knows?|knew|understands?|understood)\b)"
)


class Collectives:
    """Decides on the gazetteer's expressions of one document after the other."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def resolve(self, e: Expression, context: Context) -> tuple[str, str]:
        """(entity, why) of an expression; the setting decides between namesakes."""
        names = [n for n in e.names if self._exists(n, context.day)] or list(e.names)
        entities = sorted({n.entity for n in names})
        if len(entities) == 1:
            return entities[0], ""
        states = [n for n in entities if self.facts.entities[n].kind == "state"]
        places = [n for n in entities if self.facts.entities[n].kind == "place"]
        if states and places and all(n.kind == "metonym" for n in names if n.entity in states):
            return self._capital(e, states, places, context)
        if len(states) > 1:
            return self._state(states, e, names, context)
        return min(
            entities, key=lambda n: (_ORDER.get(self.facts.entities[n].kind, 9), -self._near(n, context), n)
        ), "the likelier of two things of that name"

    def _near(self, entity: str, context: Context) -> float:
        """How close a body is to the document: of a side at the table, of the home side, of a state much spoken of."""
        side = self.facts.entities[entity].side
        return (side in context.sides) * 2.0 + (side == context.home and bool(side)) * 0.6 + context.share(side)

    def _exists(self, name: Name, day: date | None) -> bool:
        entity = self.facts.entities[name.entity]
        return covers(name.since, name.until, day) and (entity.kind == "person" or covers(entity.since, entity.until, day))

    def _capital(self, e: Expression, states: list[str], places: list[str], context: Context) -> tuple[str, str]:
        text = context.recognised.document.text
        if acts(text, e.start, e.end):
            return self._state(states, e, [n for n in e.names if n.entity in states], context)[0], "a capital that acts: its government"
        return places[0], "a capital as a town"

    def _state(self, states: list[str], e: Expression, names: Iterable[Name], context: Context) -> tuple[str, str]:
        """Of several states of one name: the one at the table, else the one spoken of under its own name, else the usual one."""
        present = [s for s in states if s in context.sides]
        if len(present) == 1:
            return present[0], "the side of that name at the table"
        own = [
            n.entity for n in sorted(names, key=lambda n: (n.kind != "name", n.entity)) if self.facts.entities[n.entity].label == e.words
        ]
        usual = next((s for s in USUAL if s in states), "")
        best = own[0] if own and own[0] not in _TOLD_APART else usual or max(states, key=lambda s: (context.salient[s], s))
        return best, "the usual sense at that time"


# The state that a shared name means when nothing else tells: after 1949 'China' is the People's Republic, 'German' the Federal Republic.
USUAL = (
    "state/china",
    "state/west-germany",
    "state/vietnam",
    "state/south-korea",
    "state/north-yemen",
    "state/north-vietnam",
    "state/soviet-union",
)
_TOLD_APART = frozenset(("state/korea",))


def acts(text: str, start: int, end: int) -> bool:
    """Whether the words around a capital make it act as a government rather than stand as a town."""
    before, after = text[max(0, start - 30) : start], text[end : end + 40]
    if _PLACE_BEFORE.search(before):
        return False
    return (
        bool(_ACTS_AFTER.match(after))
        or bool(_ACTS_BEFORE.search(before))
        or (before.rstrip().endswith((".", "”", '"')) and bool(_ACTS_AFTER.match(after)))
    )
