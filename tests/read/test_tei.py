"""Traps of the TEI of FRUS, on documents of our own making."""

from pathlib import Path

import pytest

from coldgraph.model import Document, Voice
from coldgraph.read import read

PERSONS = (
    '<front><div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><persName xml:id="p1">Berg, Anna</persName>, '
    "Director</item></list></div><div type='section' xml:id='terms'><head>Terms</head>"
    "<list type='terms'><item><term xml:id='t1'>NAC</term>, "
    "North Council</item></list></div></front>"
)


def tei(tmp_path: Path, inner: str, front: str = PERSONS, name: str = "frus01v1.xml") -> Document:
    (tmp_path / name).write_text(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>{front}<div type="document" xml:id="d1" n="1">{inner}</div></text></TEI>',
        encoding="utf-8",
    )
    (found,) = read(tmp_path / name, name)
    assert isinstance(found, Document)
    return found


def marked(document: Document, *kinds: str) -> list[tuple[str, str, str]]:
    return [(m.kind, document.quote(m.start, m.end), m.key) for m in document.marks if m.kind in kinds]


@pytest.mark.parametrize("heading", ["PARTICIPANTS", "PRESENT"])
def test_a_flat_list_with_and_without_marked_names(tmp_path: Path, heading: str) -> None:
    items = "<item>Miss <persName corresp='#p1'>Berg</persName></item><item>Mr. Dahl</item><item>The Secretary</item><item>Australia</item>"
    found = tei(tmp_path, f"<head>1. Memorandum</head><list type='participants'><head>{heading}</head>{items}</list><p>They met.</p>")
    assert [words for _, words, _ in marked(found, "participant")] == ["Miss Berg", "Mr. Dahl", "The Secretary", "Australia"]
    body = "".join(found.quote(s.start, s.end) for s in found.segments if s.voice is Voice.BODY)
    assert body.strip() == "They met."


def test_a_record_without_a_list(tmp_path: Path) -> None:
    found = tei(tmp_path, "<head>1. Memorandum of Conversation</head><p>Miss <persName corresp='#p1'>Berg</persName> spoke.</p>")
    assert found.kind == "meeting record" and not marked(found, "participant", "group")


def test_a_speaker_is_text_around_a_marked_name(tmp_path: Path) -> None:
    found = tei(tmp_path, "<head>1. Minutes</head><p><hi rend='italic'>Dr. <persName corresp='#p1'>Berg</persName>:</hi> I see.</p>")
    assert "\n\nDr. Berg: I see." in found.text and marked(found, "person") == [("person", "Berg", "p1")]


def test_a_key_holds_within_its_volume_only(tmp_path: Path) -> None:
    inner = "<head>1. Minutes</head><p><persName corresp='#p1'>Dahl</persName> spoke.</p>"
    assert [p.key for p in tei(tmp_path, inner).people] == ["p1"]
    other = tei(tmp_path, inner, front="", name="frus02v1.xml")
    assert other.people == () and marked(other, "person") == [("person", "Dahl", "p1")]


def test_a_wrong_mark_is_kept_with_the_words(tmp_path: Path) -> None:
    found = tei(tmp_path, "<head>1. Minutes</head><p>President <persName corresp='#p1'>Moor</persName> spoke.</p>")
    assert marked(found, "person") == [("person", "Moor", "p1")]


def test_a_signature_and_an_abbreviation(tmp_path: Path) -> None:
    text = "<p>The <gloss target='#t1'>NAC</gloss> met.</p><closer><signed>Anna <hi>Berg</hi></signed></closer>"
    found = tei(tmp_path, f"<head>1. Letter From Berg</head>{text}")
    assert "The NAC met." in found.text and marked(found, "signed", "from", "to") == [("signed", "Anna Berg", "")]
    assert [d.what for d in found.dropped] == ["Persons", "Terms"]


def test_a_page_ends_in_a_sentence_or_in_a_word(tmp_path: Path) -> None:
    found = tei(tmp_path, "<head>1. Letter</head><p>One <pb n='2'/>two, the coun-<lb/>cil, and well-<pb n='3'/>Known men.</p>")
    assert "One two, the council, and well-Known men." in found.text


def test_a_source_note_that_names_a_place_is_no_dateline(tmp_path: Path) -> None:
    note = "<note n='1' type='source'>Source: Our Papers. Secret. Drafted by Dahl. The meeting took place in Bonn on May 9, 1961.</note>"
    date = "<dateline><placeName>Vienna</placeName>, <date when='1961-05-04'>May 4, 1961</date></dateline>"
    found = tei(tmp_path, f"<head>1. Memorandum of Conversation{note}</head>{date}<p>They met.</p>")
    assert found.date is not None and (found.date.edtf, found.places, found.archive) == ("1961-05-04", ("Vienna",), "Our Papers")
