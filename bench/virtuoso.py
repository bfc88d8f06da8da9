"""A graph brought to a real Virtuoso, the push killed in the middle: is everything there, and does it answer as the folder does?

    apt-get install virtuoso-opensource        # Debian; it does not need to run
    python bench/virtuoso.py GRAPH

It starts a Virtuoso of its own in a folder that goes at the end, kills `coldgraph push` (SIGKILL) three times on the way, lets it
end, pushes once more (nothing may be brought again), takes a document away and pushes that. After each whole push
the server's counts are compared with the folder's statements, and named questions with the folder's answers. The exit status
is 1 where anything was lost, brought twice or answered otherwise.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import machine

from coldgraph import ids
from coldgraph import open as open_graph
from coldgraph.store import index
from coldgraph.store.embedded import parsed
from coldgraph.store.push import Notes
from coldgraph.store.remote import Remote
from coldgraph.store.terms import Term

COLDGRAPH = (sys.executable, "-m", "coldgraph")
KILLED_AT = (0.2, 0.5, 0.8)  # shares of the graphs
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("who-met-whom", {}),
    ("meetings-of", {"actor": "state/soviet-union"}),
    ("most-mentioned", {}),
    ("stances-of", {"actor": "state/china"}),
)
INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{ports[0]}
NumberOfBuffers = 85000
MaxDirtyBuffers = 62500
[HTTPServer]
ServerPort = 127.0.0.1:{ports[1]}
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 120
"""
ACCOUNT = "DB.DBA.USER_CREATE ('trial', 'trial'); GRANT SPARQL_UPDATE TO \"trial\";"


@dataclass(frozen=True, slots=True)
class Server:
    """Where to push, and where to ask."""

    store: str
    queries: str


def main() -> None:
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    home = Path(tempfile.mkdtemp(prefix="virtuoso-trial-"))
    try:
        graph = home / "graph"
        shutil.copytree(sys.argv[1], graph, ignore=shutil.ignore_patterns("index", "tables"))
        with virtuoso(home) as server:
            sys.exit(_trial(graph, server))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _trial(graph: Path, server: Server) -> int:
    start = time.monotonic()
    for share in KILLED_AT:
        _killed(graph, server, share)
    good = [_whole(graph, server)]
    _say(f"pushed in {time.monotonic() - start:.0f} s, killed {len(KILLED_AT)} times on the way")
    good.append(_whole(graph, server, brought=0))
    _without_one(graph)
    good.append(_whole(graph, server, brought=0))
    index.refresh(graph)
    good += [_same(graph, server, name, settings) for name, settings in QUESTIONS]
    return 0 if all(good) else 1


def _without_one(graph: Path) -> None:
    """Take the first document out of the graph."""
    file = graph / "manifest.json"
    known = json.loads(file.read_bytes())
    del known["documents"][min(known["documents"])]
    file.write_text(json.dumps(known))


def _command(graph: Path, server: Server) -> list[str]:
    return [*COLDGRAPH, "push", str(graph), "--to", server.store, "--count-at", server.queries, "--user", "trial"]


def _killed(graph: Path, server: Server, share: float) -> None:
    """A push that is killed when a share of the graphs has been brought."""
    with subprocess.Popen([*_command(graph, server), "--quiet"], stdout=subprocess.DEVNULL) as push:
        while push.poll() is None and _noted(graph) < share * len(index.files(graph)):
            time.sleep(0.02)
        push.kill()
    _say(f"killed with {_noted(graph):,} of {len(index.files(graph)):,} graphs brought")


def _whole(graph: Path, server: Server, brought: int | None = None) -> bool:
    """A push to its end, compared; whether all is there, and no more was brought than there was to bring."""
    before = _noted(graph)
    shown = subprocess.run([*_command(graph, server), "--quiet"], check=True, capture_output=True, text=True).stdout
    found = re.search(r"([\d,]+) brought", shown)
    number = int(found[1].replace(",", "")) if found else -1
    wanted = len(index.files(graph)) - before if brought is None else brought
    given, there = _statements(graph), _counted(server)
    _say(f"{shown.split(': ')[-1].strip()}; statements in the folder {given:,}, on the server {there:,}")
    return given == there and number <= max(wanted, 0) + 1  # a push that was killed between bringing and noting brings one again


def _noted(graph: Path) -> int:
    """How many graphs the push has noted as brought."""
    return sum(len(Notes(file).of) for file in graph.parent.glob("graph.pushed-*.jsonl"))


def _statements(graph: Path) -> int:
    """Different statements, graph by graph."""
    files = index.files(graph).items()
    return sum(len({quad.triple for quad in parsed(file.read_bytes(), ids.graph(name), file)}) for name, file in files)


def _counted(server: Server) -> int:
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), '{ids.BASE}')) }}"
    return int(Remote(server.queries).query(query).rows[0][0].value)


def _same(graph: Path, server: Server, name: str, settings: dict[str, str]) -> bool:
    """Whether the server answers a named question as the folder does; where not, one row of each that the other lacks."""
    times, rows = [], []
    for place in (graph, server.queries):
        start = time.monotonic()
        rows.append({tuple(map(_plain, row)) for row in open_graph(place).ask(name, **settings).rows})
        times.append(time.monotonic() - start)
    verdict = "same" if rows[0] == rows[1] else f"OTHER: {list(rows[0] - rows[1])[:1]} {list(rows[1] - rows[0])[:1]}"
    _say(f"{name:20} {len(rows[0]):>6,} rows, folder {times[0]:.2f} s, Virtuoso {times[1]:.2f} s: {verdict}")
    return rows[0] == rows[1]


def _plain(term: Term | None) -> str:
    """A term as its value: a server may write 0.50 as 0.5, or true as 1."""
    value = term.python() if term else ""
    return repr(float(value)) if isinstance(value, bool | int | float) else str(value)


@contextmanager
def virtuoso(home: Path) -> Iterator[Server]:
    program, shell = (machine.program(name, "virtuoso-opensource") for name in ("virtuoso-t", "isql-vt"))
    place = home / "virtuoso"
    place.mkdir()
    ports = machine.ports(2)
    (place / "virtuoso.ini").write_text(INI.format(ports=ports))
    with (place / "out").open("wb") as out:
        server = subprocess.Popen([program, "+foreground", "+configfile", "virtuoso.ini"], cwd=place, stdout=out, stderr=out)
    try:
        login = [shell, f"127.0.0.1:{ports[0]}", "dba", "dba", f"exec={ACCOUNT}"]
        for _ in range(600):
            if subprocess.run(login, check=False, capture_output=True).returncode == 0:
                break
            time.sleep(0.2)
        else:
            raise SystemExit("Virtuoso does not start")
        os.environ["COLDGRAPH_PASSWORD"] = "trial"
        yield Server(f"http://127.0.0.1:{ports[1]}/sparql-graph-crud-auth", f"http://127.0.0.1:{ports[1]}/sparql")
    finally:
        server.terminate()
        server.wait(120)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
