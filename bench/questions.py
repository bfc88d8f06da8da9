"""How long each named question takes on a graph: seconds of processor and of the clock, medians of five.

    python bench/questions.py GRAPH [NAME ...]

Every question is asked in this process with the values below, as `Graph.ask` asks it (names found, steps taken, citations
completed). The clock also counts what other programs do on the machine; the processor's time does not.
"""

from __future__ import annotations

import statistics
import sys
import time

import coldgraph
from coldgraph.ask.questions import Question, questions

RUNS = 5
VALUES = {
    "chain-of-meetings": {"from": "Soviet Union", "towards": "China", "since": "1961", "until": "1963"},
    "dossier": {"actor": "Nikita Khrushchev"},
    "unbalanced-triads": {"since": "1961", "until": "1963"},
}
BY_KIND = {"actor": ("Soviet Union", "United States"), "place": ("Moscow",)}


def given(asked: Question) -> dict[str, str]:
    """The values for a question: for what it requires alone, so that the answer is as large as can be."""
    actors = {kind: iter(names) for kind, names in BY_KIND.items()}
    return VALUES.get(asked.name) or {p.name: next(actors[p.kind]) for p in asked.parameters if p.required}


def measured(graph: coldgraph.Graph, asked: Question) -> tuple[float, float, int]:
    """Medians of processor time and clock time in seconds, and the number of rows."""
    processor, clock, rows = [], [], 0
    for _ in range(RUNS):
        used, began = time.process_time(), time.perf_counter()
        rows = len(graph.ask(asked.name, **given(asked)))
        processor.append(time.process_time() - used)
        clock.append(time.perf_counter() - began)
    return statistics.median(processor), statistics.median(clock), rows


def main(place: str, *names: str) -> None:
    sys.stdout.write("| question | processor s | clock s | rows |\n|---|---|---|---|\n")
    with coldgraph.open(place) as graph:
        for asked in questions():
            if not asked.name.startswith("table-") and (not names or asked.name in names):
                processor, clock, rows = measured(graph, asked)
                sys.stdout.write(f"| {asked.name} | {processor:.2f} | {clock:.2f} | {rows:,} |\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
