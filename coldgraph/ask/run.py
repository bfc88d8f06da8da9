"""Runs a query, if wished in a process that can be killed when its time is up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coldgraph import errors
from coldgraph.ask.guard import refuse
from coldgraph.ask.prologue import complete
from coldgraph.errors import ColdgraphError, QueryError
from coldgraph.store import index
from coldgraph.store.answer import Answer, from_json
from coldgraph.store.contract import Store
from coldgraph.store.embedded import Embedded
from coldgraph.store.remote import Remote

SECONDS = 60.0
GIGABYTES = 4.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: ``seconds``, ``gigabytes`` of memory, ``rows`` (None: no limit).

    ``trusted`` lets SERVICE and foreign FROM clauses pass.
    """

    seconds: float | None = SECONDS
    rows: int | None = None
    gigabytes: float | None = GIGABYTES
    trusted: bool = False


def opened(target: str | Path) -> Store:
    """The store of a graph folder, or of an endpoint's address."""
    address = str(target)
    if address.startswith(("http://", "https://")):
        remote = Remote(address)
        remote.check()
        return remote
    return index.opened(Path(target))


def run(target: str | Path, sparql: str, limits: Limits | None = None) -> Answer:
    """The answer of a graph folder or endpoint, in a process of its own that ends with the limits.

    Raises QueryError where the query is refused, wrong, or over a limit, GraphError where the
    graph cannot be used.
    """
    limits = limits or Limits()
    address = str(target) if str(target).startswith(("http://", "https://")) else str(index.refresh(Path(target)) / "store")
    order = {"target": address, "query": sparql, "rows": limits.rows, "gigabytes": limits.gigabytes, "trusted": limits.trusted}
    return _understood(_child(json.dumps(order), limits.seconds))


def here(store: Store, sparql: str, rows: int | None = None, trusted: bool = False) -> Answer:
    """The answer of an open store, in this process and without a time limit. Raises QueryError as `run` does."""
    sparql = complete(sparql)
    if not trusted:
        refuse(sparql)
    return store.query(sparql, limit=rows)


def located(address: str) -> Store:
    """The store at a place that `run` hands to its process."""
    return Remote(address) if address.startswith(("http://", "https://")) else Embedded(Path(address))


def _child(order: str, seconds: float | None) -> tuple[int, str, str]:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "coldgraph.ask.worker", str(os.getpid())],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), encoding="utf-8",
    )  # fmt: skip
    try:
        out, err = process.communicate(order + "\n", timeout=seconds)
    except subprocess.TimeoutExpired as late:
        advice = "ask for less, or allow more time with --timeout"
        raise QueryError(f"the query was stopped after {seconds:g} s", advice=advice) from late
    finally:
        process.kill()
        process.wait()
    return process.returncode, out, err


def environment() -> dict[str, str]:
    """The child finds this very package, wherever it lies, and no module of the working folder."""
    package = str(Path(errors.__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (package, known))), "PYTHONIOENCODING": "utf-8"}


def _understood(told: tuple[int, str, str]) -> Answer:
    code, out, err = told
    try:
        found: dict[str, Any] = json.loads(out)
    except ValueError:
        raise QueryError(f"the query brought its process down ({_end(code, err)})", advice="ask for less, or flatter") from None
    if "error" in found:
        raise _error(found["error"])
    return from_json(found["answer"], found["kind"], found["truncated"])


def _end(code: int, err: str) -> str:
    if "memory" in err:
        return "out of memory"
    return signal.Signals(-code).name if code < 0 else (err.strip().splitlines() or [f"status {code}"])[-1]


def _error(told: dict[str, str]) -> ColdgraphError:
    kind = getattr(errors, told["class"], QueryError)
    return kind(told["what"], told["where"], told["advice"]) if issubclass(kind, ColdgraphError) else QueryError(told["what"])
