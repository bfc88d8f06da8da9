"""Queries run in a process that ends with their limits."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from coldgraph.ask.run import Limits, run
from coldgraph.errors import GraphError, QueryError

T = TypeVar("T")
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


def test_a_killed_program_leaves_no_query_running(folder: Path) -> None:
    code = f"import sys; from coldgraph.ask.run import run; run(sys.argv[1], {MANY!r})"
    root = Path(__file__).resolve().parents[2]
    program = subprocess.Popen([sys.executable, "-c", code, str(folder)], env=os.environ | {"PYTHONPATH": str(root)})
    found = _waited(lambda: _children(program.pid))
    program.kill()
    program.wait(10)
    assert found
    assert _waited(lambda: not any(map(_runs, found)))


def _waited(true: Callable[[], T]) -> T:
    """What becomes true within some seconds, or what is left of it."""
    for _ in range(100):
        if answer := true():
            break
        time.sleep(0.1)
    return answer


def _runs(pid: int) -> bool:
    """Whether a process is there and no mere remnant: in a container nobody may collect the dead."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _children(parent: int = 0) -> list[int]:
    """The processes of queries that a process has started."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = file.read_text().rsplit(")", 1)[1].split()
            command = (file.parent / "cmdline").read_text()
        except OSError:
            continue
        if words[1] == str(parent or os.getpid()) and "coldgraph.ask.worker" in command and words[0] != "Z":
            found.append(int(file.parent.name))
    return found
