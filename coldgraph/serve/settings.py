"""What an endpoint allows, and to whom."""

from __future__ import annotations

from dataclasses import dataclass

PORT = 7878
ENDPOINT = "/sparql"
LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take, and how many run.

    ``seconds`` of running, ``rows`` and ``answer`` (bytes) of what it gives, ``gigabytes`` of memory of its
    process, ``request`` (bytes) of what is sent. ``at_once`` queries run, ``waiting`` more wait for
    at most ``patience`` seconds.
    """

    seconds: float = 30.0
    rows: int = 100_000
    answer: int = 64 * 2**20
    gigabytes: float = 2.0
    request: int = 2**20
    at_once: int = 4
    waiting: int = 64
    patience: float = 60.0


@dataclass(frozen=True, slots=True)
class Access:
    """Whom the endpoint answers: requests to one of ``names`` (empty: to any), and pages of other ``origins`` ('*': of all)."""

    names: tuple[str, ...] = LOOPBACK
    origins: tuple[str, ...] = ()
