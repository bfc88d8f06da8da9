"""Meetings, recorded or only told of, and who took part in them."""

from __future__ import annotations

from coldgraph import ids, vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.dating import say_date
from coldgraph.mapping.sheet import DocumentSheet
from coldgraph.model import Extraction, Meeting, Participation


def say_meetings(sheet: DocumentSheet, extraction: Extraction) -> None:
    """Each meeting with the passages and participations that tell of it."""
    for meeting in extraction.meetings:
        _say_meeting(sheet, meeting)


def _say_meeting(sheet: DocumentSheet, meeting: Meeting) -> None:
    key = _key(meeting)
    subject = terms.local(f"meeting/{sheet.document.id}/{key}")
    sheet.types(subject, vocabulary.MEETING)
    say_date(sheet, subject, meeting.date)
    sheet.say_all(subject, vocabulary.HAS_PLACE, map(terms.local, meeting.places))
    _say_where_told(sheet, subject, meeting)
    for participation in meeting.participations:
        sheet.say(subject, vocabulary.HAS_PARTICIPATION, _say_participation(sheet, key, participation))


def _say_where_told(sheet: DocumentSheet, subject: str, meeting: Meeting) -> None:
    if meeting.documented:
        sheet.say(subject, vocabulary.RECORDED_IN, sheet.subject)
    if meeting.evidence is not None:
        predicate = vocabulary.EVIDENCE if meeting.documented else vocabulary.MENTIONED_IN
        sheet.say(subject, predicate, sheet.cite(meeting.evidence))


def _say_participation(sheet: DocumentSheet, meeting: str, part: Participation) -> str:
    key = ids.digest(meeting, *_content(part))
    subject = terms.local(f"participation/{sheet.document.id}/{key}")
    sheet.types(subject, vocabulary.PARTICIPATION)
    sheet.link(subject, vocabulary.PARTICIPANT, part.participant)
    sheet.link(subject, vocabulary.SIDE, part.side)
    sheet.say(subject, vocabulary.ROLE, f"<{ids.ONTOLOGY}{part.role}>")
    sheet.text(subject, vocabulary.CAPACITY, part.capacity)
    if part.evidence is not None:
        sheet.say(subject, vocabulary.EVIDENCE, sheet.cite(part.evidence))
    return subject


def _content(part: Participation) -> tuple[str, ...]:
    return part.participant, part.side, str(part.role), part.capacity


def _key(meeting: Meeting) -> str:
    """A digest of all that is said of the meeting, so that two accounts of it in one document stay apart."""
    span = (meeting.evidence.start, meeting.evidence.end) if meeting.evidence else ()
    people = sorted("\x1e".join(_content(part)) for part in meeting.participations)
    when = meeting.date.edtf if meeting.date else ""
    return ids.digest(meeting.documented, when, *sorted(meeting.places), "", *people, "", *span)
