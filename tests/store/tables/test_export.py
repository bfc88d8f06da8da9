"""Other programs read the exported tables."""

from pathlib import Path

import builds
import duckdb
import pandas as pd
import pytest
import tiny

from coldgraph.errors import GraphError
from coldgraph.store.tables.columns import TABLES
from coldgraph.store.tables.export import export


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "graph")


def contents(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()}


def test_pandas_and_duckdb_read_the_same(graph: Path, tmp_path: Path) -> None:
    count = export(graph, tmp_path / "out")
    assert set(contents(tmp_path / "out")) == {f"{table}.parquet" for table in TABLES}
    assert count == sum(len(pd.read_parquet(tmp_path / "out" / f"{table}.parquet")) for table in TABLES)
    frame = pd.read_parquet(tmp_path / "out" / "stances.parquet")
    found = duckdb.sql(f"SELECT quote FROM '{tmp_path}/out/stances.parquet' WHERE act = 'Accusation' AND NOT attributed").fetchall()
    assert found == [(q,) for q in frame[(frame["act"] == "Accusation") & ~frame["attributed"]]["quote"]] != []


def test_years_are_folders(graph: Path, tmp_path: Path) -> None:
    export(graph, tmp_path / "years", by_year=True)
    source = f"read_parquet('{tmp_path}/years/stances/*/*.parquet', hive_partitioning = true)"
    assert duckdb.sql(f"SELECT year, count(*) FROM {source} GROUP BY ALL ORDER BY ALL").fetchall() == [(1961, 5), (1962, 1)]
    assert len(pd.read_parquet(tmp_path / "years" / "stances")) == len(tiny.STANCES)


def test_the_undated_are_kept(graph: Path, tmp_path: Path) -> None:
    facts = [(tiny.iri("document/undated"), tiny.RDF_TYPE, tiny.cg("Document"))]
    tiny.write(graph, {"orrin-note-1962": facts})
    export(graph, tmp_path / "years", by_year=True)
    found = duckdb.sql(f"SELECT year FROM read_parquet('{tmp_path}/years/documents/*/*.parquet', hive_partitioning = true)").fetchall()
    assert sorted(y for (y,) in found if y) == [1961, 1961, 1962] and (None,) in found


def test_an_export_again_is_the_same_and_replaces_the_old(graph: Path, tmp_path: Path) -> None:
    export(graph, tmp_path / "out", by_year=True)
    export(graph, tmp_path / "other")
    export(graph, tmp_path / "out")
    assert contents(tmp_path / "out") == contents(tmp_path / "other")


def test_other_files_are_not_touched(graph: Path, tmp_path: Path) -> None:
    mine = builds.put(tmp_path / "mine", {"thesis.txt": b"mine"})
    with pytest.raises(GraphError, match="something other"):
        export(graph, mine)
    with pytest.raises(GraphError, match="something other"):
        export(graph, mine / "thesis.txt")
    assert contents(mine) == {"thesis.txt": b"mine"}


def test_the_command(graph: Path, tmp_path: Path) -> None:
    shown = builds.run("export", graph, "--format", "parquet", "-o", tmp_path / "out")
    assert shown.status == 0 and "rows" in shown.err
    assert builds.run("export", graph, "--by-year", "-o", tmp_path / "a.nq").status == 2
    assert builds.run("export", graph, "-o", tmp_path / "out").status == 2
