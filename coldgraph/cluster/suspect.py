"""A source whose workers were stopped again and again: which of its documents does it, and the others without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from coldgraph.cluster.parcel import Parcel, staged
from coldgraph.read import Failure
from coldgraph.workshop import Result, Task

Ask = Callable[[Task, bool], Parcel]
_ADVICE = "give the workers more memory, or report it with the document if you may; the next build tries it again"


class Killed(Exception):
    """All workers that were given a task were stopped over it."""


def examined(task: Task, ask: Ask) -> Result:
    """The documents of a source that can be built, with a failure for each that stops its worker, found by halving.

    ``ask`` runs a task (or lists its documents) with nothing beside it on the cluster, so that nobody
    is blamed for a neighbour, and raises Killed.
    """
    try:
        return staged(ask(task, False), task)
    except Killed:
        pass
    try:
        names = ask(task, True).names
    except Killed:
        return Result(task.name, task.staging, (), (_failure(task, "it"),), unfinished=True)
    return _joined(task, _halved(task, names, ask))


def _halved(task: Task, names: Sequence[str], ask: Ask) -> list[Result]:
    """The results of documents that are known to stop a worker together."""
    if len(names) <= 1:
        return [Result(task.name, task.staging, (), (_failure(task, f"its document {names[0]}" if names else "it"),))]
    half = len(names) // 2
    return [result for part in (names[:half], names[half:]) for result in _part(task, part, ask)]


def _part(task: Task, names: Sequence[str], ask: Ask) -> list[Result]:
    try:
        return [staged(ask(replace(task, only=frozenset(names)), False), task)]
    except Killed:
        return _halved(task, names, ask)


def _joined(task: Task, parts: Sequence[Result]) -> Result:
    documents, same = tuple(d for part in parts for d in part.documents), tuple(d for part in parts for d in part.same)
    failed = tuple(dict.fromkeys(f for part in parts for f in part.failed))
    return Result(task.name, task.staging, documents, failed, same, unfinished=True)


def _failure(task: Task, what: str) -> Failure:
    return Failure(task.name, f"{what} stopped every worker that was given it", _ADVICE)
