"""An empty answer says why it is empty."""

import pytest
from click.testing import CliRunner

from coldgraph import Graph
from coldgraph.cli import main


@pytest.mark.parametrize(
    ("given", "kind", "words"),
    [
        ({"from_": "Estmark", "towards": "Sudria", "until": "1961-04-01"}, "no documents", "until 1961-04-01"),
        ({"from_": "Oskar Vale", "towards": "Norland"}, "no documents", "no documents of Oskar Vale"),
        ({"from_": "Estmark", "towards": "Norland", "since": "1962", "until": "1962"}, "no documents", "Estmark from 1962-01-01 to"),
        (
            {"from_": "Sudria", "towards": "Estmark"},
            "no evidence",
            "in 3 documents (Sudria: 2 name or record it, in 2 it speaks or takes part",
        ),
    ],
)
def test_no_evidence_and_no_documents_are_told_apart(graph: Graph, given: dict[str, str], kind: str, words: str) -> None:
    absence = graph.ask("stances-between", **given).absence
    assert absence is not None
    assert (absence.kind, words in absence.words) == (kind, True), absence.words


def test_an_answer_with_rows_has_no_absence(graph: Graph) -> None:
    assert graph.ask("who-met-whom").absence is None


def test_the_command_line_says_it_beside_the_answer(graph: Graph) -> None:
    shown = CliRunner().invoke(main, ["query", str(graph.path), "--named", "stances-of", "--set", "actor=Oskar Vale", "--format", "csv"])
    assert shown.stderr.startswith("no documents of Oskar Vale")
    assert len(shown.stdout.splitlines()) == 1
