"""Reading the tables of a graph folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from coldgraph.errors import GraphError, QueryError
from coldgraph.store.tables.columns import TABLES
from coldgraph.store.tables.derive import Place, forget, refresh
from coldgraph.store.tables.parquet import schema

if TYPE_CHECKING:
    import pandas
    import pyarrow as pa

Texts = tuple[str | None, ...]


def opened(graph: Path) -> Tables:
    """The tables of a graph folder; made first where they are missing, torn or stale. Raises GraphError as `refresh` does."""
    return Tables(graph, refresh(graph))


class Tables:
    """The tables of one state of a graph, which ``key`` names."""

    def __init__(self, graph: Path, place: Place) -> None:
        self.graph, self.place = graph, place

    @property
    def key(self) -> str:
        return self.place.key

    def arrow(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """A table, or some columns of it, in the order of documents. Raises QueryError for a name that is none."""
        if name not in TABLES:
            raise QueryError(f"no table is called {name!r}", advice=f"choose one of {', '.join(TABLES)}")
        from pyarrow import ArrowException

        try:
            return self._read(name, columns)
        except (ArrowException, OSError):
            forget(self.graph)
            anew = refresh(self.graph)
            if anew.key != self.key:
                raise GraphError("the graph was built again in the meantime", self.graph, "open it again") from None
            self.place = anew
            return self._read(name, columns)

    def _read(self, name: str, columns: Sequence[str] | None) -> pa.Table:
        import pyarrow as pa

        return pa.concat_tables(self.parts(name, columns))

    def parts(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """A table file by file, so that it need not be held at once; at least one part, which may be empty."""
        import pyarrow as pa
        from pyarrow.parquet import ParquetFile

        form = schema(name) if columns is None else pa.schema([schema(name).field(c) for c in columns])
        yield form.empty_table()
        seen: set[Texts] = set()
        for file in self.place.files[name]:
            part = ParquetFile(file).read(columns=form.names).cast(form)
            yield _once(part, seen) if name == "entities" else part

    def frame(self, name: str) -> pandas.DataFrame:
        """A table as a data frame: days as dates, missing values as None or NaN, lists as arrays."""
        found: pandas.DataFrame = self.arrow(name).to_pandas(integer_object_nulls=True)
        return found

    def texts(self, name: str, *columns: str) -> Iterator[Texts]:
        """Rows of some columns as SPARQL writes their values; a column of lists is told flat, a row an entry."""
        import pyarrow as pa

        found = self.arrow(name, columns)
        if flat := next((c for c in columns if pa.types.is_list(found.schema.field(c).type)), None):
            found = exploded(found, flat)
        yield from zip(*(found[c].cast(pa.string()).to_pylist() for c in columns), strict=True)


def _once(part: pa.Table, seen: set[Texts]) -> pa.Table:
    """The rows that are not seen yet: whom several documents describe has a row in each of their files."""
    import pyarrow as pa

    rows = list(zip(*(column.to_pylist() for column in part.columns), strict=True))
    new = [row not in seen and not seen.add(row) for row in rows]  # type: ignore[func-returns-value]
    return part.filter(pa.array(new, pa.bool_()))


def exploded(table: pa.Table, column: str) -> pa.Table:
    """One row for each entry of a column of lists; none for an empty list."""
    import pyarrow.compute as pc

    lists = table[column].combine_chunks()
    rows = table.take(pc.list_parent_indices(lists))
    return rows.set_column(rows.schema.get_field_index(column), column, pc.list_flatten(lists))
