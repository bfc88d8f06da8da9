"""One file -> its documents: the reader is chosen by what the file holds, then by its name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coldgraph.errors import UnreadableSource
from coldgraph.model import Document, Dropped
from coldgraph.read.decode import canonical, decode, is_binary
from coldgraph.read.text_document import document_of
from coldgraph.read.values import LIMIT, TEI_LIMIT, Failure


def read(path: Path, name: str, limit: int | None = None) -> Iterator[Document | Failure]:
    """The documents of a file, one after another, with a `Failure` for each that could not be read; never raises for a bad file.

    ``name`` is kept as the documents' source file. ``limit`` is the largest size in bytes
    (default 50 MB, TEI 200 MB).
    """
    try:
        yield from _documents(path, name, limit)
    except UnreadableSource as error:
        yield Failure(error.where or name, error.what, error.advice)
    except OSError as error:
        yield Failure(name, f"cannot be opened: {error.strerror or error}", "check the path and the rights of the file")


def _documents(path: Path, name: str, limit: int | None) -> Iterator[Document | Failure]:
    kind = sniff(path)
    _check_size(path, limit or (TEI_LIMIT if kind == "frus" else LIMIT))
    data = path.read_bytes()
    if kind == "frus":
        from coldgraph.read.frus import documents

        yield from documents(data, name)
    elif kind == "html":
        from coldgraph.read.html import html_document

        yield html_document(data, name)
    elif kind == "pdf":
        from coldgraph.read.pdf import pdf_document

        yield pdf_document(data, name)
    else:
        yield text_document(data, name)


def sniff(path: Path) -> str:
    """'frus', 'html', 'pdf' or 'text', from the first bytes of a file. Raises UnreadableSource for empty or binary files."""
    with path.open("rb") as file:
        head = file.read(8192)
    if not head.strip() and path.stat().st_size <= len(head):
        raise UnreadableSource("is empty", advice="give a file that holds a document")
    if head[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if is_binary(head):
        raise UnreadableSource("is not text, HTML, TEI or PDF (binary content)", advice="convert it to one of these first")
    return _markup(head, path.suffix.lower())


def _markup(head: bytes, suffix: str) -> str:
    start = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) or b"<html" in start[:2000] or suffix in (".html", ".htm", ".xhtml"):
        return "html"
    is_xml = start.startswith(b"<") and (b"tei-c.org" in start or start.startswith((b"<?xml", b"<tei", b"<div", b"<!--")))
    return "frus" if is_xml or suffix in (".xml", ".tei") else "text"


def _check_size(path: Path, limit: int) -> None:
    size = path.stat().st_size
    if size > limit:
        what = f"is larger than the limit of {limit // 1_000_000} MB ({size // 1_000_000} MB)"
        raise UnreadableSource(what, advice="split it, or give read() a higher limit")


def text_document(data: bytes, name: str) -> Document:
    """A document from the bytes of a text file; its text is the file's, character for character."""
    words, encoding = decode(data)
    text = canonical(words)
    if not text.strip():
        raise UnreadableSource("holds no text", name, "give a file that holds a document")
    return document_of(text, name, _notes(words, text, encoding))


def _notes(words: str, text: str, encoding: str) -> tuple[Dropped, ...]:
    notes = []
    if encoding != "utf-8":
        notes.append(Dropped("encoding", f"read as {encoding}"))
    if any(c not in "\n\r\t" and c < " " for c in words):
        notes.append(Dropped("control characters", "replaced by a space each"))
    if "\ufffd" in text:
        notes.append(Dropped("characters", f"{text.count(chr(0xFFFD))} were lost before the file was made (U+FFFD)"))
    return tuple(notes)
