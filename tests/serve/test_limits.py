"""What one query may take, how many run, and a clean stop."""

import http.client
import json
import os
import signal
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
import tiny
from served import BOMB, JSON, Served, ask, post, serving

MANY = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
READY = "ASK { ?s ?p ?o }"


def processes(parent: int) -> list[int]:
    """The processes of queries that a server has."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = file.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if words[1] == str(parent) and words[0] != "Z":
            found.append(int(file.parent.name))
    return found


def until(true, seconds: float = 15.0) -> bool:
    end = time.monotonic() + seconds
    while not (found := true()) and time.monotonic() < end:
        time.sleep(0.05)
    return bool(found)


def test_a_bomb_is_stopped(narrow: Served) -> None:
    begun = time.monotonic()
    told = ask(narrow.endpoint, BOMB)
    assert (told.status, "stopped after 2 s" in told.text) == (503, True)
    assert time.monotonic() - begun < 10
    assert "retry-after" not in told.headers
    assert ask(narrow.endpoint, READY).status == 200


def test_a_query_that_eats_memory_is_stopped(narrow: Served) -> None:
    told = ask(narrow.endpoint, f"SELECT * {MANY} ORDER BY ?i ?h")
    assert told.status == 503
    assert ask(narrow.endpoint, READY).status == 200


@pytest.mark.parametrize("accept", ["application/json", "application/xml", "text/csv", "text/tab-separated-values"])
def test_too_many_rows_are_refused_before_the_first_is_sent(narrow: Served, accept: str) -> None:
    five = 'SELECT * { VALUES ?x { "a\\n\\"b" "}},{\\"x" "<result>" "\\r\\n" "five" } }'
    assert ask(narrow.endpoint, five, accept).status == 200
    told = ask(narrow.endpoint, five.replace('"five"', '"five" "six"'), accept)
    assert (told.status, "more than 5 rows" in told.text) == (400, True)


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json", "application/rdf+xml"])
def test_too_many_triples_are_refused(narrow: Served, accept: str) -> None:
    assert ask(narrow.endpoint, "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5", accept).status == 200
    assert ask(narrow.endpoint, "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 6", accept).status == 400


def test_an_answer_that_is_too_large_is_refused(served: Served) -> None:
    long = "x" * 150_000
    told = post(served.endpoint, f'SELECT ("{long}" AS ?x) {{ ?a ?b ?c . ?d ?e ?f }} LIMIT 1000')
    assert (told.status, "larger than" in told.text) == (400, True)


def test_a_large_answer_is_whole(served: Served) -> None:
    told = ask(served.endpoint, f"SELECT * {MANY} LIMIT 20000", JSON)
    assert told.status == 200
    assert int(told.headers["content-length"]) == len(told.body) > 2**20
    assert len(json.loads(told.body)["results"]["bindings"]) == 20_000


def test_more_than_may_wait_are_told_to_come_again(narrow: Served) -> None:
    with ThreadPoolExecutor(12) as crew:
        told = list(crew.map(lambda _: ask(narrow.endpoint, BOMB), range(12)))
    busy = [t for t in told if "ask again" in t.text]
    assert {t.status for t in told} == {503}
    assert len(busy) >= 12 - 2 - 3
    assert all(t.headers["retry-after"] == "2" for t in busy)
    assert until(lambda: ask(narrow.endpoint, READY).status == 200)


def test_a_client_that_goes_away_stops_its_query(folder: Path) -> None:
    with serving(folder, "--at-once", "1") as running:
        before = processes(running.process.pid)
        connection = http.client.HTTPConnection(running.home.split("/")[2], timeout=30)
        connection.request("GET", f"/sparql?query={quote(BOMB)}")
        time.sleep(0.5)
        connection.close()
        begun = time.monotonic()
        assert ask(running.endpoint, READY).status == 200
        assert time.monotonic() - begun < 10
        assert before != processes(running.process.pid)


def test_a_process_that_is_killed_is_replaced(folder: Path) -> None:
    with serving(folder, "--at-once", "2") as running:
        for pid in (first := processes(running.process.pid)):
            os.kill(pid, signal.SIGKILL)
        assert ask(running.endpoint, READY).status == 200
        assert until(lambda: len(set(processes(running.process.pid)) - set(first)) == 2)


def test_a_graph_that_is_built_again_is_taken_up(tmp_path: Path) -> None:
    graph = tiny.write(tmp_path / "graph")
    count = "SELECT (COUNT(*) AS ?n) { ?s <x:new> ?o }"
    with serving(graph, "--at-once", "1") as running:
        assert ask(running.endpoint, count, "text/csv").text.split() == ["n", "0"]
        added = tiny.nquads([("<x:s>", "<x:new>", "<x:o>")], "authority")
        (graph / "authority.nq").write_bytes((graph / "authority.nq").read_bytes() + added)
        os.utime(graph / "manifest.json")
        assert until(lambda: ask(running.endpoint, count, "text/csv").text.split() == ["n", "1"])


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_even_while_a_query_runs(folder: Path, how: signal.Signals) -> None:
    with serving(folder, "--at-once", "1") as running:
        begun = processes(running.process.pid)
        host, port = running.home.split("/")[2].split(":")
        with socket.create_connection((host, int(port))) as asking:
            asking.sendall(f"GET /sparql?query={quote(BOMB)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            time.sleep(0.3)
            assert running.stop(how) == 0
        assert begun
        assert until(lambda: not any(Path(f"/proc/{pid}/cmdline").is_file() and Path(f"/proc/{pid}/cmdline").read_text() for pid in begun))


def test_nothing_is_left_on_disk(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    with serving(folder, "--timeout", "4", "--at-once", "1") as running:
        assert ask(running.endpoint, f"SELECT * {MANY} LIMIT 3000").status == 200
        ask(running.endpoint, f"SELECT * {MANY} LIMIT 900000")
        (place,) = tmp_path.glob("coldgraph-serve-*")
        assert until(lambda: not list(place.iterdir()))
        running.stop()
    assert list(tmp_path.iterdir()) == []
