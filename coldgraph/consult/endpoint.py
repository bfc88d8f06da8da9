"""The address and the model that are asked, and one question over the wire."""

from __future__ import annotations

import http.client
import json
import os
import socket
import threading
import time
import urllib.parse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from coldgraph.errors import ExtractorError

KEY = "COLDGRAPH_API_KEY"
"""The environment variable with the key; it is read at each question and written nowhere."""
LONGEST = 2_000_000  # bytes of an answer
SECONDS = 120.0  # for one answer from its first to its last byte
TRIES = 3
LONGEST_WAIT = 30.0  # seconds between two tries, whatever Retry-After asks
_RETRIED = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``url`` is the base of the interface ('http://localhost:11434/v1'). Checked when it is made: raises ExtractorError."""

    url: str
    model: str
    seconds: float = SECONDS
    tries: int = TRIES
    wait: float = 1.0

    def __post_init__(self) -> None:
        parts, key = _parted(self.url), os.environ.get(KEY, "").strip()
        if parts is None:
            raise ExtractorError("not the address of a model's interface", self.url, "it looks like http://localhost:11434/v1")
        if parts.username or parts.password or parts.query:
            raise ExtractorError("an address must hold no key or password", parts.hostname, f"put the key into the variable {KEY}")
        if not self.model.strip():
            raise ExtractorError("no model is named", self.url, "name it with --model")
        if key and not (key.isascii() and key.isprintable()):
            raise ExtractorError("the key holds characters that no key has", KEY, "set it anew")
        if key and parts.scheme == "http" and parts.hostname not in _LOOPBACK:
            raise ExtractorError("a key would go over the network in the clear", self.url, f"use https, or unset {KEY}")

    def ask(self, messages: Sequence[Message]) -> str:
        """The words of the model's answer. Raises ExtractorError after the last try."""
        body = {"model": self.model, "messages": list(messages), "temperature": 0, "seed": 0, "response_format": {"type": "json_object"}}
        data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        why = _RefusedError("")
        for attempt in range(self.tries):
            try:
                return _words(self._once(data))
            except _RefusedError as refused:
                why = refused
            if not why.again:
                break
            if attempt + 1 < self.tries:
                time.sleep(min(self.wait * 2**attempt if why.wait is None else why.wait, LONGEST_WAIT))
        raise ExtractorError(
            f"the model gave no answer: {why}", self.url, "see that it runs, then build again: what it has answered is kept"
        )

    def _once(self, data: bytes) -> bytes:
        try:
            with self._connected() as connection:
                connection.request("POST", urllib.parse.urlsplit(self.url).path.rstrip("/") + "/chat/completions", data, _headers())
                return _received(connection.getresponse())
        except TimeoutError as error:
            raise _RefusedError(f"nothing came for {self.seconds:g} s") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            told = error.strerror if isinstance(error, OSError) else None
            raise _RefusedError(told or type(error).__name__) from error

    @contextmanager
    def _connected(self) -> Iterator[http.client.HTTPConnection]:
        """A connection that is cut when the time is up, however slowly the other side drips. Redirects are not followed."""
        parts = urllib.parse.urlsplit(self.url)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self.seconds)
        connection.connect()
        timer = threading.Timer(self.seconds, _cut, [connection.sock])
        timer.daemon = True
        timer.start()
        try:
            yield connection
        finally:
            timer.cancel()
            connection.close()


def _parted(url: str) -> urllib.parse.SplitResult | None:
    """The parts of an http address; None where it is none."""
    try:
        parts = urllib.parse.urlsplit(url)
        usable = parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1)
    except ValueError:
        return None
    return parts if usable else None


class _RefusedError(Exception):
    """No answer: whether another try is worth it, and after how many seconds where the server said so."""

    def __init__(self, why: str, again: bool = True, wait: float | None = None) -> None:
        super().__init__(why)
        self.again, self.wait = again, wait


def _cut(wire: socket.socket) -> None:
    with suppress(OSError):
        wire.shutdown(socket.SHUT_RDWR)


def _headers() -> dict[str, str]:
    key = os.environ.get(KEY, "").strip()
    return {"Content-Type": "application/json", "Accept": "application/json"} | ({"Authorization": f"Bearer {key}"} if key else {})


def _received(response: http.client.HTTPResponse) -> bytes:
    if response.status != 200:
        raise _RefusedError(f"status {response.status}", response.status in _RETRIED, _asked_wait(response.getheader("Retry-After")))
    data = response.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise _RefusedError(f"an answer of more than {LONGEST:,} bytes", again=False)
    return data


def _asked_wait(told: str | None) -> float | None:
    return float(told) if told and told.strip().isdigit() and len(told) < 9 else None


def _words(data: bytes) -> str:
    """The content of the first choice."""
    try:
        found: Any = json.loads(data)
        words = found["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _RefusedError(f"not the protocol ({type(error).__name__})") from error
    if not isinstance(words, str):
        raise _RefusedError("not the protocol (no words)")
    return words
