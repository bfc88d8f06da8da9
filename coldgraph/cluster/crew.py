"""Tasks done by the workers of a cluster: a bounded number under way, their results in the order of the tasks."""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from coldgraph.cluster.connection import connected, lost
from coldgraph.cluster.equipment import equipment
from coldgraph.cluster.parcel import Order, Parcel, staged, work
from coldgraph.cluster.suspect import Killed, examined
from coldgraph.errors import GraphError
from coldgraph.read.values import TEI_LIMIT
from coldgraph.workshop import Result, Task, run

if TYPE_CHECKING:
    from distributed import Client, Future

AHEAD = 3
"""Sources under way for each thread of the cluster: it shall not wait for us, nor hold more than it needs."""
_BYTES = 500_000_000
"""Bytes of sources under way, all together."""
_RETRIES = 2
"""How often a task is tried again elsewhere whose worker could not do it, for want of room on its disk for one."""
LOOK = 2.0
"""Seconds after which the cluster is asked again how large it is."""
PATIENCE = 600.0
"""Seconds without any worker after which the build is given up."""


def results(tasks: Sequence[Task], address: str) -> Iterator[Result]:
    """The result of each task, in the order of the tasks, whichever worker of the cluster did it.

    Raises GraphError where there is no scheduler, no worker, a worker with another coldgraph, or where the scheduler goes away;
    ExtraMissing without Dask.
    """
    if tasks:
        with connected(address) as client:
            yield from _Crew(client, address).results(tasks)


class _Crew:
    """Which tasks wait, are under way or done; what is done waits in its staging folder for its turn."""

    def __init__(self, client: Client, address: str) -> None:
        self.client, self.address, self.wanted = client, address, equipment()
        self.waiting: deque[Task] = deque()
        self.under_way: dict[Future[Parcel], tuple[Task, int]] = {}
        self.finished: queue.SimpleQueue[Future[Parcel]] = queue.SimpleQueue()
        self.done: dict[str, Result | None] = {}
        self.threads, self.looked, self.seen = 0, 0.0, time.monotonic()

    def results(self, tasks: Sequence[Task]) -> Iterator[Result]:
        self.waiting.extend(tasks)
        for task in tasks:
            while task.name not in self.done:
                self._look()
                self._send()
                self._gather()
            yield self.done.pop(task.name) or self._examined(task)

    def _look(self) -> None:
        """How many threads there are. Raises GraphError where there has been none for long, or no scheduler any more."""
        now = time.monotonic()
        if now - self.looked < LOOK:
            return
        try:
            self.threads = sum(self.client.nthreads().values()) if self.client.status == "running" else -1
        except (OSError, RuntimeError, CancelledError):
            self.threads = -1
        if self.threads < 0:
            raise lost(self.address)
        self.looked = now
        self.seen = now if self.threads else self.seen
        if now - self.seen > PATIENCE:
            advice = "what is built so far is kept; start workers with: dask worker HOST:PORT --nthreads 1"
            raise GraphError(f"the cluster has had no worker for {PATIENCE / 60:g} minutes", self.address, advice)

    def _send(self) -> None:
        while self.waiting and self._has_room():
            task = self.waiting.popleft()
            source = _source(task)
            if source is None:
                self.done[task.name] = run(task)  # which says why it cannot be used
            else:
                self._submit(task, source)

    def _has_room(self) -> bool:
        return len(self.under_way) < AHEAD * max(self.threads, 1) and sum(size for _, size in self.under_way.values()) < _BYTES

    def _submit(self, task: Task, source: bytes, listing: bool = False) -> Future[Parcel]:
        if self.client.status != "running":
            raise lost(self.address)
        future = self.client.submit(work, Order(task, source, self.wanted, listing), pure=False, retries=_RETRIES)
        self.under_way[future] = (task, len(source))
        future.add_done_callback(self.finished.put)
        return future

    def _gather(self) -> None:
        """Wait for one task to end, not for ever."""
        if not self.under_way:
            return
        try:
            future = self.finished.get(timeout=LOOK)
        except queue.Empty:
            return
        task, _ = self.under_way[future]
        try:
            self.done[task.name] = staged(self._parcel(future), task)
        except Killed:
            self.done[task.name] = None

    def _parcel(self, future: Future[Parcel]) -> Parcel:
        """What came of a task. Raises Killed where it stopped its workers, GraphError where they cannot do it."""
        from distributed import KilledWorker

        del self.under_way[future]
        try:
            error: Any = future.exception()
            parcel: Parcel | None = None if error else future.result()
        except KilledWorker as killed:
            error = killed
        except (CancelledError, OSError) as gone:
            raise lost(self.address) from gone
        if isinstance(error, KilledWorker | MemoryError):
            raise Killed
        if error or parcel is None:
            raise self._unable(error)
        if parcel.unlike:
            raise GraphError(f"a worker has {parcel.unlike}", self.address, "install the same on all machines of the cluster")
        return parcel

    def _unable(self, error: BaseException | None) -> GraphError:
        if isinstance(error, ImportError) or "deserializ" in str(error):  # the second is how a scheduler says it
            what = f"the cluster cannot load coldgraph: {str(error).partition('.')[0]}"
            return GraphError(what, self.address, "install coldgraph[cluster] where its scheduler and each worker run")
        return GraphError(f"a worker failed: {type(error).__name__}: {error}", self.address, "what is built so far is kept; build again")

    def _examined(self, task: Task) -> Result:
        """A source that was under way when workers were stopped, once more, with nothing beside it."""
        while self.under_way:
            self._look()
            self._gather()
        return examined(task, self._ask)

    def _ask(self, task: Task, listing: bool) -> Parcel:
        """One order and its answer, alone on the cluster."""
        source = _source(task)
        if source is None:
            raise GraphError("cannot be read any more", task.path, "what is built so far is kept; build again")
        future = self._submit(task, source, listing)
        while True:
            self._look()
            try:
                return self._parcel(self.finished.get(timeout=LOOK))
            except queue.Empty:
                assert future in self.under_way


def _source(task: Task) -> bytes | None:
    """The bytes of a source; None where it cannot be read or is larger than any reader takes."""
    try:
        return task.path.read_bytes() if task.path.stat().st_size <= TEI_LIMIT else None
    except OSError:
        return None
