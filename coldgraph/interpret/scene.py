"""One document with its names decided: who speaks where, to whom, and whose side everybody is on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from coldgraph.interpret.cast import Cast
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts
from coldgraph.model import Mention, Participation, Role, Turn

COLLECTIVE = ("state", "movement", "organization")


@dataclass(slots=True)
class Scene:
    """What interpretation knows of a document before it looks for stances. ``mentions`` are sorted by offset."""

    context: Context
    facts: Facts
    cast: Cast
    mentions: tuple[Mention, ...] = ()
    turns: tuple[Turn, ...] = ()
    participations: tuple[Participation, ...] = ()
    sides: dict[str, str] = field(default_factory=dict)
    author: str = ""
    recipient: str = ""
    _starts: list[int] = field(default_factory=list)
    _turn_starts: list[int] = field(default_factory=list)
    _side_of: dict[str, str] = field(default_factory=dict)

    def index(self) -> Scene:
        """Makes the lookups by offset; called once after the lists are set."""
        self._starts = [m.start for m in self.mentions]
        self._turn_starts = [t.start for t in self.turns]
        return self

    def seat(self, participations: tuple[Participation, ...]) -> None:
        """Puts people at the table; whose side they are on there counts from now on."""
        self.participations = participations
        self.sides = {p.participant: p.side for p in participations if p.side}
        self._side_of.clear()

    @property
    def text(self) -> str:
        return self.context.recognised.document.text

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions between two offsets, in order."""
        first, last = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return [m for m in self.mentions[first:last] if m.end <= end]

    def turn_at(self, offset: int) -> Turn | None:
        """The turn in which an offset lies."""
        position = bisect_right(self._turn_starts, offset) - 1
        turn = self.turns[position] if position >= 0 else None
        return turn if turn and offset < turn.end else None

    def kind(self, actor: str) -> str:
        """person, state, organization, movement, place or topic."""
        entity = self.facts.entities.get(actor)
        return entity.kind if entity else actor.split("/", 1)[0]

    def label(self, actor: str) -> str:
        """An actor's name, as the authority or else the document has it."""
        known = self.facts.entities.get(actor) or next((a for a in self.cast.local.values() if a.id == actor), None)
        return known.label if known else actor

    def side(self, actor: str) -> str:
        """The state or movement for which an actor acts on the document's day ('' unknown)."""
        known = self._side_of.get(actor)  # asked some hundred times for each name
        if known is None:
            known = self._side_of[actor] = self._side(actor)
        return known

    def _side(self, actor: str) -> str:
        kind = self.kind(actor)
        if kind in ("state", "movement"):
            return actor
        if kind == "person":
            return self.sides.get(actor) or self.facts.side(actor, self.context.day)
        entity = self.facts.entities.get(actor)
        return entity.side if entity and kind == "organization" else ""

    def others(self, speaker: str) -> tuple[str, ...]:
        """The people of the other sides at the table, those who speak first; empty where there is no list."""
        own = self.side(speaker)
        people = [p for p in self.participations if p.participant != speaker and p.role in (Role.SPEAKER, Role.SILENT)]
        others = [p for p in people if self.side(p.participant) != own or not own]
        spoke = [p.participant for p in others if p.role is Role.SPEAKER]
        return tuple(dict.fromkeys(spoke or [p.participant for p in others]))[:4]
