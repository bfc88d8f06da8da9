"""Who met whom: pairs of participants, each with the meetings they shared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from coldgraph.see.asker import Asker, Row, ask, day, term
from coldgraph.see.sources import Evidence, Names, Paper, Ties, cited, papers
from coldgraph.see.window import Window

MET = "met"


@dataclass(slots=True)
class Occasion:
    """A meeting with its people: participant -> sides, roles and capacities."""

    iri: str
    row: Row
    paper: Paper
    told: bool
    people: list[Row] = field(default_factory=list)

    def days(self) -> tuple[str, str]:
        """The first and the last day that the meeting, else its document, allows."""
        return day(self.row["earliest"]) or self.paper.earliest, day(self.row["latest"]) or self.paper.latest

    def members(self, level: str) -> list[str]:
        """Participants, or the sides for which they act, without repetition and sorted."""
        key = "side" if level == "state" else "participant"
        return sorted({person[key] or "" for person in self.people} - {""})

    def evidence(self, one: str, other: str, level: str, known: Names) -> Evidence:
        date = self.row["date"] or self.paper.date
        return {
            "id": self.iri, "passage": self.row["passage"] or "", "quote": self.row["quote"] or "", "speaker": "", "addressee": "",
            "holder": self._as(one, level, known), "target": self._as(other, level, known), "act": "Meeting", "modality": "",
            "place": known.label(self.row["place"]), "attributed": self.told, "confidence": 1.0,
            **cited(self.paper), "met": date, **dict(zip(("earliest", "latest"), self.days(), strict=True)),
        }  # fmt: skip

    def _as(self, actor: str, level: str, known: Names) -> str:
        if level == "state":
            there = sorted({known.label(p["participant"]) for p in self.people if p["side"] == actor})
            return f"{known.label(actor)} ({', '.join(there)})"
        here = [p for p in self.people if p["participant"] == actor]
        parts = sorted({part for p in here for part in (p["capacity"], _words(p["role"])) if part})
        return f"{known.label(actor)} ({', '.join(parts)})" if parts else known.label(actor)


def _words(role: str | None) -> str:
    return {"NoteTaker": "note taker"}.get(term(role), term(role).lower())


def occasions(graph: Asker) -> Iterator[Occasion]:
    """All meetings in the order of their IRIs; a meeting both recorded and told of counts as recorded."""
    rows: dict[str, list[Row]] = {}
    for row in ask(graph, "meetings"):
        rows.setdefault(row["meeting"] or "", []).append(row)
    known, people = papers(graph), _people(graph)
    for iri in sorted(rows):
        first = min(rows[iri], key=_rank)
        document = first["record"] or first["telling"] or ""
        yield Occasion(iri, first, known.get(document) or Paper(document, term(document)), not first["record"], people.get(iri, []))


def _rank(row: Row) -> tuple[bool, str, str, str, str]:
    rest = (row["passage"] or "", row["place"] or "", row["date"] or "")
    return not row["record"], row["record"] or row["telling"] or "", *rest


def _people(graph: Asker) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in ask(graph, "participations"):
        found.setdefault(row["meeting"] or "", []).append(row)
    return found


def ties(graph: Asker, known: Names, level: str, window: Window, attributed: bool) -> Ties:
    """Pairs that met; meetings that a text only tells of where ``attributed``."""
    found = Ties.none()
    for occasion in occasions(graph):
        found.read += 1
        members = occasion.members(level)
        why = _refused(occasion, members, window, attributed)
        if why:
            found.leave(why)
            continue
        for one, other in combinations(members, 2):
            found.add(one, other, MET, occasion.told, occasion.evidence(one, other, level, known))
    return found


def _refused(occasion: Occasion, members: list[str], window: Window, attributed: bool) -> str:
    if not window.holds(*occasion.days()):
        return "outside the span of time"
    if occasion.told and not attributed:
        return "only told of"
    return "" if len(members) > 1 else "fewer than two known participants"


def attended(graph: Asker, level: str, window: Window) -> dict[str, list[tuple[str, str]]]:
    """The recorded meetings of each actor or side, newest first: (date, title)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for occasion in occasions(graph):
        if occasion.told or not window.holds(*occasion.days()):
            continue
        for member in occasion.members(level):
            found.setdefault(member, []).append((occasion.row["date"] or occasion.paper.date, occasion.paper.title))
    return {member: sorted(seen, reverse=True) for member, seen in found.items()}
