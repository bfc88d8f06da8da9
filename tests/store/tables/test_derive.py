"""The tables are derived: missing, stale or torn, they are made again; unchanged, they keep their bytes."""

import os
import shutil
from pathlib import Path

import pytest
import tiny

from coldgraph import namespaces as ns
from coldgraph.errors import GraphError, QueryError
from coldgraph.store.tables import derive
from coldgraph.store.tables.read import Tables, opened


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "graph")


def files(graph: Path) -> dict[str, bytes]:
    return {f.relative_to(graph).as_posix(): f.read_bytes() for f in (graph / "tables").rglob("*") if f.is_file()}


def quotes(tables: Tables) -> list[str]:
    return sorted(str(q) for (q,) in tables.texts("stances", "quote"))


def test_each_statement_is_a_row_with_its_evidence(graph: Path) -> None:
    tables = opened(graph)
    assert quotes(tables) == sorted(s[1] for s in tiny.STANCES)
    told = {r["quote"]: r for r in tables.arrow("stances").to_pylist()}["Tamm told me that he fears Norland."]
    text = tiny.TEXTS["vale-orrin-1961-05-02"][2]
    assert text[told["start"] : told["end"]] == told["quote"]
    assert (told["speakerLabel"], told["holderLabel"], told["targetSideLabel"]) == ("Bo Órrin", "Cyr Tamm", "Norland")
    assert (told["attributed"], told["confidence"], told["title"]) == (True, 0.8, "Talk between Ada Vale and Bo Orrin")
    assert tables.arrow("mentions").num_rows == len(tiny.MENTIONS)
    assert {k for (k,) in tables.texts("meetings", "known")} == {"record", "told of"}


def test_the_same_graph_gives_the_same_bytes(graph: Path, tmp_path: Path) -> None:
    derive.refresh(graph)
    other = tiny.write(tmp_path / "other")
    derive.refresh(other)
    assert files(graph) == files(other)


def test_whom_two_documents_describe_is_one_row(tmp_path: Path) -> None:
    described = [(tiny.iri("person/x"), f"<{ns.TYPE}>", tiny.cg("Person")), (tiny.iri("person/x"), f"<{ns.PREF_LABEL}>", tiny.lit("X"))]
    known = opened(tiny.write(tmp_path / "graph", {"vale-orrin-1961-05-02": described, "orrin-note-1962": described}))
    found = [label for _, label in known.texts("entities", "entity", "label")]
    assert found.count("X") == 1 and len(found) == len(known.frame("entities"))


def test_what_is_current_is_left_alone(graph: Path) -> None:
    derive.refresh(graph)
    before = {f: f.stat().st_mtime_ns for f in (graph / "tables").rglob("*")}
    derive.refresh(graph)
    assert {f: f.stat().st_mtime_ns for f in (graph / "tables").rglob("*")} == before


@pytest.fixture
def many(graph: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A graph of several parts."""
    monkeypatch.setattr(derive, "_SHARE", 4)
    for n in range(20):
        monkeypatch.setitem(tiny.TEXTS, f"extra-{n}", ("Extra", "1963", f"Extra {n}.\n"))
    return tiny.write(graph)


def test_one_change_costs_one_part_and_gives_what_all_anew_would(many: Path) -> None:
    derive.refresh(many)
    before = files(many)
    tiny.write(many, {"extra-4": [(tiny.iri("document/extra-4"), f"<{tiny.DCTERMS}rights>", tiny.lit("none"))]})
    derive.refresh(many)
    after = files(many)
    gone = {name for name in before if name.startswith("tables/documents/")} - after.keys()
    assert len(gone) == 1 and len(before) == len(after) > 4 * 7
    shutil.rmtree(many / "tables")
    derive.refresh(many)
    assert files(many) == after


def test_a_name_that_changes_in_the_authority_changes_the_rows(many: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    derive.refresh(many)
    monkeypatch.setitem(tiny.LABELS, "state/norland", ("State", "North Land", []))
    tiny.write(many)
    assert "North Land" in {label for (label,) in opened(many).texts("stances", "holderLabel")}


def test_a_removed_document_goes(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    derive.refresh(graph)
    monkeypatch.delitem(tiny.TEXTS, "orrin-note-1962")
    tiny.write(graph)
    assert "We welcome the help of Norland." not in quotes(opened(graph))


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def _spoil(file: Path) -> None:
    file.write_bytes(b"x" * file.stat().st_size)


@pytest.mark.parametrize("harm", [_cut, _spoil, Path.unlink])
@pytest.mark.parametrize("which", ["*/*.parquet", "contents.json"])
def test_torn_tables_are_made_again(graph: Path, harm: object, which: str) -> None:
    whole = quotes(opened(graph))
    kept = files(graph)
    for file in (graph / "tables").glob(which):
        harm(file)  # type: ignore[operator]
    assert quotes(opened(graph)) == whole
    assert files(graph) == kept


def test_a_draft_of_a_killed_process_goes(graph: Path) -> None:
    draft = graph / "tables" / ".draft-1" / "stances"
    draft.mkdir(parents=True)
    derive.refresh(graph)
    assert not draft.parent.exists()


def test_what_is_wrong_is_said(graph: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="coldgraph build"):
        opened(tmp_path)
    with pytest.raises(QueryError, match="stances"):
        opened(graph).arrow("sentences")
    tiny.write(
        graph, {"orrin-note-1962": [(tiny.iri("turn/x"), tiny.RDF_TYPE, tiny.cg("Turn")), (tiny.iri("turn/x"), tiny.cg("start"), '"x"')]}
    )
    with pytest.raises(GraphError, match="orrin-note-1962"):
        opened(graph)


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs a user whom rights bind")
def test_a_folder_that_cannot_be_written_is_said(graph: Path) -> None:
    graph.chmod(0o500)
    try:
        with pytest.raises(GraphError, match="cannot be written"):
            opened(graph)
    finally:
        graph.chmod(0o700)
