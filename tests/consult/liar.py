"""A server on the loopback that speaks the protocol, and does not always mean well."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]
Reply = tuple[int, bytes, dict[str, str]]
"""Status, body and headers."""


def said(words: str) -> Reply:
    """A well-formed reply with these words."""
    return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode(), {}


def stances(*items: Any) -> Reply:
    return said(json.dumps({"stances": list(items)}))


@dataclass
class Liar:
    """What the server was asked, and how it replies: by the number of the request and its body."""

    reply: Callable[[int, Body], Reply]
    drip: float = 0.0
    asked: list[Body] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""


@contextmanager
def serving(reply: Callable[[int, Body], Reply], drip: float = 0.0) -> Iterator[Liar]:
    """``drip``: seconds between two bytes of the body."""
    liar = Liar(reply, drip)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(liar))
    server.daemon_threads = True
    liar.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield liar
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(liar: Liar) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            liar.asked.append(body)
            liar.headers.append({**self.headers, "path": self.path})
            status, data, more = liar.reply(len(liar.asked), body)
            self.send_response(status)
            for name, value in ({"Content-Length": str(len(data))} | more).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):
                self._write(data)

        def _write(self, data: bytes) -> None:
            if not liar.drip:
                self.wfile.write(data)
            for n in range(len(data) if liar.drip else 0):
                self.wfile.write(data[n : n + 1])
                time.sleep(liar.drip)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    return Handler
