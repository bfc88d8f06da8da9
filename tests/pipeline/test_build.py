"""What a build does with what is there already, and what it says of it."""

import os
from pathlib import Path

import builds
import pytest
from builds import contents, stamps

from coldgraph import crew, pipeline, program, workshop
from coldgraph.ask import verify
from coldgraph.folder import Folder
from coldgraph.pipeline import Event, build

CHANGED = builds.TALK.replace("Poles", "Swedes").encode()


def ids(graph: Path) -> set[str]:
    return Folder(graph).documents()


def texts(graph: Path) -> dict[str, str]:
    return {f.stem: f.read_text(encoding="utf-8") for f in (graph / "texts").iterdir()}


def test_every_kind_of_source_becomes_documents(papers: Path, graph: Path) -> None:
    told = build(papers, graph)
    assert (told.documents, told.added, told.failed, told.aside, told.notes) == (builds.DOCUMENTS, builds.DOCUMENTS, (), (), ())
    assert (told.unchanged, told.replaced, told.removed) == (0, 0, 0)
    assert told.quads == sum((graph / "documents" / f"{d}.nq").read_bytes().count(b"\n") for d in ids(graph))
    assert not list(verify.checksums(graph))


def test_progress_is_told_source_by_source(papers: Path, graph: Path) -> None:
    builds.put(papers, {"bad.txt": b""})
    events: list[Event] = []
    build(papers, graph, report=events.append)
    assert [(e.number, e.of) for e in events] == [(n, 7) for n in range(1, 8)]
    assert [str(e) for e in events if e.source in ("bad.txt", "vol.xml")] == [
        "[1/7] bad.txt: 0 documents, 1 not used",
        "[6/7] vol.xml: 3 documents",
    ]


def test_what_is_unchanged_is_not_written(papers: Path, graph: Path) -> None:
    builds.put(papers, {"bad.txt": b"", "vol.xml": builds.volume(builds.SOUND, builds.BROKEN).encode()})
    first = build(papers, graph)
    before = stamps(graph)
    events: list[Event] = []
    told = build(papers, graph, report=events.append)
    assert stamps(graph) == before and events == []
    assert (told.unchanged, told.added, told.replaced, told.removed) == (first.documents, 0, 0, 0)
    assert (told.failed, told.quads) == (first.failed, first.quads)


def test_a_touched_file_is_no_changed_file(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = stamps(graph)
    (papers / "talk.txt").touch()
    assert build(papers, graph).unchanged == builds.DOCUMENTS
    assert stamps(graph) == before


def test_a_changed_source_replaces_its_own_graph_only(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before, were = stamps(graph), contents(graph)
    builds.put(papers, {"talk.txt": CHANGED})
    told = build(papers, graph)
    assert (told.documents, told.replaced, told.unchanged, told.added) == (builds.DOCUMENTS, 1, builds.DOCUMENTS - 1, 0)
    own = {"documents/talk.nq", "texts/talk.txt"}
    assert {n for n, stamp in stamps(graph).items() if stamp != before[n]} == own | {"manifest.json", "provenance.nq"}
    builds.put(papers, builds.SOURCES)
    build(papers, graph)
    assert contents(graph) == were


def test_one_changed_document_of_a_volume_replaces_its_own_graph_only(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = stamps(graph)
    builds.put(papers, {"vol.xml": builds.volume(builds.SOUND, builds.SOUND.replace("Soviets", "Poles"), builds.SOUND).encode()})
    told = build(papers, graph)
    assert (told.replaced, told.unchanged) == (1, builds.DOCUMENTS - 1)
    own = {"documents/vol-d2.nq", "texts/vol-d2.txt"}
    assert {n for n, stamp in stamps(graph).items() if stamp != before[n]} == own | {"manifest.json", "provenance.nq"}


def test_only_changed_documents_of_a_volume_are_interpreted(
    papers: Path, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(papers, graph)
    builds.put(papers, {"vol.xml": builds.volume(builds.SOUND, builds.SOUND.replace("Soviets", "Poles"), builds.SOUND).encode()})
    interpreted: list[str] = []
    stage = workshop.Workshop._stage
    monkeypatch.setattr(workshop.Workshop, "_stage", lambda self, d, *rest: interpreted.append(d.id) or stage(self, d, *rest))
    events: list[Event] = []
    build(papers, graph, report=events.append)
    assert interpreted == ["vol-d2"] and [e.documents for e in events] == [3]
    build(papers, tmp_path / "anew")
    assert contents(graph) == contents(tmp_path / "anew")


def test_a_changed_program_interprets_all(papers: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(papers, graph)
    builds.put(papers, {"vol.xml": builds.volume(builds.SOUND, builds.BROKEN, builds.SOUND).encode()})
    monkeypatch.setattr(pipeline, "program", lambda: "another")
    tasks: list[workshop.Task] = []
    monkeypatch.setattr(crew, "results", lambda given, processes: tasks.extend(given) or map(workshop.run, given))
    build(papers, graph)
    assert tasks and not any(task.known for task in tasks)


def test_growing_step_by_step_gives_the_same_as_at_once(papers: Path, graph: Path, tmp_path: Path) -> None:
    for name in sorted(builds.SOURCES):
        build(papers / name if "/" not in name else papers, graph)
    build(papers, tmp_path / "anew")
    assert contents(graph) == contents(tmp_path / "anew")


def test_what_a_build_is_not_about_stays(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = stamps(graph)
    told = build(papers / "talk.txt", graph)
    assert (told.documents, told.unchanged) == (builds.DOCUMENTS, 1)
    assert stamps(graph) == before


def test_prune_removes_what_has_no_source(papers: Path, graph: Path, tmp_path: Path) -> None:
    build(papers, graph)
    (papers / "vol.xml").unlink()
    assert build(papers, graph).documents == builds.DOCUMENTS
    told = build(papers, graph, prune=True)
    assert (told.documents, told.removed, told.unchanged) == (builds.DOCUMENTS - 3, 3, builds.DOCUMENTS - 3)
    build(papers, tmp_path / "anew")
    assert contents(graph) == contents(tmp_path / "anew")


def test_prune_removes_nothing_where_a_source_cannot_be_opened(papers: Path, graph: Path) -> None:
    build(papers, graph)
    (papers / "vol.xml").unlink()
    (papers / "letter.txt").unlink()
    os.mkfifo(papers / "letter.txt")
    told = build(papers, graph, prune=True)
    assert (told.documents, told.removed, told.unchanged) == (builds.DOCUMENTS, 0, builds.DOCUMENTS - 3)
    assert [n.what for n in told.notes] == ["nothing was removed, because a source could not be opened"]
    assert "1 document(s) of it are kept as of the last build" in told.failed[0].what


@pytest.mark.parametrize("prune", [True, False])
def test_a_renamed_file_is_a_new_source(papers: Path, graph: Path, prune: bool) -> None:
    build(papers, graph)
    (papers / "talk.txt").rename(papers / "speech.txt")
    told = build(papers, graph, prune=prune)
    assert (told.added, told.removed, told.documents) == (1, int(prune), builds.DOCUMENTS + 1 - prune)
    assert ("talk" in ids(graph), "speech" in ids(graph)) == (not prune, True)


def test_a_moved_file_keeps_its_identifier_once_the_old_place_is_pruned(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = ids(graph)
    (papers / "letter.txt").rename(papers / "year" / "letter.txt")
    told = build(papers, graph, prune=True)
    assert (ids(graph), told.added, told.removed) == (before, 1, 1)


def test_a_moved_folder_changes_nothing(papers: Path, graph: Path, tmp_path: Path) -> None:
    build(papers, graph)
    before = contents(graph)
    papers.rename(tmp_path / "elsewhere")
    told = build(tmp_path / "elsewhere", graph, prune=True)
    assert (told.unchanged, told.removed) == (builds.DOCUMENTS, 0)
    assert {n: d for n, d in contents(graph).items() if n != "manifest.json"} == {n: d for n, d in before.items() if n != "manifest.json"}


def test_sources_with_one_stem_stay_apart(papers: Path, graph: Path) -> None:
    build(papers, graph)
    found = texts(graph)
    assert found["talk"] == builds.TALK
    assert [text for name, text in found.items() if name.startswith("talk-")] == [builds.NOTE]


def test_a_namesake_that_comes_later_changes_no_identifier(papers: Path, graph: Path) -> None:
    """The newcomer sorts first; what was cited as 'talk' is still 'talk'."""
    build(papers, graph)
    before, were = ids(graph), stamps(graph)
    builds.put(papers, {"again/talk.txt": CHANGED})
    told = build(papers, graph)
    assert (told.added, told.replaced, told.removed, told.unchanged) == (1, 0, 0, builds.DOCUMENTS)
    assert texts(graph)["talk"] == builds.TALK and len(ids(graph) - before) == 1
    assert {n for n, stamp in stamps(graph).items() if were.get(n, stamp) != stamp} == {"manifest.json", "provenance.nq"}
    assert build(papers, graph).unchanged == builds.DOCUMENTS + 1


def test_an_identifier_that_another_kind_of_source_has_is_not_taken(papers: Path, graph: Path, tmp_path: Path) -> None:
    builds.put(papers, {"vol-d2.txt": builds.NOTE.encode()})
    told = build(papers, graph)
    assert told.documents == builds.DOCUMENTS + 1 == len(ids(graph))
    assert build(papers, graph).unchanged == told.documents
    build(papers, tmp_path / "anew")
    assert contents(graph) == contents(tmp_path / "anew")


def test_two_folders_with_the_same_names(tmp_path: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their names in the graph do not depend on the folder from which they were given."""
    builds.put(tmp_path, {"one/talk.txt": builds.TALK.encode(), "two/talk.txt": builds.NOTE.encode()})
    told = build([tmp_path / "one", tmp_path / "two"], graph)
    monkeypatch.chdir(tmp_path / "two")
    build(["../one", "."], tmp_path / "other")
    assert told.documents == 2
    assert contents(graph) == contents(tmp_path / "other")
    assert str(tmp_path).encode() not in b"".join(contents(graph).values())


def test_another_working_folder_gives_the_same_bytes(papers: Path, graph: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(papers, graph)
    monkeypatch.chdir(papers / "year")
    build("..", "../../other")
    monkeypatch.chdir(tmp_path)
    build("papers", "third")
    assert contents(graph) == contents(tmp_path / "other") == contents(tmp_path / "third")


def test_the_order_of_the_sources_does_not_matter(papers: Path, graph: Path, tmp_path: Path) -> None:
    files = [papers / name for name in sorted(builds.SOURCES) if "/" not in name]
    build(files, graph)
    build(files[::-1], tmp_path / "other")
    assert contents(graph) == contents(tmp_path / "other")


@pytest.mark.slow
def test_two_processes_give_the_same_bytes_as_one(papers: Path, graph: Path, tmp_path: Path) -> None:
    builds.put(papers, {"bad.txt": b"", "broken.xml": builds.volume(builds.SOUND, builds.BROKEN).encode()})
    one, two = build(papers, graph, processes=1), build(papers, tmp_path / "other", processes=2)
    assert one == two
    assert contents(graph) == contents(tmp_path / "other")


def test_a_broken_source_stops_no_other_and_is_named(papers: Path, graph: Path) -> None:
    builds.put(papers, {"a-bad.txt": b"\x89PNG\r\n", "b.xml": builds.volume(builds.SOUND, builds.BROKEN, builds.SOUND).encode()})
    told = build(papers, graph)
    assert [f.source for f in told.failed] == ["a-bad.txt", "b.xml#d2"]
    assert all(f.what and f.advice for f in told.failed)
    assert ids(graph) >= {"b-d1", "b-d3", "talk"} and told.documents == builds.DOCUMENTS + 2


def test_a_document_that_nobody_foresaw_stops_no_other(papers: Path, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from coldgraph import workshop

    def stumble(document: object) -> str:
        if "vol-d2" in str(document):
            raise KeyError("odd")
        return real(document)  # type: ignore[arg-type]

    real = workshop.document_quads
    monkeypatch.setattr(workshop, "document_quads", stumble)
    told = build(papers, graph)
    assert told.documents == builds.DOCUMENTS - 1
    assert [(f.source, f.what, f.advice) for f in told.failed] == [
        ("vol.xml#d2", "could not be interpreted (KeyError: 'odd')", "please report it, with the document if you may")
    ]


def test_a_source_that_breaks_later_keeps_its_documents(papers: Path, graph: Path) -> None:
    """The sound documents of the volume are new in one thing: they say that the volume is broken."""
    build(papers, graph)
    before = texts(graph)
    builds.put(papers, {"talk.txt": b"\0" * 500, "vol.xml": builds.volume(builds.SOUND, builds.BROKEN, builds.SOUND).encode()})
    told = build(papers, graph)
    assert (told.documents, told.unchanged, told.replaced, told.removed) == (builds.DOCUMENTS, builds.DOCUMENTS - 2, 2, 0)
    assert [f.source for f in told.failed] == ["talk.txt", "vol.xml#d2"]
    assert all("1 document(s) of it are kept as of the last build" in f.what for f in told.failed)
    assert texts(graph) == before


def test_strict_tells_by_the_exit_status(papers: Path, graph: Path) -> None:
    assert builds.run("build", papers, "--into", graph, "--strict").status == 0
    builds.put(papers, {"bad.txt": b""})
    for _ in "first", "again":
        shown = builds.run("build", papers, "--into", graph, "--strict", "--quiet")
        assert shown.status == 1
        assert "not used: bad.txt: is empty (give a file that holds a document)" in shown.err
    assert builds.run("build", papers, "--into", graph).status == 0


def test_the_summary_has_the_counts_of_the_report(papers: Path, graph: Path) -> None:
    builds.put(papers, {"README.md": b"Ours.", "bad.txt": b""})
    shown = builds.run("build", papers, "--into", graph, "--no-index").err
    assert "left out: not documents by their names (give one by itself to have it read): README.md\n" in shown
    quads = build(papers, graph).quads
    assert shown.endswith(f"8 documents: 8 added, 0 replaced, 0 unchanged, 0 removed, 1 not used; {quads:,} quads\n")
    assert not (graph / "index").exists()


def test_a_graph_among_the_sources_is_no_source(papers: Path, graph: Path) -> None:
    build(papers, papers / "graph")
    told = build(papers, papers / "graph")
    assert (told.documents, told.unchanged, told.aside) == (builds.DOCUMENTS, builds.DOCUMENTS, ())
    told = build(papers, graph)
    assert [(a.source, a.what) for a in told.aside] == [("graph", "graphs, not documents")]
    assert [f.what for f in build(graph, graph).failed] == ["lies in the graph's own folder"]


def test_a_lost_manifest_is_made_anew_and_told(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = contents(graph)
    (graph / "manifest.json").write_text("{")
    told = build(papers, graph)
    assert [n.source for n in told.notes] == ["manifest.json"]
    assert contents(graph) == before


def test_files_that_were_changed_by_hand_are_mended(papers: Path, graph: Path) -> None:
    build(papers, graph)
    before = contents(graph)
    (graph / "documents" / "talk.nq").unlink()
    (graph / "texts" / "vol-d2.txt").write_text("short")
    assert build(papers, graph).replaced == 2
    assert contents(graph) == before


def test_other_weights_of_the_model_are_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = tmp_path / "interpret" / "cues" / "forest.json"
    weights.parent.mkdir(parents=True)
    monkeypatch.setattr(program, "__file__", str(tmp_path / "program.py"))
    found = []
    for text in ("{}", "[]"):
        weights.write_text(text)
        found.append(program.program())
    assert found[0] != found[1]
