"""What every store can do, whatever engine lies behind it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from coldgraph.store.answer import Answer


class Store(Protocol):
    """A set of named graphs. Plain patterns of a query see the union of them all.

    Every method raises GraphError where the store cannot be used, `query` raises
    QueryError where the query is at fault.
    """

    def query(self, sparql: str, *, limit: int | None = None) -> Answer:
        """The answer to a SPARQL 1.1 query; at most ``limit`` rows, and the answer says whether more were cut off."""

    def load(self, graph: str, source: Path | bytes) -> None:
        """Put the N-Quads of one named graph (an IRI) in place of what that graph held.

        Raises GraphError where a line belongs to another graph.
        """

    def drop(self, graph: str) -> None:
        """Remove a named graph; nothing happens where there is none."""

    def count(self, graph: str | None = None) -> int:
        """How many quads the store, or one named graph, holds."""

    def graphs(self) -> list[str]:
        """The IRIs of all named graphs, sorted."""

    def close(self) -> None:
        """Give the files or connections back; the store cannot be used any more."""
