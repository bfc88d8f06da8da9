"""A real `coldgraph serve` on loopback, and plain HTTP to it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parents[1]
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
BOMB = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"


@dataclass
class Served:
    """A running server: its process, and the address of its page."""

    process: subprocess.Popen[str]
    home: str

    @property
    def endpoint(self) -> str:
        return f"{self.home}sparql"

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Stop it; its exit status."""
        self.process.send_signal(how)
        return self.process.wait(30)


@dataclass
class Told:
    """An answer over HTTP."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def media(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]


@contextmanager
def serving(graph: Path, *options: str, root: Path = ROOT) -> Iterator[Served]:
    """`coldgraph serve GRAPH` with options, at a free port, until the block ends; of the package that lies in ``root``."""
    command = [sys.executable, "-m", "coldgraph", "serve", str(graph), "--port", "0", *options]
    environment = os.environ | {"PYTHONPATH": str(root), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=root)
    try:
        line = process.stdout.readline() if process.stdout else ""
        yield Served(process, line.partition("page ")[2].split()[0])
    finally:
        process.terminate()
        process.wait(30)
        if process.stdout:
            process.stdout.close()


def ask(address: str, query: str = "", accept: str = "", verb: str = "GET", body: bytes | None = None, **headers: str) -> Told:
    """One request: a query in the address, or a body as it is. Names of headers are written with '_' for '-'."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    given = {name.replace("_", "-"): value for name, value in headers.items()} | ({"Accept": accept} if accept else {})
    search = "&".join(filter(None, (parts.query, urlencode({"query": query}) if query else "")))
    try:
        connection.request(verb, f"{parts.path}?{search}" if search else parts.path, body, given)
        answer = connection.getresponse()
        return Told(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def post(address: str, body: str | bytes, media: str = QUERY, accept: str = "", **headers: str) -> Told:
    data = body.encode() if isinstance(body, str) else body
    return ask(address, accept=accept, verb="POST", body=data, Content_Type=media, **headers)
