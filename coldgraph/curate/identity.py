"""Who is one with whom, by decisions: groups of actors, and the one that stands for each group."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from copy import copy

from coldgraph.curate.decision import Decision, Verdict


class Identity:
    """Made once from the decisions in force. ``known`` are the entities of the authority.

    For a group stands its first member that the authority knows, else the first that was decided on.
    'not-same' keeps two groups apart: a 'same' that would join them is not carried out (``refused``).
    ``parted`` are the actors told apart as decided on, ``apart`` those who stand for them; ``nobody`` is no person.
    """

    def __init__(self, decisions: Iterable[Decision], known: Container[str] = frozenset()) -> None:
        self.groups: dict[str, list[str]] = {}
        self.labels: dict[str, str] = {}
        self.reasons: dict[str, list[str]] = {}
        self.parted: dict[str, dict[str, str]] = {}
        self.apart: dict[str, dict[str, str]] = {}
        self.nobody: dict[str, str] = {}
        self.refused: list[tuple[Decision, Decision]] = []
        every = tuple(decisions)
        parted = [d for d in every if d.verdict is Verdict.NOT_SAME]
        for decision in every:
            for thing in decision.things:
                self.labels.setdefault(thing.id, thing.label)
            if decision.verdict is Verdict.SAME:
                self._join(decision, parted)
        self._chosen = {m: self._first(group, known) for group in self.groups.values() for m in group}
        for decision in parted:
            self._part(decision)
        for decision in every:
            if decision.verdict is Verdict.NOT_A_PERSON and not decision.place:
                self.nobody.update(dict.fromkeys(self.group(decision.things[0].id), decision.id))

    def of(self, name: str) -> str:
        """The actor that stands for one, itself where nothing was decided."""
        return self._chosen.get(name, name)

    def also(self, closed: Mapping[str, tuple[str, list[str]]]) -> Identity:
        """The same, with more actors that another stands for (with the decisions that made it so): for one document."""
        more = copy(self)
        more._chosen = {**self._chosen, **{name: who for name, (who, _) in closed.items()}}
        more.reasons = {**self.reasons, **{name: why for name, (_, why) in closed.items()}}
        return more

    def group(self, name: str) -> list[str]:
        return self.groups.get(name, [name])

    def why(self, name: str) -> tuple[str, ...]:
        """The decisions that made another actor stand for this one."""
        return tuple(dict.fromkeys(self.reasons.get(name, ()))) if self.of(name) != name else ()

    def label(self, name: str) -> str:
        """The label that the decisions have for an actor ('' for none)."""
        return self.labels.get(name, "")

    def effect(self, name: str) -> tuple[object, ...]:
        """All that the decisions say of one actor, () where that is nothing; the same whatever the authority knows."""
        group = self.groups.get(name, [])
        said = (
            [(m, self.label(m)) for m in group],
            self.reasons.get(name),
            sorted(pair for m in self.group(name) for pair in self.parted.get(m, {}).items()),
            self.nobody.get(name),
        )
        return said if any(said) else ()

    def _join(self, decision: Decision, parted: list[Decision]) -> None:
        one, other = (self.group(t.id) for t in decision.things[:2])
        if one is other:
            self.reasons[one[0]].append(decision.id)
            return
        if barrier := next((p for p in parted if _across(p, one, other)), None):
            self.refused.append((decision, barrier))
            return
        reasons = [*self.reasons.get(one[0], []), *self.reasons.get(other[0], []), decision.id]
        group = [*one, *other]
        self.groups.update(dict.fromkeys(group, group))
        self.reasons.update(dict.fromkeys(group, reasons))

    def _part(self, decision: Decision) -> None:
        one, other = (t.id for t in decision.things[:2])
        for table, first, second in ((self.parted, one, other), (self.apart, self.of(one), self.of(other))):
            table.setdefault(first, {})[second] = decision.id
            table.setdefault(second, {})[first] = decision.id

    def _first(self, group: list[str], known: Container[str]) -> str:
        return next((m for m in group if m in known), group[0])


def _across(parted: Decision, one: list[str], other: list[str]) -> bool:
    first, second = (t.id for t in parted.things[:2])
    return (first in one and second in other) or (first in other and second in one)
