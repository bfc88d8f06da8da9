"""The way to a Dask scheduler: its address, and what is said when it is not there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coldgraph.errors import ExtraMissing, GraphError

if TYPE_CHECKING:
    from distributed import Client

SECONDS = 10
"""How long a scheduler may take to answer."""
_LARGE = 1_000_000_000
"""Bytes of a source above which Dask would warn; ours are never that large."""


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A client of the scheduler at dask://HOST:PORT; what it was still to do is given up at the end.

    Raises ExtraMissing without Dask, GraphError for an address of another form or where no scheduler answers.
    """
    wire = _wire(address)
    try:
        import dask
        from distributed import Client
    except ImportError as missing:
        raise ExtraMissing("a build on a cluster needs Dask", "--on", "pip install 'coldgraph[cluster]'") from missing
    with _quiet(), dask.config.set({"distributed.admin.large-graph-warning-threshold": _LARGE}):
        client = _client(Client, wire, address)
        try:
            yield client
        finally:
            client.close(timeout=SECONDS)


def _client(kind: type[Client], wire: str, address: str) -> Client:
    try:
        return kind(wire, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        advice = "start one with: dask scheduler, and workers with: dask worker HOST:PORT --nthreads 1"
        raise GraphError("no Dask scheduler answers", address, advice) from error


def _wire(address: str) -> str:
    """The scheduler's address as Dask writes it.

    >>> _wire("dask://node7:8786")
    'tcp://node7:8786'
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme == "dask" and parts.hostname and parts.port and not parts.path.strip("/")
    except ValueError:
        usable = False
    if not usable:
        raise GraphError("is no address of a cluster", address, "write dask://HOST:PORT, as the scheduler says at its start")
    return f"tcp://{parts.netloc}"


@contextmanager
def _quiet() -> Iterator[None]:
    """Dask tells of lost connections at length; what they mean for the build is said by the build."""
    log = logging.getLogger("distributed")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def lost(address: str) -> GraphError:
    return GraphError("the Dask scheduler went away", address, "what is built so far is kept; start it and build again")
