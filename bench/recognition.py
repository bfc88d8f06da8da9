"""How fast names are found: words a second on one core, and where the time goes.

    python bench/recognition.py VOLUME.xml [DOCUMENTS]

Reads the first documents of a source (100), recognises them three times, prints the fastest, and then
the share of each step from a profile of one more round. Reading the source and setting up are not counted.
"""

from __future__ import annotations

import cProfile
import itertools
import pstats
import sys
import time
from pathlib import Path

from coldgraph.authority.load import load
from coldgraph.model import Document
from coldgraph.read import read
from coldgraph.recognise.recogniser import Recogniser

ROUNDS, SHOWN = 3, 14


def documents(source: Path, most: int) -> list[Document]:
    """The first documents of a source that can be read."""
    return list(itertools.islice((d for d in read(source, source.name) if isinstance(d, Document)), most))


def fastest(recogniser: Recogniser, some: list[Document]) -> float:
    """Seconds of this process for all documents, the best of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for document in some:
            recogniser.recognise(document)
        times.append(time.process_time() - start)
    return min(times)


def profile(recogniser: Recogniser, some: list[Document]) -> list[tuple[float, int, str]]:
    """(own seconds, calls, function) of the functions that take most, under the profiler."""
    profiler = cProfile.Profile(time.process_time)
    with profiler:
        for document in some:
            recogniser.recognise(document)
    rows = pstats.Stats(profiler).stats.items()  # type: ignore[attr-defined]
    found = [(own, calls, f"{Path(file).stem}.{name}") for (file, _, name), (_, calls, own, _, _) in rows]
    return sorted(found, reverse=True)[:SHOWN]


def main() -> None:
    source, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100
    some, recogniser = documents(source, most), Recogniser(load())
    words = sum(len(d.text.split()) for d in some)
    seconds = fastest(recogniser, some)
    print(f"{len(some)} documents, {words:,} words: {words / seconds:,.0f} words a second and core")  # noqa: T201
    rows = profile(recogniser, some)
    whole = sum(own for own, _, _ in rows)
    for own, calls, name in rows:
        print(f"{own / whole:6.1%} {calls:>10,} calls  {name}")  # noqa: T201


if __name__ == "__main__":
    main()
