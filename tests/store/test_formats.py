"""Answers as text."""

import csv
import io

import pytest

from coldgraph.store.answer import Absence, Answer, ask, from_json
from coldgraph.store.formats import comma_separated, markdown, tab_separated, table
from coldgraph.store.terms import Term, iri, text, typed
from coldgraph.store.terms import from_json as term

LONG = Answer(
    ("who", "words"), ((iri("https://w3id.org/coldgraph/id/state/china"), text("a long sentence that must be wrapped, not cut")),)
)


@pytest.mark.parametrize("width", [20, 30, 40, 80])
def test_a_table_keeps_every_word_within_its_width(width: int) -> None:
    lines = table(LONG, width).splitlines()
    assert max(map(len, lines)) <= max(width, 26)
    assert " ".join(" ".join(line[13:] for line in lines[2:]).split()) == LONG.rows[0][1].value  # type: ignore[union-attr]


def test_a_table_lists_its_sources_once() -> None:
    document, other = (iri(f"https://w3id.org/coldgraph/id/document/{name}") for name in "ab")
    rows = ((text("x"), document, text("Paper A")), (text("y"), other, text("Paper B")), (text("z"), document, text("Paper A")))
    lines = table(Answer(("who", "document", "citation"), rows)).splitlines()
    assert [line.split() for line in lines[2:5]] == [["x", "[1]"], ["y", "[2]"], ["z", "[1]"]]
    assert lines[5:] == ["", "[1] Paper A = document/a", "[2] Paper B = document/b"]


def test_wide_letters_keep_the_columns_apart() -> None:
    lines = table(Answer(("a", "b"), ((text("周恩来"), text("x")), (text("abc"), text("y"))))).splitlines()
    assert lines[2] == "周恩来  x"
    assert lines[3] == "abc     y"


@pytest.mark.parametrize("words", ['a "b", c', "line\nbreak", "=1+1", "ü", ""])
def test_csv_gives_back_what_went_in(words: str) -> None:
    found = list(csv.reader(io.StringIO(comma_separated(Answer(("a",), ((text(words),),))), newline="")))
    assert found[0] == ["a"]
    assert found[1:] == ([[words]] if words else [[]]) or found[1:] == [[words]]


def test_guarded_csv_leaves_numbers_alone() -> None:
    answer = Answer(("a", "b"), ((text("-x"), typed(-3, "integer")),))
    assert comma_separated(answer, guard=True).splitlines()[1] == "'-x,-3"


def test_tsv_and_markdown_escape_their_signs() -> None:
    answer = Answer(("a",), ((text("x\ty|z"),),))
    assert tab_separated(answer).splitlines()[1] == '"x\\ty|z"'
    assert markdown(answer).splitlines()[2] == "| x y\\|z |"


@pytest.mark.parametrize("one", [iri("x:a"), text('a\n"b"\\'), text("oui", "fr"), typed(3, "integer"), Term("blank", "b1")])
def test_terms_survive_json(one: Term) -> None:
    assert term(one.json()) == one


def test_values_of_python() -> None:
    assert [typed("3", "integer").python(), typed("0.5", "decimal").python(), typed("true", "boolean").python()] == [3, 0.5, True]
    assert typed("soon", "date").python() == "soon"


def test_an_answer_survives_json() -> None:
    import json

    answer = Answer(("a", "b"), ((text("x"), None),))
    assert from_json(json.loads(answer.json())) == answer


def test_xml_is_well_formed_whatever_a_document_says() -> None:
    from lxml import etree

    answer = Answer(("a", "b"), ((text("<b> & \x1b[31m \ufffe"), None), (typed(3, "integer"), iri("x:a"))))
    root = etree.fromstring(answer.xml().encode())
    assert [e.text for e in root.iter("{*}literal")] == ["<b> & \ufffd[31m \ufffd", "3"]
    assert etree.fromstring(ask(True).xml().encode()).findtext("{*}boolean") == "true"


def test_html_shows_words_and_runs_nothing() -> None:
    shown = Answer(("a",), ((text("<script>alert(1)</script>\x1b"),), (iri("javascript:alert(1)"),)))._repr_html_()
    assert "<script" not in shown and "&lt;script&gt;" in shown
    assert "href" not in shown and "\x1b" not in shown and "2 rows" in shown


def test_html_says_what_is_left_out_and_why_nothing_is_there() -> None:
    assert "the first 100 of 101 rows" in Answer(("a",), ((text("x"),),) * 101)._repr_html_()
    assert "<i>" not in Answer(("a",), (), absence=Absence("no evidence", "no evidence of <i>"))._repr_html_()
    assert ask(False)._repr_html_() == "<p>no</p>"
