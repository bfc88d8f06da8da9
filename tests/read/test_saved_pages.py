"""Saved HTML pages of our own making in the layouts of the two sites, with what surrounds a document on them."""

import re
from pathlib import Path

import pytest

from coldgraph.model import Document, Voice
from coldgraph.read.html import html_document
from coldgraph.read.text_document import document_of

PAGES = Path(__file__).parent / "pages"
TODAY, OLDER, FRUS = ((PAGES / f"{name}.html").read_bytes() for name in ("wilson_today", "wilson_older", "history_state_gov"))


def spoken(document: Document, voice: Voice) -> str:
    return "|".join(document.quote(s.start, s.end).strip() for s in document.segments if s.voice is voice)


@pytest.fixture(params=[TODAY, OLDER], ids=["today's", "older"])
def page(request: pytest.FixtureRequest) -> Document:
    return html_document(request.param, "p.html")


def test_wilson_page_tells_day_and_place_of_the_talk(page: Document) -> None:
    assert page.reader == "wilson_center" and page.title == "Discussion between Anna Berg and Carl Dahl"
    assert page.date is not None and (page.date.edtf, page.places) == ("1961-05-04", ("Vienna",))


def test_wilson_page_has_no_furniture_in_its_body(page: Document) -> None:
    body = spoken(page, Voice.BODY)
    assert body.startswith("Anna Berg: We agree to this.") and re.search(r"coats\.\s+Carl Dahl: So do we\.", body)
    assert not re.search(r"citation|share|scan|foundation|cookies|discuss|dataLayer|terms", body, re.IGNORECASE)


def test_wilson_page_tells_voices_apart(page: Document) -> None:
    assert spoken(page, Voice.NOTE) == "[1] A delegation came to Bonn from 2-3 May 1961."
    assert spoken(page, Voice.EDITOR_INSERTION) == "[1]|[their]"
    assert page.description == "Berg and Dahl discuss the coats of their ministers." == spoken(page, Voice.ARCHIVE_DESCRIPTION)


def test_wilson_page_names_archive_and_rights(page: Document) -> None:
    assert page.archive == "Our State Archive, Fond 5, Box 2. Translated by Nora Moor."
    assert page.rights.startswith("The History and Public Policy Program welcomes reuse")
    assert "Fond 5" not in spoken(page, Voice.BODY)


def test_todays_wilson_page_has_record_id_and_address_and_no_related_document() -> None:
    found = html_document(TODAY, "p.html")
    assert (found.record_id, found.kind) == ("112233", "meeting record")
    assert found.url.endswith("/document/discussion-between-anna-berg-and-carl-dahl")
    assert "hats" not in "".join(found.quote(s.start, s.end) for s in found.segments if s.voice is not Voice.BOILERPLATE)


def test_saved_history_state_gov_page_with_its_numbered_notes() -> None:
    found = html_document(FRUS, "d7.html")
    assert (found.reader, found.archive, found.places) == ("history_state_gov", "Our Papers, Box 2", ("Vienna",))
    assert [s.note for s in found.segments if s.voice is Voice.NOTE] == ["1", "2"]
    assert spoken(found, Voice.BODY) == "Miss Berg said that the coats were lost.2 They had been sent in May."


def test_lists_beside_a_copied_history_state_gov_page_are_no_note() -> None:
    text = (
        "7. Memorandum of Conversation\n\nVienna, May 4, 1961.\n\nMiss Berg said that the coats were lost.\n\n"
        "1. Source: Our Papers, Box 2. Secret. ↩\n\nPersons in this document\n\nBerg, Anna\n\nTable of Contents\n\n1. Letter From Dahl\n"
    )
    found = document_of(text, "d7.txt")
    assert spoken(found, Voice.NOTE) == "1. Source: Our Papers, Box 2. Secret. ↩"
    assert "Berg, Anna" in spoken(found, Voice.BOILERPLATE) and "Letter" not in spoken(found, Voice.BODY)


def test_a_title_of_the_series_in_a_numbered_list_is_no_document_title() -> None:
    text = (
        "Historical Documents\n\n3. Foreign Relations of the United States, 1961–1963, Volume I, Conference at Bonn\n\n"
        "7. Memorandum of Conversation\n\nVienna, May 4, 1961.\n\nMiss Berg said that it was lost.\n"
    )
    assert document_of(text, "d7.txt").title == "Memorandum of Conversation"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n\n2. Two"),
        ("<ol start='4'><li>One</li><li value='9'>Two</li></ol>", "4. One\n\n9. Two"),
        ("<ol><li value='9'>One</li><li>Two</li></ol>", "9. One\n\n10. Two"),
        ("<ol start='x'><li>One</li></ol><ul><li>Two</li></ul>", "1. One\n\nTwo"),
        ("<p>One</p><div class='cookie-notice'>Two</div><p class='cookiecutter'>Three</p>", "One\n\nThree"),
        ("<p>One</p><div role='dialog'>Two</div><footer>Three</footer><aside>Four</aside>", "One"),
        ("<p>One<br>two <span hidden>x</span><i>three</i></p>", "One\ntwo three"),
    ],
)
def test_html_becomes_lines(inner: str, text: str) -> None:
    assert html_document(f"<html><body>{inner}</body></html>".encode(), "p.html").text == text


@pytest.mark.timeout(60)
def test_a_long_numbered_list_is_read_in_time() -> None:
    found = html_document(("<html><body><ol>" + "<li>x</li>" * 50_000 + "</ol></body></html>").encode(), "p.html")
    assert found.text.endswith("50000. x")
