"""What a graph takes the occurrences of triples/gold/collectives.csv for: right, wrong or missing.

    python triples/scripts/collectives.py GRAPH
    python triples/scripts/collectives.py GRAPH --half odd --show

GRAPH is a folder built from the FRUS volumes, with its texts; occurrences of documents that it does not hold are not
counted. The rules were written with the even rows at hand; the odd rows were only counted.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from annotations import GOLD

from coldgraph.evaluate.collectives import Judged, judge, read
from coldgraph.evaluate.packed import kept
from coldgraph.ids import BASE
from coldgraph.store.index import opened

FILE = GOLD / "collectives.csv"
RESULTS = ("right", "wrong", "missing")


def judged(graph: Path, half: str = "") -> list[Judged]:
    """The occurrences that a graph holds; ``half``: even, odd or '' for all."""
    occurrences = [o for o in read(FILE) if not half or o.number % 2 == (half == "odd")]
    return list(judge(occurrences, opened(graph), kept(graph)))


def table(some: list[Judged]) -> Iterator[str]:
    """One line a kind, then all: right, wrong, missing and the share that is right."""
    counts = Counter((kind, j.result) for j in some for kind in (j.occurrence.kind, "all"))
    for kind in (*sorted({j.occurrence.kind for j in some}), "all"):
        numbers = [counts[kind, result] for result in RESULTS]
        yield f"| {kind} | {' | '.join(map(str, numbers))} | {numbers[0] / (sum(numbers) or 1):.3f} |"


def _line(one: Judged) -> str:
    answers, found = (" ".join(sorted(i.removeprefix(BASE) for i in some)) for some in (one.occurrence.answers, one.found))
    return f"{one.result}: {one.occurrence.document} {one.occurrence.start} {one.words!r}: {found or 'nothing'}, not {answers}"


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("graph", type=Path)
    given.add_argument("--half", choices=("even", "odd"), default="")
    given.add_argument("--show", action="store_true", help="list what is wrong and missing")
    options = given.parse_args()
    some = judged(options.graph, options.half)
    lines = [_line(j) for j in some if j.result != "right"] if options.show else []
    sys.stdout.write("\n".join([*lines, f"| kind | {' | '.join(RESULTS)} | share right |", "|---|---|---|---|---|", *table(some)]) + "\n")


if __name__ == "__main__":
    main()
