"""Some processes that stand ready, so that a query waits for no start; one that is stopped is replaced."""

from __future__ import annotations

import asyncio
import itertools
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from coldgraph.errors import GraphError
from coldgraph.serve.child import Child, Reply
from coldgraph.serve.refused import Busy, Refused
from coldgraph.serve.settings import Limits

AGAIN = 2.0


class Pool:
    """``limits.at_once`` processes over the index that ``locate`` finds; it is asked again for each new process."""

    def __init__(self, locate: Callable[[], Path], limits: Limits) -> None:
        self._locate, self.limits = locate, limits
        self._free: asyncio.Queue[Child] = asyncio.Queue()
        self._all: set[Child] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._waiting, self._closed, self._number, self._state = 0, False, itertools.count(), 0
        self._folder = tempfile.TemporaryDirectory(prefix="coldgraph-serve-", ignore_cleanup_errors=True)

    async def start(self) -> None:
        """Start one process, and the others while it answers. Raises GraphError where the graph cannot be opened."""
        await self._add()
        for _ in range(self.limits.at_once - 1):
            self._later(self._added())

    async def close(self) -> None:
        """End all processes and remove what they have written."""
        self._closed = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(child.kill() for child in self._all))
        self._folder.cleanup()

    async def ask(self, order: dict[str, Any]) -> Reply:
        """The reply of a free process. Raises Refused: 503 where none is free in time or the query takes too long.

        When the caller is cancelled, the query is stopped.
        """
        child = await self._taken()
        place = Path(self._folder.name) / str(next(self._number))
        finished = False
        try:
            reply = await asyncio.wait_for(child.ask(order, place), self.limits.seconds)
            finished = True
            return reply
        except TimeoutError:
            raise Refused(503, f"the query was stopped after {self.limits.seconds:g} s", "ask for less") from None
        except Refused:
            finished = not child.over
            place.unlink(missing_ok=True)  # what was written up to the limit
            raise
        finally:
            self._given_back(child, place, finished)

    def retire(self) -> None:
        """Replace every process, the free ones now and the others when their query ends: the graph has changed."""
        self._state += 1
        for child in self._all:
            child.old = True
        for _ in range(self._free.qsize()):
            self._given_back(self._free.get_nowait(), None, True)

    async def _taken(self) -> Child:
        if self._waiting >= self.limits.waiting:
            raise Busy(f"{self._waiting} queries are waiting already")
        self._waiting += 1
        try:
            return await asyncio.wait_for(self._living(), self.limits.patience)
        except TimeoutError:
            raise Busy(f"no query came to its end in {self.limits.patience:g} s") from None
        finally:
            self._waiting -= 1

    async def _living(self) -> Child:
        while not (child := await self._free.get()).lives:
            self._replace(child)
        return child

    def _given_back(self, child: Child, place: Path | None, finished: bool) -> None:
        if finished and child.lives and not child.old:
            self._free.put_nowait(child)
        else:
            self._replace(child, None if finished else place)

    def _replace(self, child: Child, place: Path | None = None) -> None:
        self._later(self._replaced(child, place))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replaced(self, child: Child, place: Path | None) -> None:
        """Another process in place of one, which is ended."""
        await child.kill()
        if place:
            place.unlink(missing_ok=True)
        self._all.discard(child)
        await self._added()

    async def _added(self) -> None:
        """One process more; as long as the graph cannot be opened, it is tried again."""
        while not self._closed:
            try:
                return await self._add()
            except GraphError:
                await asyncio.sleep(AGAIN)

    async def _add(self) -> None:
        state = self._state
        index = await asyncio.to_thread(self._locate)
        child = await Child.started(index, self.limits.gigabytes)
        child.old = state != self._state
        self._all.add(child)
        self._free.put_nowait(child)
