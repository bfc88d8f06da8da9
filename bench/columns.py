"""The named questions answered from the Parquet tables with DuckDB, as a check and a rival of the SPARQL store.

    python bench/columns.py GRAPH [RUNS]

Prints for each question the rows, whether both give the same ones, and the medians of processor seconds of store and tables.
The store's time has all that `Graph.ask` does for a reader: names found, quotations cut, citations completed; compared are the
columns that the tables have too. The SQL is in bench/sql; docs/questions.md says why other questions are not there.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import pandas as pd

import coldgraph
from coldgraph import ids

SQL = {file.stem: file.read_text(encoding="utf-8") for file in sorted((Path(__file__).parent / "sql").glob("*.sql"))}
VALUES = {"from": "state/soviet-union", "towards": "state/united-states", "actor": "state/soviet-union", "place": "place/moscow"}
T = TypeVar("T")
Outcome = tuple[str, int, bool, float, float]  # question, rows, whether they are the same, seconds of the store and of the tables


def connected(folder: Path) -> duckdb.DuckDBPyConnection:
    """The tables of a graph as views, on one processor as the store is."""
    made = duckdb.connect(":memory:")
    made.execute("SET threads = 1")
    for file in sorted(folder.glob("*.parquet")):
        made.execute(f"CREATE VIEW {file.stem} AS SELECT * FROM read_parquet('{file}')")
    return made


def parameters(name: str, values: dict[str, str]) -> dict[str, str]:
    """Those of the values that a question asks for, as IRIs."""
    return {key: ids.iri(local) for key, local in values.items() if f"${key}" in SQL[name]}


def from_tables(base: duckdb.DuckDBPyConnection, name: str, values: dict[str, str]) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and rows of a question's answer."""
    found = base.execute(SQL[name], parameters(name, values))
    return [column[0] for column in found.description or ()], found.fetchall()


def from_store(graph: coldgraph.Graph, name: str, values: dict[str, str]) -> pd.DataFrame:
    return graph.ask(name, **parameters(name, values)).frame()


def comparable(rows: Iterable[Iterable[object]]) -> list[tuple[str, ...]]:
    """Rows in one order, all values as text."""
    return sorted(tuple("" if value is None or value != value else _text(value) for value in row) for row in rows)


def _text(value: object) -> str:
    return f"{value:.6g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def timed(work: Callable[[], T], runs: int) -> tuple[T, float]:
    """What comes out, and the median of processor seconds."""
    used = []
    for _ in range(runs):
        start = time.process_time()
        made = work()
        used.append(time.process_time() - start)
    return made, statistics.median(used)


def compared(graph: coldgraph.Graph, base: duckdb.DuckDBPyConnection, name: str, values: dict[str, str], runs: int = 1) -> Outcome:
    """A question asked of both."""
    (columns, rows), tables = timed(lambda: from_tables(base, name, values), runs)
    asked, store = timed(lambda: from_store(graph, name, values), runs)
    same = comparable(rows) == comparable(asked[columns].itertuples(index=False))
    return name, len(asked), same, store, tables


def outcomes(place: Path, runs: int) -> Iterator[Outcome]:
    """All questions asked of both."""
    from coldgraph.store.tables.export import export

    with tempfile.TemporaryDirectory() as folder, coldgraph.open(place) as graph:
        export(place, Path(folder) / "tables", False)
        base = connected(Path(folder) / "tables")
        yield from (compared(graph, base, name, VALUES, runs) for name in SQL)


def main(place: str, runs: str = "5") -> None:
    sys.stdout.write("| question | rows | same | store s | tables s | store / tables |\n|---|---|---|---|---|---|\n")
    for name, rows, same, store, tables in outcomes(Path(place), int(runs)):
        sys.stdout.write(
            f"| {name} | {rows:,} | {'yes' if same else 'NO'} | {store:.2f} | {tables:.3f} | {store / max(tables, 0.001):.0f} |\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
