"""A served graph under load: mixed queries by many clients at once, bombs among them, for a given time.

python bench/serve.py GRAPH --minutes 20 --clients 16

Every answer is compared with that of the embedded store. Told at the end: how many were asked,
right, wrong, lost; what the bombs got; memory of the server with its processes; how it stopped.
The exit status is 1 where anything was wrong or lost.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from coldgraph import open as open_graph
from coldgraph.ask.run import here
from coldgraph.store.answer import Answer

JSON, TRIPLES = "application/sparql-results+json", "application/n-triples"
BOMB_SHARE = 0.03
TRIES, WAIT = 200, 0.5
BOMBS = (
    "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?h ?g",
    "SELECT (COUNT(*) AS ?n) { ?a (!<x:a>|^(!<x:b>))* ?b . ?b (!<x:a>|^(!<x:b>))* ?c }",
    "SELECT DISTINCT (CONCAT(STR(?a), STR(?d), STR(?g)) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
)
PLAIN = (
    "ASK { ?s a cg:Stance ; cg:polarity cg:Negative }",
    "ASK { ?s a <x:never> }",
    "SELECT (COUNT(DISTINCT ?m) AS ?n) { ?m a cg:Meeting }",
    "SELECT ?polarity (COUNT(DISTINCT ?s) AS ?n) { ?s a cg:Stance ; cg:polarity ?polarity } GROUP BY ?polarity",
    "SELECT DISTINCT ?d ?t { ?d a cg:Document ; dcterms:title ?t } ORDER BY ?d",
    "SELECT DISTINCT ?q { ?s cg:act cg:Warning ; cg:evidence ?e . ?e cg:quote ?q }",
    "SELECT DISTINCT ?m ?w { ?m a cg:Mention ; cg:refersTo id:state\\/china ; cg:quote ?w }",
    "SELECT DISTINCT ?g { GRAPH ?g { ?m a cg:Meeting } }",
    "SELECT * { ?s ?p ?o } LIMIT 20000",
    "CONSTRUCT { ?s cg:holder ?h } WHERE { ?s a cg:Stance ; cg:holder ?h }",
    "DESCRIBE id:state\\/soviet-union",
)
NAMED = (
    ("stances-between", {"from": "state/soviet-union", "towards": "state/united-states"}),
    ("stances-of", {"actor": "state/china"}),
    ("meetings-of", {"actor": "state/soviet-union", "since": "1961", "until": "1962"}),
    ("who-met-whom", {"since": "1961", "until": "1963"}),
    ("documents-of-dyad", {"first": "state/china", "second": "state/soviet-union"}),
    ("who-is-hostile-to-whom", {}),
    ("most-mentioned", {}),
    ("warnings", {}),
)


@dataclass(frozen=True)
class Task:
    """A query, the form to ask for, and the right answer as sorted lines; None for a bomb."""

    query: str
    accept: str
    right: list[str] | None


@dataclass
class Tally:
    """What has happened so far."""

    counts: Counter[str] = field(default_factory=Counter)
    bombs: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


def tasks(graph: str) -> list[Task]:
    """All queries with their right answers, from the embedded store."""
    with open_graph(graph) as known:
        queries = [*PLAIN, *(known.text_of(name, **values) for name, values in NAMED)]
        found = []
        for query in queries:
            begun = time.perf_counter()
            answer = here(known.store, query)
            found.append(Task(query, TRIPLES if answer.kind == "construct" else JSON, lines_of(answer)))
            name = " ".join(line for line in query.splitlines() if not line.startswith("#"))[:70]
            sys.stderr.write(f"{time.perf_counter() - begun:6.2f} s {len(answer):7} rows  {name}\n")
    return found


def lines_of(answer: Answer) -> list[str]:
    if answer.kind == "ask":
        return [str(bool(answer))]
    if answer.kind == "construct":
        return sorted({" ".join(t.n3() for t in row if t) for row in answer.rows})
    return sorted(json.dumps({c: t.json() for c, t in zip(answer.columns, row, strict=True) if t}, sort_keys=True) for row in answer.rows)


def lines_in(body: bytes, accept: str) -> list[str]:
    if accept == TRIPLES:
        return sorted({line.removesuffix(" .") for line in body.decode().splitlines()})
    found = json.loads(body)
    if "boolean" in found:
        return [str(found["boolean"])]
    return sorted(json.dumps(row, sort_keys=True) for row in found["results"]["bindings"])


def client(number: int, address: str, work: list[Task], until: float, tally: Tally, lock: threading.Lock) -> None:
    """Ask one query after another until the time is up. What is busy is asked again; what never comes is lost."""
    chance = random.Random(number)
    while time.monotonic() < until:
        bomb = chance.random() < BOMB_SHARE
        task = Task(chance.choice(BOMBS), JSON, None) if bomb else chance.choice(work)
        begun = time.monotonic()
        outcome, busy = asked(address, task)
        with lock:
            tally.counts["busy, asked again"] += busy
            if task.right is None:
                tally.bombs[outcome] += 1
            else:
                tally.counts[outcome] += 1
                tally.seconds.append(time.monotonic() - begun)
                if outcome == "wrong":
                    tally.wrong.append(task.query)


def asked(address: str, task: Task) -> tuple[str, int]:
    """What became of a task (right, wrong, lost; for a bomb the status), and how often the server was busy."""
    for busy in range(TRIES):
        try:
            status, again, body = sent(address, task)
        except (OSError, http.client.HTTPException) as broken:
            return f"lost: {type(broken).__name__}", busy
        if not again:
            return judged(task, status, body), busy
        time.sleep(WAIT)
    return "lost: always busy", TRIES


def judged(task: Task, status: int, body: bytes) -> str:
    if task.right is None:
        return f"{status} {body[:60].decode(errors='replace').splitlines()[0] if status != 200 else ''}"
    if status != 200:
        return f"lost: {status} {body[:60].decode(errors='replace')}"
    try:
        return "right" if lines_in(body, task.accept) == task.right else "wrong"
    except ValueError:
        return "wrong"


def sent(address: str, task: Task) -> tuple[int, bool, bytes]:
    """Status, whether to come again, and body."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=300)
    headers = {"Accept": task.accept, "Content-Type": "application/x-www-form-urlencoded"}
    try:
        connection.request("POST", parts.path, urlencode({"query": task.query}), headers)
        answer = connection.getresponse()
        body = answer.read()
        return answer.status, answer.headers.get("Retry-After") is not None, body
    finally:
        connection.close()


def memory(parent: int) -> int:
    """Bytes that a process and its children hold, shared pages counted by share."""
    found = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            owner = (folder / "stat").read_text().rsplit(")", 1)[1].split()[1]
            if str(parent) in (owner, folder.name):
                lines = (folder / "smaps_rollup").read_text().splitlines()
                found += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
        except OSError:
            continue
    return found


def report(tally: Tally, minutes: float, ended: int) -> int:
    lost = sum(n for outcome, n in tally.counts.items() if outcome.startswith("lost"))
    asked_for = tally.counts["right"] + tally.counts["wrong"] + lost
    tenth = max(1, len(tally.memory) // 10)
    parts = [f"{statistics.median(part) / 2**20:.0f}" for part in (tally.memory[tenth : 2 * tenth] or [0], tally.memory[-tenth:])]
    times = sorted(tally.seconds) or [0.0]
    rows = [
        ("minutes", f"{minutes:g}"), ("asked", asked_for), ("right", tally.counts["right"]), ("wrong", tally.counts["wrong"]),
        ("lost", lost), ("busy, asked again", tally.counts["busy, asked again"]), ("bombs", dict(tally.bombs)),
        ("seconds, median and 95th in 100", f"{statistics.median(times):.2f} {times[int(len(times) * 0.95)]:.2f}"),
        ("MB at most", f"{max(tally.memory, default=0) / 2**20:.0f}"), ("MB, median in the second tenth and in the last", " ".join(parts)),
        ("exit status at SIGTERM", ended),
    ]  # fmt: skip
    rows += [(outcome, n) for outcome, n in tally.counts.items() if outcome.startswith("lost")]
    sys.stdout.writelines(f"{name:48} {value}\n" for name, value in rows)
    return int(bool(tally.counts["wrong"] or lost or ended))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--timeout", default="20", help="of one query, in seconds")
    given = parser.parse_args()
    work = tasks(given.graph)
    command = [sys.executable, "-m", "coldgraph", "serve", given.graph, "--port", "0", "--timeout", given.timeout]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = (server.stdout.readline() if server.stdout else "").partition("endpoint ")[2].split()[0]
    tally, lock, until = Tally(), threading.Lock(), time.monotonic() + given.minutes * 60
    crew = [threading.Thread(target=client, args=(n, address, work, until, tally, lock)) for n in range(given.clients)]
    for thread in crew:
        thread.start()
    while any(thread.is_alive() for thread in crew):
        tally.memory.append(memory(server.pid))
        time.sleep(1)
    server.send_signal(signal.SIGTERM)
    return report(tally, given.minutes, server.wait(60))


if __name__ == "__main__":
    sys.exit(main())
