"""What the readers hand on beside documents: sources found, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LIMIT = 50_000_000
"""Bytes above which a text, HTML or PDF file is refused."""

TEI_LIMIT = 200_000_000
"""Bytes above which a TEI volume is refused."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``name`` is its path below the given folder, ``kind`` a guess at the reader ('' unknown).

    ``aside`` says why a file that was met in a folder is left out ('': it is not).
    """

    path: Path
    name: str
    kind: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A source, or one document of it, that could not be read: what happened and what to do next."""

    source: str
    what: str
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.source}: {self.what}" + (f" ({self.advice})" if self.advice else "")
