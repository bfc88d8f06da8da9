"""Which coldgraph this is: its version, with a digest of what decides what a document becomes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from coldgraph import __version__

_ROOMS = ("read", "recognise", "interpret", "consult", "curate", "mapping", "authority", "dates")
_KINDS = (".py", ".csv", ".txt", ".json")


def program() -> str:
    """The version of the program with a digest of the code and data that decide what a document becomes."""
    here, known = Path(__file__).parent, hashlib.sha256()
    files = [*here.glob("*"), *(f for room in _ROOMS for f in (here / room).rglob("*"))]
    for file in sorted(f for f in files if f.suffix in _KINDS):
        known.update(file.relative_to(here).as_posix().encode() + b"\0" + file.read_bytes())
    return f"{__version__}+{known.hexdigest()[:12]}"
