"""FRUS volumes in TEI, both conventions: every document of a volume, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from coldgraph.errors import UnreadableSource
from coldgraph.model import Document, Dropped, Mark, Segment, Voice
from coldgraph.read.frus_dates import stated_date
from coldgraph.read.frus_render import HEADER, NOTE, render
from coldgraph.read.frus_text import clean_title
from coldgraph.read.frus_volume import Volume, below_documents, unused, volume_of
from coldgraph.read.judge import date_of, places_of
from coldgraph.read.kinds import kind_of
from coldgraph.read.lines import lines, squeeze
from coldgraph.read.page import Page, split
from coldgraph.read.salvage import salvage
from coldgraph.read.source_note import archive_of
from coldgraph.read.tei import XML_ID, below, child, parse, words, words_without
from coldgraph.read.values import Failure
from coldgraph.read.voices import cover, insertions

_SITE = "https://history.state.gov/historicaldocuments"
_SUBTYPES = {"editorial-note": "editorial note"}


def documents(data: bytes, name: str) -> Iterator[Document | Failure]:
    """All documents of a volume, or the one that stands alone; a volume that is not well-formed is salvaged piece by piece."""
    try:
        root = parse(data)
    except etree.XMLSyntaxError as error:
        yield from _salvaged(data, name, str(error))
        return
    volume = volume_of(root, name)
    aside = tuple(Dropped(part, "a part of the volume that is no document") for part in unused(root))
    n = 0
    for n, div in enumerate(below_documents(root), start=1):
        yield document_of(div, volume, name, aside if n == 1 else ())
    if not n:
        raise UnreadableSource("is XML but holds no document (div with type 'document')", name, "give a FRUS volume in TEI")


def _salvaged(data: bytes, name: str, error: str) -> Iterator[Document | Failure]:
    found = salvage(data, name)
    if found is None:
        raise UnreadableSource(f"is not well-formed XML: {error}", name, "mend the file or fetch it again")
    volume = volume_of(found.front, name)
    for piece in found.pieces:
        if isinstance(piece, Failure):
            yield piece
        else:
            yield document_of(piece, volume, name, (Dropped("volume", f"is not well-formed XML: {error}"),))


def document_of(div: etree._Element, volume: Volume, name: str, dropped: tuple[Dropped, ...] = ()) -> Document:
    """One document of a volume."""
    text, marks = render(div)
    head = child(div, "head")
    title = clean_title(words_without(head, "note"))
    key = div.get(XML_ID) or f"n{div.get('n') or '0'}"
    page, segments = _taken_apart(text, marks, title)
    kind = _SUBTYPES.get(div.get("subtype", ""), "") or kind_of(title)
    return Document(
        id=f"{volume.id}-{key}",
        source_file=f"{name}#{key}",
        text=text,
        segments=segments,
        title=title,
        date=stated_date(div) or date_of(page, kind, edited=True),
        places=_places(div) or places_of(page, kind, edited=True),
        kind=kind,
        archive=_archive(div),
        citation=volume.citation(div.get("n") or ""),
        url=f"{_SITE}/{volume.id}/{key}",
        collection=volume.id,
        description=_summary(div),
        marks=tuple(m for m in marks if not m.kind.startswith("#")),
        people=tuple(volume.people[k] for k in sorted({m.key for m in marks if m.kind == "person"}) if k in volume.people),
        dropped=dropped,
        reader="frus",
    )


def _taken_apart(text: str, marks: list[Mark], title: str) -> tuple[Page, tuple[Segment, ...]]:
    """Header and notes by their marks; what the mark-up leaves open by the look of the lines."""
    known = [Segment(m.start, m.end, Voice.HEADER) for m in marks if m.kind == HEADER]
    notes = [Segment(m.start, m.end, Voice.NOTE, m.key) for m in marks if m.kind == NOTE]
    end = notes[0].start if notes else len(text)
    found = lines(text, 0, end)
    first = sum(1 for line in found if known and line.start < known[0].end)
    head, body, painted = split(found, first)
    segments = [*known, *notes, *(s for s in painted if s.voice is Voice.HEADER)]
    return Page(title, head, body, ()), cover(text, [*segments, *insertions(text, segments)])


def _places(div: etree._Element) -> tuple[str, ...]:
    named = [words(p).strip(" ,.;") for line in below(div, "dateline") for p in below(line, "placeName")]
    return tuple(dict.fromkeys(n for n in named[:1] if n and not re.fullmatch(r"\[.*\]", n)))


def _archive(div: etree._Element) -> str:
    notes = [n for n in below(div, "note") if n.get("type") == "source"] or list(below(div, "note"))
    return next((archive for n in notes if (archive := archive_of(words(n)))), "")


def _summary(div: etree._Element) -> str:
    return squeeze(" ".join(words(n) for n in below(div, "note") if n.get("type") == "summary"))
