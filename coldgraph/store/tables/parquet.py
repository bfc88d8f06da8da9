"""Rows to Parquet, a group of rows at a time: the same bytes for the same rows and the same pyarrow."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from coldgraph.store.tables.columns import TABLES, Column
from coldgraph.store.tables.rows import Row

if TYPE_CHECKING:
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

GROUP = 50_000
COMPRESSION = "zstd"


def schema(table: str) -> pa.Schema:
    """The Arrow schema of a table; each column tells its meaning in its metadata."""
    import pyarrow as pa

    return pa.schema([pa.field(c.name, _type(c), metadata={"meaning": c.meaning}) for c in TABLES[table]])


def _type(column: Column) -> pa.DataType:
    import pyarrow as pa

    kinds = {
        "text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
        "day": pa.date32(), "texts": pa.list_(pa.string()),
    }  # fmt: skip
    return kinds[column.kind]


def batch(table: str, rows: list[Row]) -> pa.Table:
    import pyarrow as pa

    form = schema(table)
    columns = zip(*rows, strict=True) if rows else [()] * len(form)
    return pa.Table.from_arrays([pa.array(list(c), f.type) for c, f in zip(columns, form, strict=True)], schema=form)


class Files:
    """One Parquet file a table in the folders of their names, written as rows come."""

    def __init__(self, folder: Path, name: str) -> None:
        self.paths = {table: folder / table / f"{name}.parquet" for table in TABLES}
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._writers: dict[str, ParquetWriter] = {}

    def add(self, table: str, row: Row) -> None:
        rows = self._rows[table]
        rows.append(row)
        if len(rows) >= GROUP:
            self._write(table)

    def _write(self, table: str) -> None:
        self._writer(table).write_table(batch(table, self._rows[table]), row_group_size=GROUP)
        self._rows[table] = []

    def _writer(self, table: str) -> ParquetWriter:
        from pyarrow.parquet import ParquetWriter

        if table not in self._writers:
            self.paths[table].parent.mkdir(parents=True, exist_ok=True)
            self._writers[table] = ParquetWriter(self.paths[table], schema(table), compression=COMPRESSION)
        return self._writers[table]

    def __enter__(self) -> Files:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                for table, rows in self._rows.items():
                    if rows or table not in self._writers:
                        self._write(table)
        finally:
            for writer in self._writers.values():
                writer.close()
