"""What the trials with servers of others need of this machine: their programs, and ports that are free."""

from __future__ import annotations

import os
import shutil
import socket


def program(name: str, packages: str) -> str:
    """Where a program is. Ends this one with the Debian packages to install where it is not."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if found is None:
        raise SystemExit(f"{name} is not installed: apt-get install {packages}")
    return found


def ports(number: int) -> list[int]:
    """So many ports of this machine that nobody listens at, none twice."""
    wires = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    found = [wire.getsockname()[1] for wire in wires]
    for wire in wires:
        wire.close()
    return found
