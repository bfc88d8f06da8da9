"""Annotated occurrences of states, bodies and places: what counts as right, and the file itself."""

import csv
from collections.abc import Callable
from pathlib import Path

import collectives
import pytest
import tiny

from coldgraph.authority.load import load
from coldgraph.errors import GoldError
from coldgraph.evaluate.collectives import FIELDS, Judged, judge, read
from coldgraph.evaluate.packed import found_at, kept, texts
from coldgraph.ids import BASE, digest
from coldgraph.store.index import opened

ROWS = read(collectives.FILE)
Judge = Callable[..., Judged]


@pytest.fixture
def judged(graph: Path, tmp_path: Path) -> Judge:
    """What the invented graph has for some words of its first document, held against answers."""
    text = kept(graph)(tiny.HAVEN) or ""

    def of(words: str, answers: str, moved: int = 0) -> Judged:
        start = text.index(words) + moved
        file = tmp_path / "some.csv"
        row = [tiny.HAVEN, start, start + len(words), digest(words), "people", answers, ""]
        file.write_text("\n".join([",".join(FIELDS), ",".join(map(str, row))]) + "\n", encoding="utf-8")
        (one,) = judge(read(file), opened(graph), kept(graph))
        return one

    return of


def test_any_of_the_answers_is_right_and_others_are_wrong(judged: Judge) -> None:
    assert judged("Sudrians", "state/norland state/sudria").result == "right"
    assert judged("Sudrians", "state/norland").result == "wrong"


def test_a_mention_of_more_words_counts_and_none_is_missing(judged: Judge) -> None:
    assert judged("Estmark", "state/estmark").result == "right"
    assert judged("trust", "state/sudria").result == "missing"


def test_moved_words_are_found_and_lost_words_are_told(judged: Judge) -> None:
    assert judged("Sudrians", "state/sudria", moved=-2).result == "right"
    assert found_at("abc", 0, 3, digest("xyz")) is None


def test_documents_that_the_graph_does_not_hold_are_not_counted(graph: Path) -> None:
    assert list(judge(ROWS, opened(graph), kept(graph))) == []


@pytest.mark.parametrize("content", ["document,start\na,1\n", ",".join(FIELDS) + "\na,one,2,x,people,state/a,\n"])
def test_a_file_of_another_kind_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="cannot be read"):
        read(file)


def test_there_are_enough_and_every_answer_is_in_the_authority() -> None:
    known = load().entities
    assert len(ROWS) == len({(r.document, r.start) for r in ROWS}) >= 300
    assert all(r.answers and {a.removeprefix(BASE) for a in r.answers} <= known.keys() for r in ROWS)


def test_every_answer_says_why_in_few_words() -> None:
    with collectives.FILE.open(encoding="utf-8", newline="") as source:
        assert all(0 < len(row["why"]) < 80 for row in csv.DictReader(source))


def test_every_occurrence_is_at_its_offsets_in_the_volumes(shared: Path) -> None:
    found = dict(texts({r.document for r in ROWS}, shared / "corpus" / "frus"))
    assert [r for r in ROWS if digest(found[r.document][r.start : r.end]) != r.digest] == []
