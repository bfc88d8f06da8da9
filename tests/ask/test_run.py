"""Queries run in a process that ends with their limits."""

import os
import time
from pathlib import Path

import pytest

from coldgraph.ask.run import Limits, run
from coldgraph.errors import GraphError, QueryError

MANY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_the_answer_comes_back_as_it_was(folder: Path) -> None:
    found = run(folder, "SELECT ?t ?none { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t")
    assert next(row["t"] for row in found) == "Note by Bo Orrin"
    assert run(folder, "ASK { ?s ?p ?o }").kind == "ask"
    assert run(folder, "CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/title> ?o }").kind == "construct"


def test_a_query_is_stopped_when_its_time_is_up(folder: Path) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError, match="stopped after 2 s"):
        run(folder, MANY, Limits(seconds=2))
    assert time.monotonic() - begun < 10
    assert not _children()


def test_a_query_that_eats_memory_ends_alone(folder: Path) -> None:
    with pytest.raises(QueryError, match=r"process down|stopped"):
        run(folder, "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?l", Limits(seconds=60, gigabytes=0.5))


def test_rows_are_limited(folder: Path) -> None:
    found = run(folder, "SELECT * { ?s ?p ?o }", Limits(rows=3))
    assert (len(found), found.truncated) == (3, True)


def test_refusals_come_through_with_their_class(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        run(folder, "ASK { SERVICE <x:y> { ?s ?p ?o } }")
    with pytest.raises(GraphError):
        run(tmp_path, "ASK { ?s ?p ?o }")


def test_modules_of_the_working_folder_are_not_run(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')")
    monkeypatch.chdir(tmp_path)
    assert run(folder, "ASK { ?s ?p ?o }")


def _children() -> list[str]:
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = file.read_text().rsplit(")", 1)[1].split()
            command = (file.parent / "cmdline").read_text()
        except OSError:
            continue
        if words[1] == str(os.getpid()) and "coldgraph.ask.worker" in command and words[0] != "Z":
            found.append(command)
    return found
