"""The index is derived: missing, stale or torn, it is made again from the files."""

import shutil
from pathlib import Path

import pytest
import tiny

from coldgraph.errors import GraphError
from coldgraph.store import embedded, index

COUNT = sum(tiny.nquads(tiny.document_facts(d), d).count(b"\n") for d in tiny.TEXTS) + tiny.nquads(
    tiny.authority_facts(), "authority"
).count(b"\n")
TITLE = "SELECT ?t { <https://w3id.org/coldgraph/id/document/orrin-note-1962> <http://purl.org/dc/terms/title> ?t }"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    return tiny.write(tmp_path / "graph")


def marker(graph: Path) -> list[tuple[str, int]]:
    return sorted((p.name, p.stat().st_ino) for p in (graph / "index").iterdir())


def test_it_is_made_when_missing_and_kept_when_current(graph: Path) -> None:
    assert index.opened(graph).count() == COUNT
    before = marker(graph)
    assert index.opened(graph).count() == COUNT
    assert marker(graph) == before


def test_a_changed_document_is_seen_and_only_one_index_is_kept(graph: Path) -> None:
    old = index.opened(graph)
    tiny.write(graph, {"orrin-note-1962": [("<x:a>", "<x:b>", "<x:c>")]})
    assert index.opened(graph).count() == COUNT + 1
    assert old.count() == COUNT
    assert len(marker(graph)) == 1


def test_a_changed_decision_is_seen(graph: Path) -> None:
    index.opened(graph)
    (graph / "decisions.nq").write_bytes(tiny.nquads([("<x:a>", "<x:b>", "<x:c>")], "decisions"))
    assert index.opened(graph).count() == COUNT + 1


def test_a_removed_document_goes(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index.opened(graph)
    monkeypatch.delitem(tiny.TEXTS, "orrin-note-1962")
    tiny.write(graph)
    assert len(index.opened(graph).query(TITLE)) == 0


def test_a_torn_store_is_made_again(graph: Path) -> None:
    place = index.refresh(graph)
    for file in (place / "store").iterdir():
        file.write_bytes(b"torn")
    assert index.opened(graph).count() == COUNT


def test_a_draft_of_a_killed_process_does_no_harm(graph: Path) -> None:
    place = index.refresh(graph)
    shutil.copytree(place, place.parent / ".draft-1")
    shutil.rmtree(place)
    place.mkdir()
    assert index.opened(graph).count() == COUNT


def test_few_changes_give_the_same_as_a_new_load(graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With many documents and one change, a copy of the old index is changed."""
    for n in range(9):
        monkeypatch.setitem(tiny.TEXTS, f"extra-{n}", ("Extra", "1963", f"Extra {n}.\n"))
    index.opened(tiny.write(graph))
    monkeypatch.setattr(index.Embedded, "load_files", lambda *_: pytest.fail("all files were loaded again"))
    monkeypatch.delitem(tiny.TEXTS, "extra-3")
    tiny.write(graph, {"extra-4": [("<x:a>", "<x:b>", "<x:c>")]})
    changed = index.opened(graph)
    monkeypatch.undo()
    shutil.rmtree(graph / "index")
    anew = index.opened(graph)
    everything = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    assert set(changed.query(everything).rows) == set(anew.query(everything).rows)


def test_no_graph_is_said_with_advice(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="coldgraph build"):
        index.opened(tmp_path)
    with pytest.raises(GraphError, match="no such graph"):
        index.opened(tmp_path / "nowhere")


@pytest.mark.parametrize("words", ["", "{", "[]", '{"documents": 3}'])
def test_a_broken_manifest_is_said(graph: Path, words: str) -> None:
    (graph / "manifest.json").write_text(words)
    with pytest.raises(GraphError, match="manifest"):
        index.opened(graph)


def test_a_missing_or_broken_file_is_named(graph: Path) -> None:
    file = graph / "documents" / "orrin-note-1962.nq"
    file.write_bytes(b"<x:a> <x:b> .\n")
    with pytest.raises(GraphError, match="orrin-note-1962"):
        index.opened(graph)
    file.unlink()
    with pytest.raises(GraphError, match="missing"):
        index.opened(graph)


def test_files_are_loaded_a_piece_at_a_time(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the pieces, all is there, and a broken file is named in whichever piece it lies."""
    whole = set(index.opened(graph).query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows)
    monkeypatch.setattr(embedded, "_AT_ONCE", 2_000)
    shutil.rmtree(graph / "index")
    assert set(index.opened(graph).query("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }").rows) == whole
    pieces = list(embedded._pieces(sorted((graph / "documents").iterdir())))
    assert len(pieces) > 1 and [f for some in pieces for f in some] == sorted((graph / "documents").iterdir())
    pieces[-1][-1].write_bytes(b"<x:a> <x:b> .\n")
    shutil.rmtree(graph / "index")
    with pytest.raises(GraphError, match=pieces[-1][-1].stem):
        index.opened(graph)
