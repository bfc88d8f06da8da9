"""What travels: a source to a worker as bytes, and the files of its documents back. No disk is shared."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from coldgraph.cluster.equipment import differences, equipment
from coldgraph.errors import GraphError
from coldgraph.folder import sha256, write
from coldgraph.read import Failure
from coldgraph.workshop import Built, Result, Task, here

_LONGEST_SUFFIX = 8
_one_at_a_time = threading.Lock()
"""A workshop builds one source at a time, however many threads a worker has."""


@dataclass(frozen=True, slots=True)
class Order:
    """A source to build, or with ``listing`` to list: its task, its bytes and the equipment that is wanted."""

    task: Task
    source: bytes
    wanted: dict[str, str]
    listing: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """What came of an order: a result as `Result` has it, with its files by name; or the ``names`` of the documents that there are.

    ``unlike`` tells how the worker's equipment differs from the wanted one; then nothing was done.
    """

    documents: tuple[Built, ...] = ()
    failed: tuple[Failure, ...] = ()
    same: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    unlike: str = ""


def work(order: Order) -> Parcel:
    """Carry out an order; this is what runs on a worker. It may run twice: it leaves nothing behind, and gives the same."""
    if unlike := differences(equipment(), order.wanted):
        return Parcel(unlike=unlike)
    with _one_at_a_time, _unpacked(order) as task:
        return Parcel(names=tuple(here().identifiers(task))) if order.listing else _packed(here().run(task))


@contextmanager
def _unpacked(order: Order) -> Iterator[Task]:
    """The task over a copy of its source. Of the source's own name only the ending counts here, as for `read`."""
    with TemporaryDirectory(dir=_disk()) as folder:
        suffix = order.task.path.suffix[:_LONGEST_SUFFIX]
        source = Path(folder) / f"source{suffix if suffix.isascii() else ''}"
        source.write_bytes(order.source)
        yield replace(order.task, path=source, staging=Path(folder) / "staging")


def _disk() -> str | None:
    """The folder that the worker was given for its files, and clears up after one that was killed."""
    from distributed import get_worker

    try:
        return str(get_worker().local_directory)
    except ValueError:  # not on a worker
        return None


def _packed(result: Result) -> Parcel:
    files = {f"{b.id}.{kind}": (result.staging / f"{b.id}.{kind}").read_bytes() for b in result.documents for kind in ("nq", "txt")}
    return Parcel(result.documents, result.failed, result.same, files)


def staged(parcel: Parcel, task: Task) -> Result:
    """Put the documents of a parcel into the task's staging folder. Raises GraphError where they are not as they were sent."""
    for built in parcel.documents:
        for name, checksum in ((f"{built.id}.nq", built.nquads), (f"{built.id}.txt", built.text)):
            data = parcel.files.get(name, b"")
            if sha256(data) != checksum:
                raise GraphError(f"a worker's {name} arrived damaged", task.name, "what is built so far is kept; build again")
            write(task.staging / name, data, lasting=False)
    return Result(task.name, task.staging, parcel.documents, parcel.failed, parcel.same)
