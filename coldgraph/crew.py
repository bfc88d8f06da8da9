"""Tasks done one after another in this process, or by several processes that end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection

from coldgraph.errors import GraphError
from coldgraph.workshop import Result, Task, furnish, run

_SMALL = 3_000_000
"""Bytes of sources below which more processes cost more time than they save."""


def results(tasks: Sequence[Task], processes: int | None) -> Iterator[Result]:
    """The result of each task, in the order of the tasks, whoever did it."""
    workers = min(processes or (1 if _size(tasks) < _SMALL else os.cpu_count() or 1), len(tasks))
    if workers <= 1:
        yield from map(run, tasks)
    else:
        yield from _shared(tasks, workers)


def _shared(tasks: Sequence[Task], workers: int) -> Iterator[Result]:
    before = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)
    try:
        futures = _submitted(pool, tasks)
        for task in tasks:
            yield futures.pop(task.name).result()
        pool.shutdown()
    except BrokenProcessPool as error:
        advice = "what is built so far is kept; build again, with --processes 1 if it happens again"
        raise GraphError("a worker process was stopped, perhaps for want of memory", "", advice) from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - before:
            child.terminate()


def _submitted(pool: ProcessPoolExecutor, tasks: Sequence[Task]) -> dict[str, Future[Result]]:
    """Large sources first, so that none is left over for one worker at the end."""
    with _main_left_alone():
        return {t.name: pool.submit(run, t) for t in sorted(tasks, key=lambda t: (-_size([t]), t.name))}


@contextmanager
def _main_left_alone() -> Iterator[None]:
    """New processes do not run the caller's script once more: they need nothing of it, and it may have no guard."""
    main = sys.modules["__main__"]
    kept = {name: getattr(main, name) for name in ("__spec__", "__file__") if hasattr(main, name)}
    try:
        main.__spec__ = None
        if "__file__" in kept:
            del main.__file__
        yield
    finally:
        for name, value in kept.items():
            setattr(main, name, value)


def _begin() -> None:
    """A worker leaves Ctrl-C to its parent, and ends when the parent does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    furnish()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _size(tasks: Sequence[Task]) -> int:
    return sum(t.path.stat().st_size for t in tasks if t.path.is_file())
