"""Canonical text -> Document: the page is taken apart by its layout, then day, place and kind are judged."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from coldgraph.ids import slug
from coldgraph.model import Document, Dropped, Segment, Voice
from coldgraph.read.frus_text import frus_page, is_sent
from coldgraph.read.judge import date_of, places_of
from coldgraph.read.kinds import kind_of
from coldgraph.read.lines import squeeze
from coldgraph.read.page import Page
from coldgraph.read.plain import plain_page
from coldgraph.read.source_note import archive_of
from coldgraph.read.voices import cover, insertions
from coldgraph.read.wilson_center import is_wilson, wilson_page
from coldgraph.read.wilson_export import export_page, flat_page, is_flat

_HOUR = re.compile(r"\d\s?[ap]\. ?m\.|\b(?:noon|midnight)\b")


def document_of(text: str, name: str, dropped: tuple[Dropped, ...] = (), reader: str = "") -> Document:
    """Read canonical text by the layout it shows; ``reader`` overrides the name of the layout's reader."""
    layout, page = _page(text)
    kind = kind_of(page.title) or kind_of(page.told.get("type", "")) or _kind_by_header(page)
    edited = layout == "history_state_gov"
    segments = cover(text, [*page.painted, *insertions(text, page.painted)])
    return Document(
        id=slug(PurePosixPath(name).stem),
        source_file=name,
        text=text,
        segments=segments,
        title=page.title,
        date=date_of(page, kind, edited),
        places=places_of(page, kind, edited),
        kind=kind,
        archive=page.told.get("archive", "") or _archive(text, segments),
        record_id=page.told.get("record_id", ""),
        rights=page.told.get("rights", ""),
        citation=page.told.get("citation", ""),
        url=page.told.get("url", ""),
        collection=page.told.get("collection", ""),
        description=page.told.get("description", ""),
        dropped=dropped,
        reader=reader or layout,
    )


def _page(text: str) -> tuple[str, Page]:
    """The layout that a text shows, and the page taken apart by it."""
    edited = frus_page(text)
    if edited:
        return "history_state_gov", edited
    if not is_wilson(text):
        return "plain_text", plain_page(text)
    return "wilson_center", export_page(text) or (flat_page(text) if is_flat(text) else wilson_page(text))


def _kind_by_header(page: Page) -> str:
    """The kind that a heading of the header names ('MEMORANDUM OF CONVERSATION'), else ''."""
    named = next((kind for line in page.head if len(line.text) < 100 and (kind := kind_of(line.text))), "")
    return named or ("telegram" if is_sent(page.title) and any(_HOUR.search(line.text) for line in page.head) else "")


def _archive(text: str, segments: tuple[Segment, ...]) -> str:
    notes = (squeeze(text[s.start : s.end]) for s in segments if s.voice is Voice.NOTE)
    return next((archive for note in notes if (archive := archive_of(note))), "")
