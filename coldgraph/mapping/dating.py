"""A date as the text allows, with the two days that bound it."""

from __future__ import annotations

from coldgraph import vocabulary
from coldgraph.dates import Date
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import Sheet


def say_date(sheet: Sheet, subject: str, value: Date | None) -> None:
    """cg:date, cg:earliest and cg:latest of a document or meeting."""
    if value is None:
        return
    sheet.say(subject, vocabulary.DATE, terms.edtf(value.edtf))
    sheet.say(subject, vocabulary.EARLIEST, terms.day(value.earliest))
    sheet.say(subject, vocabulary.LATEST, terms.day(value.latest))
