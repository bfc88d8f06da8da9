"""The server from its start to its clean stop."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from coldgraph.errors import GraphError
from coldgraph.serve.app import application
from coldgraph.serve.pool import Pool
from coldgraph.serve.settings import Access, Limits
from coldgraph.store import index

LOOKS_EVERY = 2.0
PATIENCE_AT_THE_END = 5


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at an address; port 0 is any free one. Raises GraphError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(1024)
    except OSError as broken:
        made.close()
        raise GraphError(f"cannot listen there: {broken.strerror}", f"{host}:{port}", "choose another --port or --host") from broken
    return made


def serve(graph: Path, at: socket.socket, limits: Limits, access: Access, ready: Callable[[], None]) -> None:
    """Serve a graph folder until SIGINT or SIGTERM; ``ready`` is called when the first query can come.

    A graph that is built again meanwhile is taken up. Raises GraphError where it cannot be opened.
    """
    index.refresh(graph)
    asyncio.run(_serve(graph, at, limits, access, ready))


async def _serve(graph: Path, at: socket.socket, limits: Limits, access: Access, ready: Callable[[], None]) -> None:
    pool = Pool(lambda: index.refresh(graph) / "store", limits)
    watch = asyncio.create_task(_watch(graph / "manifest.json", pool))
    try:
        await pool.start()
        server = uvicorn.Server(_config(pool, limits, access))
        for ending in (signal.SIGINT, signal.SIGTERM):  # uvicorn stops at them and then raises them again
            signal.signal(ending, lambda *_: None)
        ready()
        await server.serve(sockets=[at])
    finally:
        watch.cancel()
        await pool.close()


def _config(pool: Pool, limits: Limits, access: Access) -> uvicorn.Config:
    return uvicorn.Config(
        application(pool, access), loop="asyncio", http="h11", ws="none", lifespan="off", log_level="warning", access_log=False,
        server_header=False, h11_max_incomplete_event_size=limits.request + 2**16, timeout_graceful_shutdown=PATIENCE_AT_THE_END,
    )  # fmt: skip


async def _watch(manifest: Path, pool: Pool) -> None:
    """Retire the processes when the graph has been built again."""
    known = _stamp(manifest)
    while True:
        await asyncio.sleep(LOOKS_EVERY)
        if (now := _stamp(manifest)) != known and now is not None:
            known = now
            pool.retire()


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino
