"""Visits and travels as meetings that a published list tells of, each in its own words.

The list itself becomes a document: a row is a line of its text, and the passage on which
the meeting rests. Whom somebody met stands in the remarks; who is named there without more
is an entity of its own, unless the authority knows just one person who fits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from coldgraph import ids, vocabulary
from coldgraph import namespaces as ns
from coldgraph.background.facts import Facts
from coldgraph.background.known import Known
from coldgraph.background.prose import Titled, met, visitors
from coldgraph.background.sheets import Problem, Row, Sheet, Wrong
from coldgraph.mapping import terms
from coldgraph.mapping.documents import checksum
from coldgraph.model import Voice

AMERICA = "state/united-states"
_TITLES = {"president": "President", "secretary": "Secretary of State"}


@dataclass(slots=True)
class _List:
    """The document that is being written: its lines and where the next one starts."""

    facts: Facts
    known: Known
    lines: list[str] = field(default_factory=list)
    length: int = 0

    @property
    def name(self) -> str:
        return f"background/{self.facts.published.name}"

    def passage(self, line: str) -> str:
        """A line of the list as a passage; its IRI."""
        start, end = self.length, self.length + len(line)
        self.lines.append(line)
        self.length = end + 1
        subject = terms.local(ids.passage(self.name, start, end))
        self.facts.types(subject, vocabulary.PASSAGE)
        self.facts.link(subject, vocabulary.IN_DOCUMENT, f"document/{self.name}")
        self.facts.say(subject, vocabulary.START, terms.integer(start))
        self.facts.say(subject, vocabulary.END, terms.integer(end))
        self.facts.text(subject, vocabulary.QUOTE, line)
        self.facts.say(subject, vocabulary.VOICE, f"<{ids.ONTOLOGY}{Voice.BODY}>")
        return subject

    def person(self, who: Titled, side: str | None, day: date) -> str:
        """The authority's person where just one fits, else one of the list's own."""
        found = self.known.person(who.name, side, day, who.title) if side else None
        return found or self.facts.own(f"{(side or 'unknown').split('/')[-1]}-{ids.slug(who.name)}", who.name)

    def take_part(self, meeting: str, row: Row, who: Titled, side: str | None, day: date) -> None:
        subject = self.facts.fact("participation", vocabulary.PARTICIPATION, row.text("id"), who.title, who.name, side)
        self.facts.say(meeting, vocabulary.HAS_PARTICIPATION, subject)
        self.facts.link(subject, vocabulary.PARTICIPANT, self.person(who, side, day))
        self.facts.link(subject, vocabulary.SIDE, side or "")
        self.facts.say(subject, vocabulary.ROLE, f"<{vocabulary.ROLE_SILENT}>")
        self.facts.text(subject, vocabulary.CAPACITY, who.title)

    def meeting(self, row: Row, line: str) -> tuple[str, date]:
        """A meeting of the days of a row, told of in its line, and the first day."""
        since, until = row.day("start"), row.day("end")
        if until < since:
            raise Wrong("end", f"{until} lies before {since}")
        subject = self.facts.fact("meeting", vocabulary.MEETING, row.text("id"))
        edtf = f"{since}" if since == until else f"{since}/{until}"
        self.facts.say(subject, vocabulary.DATE, terms.edtf(edtf))
        self.facts.span(subject, since, until)
        self.facts.say(subject, vocabulary.MENTIONED_IN, self.passage(line))
        return subject, since

    def document(self) -> str:
        """Say the document itself; its text is returned."""
        text, told = "".join(f"{line}\n" for line in self.lines), self.facts.published
        subject = terms.local(f"document/{self.name}")
        self.facts.types(subject, vocabulary.DOCUMENT)
        for predicate, words in (
            (ns.TITLE, told.title), (ns.CITATION, told.reference), (ns.RIGHTS, told.licence), (ns.SOURCE, told.url), (ns.LANGUAGE, "en"),
            (vocabulary.DOCUMENT_TYPE, "other"), (vocabulary.SOURCE_FILE, f"{told.name}.csv"), (vocabulary.TEXT_CHECKSUM, checksum(text)),
        ):  # fmt: skip
            self.facts.text(subject, predicate, words)
        return text


def visits(facts: Facts, sheet: Sheet, known: Known) -> str:
    """Visits of foreign leaders to the United States; the text of the list is returned."""
    return _listed(_visit, facts, sheet, known)


def _listed(journey: Callable[[_List, Row, Sheet], None], facts: Facts, sheet: Sheet, known: Known) -> str:
    """All rows of a list, each told by ``journey``; the text of the list is returned."""
    listed = _List(facts, known)
    for row in sheet.each():
        sheet.used(row, lambda row: journey(listed, row, sheet))
    return listed.document()


def _visit(listed: _List, row: Row, sheet: Sheet) -> None:
    visitor, country, remarks = row.text("visitor"), row.text("from"), row.values["description"].strip()
    line = f"{row.text('start')} to {row.text('end')}: {visitor} ({country}). {remarks}".strip()
    meeting, day = listed.meeting(row, " ".join(line.split()))
    side = _side(listed, row, "from", day, sheet)
    for guest in visitors(visitor):
        listed.take_part(meeting, row, guest, side, day)
    for host in met(remarks):
        listed.take_part(meeting, row, host, listed.known.nation(host.nation, day) or AMERICA, day)


def travels(facts: Facts, sheet: Sheet, known: Known) -> str:
    """Travels of the presidents and secretaries of state; the text of the list is returned."""
    return _listed(_travel, facts, sheet, known)


def _travel(listed: _List, row: Row, sheet: Sheet) -> None:
    role, name, country, remarks = row.text("role"), row.text("name"), row.text("country"), row.values["remarks"].strip()
    if role not in _TITLES:
        raise Wrong("role", f"{role[:40]!r} is none of {', '.join(_TITLES)}")
    where = row.values["locale"].strip()
    line = f"{row.text('start')} to {row.text('end')}: {_TITLES[role]} {name} in {country}{f' ({where})' if where else ''}. {remarks}"
    meeting, day = listed.meeting(row, " ".join(line.split()))
    listed.take_part(meeting, row, Titled(_TITLES[role], name), AMERICA, day)
    side = _side(listed, row, "country", day, sheet)
    for town in filter(None, (part.strip() for part in where.split(","))):
        listed.facts.link(meeting, vocabulary.HAS_PLACE, listed.known.place(town) or "")
    for host in met(remarks):
        listed.take_part(meeting, row, host, listed.known.nation(host.nation, day) or side, day)


def _side(listed: _List, row: Row, column: str, day: date, sheet: Sheet) -> str | None:
    """The state of a row; a row whose state the authority does not know is kept, and told of."""
    found = listed.known.state(row.text(column), day)
    if found is None:
        what = f"{row.text(column)[:60]!r} is no state of the authority; the meeting is kept without a side"
        sheet.problems.append(Problem(row.line, column, what, kept=True))
    return found
