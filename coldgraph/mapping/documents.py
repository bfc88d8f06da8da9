"""The document itself: what it is, where it came from, what was left out."""

from __future__ import annotations

import hashlib

from coldgraph import namespaces as ns
from coldgraph import vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.dating import say_date
from coldgraph.mapping.sheet import DocumentSheet
from coldgraph.model import Document, Extraction


def say_document(sheet: DocumentSheet, extraction: Extraction) -> None:
    """The document with its date and places as resolved, and as worded."""
    document, subject = extraction.document, sheet.subject
    sheet.types(subject, vocabulary.DOCUMENT)
    for predicate, words in _texts(document):
        sheet.text(subject, predicate, words)
    say_date(sheet, subject, extraction.date or document.date)
    sheet.say_all(subject, vocabulary.HAS_PLACE, map(terms.local, extraction.places))
    sheet.say_all(subject, vocabulary.PLACE_NAME, map(terms.literal, document.places))
    sheet.say_all(subject, vocabulary.DROPPED, (terms.literal(f"{d.what}: {d.why}") for d in document.dropped))


def checksum(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _texts(document: Document) -> tuple[tuple[str, str], ...]:
    return (
        (ns.TITLE, document.title),
        (vocabulary.SOURCE_FILE, document.source_file),
        (vocabulary.DOCUMENT_TYPE, document.kind),
        (vocabulary.ARCHIVE, document.archive),
        (vocabulary.RECORD_ID, document.record_id),
        (vocabulary.COLLECTION, document.collection),
        (vocabulary.TEXT_CHECKSUM, checksum(document.text)),
        (ns.RIGHTS, document.rights),
        (ns.CITATION, document.citation),
        (ns.SOURCE, document.url),
        (ns.LANGUAGE, document.language),
        (ns.DESCRIPTION, document.description),
    )
