"""What a view needs to know beside its edges: names, kinds and documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from coldgraph.see.asker import Asker, Row, ask, day, term

Evidence = dict[str, Any]
Tie = tuple[str, str, str, bool]
UNSIGNED = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document as it is cited."""

    iri: str
    title: str
    date: str = ""
    earliest: str = ""
    latest: str = ""
    archive: str = ""
    record: str = ""
    citation: str = ""
    source: str = ""

    def cite(self) -> str:
        """The archive's own citation, else one from title, date, archive, record and address."""
        parts = (f"“{self.title}”", self.date, self.archive, self.record, self.source)
        return self.citation or ", ".join(part for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class Names:
    """Labels and kinds by IRI; whoever the graph does not describe is named by the end of the IRI."""

    labels: dict[str, str]
    kinds: dict[str, str]

    def label(self, iri: str | None) -> str:
        return self.labels.get(iri or "") or term(iri).replace("-", " ")

    def kind(self, iri: str) -> str:
        return self.kinds.get(iri, "unknown")


def names(graph: Asker) -> Names:
    labels: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for row in sorted(ask(graph, "names"), key=_in_order):
        entity = row["entity"] or ""
        kinds.setdefault(entity, term(row["kind"]).lower())
        if row["label"]:
            labels.setdefault(entity, row["label"])
    return Names(labels, kinds)


def _in_order(row: Row) -> tuple[str, ...]:
    return tuple(value or "" for value in row.values())


def papers(graph: Asker) -> dict[str, Paper]:
    """All documents by IRI."""
    found: dict[str, Paper] = {}
    for row in sorted(ask(graph, "documents"), key=_in_order):
        iri = row["document"] or ""
        found.setdefault(iri, _paper(iri, row))
    return found


def _paper(iri: str, row: Row) -> Paper:
    rest = {key: row[key] or "" for key in ("date", "archive", "record", "citation", "source")}
    return Paper(iri, row["title"] or term(iri).replace("-", " "), earliest=day(row["earliest"]), latest=day(row["latest"]), **rest)


def cited(paper: Paper) -> Evidence:
    """The part of a piece of evidence that its document supplies."""
    return {
        "document": paper.iri,
        "title": paper.title,
        "date": paper.date,
        "earliest": paper.earliest,
        "latest": paper.latest,
        "archive": paper.archive,
        "record": paper.record,
        "source": paper.source,
        "citation": paper.cite(),
    }


def sides(graph: Asker) -> dict[tuple[str, str], str]:
    """(document, participant) -> side, from the meetings that documents record."""
    records = {row["meeting"]: row["record"] or "" for row in ask(graph, "meetings") if row["record"]}
    rows = sorted((records.get(r["meeting"], ""), r["participant"] or "", r["side"] or "") for r in ask(graph, "participations"))
    return {(document, participant): side for document, participant, side in rows if document and side}


@dataclass(slots=True)
class Ties:
    """Evidence gathered by (source, target, polarity, told), and what was left out and why.

    ``members``: for each bloc who stands behind it, with so many pieces of evidence.
    """

    evidence: dict[Tie, list[Evidence]]
    left_out: dict[str, int]
    read: int = 0
    members: dict[str, dict[str, int]] = field(default_factory=dict)

    @classmethod
    def none(cls) -> Ties:
        return cls({}, {})

    def add(self, source: str, target: str, polarity: str, told: bool, what: Evidence) -> None:
        self.evidence.setdefault((source, target, polarity, told), []).append(what)

    def leave(self, why: str, count: int = 1) -> None:
        self.left_out[why] = self.left_out.get(why, 0) + count

    def only(self, wanted: Callable[[Tie], bool], why: str) -> Ties:
        """The ties that are wanted; the pieces of evidence of all others are counted as left out."""
        made = Ties({tie: pieces for tie, pieces in self.evidence.items() if wanted(tie)}, dict(self.left_out), self.read, self.members)
        if dropped := self.pieces() - made.pieces():
            made.leave(why, dropped)
        return made

    def pieces(self) -> int:
        """How many pieces of evidence there are; one that stands for several ties counts for each."""
        return sum(map(len, self.evidence.values()))
