"""The graph 'decisions': what people decided, who, when and why. Those that are in force; the files keep all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coldgraph import namespaces as ns
from coldgraph import vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision as the graph tells it: ``concerns`` are local identifiers, ``changes`` pairs of slot and value."""

    id: str
    verdict: str
    by: str
    when: str
    why: str
    concerns: tuple[str, ...]
    changes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Joined:
    """An actor for whom another stands, with the label it had."""

    name: str
    stands: str
    label: str = ""


def decisions_quads(decided: Iterable[Decided], joined: Iterable[Joined]) -> str:
    """N-Quads of the graph 'decisions', sorted; '' where nothing is decided."""
    sheet = Sheet("decisions")
    for decision in decided:
        _say(sheet, decision)
    for one in joined:
        sheet.say(terms.local(one.name), ns.SAME_AS, terms.local(one.stands))
        sheet.text(terms.local(one.stands), ns.ALT_LABEL, one.label)
    return sheet.nquads()


def _say(sheet: Sheet, decision: Decided) -> None:
    subject = terms.local(f"decision/{decision.id}")
    sheet.types(subject, vocabulary.DECISION)
    sheet.text(subject, vocabulary.VERDICT, decision.verdict)
    sheet.text(subject, ns.CREATOR, decision.by)
    sheet.say(subject, ns.DAY, terms.day(date.fromisoformat(decision.when)))
    sheet.text(subject, vocabulary.WHY, decision.why)
    sheet.say_all(subject, vocabulary.CONCERNS, map(terms.local, decision.concerns))
    sheet.say_all(subject, vocabulary.CHANGE, (terms.literal(f"{slot}: {value}") for slot, value in decision.changes))
