"""Each question's example on the shipped sample, against the answer that is kept in expected/NAME.tsv.

To renew the answers after a change that is wanted, and to see in git what it did:

    RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/ask/test_expected.py
"""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

import coldgraph
from bench import columns
from coldgraph.ask.questions import Question, questions
from coldgraph.store.tables.export import export

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
SAMPLE = HERE.parents[1] / "triples" / "sample"
RENEW = os.environ.get("RENEW_GOLDEN") == "1"
ASKED = [q for q in questions() if not q.name.startswith("table-")]
SOURCED = ("quotation", "document", "citation")
NOT_OF_DOCUMENTS = {"names"}  # written forms come from the authority


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[coldgraph.Graph]:
    place = tmp_path_factory.mktemp("sample") / "graph"
    coldgraph.build([SAMPLE], place)
    with coldgraph.open(place) as graph:
        yield graph


@pytest.fixture(scope="module")
def tables(sample: coldgraph.Graph, tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    place = tmp_path_factory.mktemp("columns") / "tables"
    export(sample.path or Path(), place, False)
    return columns.connected(place)


@pytest.mark.parametrize("name", columns.SQL)
def test_the_tables_give_the_same_answer(sample: coldgraph.Graph, tables: duckdb.DuckDBPyConnection, name: str) -> None:
    told = {"from": "state/united-states", "towards": "state/china", "actor": "state/soviet-union", "place": "place/beijing"}
    _, rows, same, _, _ = columns.compared(sample, tables, name, told)
    assert same
    assert rows or name in ("promises-conditional", "known-only-from-rival")


@pytest.mark.parametrize("asked", ASKED, ids=lambda q: q.name)
def test_the_example_has_its_expected_answer(sample: coldgraph.Graph, asked: Question) -> None:
    answer = sample.ask(asked.name, **asked.example)
    file = EXPECTED / f"{asked.name}.tsv"
    if RENEW:
        file.write_text(answer.tsv(), encoding="utf-8")
    assert answer.tsv() == file.read_text(encoding="utf-8")
    assert len(answer) or answer.absence


def test_no_answer_is_kept_of_a_question_that_is_gone() -> None:
    assert {f.stem for f in EXPECTED.glob("*")} == {q.name for q in ASKED}


@pytest.mark.parametrize("asked", [q for q in ASKED if q.name not in NOT_OF_DOCUMENTS], ids=lambda q: q.name)
def test_every_row_carries_words_document_and_citation(sample: coldgraph.Graph, asked: Question) -> None:
    answer = sample.ask(asked.name, **asked.example)
    assert set(SOURCED) <= set(answer.columns)
    rows = [r for r in answer if not (asked.name == "dossier" and r["what"] == "office")]
    assert [r for r in rows if not (r["quotation"] and r["document"] and r["citation"])] == []
