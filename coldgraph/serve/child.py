"""One process that runs queries, as the server sees it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coldgraph.ask.run import environment
from coldgraph.errors import GraphError
from coldgraph.serve.refused import Refused

_LINE = 2**20


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: its media type, its bytes, or the file where more bytes lie, of ``size``."""

    media: str
    size: int
    body: bytes
    place: Path | None = None


class Child:
    """A process over an index. ``over``: it has been ended; ``old``: another one had better take its place."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.over = self.old = False

    @classmethod
    async def started(cls, index: Path, gigabytes: float) -> Child:
        """A process that is ready for its first query. Raises GraphError where it cannot open the index."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "coldgraph.serve.worker", str(os.getpid()), str(index), str(gigabytes),
            stdin=PIPE, stdout=PIPE, stderr=asyncio.subprocess.DEVNULL, env=environment(), limit=_LINE, start_new_session=True,
        )  # fmt: skip
        child = cls(process)
        ready = False
        try:
            await child._heard()
            ready = True
        except Refused as broken:
            raise GraphError(broken.what, broken.where, broken.advice) from broken
        finally:
            if not ready:
                await child.kill()
        return child

    async def ask(self, order: dict[str, Any], place: Path) -> Reply:
        """The reply to an order; a large one lies in the file ``place``. Raises Refused where there is none."""
        pipe = self._process.stdin
        with contextlib.suppress(ConnectionError):  # that it has gone shows when it is listened to
            if pipe:
                pipe.write(json.dumps(order | {"place": str(place)}).encode() + b"\n")
                await pipe.drain()
        head, body = await self._heard()
        self.old |= head["last"]
        return Reply(head["media"], head["size"], body, None if head["size"] == len(body) else place)

    async def _heard(self) -> tuple[dict[str, Any], bytes]:
        pipe = self._process.stdout
        try:
            line = await pipe.readline() if pipe else b""
            head: dict[str, Any] = json.loads(line)
            body = await pipe.readexactly(head["length"]) if pipe else b""
        except (ValueError, asyncio.IncompleteReadError):
            raise await self._ended() from None
        if head["status"] != 200:
            raise Refused(head["status"], head["what"], head["advice"], head["where"])
        return head, body

    async def _ended(self) -> Refused:
        await self.kill()
        code = self._process.returncode or 0
        why = f" ({signal.Signals(-code).name})" if code < 0 else ""
        return Refused(503, f"the query brought its process down{why}: most likely it needed too much memory", "ask for less, or flatter")

    @property
    def lives(self) -> bool:
        pipe = self._process.stdout
        told = self.over or self._process.returncode is not None or pipe is None or pipe.at_eof()
        return not told and not _has_ended(self._process.pid)

    async def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.over = True
        if self._process.returncode is None:
            _killed(self._process)
        await self._process.wait()


def _has_ended(pid: int) -> bool:
    """Whether the system knows of a process's end, of which asyncio may not have heard yet. Its exit status stays to be collected."""
    if not hasattr(os, "waitid"):  # Windows, and macOS before Python 3.13
        return False
    try:
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except ChildProcessError:
        return True


def _killed(process: Process) -> None:
    """Not by asyncio's own kill, where there are signals: that may collect the exit status before asyncio's watcher does."""
    with contextlib.suppress(ProcessLookupError):
        if os.name == "posix":
            os.kill(process.pid, signal.SIGKILL)
        else:
            process.kill()
