"""Whose side a participant is on: the list's heading, the authority, the words on the office, the home side."""

from __future__ import annotations

import re

from coldgraph.found import Attendee, Expression
from coldgraph.interpret.cast import Cast
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts

_FOREIGN_FIELD = re.compile(r"\b(?:to|in|for|on|with|Office of|Director of|Affairs|Desk|charge)(?: the)?\s*$")


class Sides:
    """Decides the side of each participant of one document."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def of(self, person: str, attendee: Attendee | None, cast: Cast, context: Context) -> str:
        """The side for which a participant acts ('' where nothing tells)."""
        group = self._one(attendee.group, context) if attendee else ""
        known = self.facts.sides(person, context.day)
        if group:
            return next((s for s in known if attendee and s in attendee.group), group)
        told = cast.sides.get(person) or (self._capacity(attendee, context) if attendee else "")
        if known and told not in known:
            return known[0]
        return told or (known[0] if known else "") or (context.home if attendee else "")

    def _one(self, states: tuple[str, ...], context: Context) -> str:
        return max(states, key=lambda s: (context.salient[s], s)) if states else ""

    def _capacity(self, attendee: Attendee, context: Context) -> str:
        """The state in the words behind the name: 'Norwegian Ambassador', 'Embassy of Japan'; not 'Ambassador to Japan'."""
        text = context.recognised.document.text
        start, end = attendee.expression.end, _line_end(text, attendee.expression.end)
        for e in context.recognised.expressions:
            if e.kind == "named" and start <= e.start < end and not _FOREIGN_FIELD.search(text[start : e.start]):
                state = self._state(e)
                if state:
                    return state
        return ""

    def _state(self, e: Expression) -> str:
        for name in e.names:
            entity = self.facts.entities[name.entity]
            if entity.kind in ("state", "movement"):
                return name.entity
            if entity.kind == "organization" and entity.side:
                return entity.side
        return ""


def _line_end(text: str, start: int) -> int:
    found = re.compile(r"[\n;]").search(text, start)
    return found.start() if found else len(text)
