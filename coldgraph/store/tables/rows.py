"""From one graph's facts to the rows of each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coldgraph import namespaces as ns
from coldgraph import vocabulary as v
from coldgraph.ids import ONTOLOGY
from coldgraph.store.tables.quads import Facts, value

Row = tuple[Any, ...]
Subjects = Mapping[str, Facts]
Described = dict[str, tuple[str, str]]

_KINDS = {f"<{iri}>": iri for iri in (v.ALLIANCE, v.MOVEMENT, v.ORGANIZATION, v.PERSON, v.PLACE, v.STATE, v.TOPIC)}
_TYPE = f"<{ns.TYPE}>"
_RECORD, _TOLD = "record", "told of"


def entities(subjects: Subjects) -> Iterator[Row]:
    """(entity, kind, label) of every actor, place and topic that is described here."""
    for subject, facts in subjects.items():
        for kind in sorted(_KINDS.keys() & set(facts.get(_TYPE, ()))):
            yield subject[1:-1], _short(kind[1:-1]), min(map(value, facts.get(f"<{ns.PREF_LABEL}>", ())), default=None)


def described(rows: Iterator[Row]) -> Described:
    """Entity -> (kind, label); the first kind by the alphabet where there are several."""
    found: Described = {}
    for entity, kind, label in rows:
        found.setdefault(entity, (kind, label or ""))
    return found


@dataclass(slots=True)
class Names:
    """What entities are called: by the graph itself, else by the common graphs; ``used`` is what the latter supplied."""

    common: Described
    own: Described = field(default_factory=dict)
    used: Described = field(default_factory=dict)

    def label(self, entity: str | None) -> str | None:
        return (self._of(entity)[1] or None) if entity else None

    def kind(self, entity: str) -> str | None:
        return self._of(entity)[0] or None

    def labels(self, entities: list[str]) -> list[str | None]:
        return [self.label(e) for e in entities]

    def _of(self, entity: str) -> tuple[str, str]:
        if entity in self.own:
            return self.own[entity]
        found = self.used[entity] = self.common.get(entity, ("", ""))
        return found


def rows(subjects: Subjects, names: Names) -> Iterator[tuple[str, Row]]:
    """(table, row) for everything that one graph says, in the order of its subjects."""
    described_here = list(entities(subjects))
    names.own = described(iter(described_here))
    yield from (("entities", row) for row in described_here)
    sheet = _Sheet(subjects, names)
    for subject, facts in subjects.items():
        for kind in facts.get(_TYPE, ()):
            if make := _MAKERS.get(kind):
                yield from make(sheet, subject, facts)


class _Sheet:
    """The facts of one graph, and what rows share."""

    def __init__(self, subjects: Subjects, names: Names) -> None:
        self.subjects, self.names = subjects, names
        self._documents: dict[str, Row] = {}

    def facts(self, iri: str | None) -> Facts:
        return self.subjects.get(f"<{iri}>", {})

    def document(self, iri: str | None) -> Row:
        """(title, date, earliest, latest, citation) of a document."""
        known = self._documents.get(iri or "")
        if known is None:
            facts = self.facts(iri)
            known = self._documents[iri or ""] = (_one(facts, ns.TITLE), *_dated(facts), _one(facts, ns.CITATION))
        return known

    def span(self, facts: Facts) -> Row:
        """(quote, start, end) of a passage."""
        return _one(facts, v.QUOTE), _int(facts, v.START), _int(facts, v.END)

    def places(self, facts: Facts) -> tuple[list[str], list[str | None]]:
        """The places of a meeting or document and their names."""
        places = _many(facts, v.HAS_PLACE)
        return places, self.names.labels(places)


def _document(sheet: _Sheet, subject: str, facts: Facts) -> Iterator[tuple[str, Row]]:
    texts = (v.DOCUMENT_TYPE, v.ARCHIVE, v.RECORD_ID, v.COLLECTION, ns.CITATION, ns.RIGHTS, ns.SOURCE, ns.LANGUAGE, v.SOURCE_FILE)
    rest = (_one(facts, p) for p in texts)
    yield "documents", (subject[1:-1], _one(facts, ns.TITLE), *_dated(facts), *sheet.places(facts), *rest)


def _mention(sheet: _Sheet, subject: str, facts: Facts) -> Iterator[tuple[str, Row]]:
    entity, document = _one(facts, v.REFERS_TO), _one(facts, v.IN_DOCUMENT)
    if entity is not None:
        title, *dated, citation = sheet.document(document)
        what = (entity, sheet.names.label(entity), sheet.names.kind(entity))
        yield "mentions", (
            subject[1:-1], *what, *sheet.span(facts), _term(facts, v.VOICE), _one(facts, v.METHOD), document, title, *dated, citation,
        )  # fmt: skip


def _turn(sheet: _Sheet, subject: str, facts: Facts) -> Iterator[tuple[str, Row]]:
    speaker, document, addressees = _one(facts, v.SPEAKER), _one(facts, v.IN_DOCUMENT), _many(facts, v.ADDRESSEE)
    title, *dated, citation = sheet.document(document)
    who = (speaker, sheet.names.label(speaker), addressees, sheet.names.labels(addressees))
    yield "turns", (subject[1:-1], *who, _int(facts, v.ORDER), *sheet.span(facts), document, title, *dated, citation)


def _stance(sheet: _Sheet, subject: str, facts: Facts) -> Iterator[tuple[str, Row]]:
    label, passage = sheet.names.label, _one(facts, v.EVIDENCE)
    words = sheet.facts(passage)
    document = _one(words, v.IN_DOCUMENT)
    title, *dated, citation = sheet.document(document)
    actors = [a for p in (v.HOLDER, v.HOLDER_SIDE, v.TARGET, v.TARGET_SIDE) for a in (_one(facts, p), label(_one(facts, p)))]
    addressees, about, speaker = _many(facts, v.ADDRESSEE), _many(facts, v.ABOUT), _one(facts, v.SPEAKER)
    if None not in (actors[0], actors[4], document):
        yield "stances", (
            subject[1:-1], speaker, label(speaker), addressees, sheet.names.labels(addressees), *actors,
            _term(facts, v.POLARITY), _term(facts, v.ACT), _term(facts, v.MODALITY), _true(facts, v.ATTRIBUTED),
            _number(facts, v.CONFIDENCE), about, sheet.names.labels(about), _one(facts, v.WHY),
            passage, *sheet.span(words), document, title, *dated, citation,
        )  # fmt: skip


def _meeting(sheet: _Sheet, subject: str, facts: Facts) -> Iterator[tuple[str, Row]]:
    """A row for each document that records it or tells of it, and for each participant there."""
    met = (*_dated(facts), *sheet.places(facts))
    for known, document, passage in _accounts(sheet, facts):
        title, *_, citation = sheet.document(document)
        words = sheet.facts(passage)
        yield "meetings", (subject[1:-1], *met, known, document, title, passage, *sheet.span(words), citation)
        for part in _many(facts, v.HAS_PARTICIPATION):
            yield from _part(sheet, part, subject[1:-1], (*met, known, document, title), passage if known == _TOLD else None, citation)


def _accounts(sheet: _Sheet, facts: Facts) -> Iterator[tuple[str, str | None, str | None]]:
    evidence = _one(facts, v.EVIDENCE)
    for document in _many(facts, v.RECORDED_IN):
        yield _RECORD, document, evidence
    for passage in _many(facts, v.MENTIONED_IN):
        yield _TOLD, _one(sheet.facts(passage), v.IN_DOCUMENT), passage


def _part(sheet: _Sheet, part: str, meeting: str, met: Row, passage: str | None, citation: str | None) -> Iterator[tuple[str, Row]]:
    facts = sheet.facts(part)
    who, side = _one(facts, v.PARTICIPANT), _one(facts, v.SIDE)
    passage = passage or _one(facts, v.EVIDENCE)
    if who is not None:
        names = (who, sheet.names.label(who), side, sheet.names.label(side))
        rest = (_term(facts, v.ROLE), _one(facts, v.CAPACITY), *met, passage, *sheet.span(sheet.facts(passage)), citation)
        yield "participations", (part, meeting, *names, *rest)


def _one(facts: Facts, predicate: str) -> str | None:
    found = facts.get(f"<{predicate}>")
    return None if not found else value(found[0]) if len(found) == 1 else min(map(value, found))


def _many(facts: Facts, predicate: str) -> list[str]:
    return sorted(map(value, facts.get(f"<{predicate}>", ())))


def _term(facts: Facts, predicate: str) -> str | None:
    found = _one(facts, predicate)
    return None if found is None else found.removeprefix(ONTOLOGY)


def _int(facts: Facts, predicate: str) -> int | None:
    found = _one(facts, predicate)
    return int(found) if found is not None else None


def _number(facts: Facts, predicate: str) -> float | None:
    found = _one(facts, predicate)
    return float(found) if found is not None else None


def _true(facts: Facts, predicate: str) -> bool | None:
    found = _one(facts, predicate)
    return None if found is None else found in ("true", "1")


def _dated(facts: Facts) -> tuple[str | None, date | None, date | None]:
    first, last = _one(facts, v.EARLIEST), _one(facts, v.LATEST)
    return _one(facts, v.DATE), date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None


def _short(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY).lower()


_Maker = Callable[[_Sheet, str, Facts], Iterator[tuple[str, Row]]]
_MAKERS: dict[str, _Maker] = {
    f"<{v.DOCUMENT}>": _document,
    f"<{v.MENTION}>": _mention,
    f"<{v.TURN}>": _turn,
    f"<{v.STANCE}>": _stance,
    f"<{v.MEETING}>": _meeting,
}
