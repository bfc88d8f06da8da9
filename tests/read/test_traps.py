"""The traps of docs/sources.md, each on a miniature that we wrote."""

from pathlib import Path

import pytest

from coldgraph.model import Document, Voice
from coldgraph.read import read
from coldgraph.read.dateline import dateline
from coldgraph.read.kinds import kind_of
from coldgraph.read.text_document import document_of

RIGHTS = "The History and Public Policy Program welcomes reuse of Digital Archive materials by us."


def spoken(document: Document, voice: Voice) -> str:
    return "|".join(document.quote(s.start, s.end).strip() for s in document.segments if s.voice is voice)


def tei(tmp_path: Path, inner: str, attributes: str = "", front: str = "") -> Document:
    path = tmp_path / "frus01v1.xml"
    head = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><text>'
    path.write_text(f'{head}{front}<div type="document" xml:id="d1" n="1" {attributes}>{inner}</div></text></TEI>', encoding="utf-8")
    (found,) = read(path, path.name)
    assert isinstance(found, Document)
    return found


def test_wilson_page_with_labels() -> None:
    text = (
        "Skip to content\n\nAugust 12, 1962\n\nFrom the Journal of A. Berg: Record of a Conversation with C. Dahl\n\n"
        "On 27 July I received Dahl. He said that he was glad.\n\nHe left soon.\n\nBerg reports on his talk with Dahl.\n\n"
        f"Document Information\n\nSource\n\nOur Papers.\n\nRights\n\n{RIGHTS}\n\nOriginal Uploaded "
        f"Date\n\n2011-05-20\n\nType\n\nDiary\n\nRecord ID\n\n123456\n"
    )
    found = document_of(text, "j.txt")
    assert found.date is not None and found.date.edtf == "1962-07-27"
    assert (found.archive, found.record_id, found.rights) == ("Our Papers.", "123456", RIGHTS)
    assert found.description == "Berg reports on his talk with Dahl." == spoken(found, Voice.ARCHIVE_DESCRIPTION)
    assert "Our Papers" in spoken(found, Voice.BOILERPLATE) and "He left soon." in spoken(found, Voice.BODY)


def test_wilson_page_without_labels() -> None:
    text = (
        f"Skip to content\n\nMay 1, 1960\n\nLetter, Berg to Dahl\n\nDear Dahl:\n\nI am well.\n\nDocument "
        f"Information\n\nOur Papers.\n\n{RIGHTS}\n\nRecord ID\n"
    )
    found = document_of(text, "l.txt")
    assert (found.archive, found.record_id, found.kind) == ("Our Papers.", "", "letter")
    assert spoken(found, Voice.BODY) == "Dear Dahl:\n\nI am well."


def test_description_before_the_date() -> None:
    text = (
        "Skip to content\n\nBerg asks Dahl for help.\n\nMay 1, 1960\n\nLetter, Berg to Dahl\n\nDear Dahl: "
        "help.\n\nDocument Information\n\nOur Papers.\n"
    )
    assert document_of(text, "l.txt").description == "Berg asks Dahl for help."


@pytest.mark.parametrize("join", ["\n", " "])
def test_export_with_citation(join: str) -> None:
    parts = (
        "Digital Archive",
        "May 4, 1961",
        "Talk between Anna Berg and Carl Dahl",
        'Citation: "Talk between Anna Berg and Carl Dahl," May 4, 1961, History and Public Policy Program Digital Archive, Our Papers. '
        "https://digitalarchive.wilsoncenter.org/document/123456",
        "Summary: Berg and Dahl discuss coats.",
        "Original Language: German",
        "Contents: English Translation",
        "Vienna, 4 May 1961",
        "Berg: We agree.[1] " + "Coats matter. " * 400,
        "[1] A remark.",
    )
    found = document_of(join.join(parts), "e.txt")
    assert found.date is not None and (found.date.edtf, found.places) == ("1961-05-04", ("Vienna",))
    assert found.title == "Talk between Anna Berg and Carl Dahl" and found.description == "Berg and Dahl discuss coats."
    assert spoken(found, Voice.NOTE) == "[1] A remark." and "discuss coats" not in spoken(found, Voice.BODY)


def test_flattened_page() -> None:
    front = "Skip to content May 4, 1961 Talk between Berg and Dahl Vienna, 4 May 1961 Berg: Yes. "
    text = front + "Coats matter. " * 400 + "Document Information Ours."
    found = document_of(text, "f.txt")
    assert found.date is not None and (found.date.edtf, found.places) == ("1961-05-04", ("Vienna",))
    assert found.title == "Talk between Berg and Dahl"


@pytest.mark.parametrize(
    ("line", "edtf", "place"),
    [
        ("Beijing,October 25, 1971, 10:21-11:00 a.m.", "1971-10-25", "Beijing"),
        ("Vienna, 31.X 1962", "1962-10-31", "Vienna"),
        ("Camp David, September 26 and 27, 1959.", "1959-09-26/1959-09-27", "Camp David"),
        ("Bonn, October 11, 1963,10:07 a.m.", "1963-10-11", "Bonn"),
        ("December 22, 1972, New York, 3:45-4:15 p.m.", "1972-12-22", "New York"),
        ("[location not declassified], April 23, 1968, 1520Z.", "1968-04-23", ""),
    ],
)
def test_datelines(line: str, edtf: str, place: str) -> None:
    found = dateline(line)
    assert found is not None and found.date is not None and (found.date.edtf, found.place) == (edtf, place)


@pytest.mark.parametrize("line", ["Vienna was cold in May 1961.", "Berg: On 4 May 1961 we met.", "Source: Our Papers, May 4, 1961"])
def test_sentences_are_no_datelines(line: str) -> None:
    assert dateline(line) is None


def test_undated_keeps_its_place() -> None:
    found = dateline("Moscow, undated.")
    assert found is not None and (found.date, found.place) == (None, "Moscow")


def test_header_block_with_participants() -> None:
    text = (
        "MEMORANDUM OF CONVERSATION\n\nSECRET\n\nPLACE: Guest House, Vienna\n\nDATE & TIME: May 4, 1961, 3 p.m.\n\nPARTICIPANTS:\n\n"
        "Anna Berg, Director\n\nCarl Dahl, Jr.\n\nSUBJECT: Coats\n\nMr. Dahl: I have come to tell you that "
        "they are lost.\n\nMiss Berg: Good.\n"
    )
    found = document_of(text, "m.txt")
    assert found.date is not None and (found.date.edtf, found.places, found.kind) == ("1961-05-04", ("Vienna",), "meeting record")
    assert spoken(found, Voice.BODY).startswith("Mr. Dahl:") and "Carl Dahl, Jr." in spoken(found, Voice.HEADER)


def test_insertions_are_the_editors() -> None:
    found = document_of("Note\n\nVienna, 4 May 1961\n\nWe saw [their] coats [sic].[2] [Here follows a list.]\n", "i.txt")
    assert spoken(found, Voice.EDITOR_INSERTION) == "[their]|[sic]|[2] [Here follows a list.]"
    assert "[sic]" not in spoken(found, Voice.BODY)


def test_saved_history_state_gov_page() -> None:
    text = (
        "Skip to main content\nHistorical Documents\nForeign Relations of the United States, 1961–1963, Volume I, Coats\n"
        "https://history.state.gov/historicaldocuments/frus1961-63v01/d7\n7. Memorandum of Conversation1\nVienna, May 4, 1961.\n"
        "Miss Berg said that the coats were lost.2\n1. Source: Our Papers, Box 2. Secret. ↩\n2. They were found. ↩\nContact Us\n"
    )
    found = document_of(text, "p.txt")
    assert (found.title, found.archive, found.collection) == ("Memorandum of Conversation", "Our Papers, Box 2", "frus1961-63v01")
    assert found.citation == "Foreign Relations of the United States, 1961–1963, Volume I, Coats, Document 7"
    assert [s.note for s in found.segments if s.voice is Voice.NOTE] == ["1", "2"] and "Contact Us" in spoken(found, Voice.BOILERPLATE)


def test_tei_head_without_its_notes_and_words_joined(tmp_path: Path) -> None:
    found = tei(
        tmp_path,
        '<head>1. Letter From Berg<note n="1" type="source">Source: Our <hi>Papers</hi>. Secret.</note><note '
        'n="2" type="summary">Berg asks.</note></head>'
        "<p>Khru-<pb n='2'/>shchev came to the <pb n='3'/>sea.<note n='3'>By rail.</note></p>",
    )
    assert (found.title, found.archive, found.description) == ("Letter From Berg", "Our Papers", "Berg asks.")
    assert "Khrushchev came to the sea." in found.text
    assert [(m.kind, m.key) for m in found.marks if m.kind == "note-call"] == [("note-call", "1"), ("note-call", "2"), ("note-call", "3")]
    assert spoken(found, Voice.NOTE).endswith("[3] By rail.")


def test_tei_participants_nested_by_country(tmp_path: Path) -> None:
    front = (
        '<front><div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><persName '
        'xml:id="p1">Berg, Anna K.</persName>, Director</item></list></div></front>'
    )
    found = tei(
        tmp_path,
        "<head>1. Memorandum</head><list "
        'type="participants"><head>PARTICIPANTS</head><item><hi>U.S.</hi><list><item>Miss <persName corresp="#p1">Berg</persName></item>'
        "<item>The Secretary</item></list></item></list><p>They met.</p>",
        front=front,
    )
    marked = [(m.kind, found.quote(m.start, m.end)) for m in found.marks if m.kind in ("group", "participant", "person")]
    assert marked == [("group", "U.S."), ("participant", "Miss Berg"), ("person", "Berg"), ("participant", "The Secretary")]
    assert found.people[0].names == ("Anna K. Berg", "Berg, Anna K.") and found.people[0].role == "Director"
    assert [d.what for d in found.dropped] == ["Persons"]


@pytest.mark.parametrize(
    ("attributes", "date", "edtf"),
    [
        ("", '<date when="1961-05-04T10:00:00">May 4</date>', "1961-05-04"),
        ("", '<date from="1961-05-04" to="1961-05-06">May 4-6</date>', "1961-05-04/1961-05-06"),
        ("", '<date notBefore="1961-05-04" notAfter="1961-05-06">May</date>', "1961-05-04/1961-05-06"),
        ("", '<date when="1961-04-05">May 4, 1961</date>', "1961-05-04"),
        ('frus:doc-dateTime-min="1961-05-04T00:00:00-05:00" frus:doc-dateTime-max="1961-05-04T23:59:59-05:00"', "", "1961-05-04"),
    ],
)
def test_tei_dates(tmp_path: Path, attributes: str, date: str, edtf: str) -> None:
    found = tei(tmp_path, f"<head>1. Letter</head><dateline><placeName>Bonn</placeName>, {date}</dateline><p>Dear Dahl.</p>", attributes)
    assert found.date is not None and (found.date.edtf, found.places) == (edtf, ("Bonn",))


def test_tei_date_in_the_head_and_sender(tmp_path: Path) -> None:
    names = '<gloss type="from">A</gloss> to <gloss type="to">B</gloss>'
    found = tei(tmp_path, f'<head>1. Telegram From {names}, <date when="1961-05-04">May 4</date></head><p>x</p>')
    assert found.date is not None and found.date.edtf == "1961-05-04"
    assert [(m.kind, found.quote(m.start, m.end)) for m in found.marks][:2] == [("from", "A"), ("to", "B")]


def test_editorial_notes_by_head_and_by_subtype(tmp_path: Path) -> None:
    assert tei(tmp_path, "<head>1. Editorial Note</head><p>On May 4, 1961, they met.</p>").kind == "editorial note"
    assert tei(tmp_path, "<head>1. Aside</head><p>They met.</p>", 'subtype="editorial-note"').kind == "editorial note"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Memorandum of Conversation", "meeting record"),
        ("Memorandum From Berg to Dahl", "memorandum"),
        ("From the Diary of A. Berg: Memorandum of Conversation with C. Dahl", "meeting record"),
        ("Telegram From the Embassy", "telegram"),
        ("Coats", ""),
    ],
)
def test_kinds(title: str, kind: str) -> None:
    assert kind_of(title) == kind
