"""PDF with a text layer: its words, page after page, read like copied text."""

from __future__ import annotations

import io
import logging
import re

from coldgraph.errors import UnreadableSource
from coldgraph.model import Document, Dropped
from coldgraph.read.decode import canonical
from coldgraph.read.text_document import document_of

_PAGES = 3000
_BROKEN = (ValueError, LookupError, TypeError, AttributeError, RecursionError, AssertionError)  # what pypdf lets out of a damaged file
_SPLIT = re.compile(r"(?<=[a-z])-\n{1,3}(?=[a-z])")
_WRAPPED = re.compile(r"(?<=[\w,;’'\-–])[ \t]*(?:\n{1,3}(?=[a-z])|\n(?=[(“]))")


def pdf_document(data: bytes, name: str) -> Document:
    """A document from a PDF. Raises UnreadableSource for broken or locked files and for scans without a text layer."""
    pages = _pages(data, name)
    text = _joined("\n\n".join(pages))
    if len(text.strip()) < 20:
        raise UnreadableSource("no text layer", name, "run OCR first, for example with ocrmypdf")
    empty = sum(1 for page in pages if not page.strip())
    dropped = (Dropped("pages", f"{empty} of {len(pages)} hold no text layer"),) if empty else ()
    return document_of(text, name, dropped)


def _pages(data: bytes, name: str) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableSource("is locked by a password", name, "save it without the password")
        if len(reader.pages) > _PAGES:
            raise UnreadableSource(f"has more than {_PAGES} pages", name, "split it into its documents")
        return [page.extract_text() for page in reader.pages]
    except (PyPdfError, DependencyError, *_BROKEN) as error:
        raise UnreadableSource(f"is a broken PDF: {error}", name, "save or print it as PDF again") from error


def _joined(text: str) -> str:
    """Words split over a line or page are joined, and so are lines that go on in lower case."""
    clean = "\n".join(line.rstrip() for line in canonical(text).replace("\ufffe", "-").split("\n"))
    return _WRAPPED.sub(" ", _SPLIT.sub("", clean)).strip()
