"""Odd variants of pages and texts: what may stand elsewhere, twice, or not at all."""

from pathlib import Path

import pytest

from coldgraph.model import Document, Voice
from coldgraph.read import read
from coldgraph.read.text_document import document_of

TALK = "Discussion between Berg and Dahl"
SPEECH = "Berg: We agree on this.\n\nDahl: So do we.\n"
PAGE = f"Skip to content\n\nMay 7, 1965\n\n{TALK}\n\nVienna, 7 May 1965\n\n{SPEECH}\nDocument Information\n\nSource\n\nOur Papers.\n"


def spoken(document: Document, voice: Voice) -> str:
    return "|".join(document.quote(s.start, s.end).strip() for s in document.segments if s.voice is voice)


def day_and_places(document: Document) -> tuple[str, tuple[str, ...]]:
    return (document.date.edtf if document.date else "", document.places)


@pytest.mark.parametrize(
    "text",
    [
        f"{TALK}\n\nMay 7, 1965\n\n{SPEECH}",
        f"{TALK}\n\nMay 7, 1965, 3:30 - 6:30 pm\n\n{SPEECH}",
        f"{TALK}\n\n{TALK.upper()}\n\n7 May 1965\n\n{SPEECH}",
        f"May 7, 1965\n\n{TALK}\n\n{SPEECH}",
        PAGE.replace("Vienna, ", ""),
        PAGE.replace(f"{TALK}\n", f"{TALK}\n\n{TALK}\n").replace("Vienna, ", ""),
        PAGE.replace("Vienna, 7 May 1965", "7 May, 3:30 - 6:30 pm"),
    ],
)
def test_the_day_alone_in_a_line_is_header_wherever_it_stands(text: str) -> None:
    found = document_of(text, "t.txt")
    assert (found.title, found.kind, day_and_places(found)) == (TALK, "meeting record", ("1965-05-07", ()))
    assert spoken(found, Voice.BODY).startswith("Berg: We agree")


def test_a_text_without_a_title() -> None:
    found = document_of(f"Vienna, 7 May 1965\n\n{SPEECH}", "t.txt")
    assert (found.title, day_and_places(found)) == ("", ("1965-05-07", ("Vienna",)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_and_encodings_change_nothing(tmp_path: Path, encoding: str, line_end: str) -> None:
    text = PAGE.replace("Dahl", "Dähl’s")
    (tmp_path / "t.txt").write_bytes(text.replace("\n", line_end).encode(encoding))
    (found,) = read(tmp_path / "t.txt", "t.txt")
    assert isinstance(found, Document) and found.text == text
    assert found.title == "Discussion between Berg and Dähl’s" and day_and_places(found) == ("1965-05-07", ("Vienna",))


def test_a_source_in_the_middle_of_a_talk_is_no_note() -> None:
    rumour = "Source: I have it from a clerk, who had it from Bonn itself."
    found = document_of(f"{TALK}\n\nVienna, 7 May 1965\n\nBerg: We agree.\n\n{rumour}\n\nDahl: So do we.\n", "t.txt")
    assert not spoken(found, Voice.NOTE) and spoken(found, Voice.BODY).endswith("Dahl: So do we.")


def test_a_source_note_without_a_number_is_a_note_at_the_end() -> None:
    note = "Source: Our Papers, Box 2. Secret. No author."
    found = document_of(f"7. Memorandum of Conversation\n\nVienna, May 7, 1965.\n\n{SPEECH}\n{note}\n", "t.txt")
    assert spoken(found, Voice.NOTE).startswith("Source: Our") and found.archive == "Our Papers, Box 2"


INFORMATION = {
    "Source\n\nOurs.\n\nRights\n\nType\n\nLetter\n\nRecord ID\n": ("Ours.", "", "", "letter"),
    "Source\n\nRights\n\nRecord ID\n\n110011\n": ("", "", "110011", ""),
    "Source: Ours.\nType: Letter\nRecord ID: 110011\n": ("Ours.", "", "110011", "letter"),
    "Original Archive\n\nOurs.\n\nRecord ID\n\n110011\n\nRelated Documents\n\nTelegram, Berg to Moor\n": ("Ours.", "", "110011", ""),
    "Ours.\n\nRecord ID": ("Ours.", "", "", ""),
    "": ("", "", "", ""),
}


@pytest.mark.parametrize(("block", "told"), INFORMATION.items())
def test_labels_without_values_take_none_from_their_neighbours(block: str, told: tuple[str, ...]) -> None:
    top = "Skip to content\n\nMay 7, 1965\n\nBerg and the Coats\n\nI have lost them.\n\n"
    found = document_of(f"{top}Document Information\n\n{block}", "t.txt")
    assert (found.archive, found.rights, found.record_id, found.kind) == told
    assert spoken(found, Voice.BODY) == "I have lost them."


def test_a_body_of_one_paragraph_is_no_description() -> None:
    top = "Skip to content\n\nMay 7, 1965\n\nReport on Coats\n\nBonn, 7 May 1965\n\n"
    found = document_of(f"{top}The envoy reported that they are lost.\n\nDocument Information\n\nOurs.\n", "t.txt")
    assert (spoken(found, Voice.BODY), found.description) == ("The envoy reported that they are lost.", "")


@pytest.mark.parametrize("label", ["get citation", "Summary", "Document Summary:", "Share\n\nDownload"])
def test_a_description_between_title_and_header(label: str) -> None:
    told = "Berg and Dahl discuss the coats of their ministers."
    found = document_of(PAGE.replace(f"{TALK}\n", f"{TALK}\n\n{label}\n\n{told}\n"), "t.txt")
    assert found.description == told == spoken(found, Voice.ARCHIVE_DESCRIPTION)
    assert day_and_places(found) == ("1965-05-07", ("Vienna",)) and "discuss" not in spoken(found, Voice.BODY)


def test_a_menu_and_a_notice_before_the_date_are_no_description() -> None:
    menu = "\n".join(f"Menu {n}" for n in range(20))
    found = document_of(PAGE.replace("\n\nMay 7", f"\n{menu}\nWe use cookies to count visits.\n\nMay 7", 1), "t.txt")
    assert (found.description, found.title) == ("", TALK) and "cookies" in spoken(found, Voice.BOILERPLATE)


def test_the_pages_date_settles_the_order_of_numbers() -> None:
    page = PAGE.replace("May 7, 1965", "November 7, 1964")
    assert day_and_places(document_of(page.replace("7 May 1965", "11.7.1964"), "t.txt")) == ("1964-11-07", ("Vienna",))


STAMPS = ("[Translated from German]", "(This record was not checked.)", "Section 1 of 2", "Copy No. 3", "STAMP OF THE CHANCERY")


@pytest.mark.parametrize("around", STAMPS)
def test_stamps_and_remarks_at_the_top_end_no_header(around: str) -> None:
    found = document_of(PAGE.replace("Vienna, 7 May", f"{around}\n\nVienna, 4 May"), "t.txt")
    assert day_and_places(found) == ("1965-05-04", ("Vienna",))
