"""The closed classes of words that interpretation looks for (data: cues/words.txt)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_SECTION = re.compile(r"^\[([\w-]+)\]")


@cache
def _sections() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in (Path(__file__).parent / "cues" / "words.txt").read_text(encoding="utf-8").splitlines():
        if head := _SECTION.match(line):
            name = head.group(1)
        elif name:
            found[name] = (*found.get(name, ()), *line.split())
    return found


def words(name: str) -> frozenset[str]:
    """The words of a section.

    >>> "never" in words("negative")
    True
    """
    return frozenset(_sections()[name])


def either(name: str) -> str:
    """The words of a section as alternatives of a regular expression, the longest first.

    >>> re.fullmatch(either("narrating"), "pointed out") is not None
    True
    """
    some = sorted(_sections()[name], key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(map(re.escape, word.split("_"))) for word in some)
