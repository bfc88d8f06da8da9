"""The process in which a query runs: an order as JSON on standard input, the answer as JSON on standard output.

Its one argument is the process that asked, for it must not outlive that one.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

from coldgraph.ask.run import here, located
from coldgraph.errors import ColdgraphError


def main() -> int:
    threading.Thread(target=end_with, args=(int(sys.argv[1]),), daemon=True).start()
    order = json.loads(sys.stdin.readline())
    bound(order["gigabytes"])
    try:
        told = _answer(order)
    except ColdgraphError as wrong:
        told = {"error": {"class": type(wrong).__name__, "what": wrong.what, "where": wrong.where, "advice": wrong.advice}}
    except MemoryError:
        sys.stderr.write("out of memory\n")
        return 1
    json.dump(told, sys.stdout)
    return 0


def _answer(order: dict[str, Any]) -> dict[str, Any]:
    found = here(located(order["target"]), order["query"], order["rows"], order["trusted"])
    return {"answer": json.loads(found.json()), "kind": found.kind, "truncated": found.truncated}


def end_with(parent: int) -> None:
    """End this process when its parent has gone, so that a killed program leaves no query running."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def bound(gigabytes: float | None) -> None:
    """Limit the memory of this process, where the system can (not on Windows); never a core dump."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if gigabytes is not None:
        size = int(gigabytes * 2**30)
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        resource.setrlimit(resource.RLIMIT_DATA, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


if __name__ == "__main__":
    sys.exit(main())
