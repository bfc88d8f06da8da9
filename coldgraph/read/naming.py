"""Document identifiers that stay apart."""

from __future__ import annotations

from collections.abc import Container

from coldgraph.ids import digest


def unique_id(wanted: str, source_file: str, taken: Container[str]) -> str:
    """``wanted``, or with a digest of its source file behind it when another document has it already.

    >>> unique_id("talk", "a/talk.txt", set())
    'talk'
    >>> unique_id("talk", "b/talk.txt", {"talk"})
    'talk-b5d31ea90b09'
    """
    return wanted if wanted not in taken else f"{wanted}-{digest(source_file)}"
