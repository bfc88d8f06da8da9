"""What every reader promises, whatever the source: one body of tests over miniature sources that we wrote."""

from pathlib import Path

import pytest
from builds import pdf

from coldgraph.model import Document, Voice
from coldgraph.read import Failure, read

TALK = "Discussion between Anna Berg and Carl Dahl"
TEXT = f"{TALK}\n\nVienna, 4 May 1961\n\nBerg: We agree.[1] They left [their] coats.\n\nDahl: So do we.\n\n[1] An editor's remark.\n"
PAGE = (
    f"Skip to content\n\nMay 4, 1961\n\n{TALK}\n\nVienna, 4 May 1961\n\nBerg: We agree.[1]\n\n[1] A "
    f"remark.\n\nBerg and Dahl discuss coats.\n\n"
    "Document Information\n\nSource\n\nOur Papers, Box 2.\n\nRecord ID\n\n123456\n"
)
HTML = f"<html><body><h1>{TALK}</h1><p>Vienna, 4 May 1961</p><p>Berg: We<script>x</script> agree.[1]</p><p>[1] A remark.</p></body></html>"
HTML_PAGE = HTML.replace("<h1>", "<p>Skip to content</p><p>May 4, 1961</p><h1>").replace("</body>", "<p>Document Information</p></body>")
FRUS = (
    "7. Memorandum of Conversation\n\nVienna, May 4, 1961, 3 p.m.\n\nSUBJECT\n\nCoats\n\nPARTICIPANTS\n\nAnna Berg\n\nCarl Dahl\n\n"
    "Miss Berg said that the coats were lost.[1]\n\n[1] Source: Our Papers, Box 2. Secret. Drafted by Dahl.\n"
)
TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><div type="document" xml:id="d7" n="7"><head>7. Memorandum of Conversation'
    '<note n="1" type="source">Source: Our Papers, Box 2. Secret.</note></head><dateline><placeName>Vienna</placeName>, '
    '<date when="1961-05-04">May 4, 1961</date></dateline><p>Miss <persName corresp="#p1">Berg</persName> [sic] said that it was lost.</p>'
    "</div></text></TEI>"
)
SOURCES = {
    "plain_text": ("talk.txt", TEXT),
    "wilson_center": ("page.txt", PAGE),
    "wilson_center_html": ("page.html", HTML_PAGE),
    "html": ("talk.html", HTML),
    "history_state_gov": ("d7.txt", FRUS),
    "frus": ("vol.xml", TEI),
}


@pytest.fixture(params=[*SOURCES, "pdf"])
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Document:
    name, text = SOURCES.get(request.param, ("talk.pdf", ""))
    path = tmp_path / name
    path.write_bytes(text.encode() if text else pdf(TEXT))
    (found,) = read(path, name)
    assert isinstance(found, Document)
    return found


def test_segments_cover_the_text_in_order(document: Document) -> None:
    assert document.segments[0].start == 0
    assert document.segments[-1].end == len(document.text)
    assert all(one.end == other.start and one.start < one.end for one, other in zip(document.segments, document.segments[1:], strict=False))


def test_day_and_place_are_those_of_the_event(document: Document) -> None:
    assert document.date is not None
    assert (document.date.edtf, document.places) == ("1961-05-04", ("Vienna",))


def test_kind_and_title_are_told(document: Document) -> None:
    assert document.kind == "meeting record"
    assert document.title in (TALK, "Memorandum of Conversation")


def test_speech_is_body_and_note_is_note(document: Document) -> None:
    body = "".join(document.quote(s.start, s.end) for s in document.segments if s.voice is Voice.BODY)
    note = "".join(document.quote(s.start, s.end) for s in document.segments if s.note == "1")
    assert "Berg" in body and "Vienna" not in body
    assert note.strip().startswith("[1] ") and note.strip() not in body


def test_text_holds_no_control_characters(document: Document) -> None:
    assert not [c for c in document.text if c < " " and c not in "\n\t"]


def test_reading_again_gives_the_same(tmp_path: Path) -> None:
    for name, text in SOURCES.values():
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert list(read(path, name)) == list(read(path, name))


def test_a_scan_without_text_layer_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(pdf(""))
    (found,) = read(tmp_path / "scan.pdf", "scan.pdf")
    assert isinstance(found, Failure) and found.what == "no text layer" and "OCR" in found.advice
