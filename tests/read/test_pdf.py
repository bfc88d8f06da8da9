"""PDF files with a text layer, written here byte by byte: exports of our own making, and what goes wrong in them."""

import pytest

from coldgraph.errors import UnreadableSource
from coldgraph.model import Document, Voice
from coldgraph.read.pdf import pdf_document

TITLE = "Discussion between Anna Berg and Carl Dahl on the Coats of the Ministers and on Hats"
FRONT = [
    "Digital Archive",
    "International History Declassified",
    "digitalarchive.wilsoncenter.org",
    "May 7, 1961",
    TITLE[:-7],
    TITLE[-7:],
    "Citation:",
    f"“{TITLE},”",
    "May 7, 1961, Wilson Center Digital Archive, Our State Archive, Fond 5, Box 2. Translated by",
    "Nora Moor. https://digitalarchive.wilsoncenter.org/document/112233",
    "Summary:",
    "Berg and Dahl discuss the coats of their ministers and what was lost in the",
    "war.",
    "Credits:",
    "This document was made possible with support from The Example Foundation",
    "Original Language:",
    "German",
    "Contents:",
    "English Translation",
]
TEXT = [
    "Vienna, 4 May 1961",
    "Anna Berg: We agree to this.[1] They want [their] coats, and the minis-",
    "ters know it. We will go on to talk",
    "about hats.",
    "Carl Dahl: So do we.",
    "[1] A delegation came to Bonn from 2-3 May 1961.",
]
LAYOUTS = {"one page": [FRONT + TEXT], "two pages": [FRONT, TEXT], "broken in a sentence": [FRONT, TEXT[:3], TEXT[3:]]}


def escaped(line: str) -> str:
    return "".join(f"\\{c}" if c in "\\()" else c for c in line)


def stream(lines: list[str]) -> bytes:
    shown = "".join(f"({escaped(line)}) Tj T* " for line in lines)
    data = f"BT /F1 10 Tf 14 TL 40 780 Td {shown}ET".encode("cp1252")
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def pdf(pages: list[list[str]]) -> bytes:
    """A PDF with a page for each list of lines."""
    font = 3 + 2 * len(pages)
    kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(len(pages)))
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for n, lines in enumerate(pages):
        resources = f"/Contents {4 + 2 * n} 0 R /Resources << /Font << /F1 {font} 0 R >> >>"
        parts += [f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {resources} >>".encode(), stream(lines)]
    return joined([*parts, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"])


def joined(parts: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for n, part in enumerate(parts, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, part)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return out + head + table + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(out))


def spoken(document: Document, voice: Voice) -> str:
    return "|".join(document.quote(s.start, s.end).strip() for s in document.segments if s.voice is voice)


@pytest.mark.parametrize("pages", LAYOUTS.values(), ids=LAYOUTS)
def test_an_export_is_taken_apart(pages: list[list[str]]) -> None:
    found = pdf_document(pdf(pages), "e.pdf")
    assert found.date is not None and (found.date.edtf, found.places, found.title) == ("1961-05-04", ("Vienna",), TITLE)
    assert found.archive == "Our State Archive, Fond 5, Box 2. Translated by Nora Moor."
    assert found.url == "https://digitalarchive.wilsoncenter.org/document/112233"
    assert found.description == "Berg and Dahl discuss the coats of their ministers and what was lost in the war."
    assert spoken(found, Voice.NOTE) == TEXT[-1]


@pytest.mark.parametrize("pages", LAYOUTS.values(), ids=LAYOUTS)
def test_lines_and_words_go_on_over_line_and_page(pages: list[list[str]]) -> None:
    body = spoken(pdf_document(pdf(pages), "e.pdf"), Voice.BODY)
    assert body.startswith("Anna Berg:") and body.endswith(
        "coats, and the ministers know it. We will go on to talk about hats.\nCarl Dahl: So do we."
    )
    assert "Foundation" not in body and "discuss" not in body


@pytest.mark.parametrize("more", [0, 300])
def test_an_export_in_one_line(more: int) -> None:
    text = [*TEXT[:2], *TEXT[2:4], TEXT[4] + " It is so." * more, TEXT[5]]
    found = pdf_document(pdf([[" ".join(FRONT + text)]]), "e.pdf")
    assert found.date is not None and (found.date.edtf, found.places, found.title) == ("1961-05-04", ("Vienna",), TITLE)
    assert spoken(found, Voice.NOTE) == TEXT[-1] and spoken(found, Voice.BODY).startswith("Anna Berg:")


def test_a_page_without_text_is_told_and_a_scan_refused() -> None:
    found = pdf_document(pdf([TEXT, []]), "e.pdf")
    assert [(d.what, d.why) for d in found.dropped] == [("pages", "1 of 2 hold no text layer")]
    with pytest.raises(UnreadableSource, match="no text layer"):
        pdf_document(pdf([[], []]), "s.pdf")


def test_a_pdf_that_is_cut_off_is_refused_or_read() -> None:
    whole = pdf([FRONT, TEXT])
    for length in range(40, len(whole), 97):
        try:
            assert pdf_document(whole[:length], "e.pdf").text
        except UnreadableSource as error:
            assert error.advice
