"""The process in which queries run, one after another, over an index that it opens once.

Orders come as lines of JSON on standard input. Each reply is a line of JSON on standard
output, then as many bytes as it says. Arguments: the process that asked, the index, the gigabytes.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from coldgraph.ask.guard import refuse
from coldgraph.ask.worker import bound, end_with
from coldgraph.errors import ColdgraphError, GraphError
from coldgraph.serve.engine import done
from coldgraph.serve.refused import Refused
from coldgraph.store.embedded import Embedded

Reply = tuple[dict[str, Any], bytes]


def main() -> int:
    parent, index, gigabytes = int(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    threading.Thread(target=end_with, args=(parent,), daemon=True).start()
    bound(gigabytes)
    try:
        store = Embedded(index)
        refuse("ASK {}")  # the parser is made ready before the first query comes
    except ColdgraphError as wrong:
        _say(_refusal(wrong))
        return 1
    _say(({"status": 200}, b""))
    last = False
    while not last and (line := sys.stdin.buffer.readline()):
        head, body = _reply(store, json.loads(line))
        last = _large(gigabytes)
        _say((head | {"last": last}, body))
    return 0


def _reply(store: Embedded, order: dict[str, Any]) -> Reply:
    try:
        made = done(store, order)
    except ColdgraphError as wrong:
        return _refusal(wrong)
    return {"status": 200, "media": made.media, "size": made.length}, made.body


def _refusal(wrong: ColdgraphError) -> Reply:
    """A query's fault is the client's (400); what is wrong with the graph is ours (500)."""
    status = wrong.status if isinstance(wrong, Refused) else 500 if isinstance(wrong, GraphError) else 400
    return {"status": status, "what": wrong.what, "where": wrong.where, "advice": wrong.advice}, b""


def _say(reply: Reply) -> None:
    head, body = reply
    sys.stdout.buffer.write(json.dumps(head | {"length": len(body)}).encode() + b"\n" + body)
    sys.stdout.buffer.flush()


def _large(gigabytes: float) -> bool:
    """Whether this process has taken so much memory that a new one had better go on."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError):
        return False
    return pages * os.sysconf("SC_PAGE_SIZE") > gigabytes * 2**29


if __name__ == "__main__":
    sys.exit(main())
