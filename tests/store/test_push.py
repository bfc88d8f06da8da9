"""A graph brought to a server: whole, compared, resumed, kept in step."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import oxigraph_server
import pyoxigraph as ox
import pytest
import tiny
from click.testing import CliRunner

from coldgraph import ids
from coldgraph.cli import main
from coldgraph.errors import GraphError
from coldgraph.store import index
from coldgraph.store.graph_store import TRIES, GraphStore, Secrets
from coldgraph.store.push import fingerprint, push
from coldgraph.store.remote import Remote


@dataclass
class Invented:
    """A Graph Store that keeps graphs in memory and does what it is told to do wrong."""

    graphs: dict[str, bytes] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    answers: list[int | str] = field(default_factory=list)  # for the next requests: a status, or 'drop'
    change: tuple[bytes, bytes] = (b"", b"")
    address: str = ""
    challenge: str = ""  # sent with 401 to whoever brings no Authorization, and the connection is closed without reading on

    def handle(self, handler: BaseHTTPRequestHandler) -> None:
        graph = parse_qs(urlsplit(handler.path).query)["graph"][0]
        if self.challenge and "Authorization" not in handler.headers:
            self.requests.append(f"unknown {handler.command}")
            handler.close_connection = True
            return self.say(handler, 401, b"")
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        self.requests.append(f"{handler.command} {graph.removeprefix(ids.BASE)}")
        self.headers.append(dict(handler.headers))
        wrong = self.answers.pop(0) if self.answers else 0
        if wrong == "drop":
            handler.connection.close()
        elif wrong:
            self.say(handler, int(wrong), b"not now")
        else:
            self.say(handler, *self.done(handler.command, graph, body))

    def done(self, verb: str, graph: str, body: bytes) -> tuple[int, bytes]:
        if verb == "PUT":
            self.graphs[graph] = body.replace(*self.change) if self.change[0] else body
            return 204, b""
        found = self.graphs.pop(graph, None) if verb == "DELETE" else self.graphs.get(graph)
        return (404, b"") if found is None else (200, b"" if verb == "HEAD" else found)

    def say(self, handler: BaseHTTPRequestHandler, status: int, body: bytes) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/n-triples")
        handler.send_header("Content-Length", str(len(body)))
        if status in (429, 503):
            handler.send_header("Retry-After", "7")
        if status == 401:
            handler.send_header("WWW-Authenticate", self.challenge or 'Basic realm="x"')
        handler.end_headers()
        if handler.command != "HEAD":
            handler.wfile.write(body)


@contextmanager
def invented() -> Iterator[Invented]:
    store = Invented()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            store.handle(self)

        do_PUT = do_DELETE = do_HEAD = do_GET  # noqa: N815

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    store.address = f"http://127.0.0.1:{server.server_port}/store"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield store
    server.shutdown()
    server.server_close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "graph")


@pytest.fixture
def store() -> Iterator[Invented]:
    with invented() as made:
        yield made


def graph_store(store: Invented, waits: list[float] | None = None, secrets: Secrets | None = None) -> GraphStore:
    return GraphStore(store.address, secrets or Secrets(), sleep=(waits if waits is not None else []).append)


def statements(folder: Path) -> int:
    return sum(len(set(file.read_text(encoding="utf-8").splitlines())) for file in index.files(folder).values())


def test_a_real_server_holds_the_same_and_gives_the_same_answers(folder: Path, tmp_path: Path) -> None:
    with oxigraph_server.running(tmp_path / "home") as address:
        remote = Remote(f"{address}/query")
        done = push(folder, GraphStore(f"{address}/store"), remote)
        assert (done.brought, done.kept, done.statements) == (len(index.files(folder)), 0, statements(folder))
        embedded = index.opened(folder)
        for graph in embedded.graphs():
            query = f"SELECT * {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
            assert sorted(map(str, remote.query(query).rows)) == sorted(map(str, embedded.query(query).rows))
        again = push(folder, GraphStore(f"{address}/store"), remote)
        assert (again.brought, again.kept) == (0, done.brought)


def test_a_server_that_was_emptied_is_filled_again(folder: Path, tmp_path: Path) -> None:
    port = oxigraph_server.free_port()
    for home in ("one", "two"):
        with oxigraph_server.running(tmp_path / home, port) as address:
            assert push(folder, GraphStore(f"{address}/store")).brought == len(index.files(folder))


def test_only_what_has_changed_is_brought_and_what_is_gone_removed(folder: Path, store: Invented) -> None:
    push(folder, graph_store(store))
    store.graphs["urn:of-others"] = b"<x:s> <x:p> <x:o> .\n"
    changed = folder / "provenance.nq"
    changed.write_bytes(changed.read_bytes() + tiny.nquads([("<x:s>", "<x:p>", "<x:o>")], "provenance") if changed.is_file() else b"")
    gone = sorted(n for n in index.files(folder) if n not in index.COMMON)[0]
    drop(folder, gone)
    done = push(folder, graph_store(store))
    assert (done.brought, done.removed) == (1, 1)
    assert ids.graph(gone) not in store.graphs and "urn:of-others" in store.graphs


def drop(folder: Path, document: str) -> None:
    import json

    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    del manifest["documents"][document]
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def test_a_push_that_was_stopped_goes_on_where_it_stopped(folder: Path, store: Invented) -> None:
    total = len(index.files(folder))
    store.answers = [0, 0, 0, 0, 400]
    with pytest.raises(GraphError, match="answers 400 to PUT"):
        push(folder, graph_store(store))
    store.requests.clear()
    assert push(folder, graph_store(store)).kept == 2
    assert len([r for r in store.requests if r.startswith("PUT")]) == total - 2


def test_a_note_that_was_cut_off_is_passed_over(folder: Path, store: Invented) -> None:
    push(folder, graph_store(store))
    (notes,) = folder.parent.glob("graph.pushed-*.jsonl")
    notes.write_bytes(notes.read_bytes()[:-9])
    assert push(folder, graph_store(store)).brought == 1
    assert push(folder, graph_store(store)).brought == 0


def test_what_fails_for_a_while_is_tried_again_as_the_server_asks(folder: Path, store: Invented) -> None:
    waits: list[float] = []
    store.answers = [503, "drop", 500]
    push(folder, graph_store(store, waits))
    assert waits == [7.0, 2.0, 4.0]
    assert len(store.graphs) == len(index.files(folder))


def test_in_the_end_it_gives_up_and_says_so(folder: Path, store: Invented) -> None:
    waits: list[float] = []
    store.answers = [429] * TRIES
    with pytest.raises(GraphError, match="429"):
        push(folder, graph_store(store, waits))
    assert len(waits) == TRIES - 1
    with pytest.raises(GraphError, match="cannot be reached"):
        push(folder, GraphStore(f"http://127.0.0.1:{oxigraph_server.free_port()}/store", sleep=waits.append))


@pytest.mark.parametrize("change", [(b"Norland", b"Morland"), (b"<https://w3id.org/coldgraph/id/state/norland>", b"<x:y>")])
def test_a_server_that_changes_what_it_holds_is_found_out(folder: Path, store: Invented, change: tuple[bytes, bytes]) -> None:
    store.change = change
    with pytest.raises(GraphError, match="holds"):
        push(folder, graph_store(store))


def test_counts_of_the_server_show_what_somebody_else_has_changed(folder: Path, tmp_path: Path) -> None:
    with oxigraph_server.running(tmp_path / "home") as address:
        server, remote = GraphStore(f"{address}/store"), Remote(f"{address}/query", f"{address}/store")
        push(folder, server, remote)
        remote.load(ids.graph("authority"), tiny.nquads([("<x:s>", "<x:p>", "<x:o>")], "authority"))
        assert push(folder, server).brought == 0
        assert push(folder, server, remote).brought == 1
        assert push(folder, server, remote).brought == 0


def test_an_endpoint_that_counts_otherwise_is_told(folder: Path, store: Invented, tmp_path: Path) -> None:
    with oxigraph_server.running(tmp_path / "home") as address, pytest.raises(GraphError, match="counts 0 statements"):
        push(folder, graph_store(store), Remote(f"{address}/query"))


def test_user_and_token_are_sent(folder: Path, store: Invented) -> None:
    store.answers = [401]
    push(folder, graph_store(store, secrets=Secrets("ada", "pw")))
    assert store.headers[1]["Authorization"].startswith("Basic ")
    store.requests.clear()
    push(folder, graph_store(store, secrets=Secrets(token="t")))
    assert store.headers[-1]["Authorization"] == "Bearer t"
    assert "*/*" in store.headers[-1]["Accept"]  # else some servers say 406 where they mean another error


@pytest.mark.parametrize("challenge", ['Basic realm="x"', 'Digest realm="x", nonce="n", opaque="o", qop="auth", algorithm="MD5"'])
def test_no_body_is_sent_before_the_server_knows_the_user(folder: Path, store: Invented, challenge: str) -> None:
    store.challenge = challenge
    done = push(folder, graph_store(store, secrets=Secrets("ada", "pw")))
    assert done.brought == len(store.graphs) == len(index.files(folder))
    assert [r for r in store.requests if r.startswith("unknown")] == ["unknown HEAD"]
    assert all(h["Authorization"].startswith(challenge.split()[0]) for h in store.headers)


def test_without_a_password_the_advice_says_how_to_give_one(folder: Path, store: Invented) -> None:
    store.answers = [401]
    shown = CliRunner().invoke(main, ["push", str(folder), "--to", store.address])
    assert (shown.exit_code, "--user" in shown.output) == (2, True)


def test_the_command_says_what_it_did(folder: Path, store: Invented) -> None:
    shown = CliRunner().invoke(main, ["push", str(folder), "--to", store.address])
    total = len(index.files(folder))
    assert shown.exit_code == 0, shown.output
    assert f"{total} graphs with {statements(folder):,} statements" in shown.stdout
    assert f"{total} brought and compared, 0 there already, 0 removed" in shown.stdout


def triple(value: str, kind: str) -> ox.Triple:
    datatype = ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")
    return ox.Triple(ox.NamedNode("x:s"), ox.NamedNode("x:p"), ox.Literal(value, datatype=datatype))


@pytest.mark.parametrize(("one", "other", "kind"), [("0.50", "0.5", "decimal"), ("01", "1", "integer"), ("true", "1", "boolean")])
def test_spellings_of_a_value_do_not_count(one: str, other: str, kind: str) -> None:
    assert fingerprint([triple(one, kind)]) == fingerprint([triple(other, kind)])


def test_values_types_and_statements_do() -> None:
    known = fingerprint([triple("1", "integer")])
    assert known != fingerprint([triple("2", "integer")])
    assert known != fingerprint([triple("1", "decimal")])
    assert known != fingerprint([triple("1", "integer"), triple("2", "integer")])
    assert fingerprint([triple("01", "string")]) != fingerprint([triple("1", "string")])


def test_a_document_that_is_missing_is_named(folder: Path) -> None:
    missing = next(file for file in index.files(folder).values() if file.parent.name == "documents")
    missing.unlink()
    with invented() as server, pytest.raises(GraphError, match="cannot be read: No such file") as told:
        push(folder, GraphStore(server.address))
    assert told.value.where == str(missing)
