"""The tables as a folder of Parquet files for other programs, whole or one file a year."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from coldgraph.errors import GraphError
from coldgraph.store.tables.columns import TABLES
from coldgraph.store.tables.parquet import COMPRESSION, GROUP, schema
from coldgraph.store.tables.read import Tables, opened

if TYPE_CHECKING:
    import pyarrow as pa

_UNDATED = "__HIVE_DEFAULT_PARTITION__"


def export(graph: Path, folder: Path, by_year: bool = False) -> int:
    """Write FOLDER/<table>.parquet, or with ``by_year`` FOLDER/<table>/year=<year>/part-0.parquet; the number of rows is returned.

    The year is that of the first possible day, in the layout that Spark, Trino, DuckDB and
    pyarrow know as Hive's; entities have none and stay one file. An earlier export in the folder
    is replaced. Raises GraphError where the folder holds anything else or cannot be written.
    """
    draft = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    try:
        _only_ours(folder)
        tables = opened(graph)
        count = sum(_written(tables, table, draft, by_year) for table in TABLES)
        _moved(draft, folder)
    except OSError as broken:
        raise GraphError(f"the export failed: {broken.strerror or broken}", folder, "is there room, and may you write there?") from broken
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return count


def _only_ours(folder: Path) -> None:
    ours = {name for table in TABLES for name in (table, f"{table}.parquet")}
    if folder.exists() and (not folder.is_dir() or {f.name for f in folder.iterdir()} - ours):
        raise GraphError("holds something other than an earlier export", folder, "name a new or empty folder")


def _written(tables: Tables, table: str, draft: Path, by_year: bool) -> int:
    from pyarrow.parquet import ParquetWriter

    writers: dict[str, ParquetWriter] = {}
    count = 0
    with ExitStack() as open_still:
        for path, rows in _placed(tables, table, by_year):
            if path not in writers:
                (draft / path).parent.mkdir(parents=True, exist_ok=True)
                writers[path] = open_still.enter_context(ParquetWriter(draft / path, rows.schema, compression=COMPRESSION))
            writers[path].write_table(rows, row_group_size=GROUP)
            count += len(rows)
    return count


def _placed(tables: Tables, table: str, by_year: bool) -> Iterator[tuple[str, pa.Table]]:
    """Rows with the file they belong to, part by part."""
    if not by_year or "earliest" not in schema(table).names:
        yield from ((f"{table}.parquet", part) for part in tables.parts(table))
        return
    import pyarrow.compute as pc

    for part in tables.parts(table):
        years = pc.year(part["earliest"]).combine_chunks()
        for year in sorted(pc.unique(years).to_pylist(), key=lambda y: y or 0):
            rows = part.filter(pc.is_null(years) if year is None else pc.equal(years, year))
            yield f"{table}/year={_UNDATED if year is None else year}/part-0.parquet", rows


def _moved(draft: Path, folder: Path) -> None:
    """Put the new files in place of those of an earlier export."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for new in sorted(draft.iterdir()):
        new.replace(folder / new.name)
