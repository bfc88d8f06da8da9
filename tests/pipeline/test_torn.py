"""Files of a graph that are torn, emptied or gone: the next build repairs, or `check` says exactly what to do."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from shutil import copytree

import builds
import pytest
import world
from builds import contents

from coldgraph import pipeline
from coldgraph.ask import verify
from coldgraph.background import shelf
from coldgraph.pipeline import build
from coldgraph.resources import folder
from coldgraph.store import index
from coldgraph.store.tables import derive


def cut(file: Path) -> None:
    """Leave a beginning of a file, of a length that its name decides."""
    data = file.read_bytes()
    file.write_bytes(data[: Random(file.name).randrange(len(data))])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def topics() -> Iterator[str]:
    """Of the authority its topics alone, as in the builds of these tests."""
    return iter((folder("triples") / "authority" / "topics.nt").read_text(encoding="utf-8").split("\n"))


HARMS = [cut, emptied, Path.unlink]
MADE_AGAIN = [
    *("documents/talk.nq", "documents/vol-d2.nq", "texts/letter.txt", "manifest.json", "authority.nq", "provenance.nq"),
    *("tables/contents.json", "tables/stances/*", "tables/documents/*", "index/*/contents.json"),
    *("index/*/store/CURRENT", "index/*/store/MANIFEST-*", "index/*/store/*.sst"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Papers and their graph, index and tables included."""
    made = tmp_path_factory.mktemp("torn")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "lines", topics)
        build(builds.put(made / "papers", builds.SOURCES), made / "graph")
    index.refresh(made / "graph")
    derive.refresh(made / "graph")
    return made


@pytest.fixture
def place(whole: Path, tmp_path: Path) -> Path:
    copytree(whole / "graph", tmp_path / "graph")
    return Path(copytree(whole / "papers", tmp_path / "papers"))


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("kind", MADE_AGAIN)
def test_what_is_torn_is_made_again(whole: Path, place: Path, graph: Path, kind: str, harm: object) -> None:
    before = contents(graph)
    for file in sorted(graph.glob(kind)):
        harm(file)  # type: ignore[operator]
    build(place, graph)
    derive.refresh(graph)
    store = index.opened(graph)
    assert contents(graph) == before
    assert store.count() == sum(data.count(b"\n") for name, data in before.items() if name.endswith(".nq"))
    assert [*verify.checksums(graph), *verify.quotations(graph, store)] == []


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("name", ["authority.nq", "provenance.nq", "documents/talk.nq", "texts/talk.txt"])
def test_a_torn_file_is_found_before_the_next_build(place: Path, graph: Path, name: str, harm: object) -> None:
    harm(graph / name)  # type: ignore[operator]
    (found,) = verify.checksums(graph)
    assert found.where == name and "build again" in found.what


@pytest.mark.parametrize("harm", HARMS)
@pytest.mark.parametrize("kind", ["nq", "json"])
def test_torn_background_is_told(place: Path, graph: Path, kind: str, harm: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "load", world.authority)
    monkeypatch.setattr(shelf, "lines", topics)
    file = builds.put(graph.parent, {"votes.csv": b"ccode,year,ideal_point\n2,1960,1.5\n365,1960,-1.5\n"}) / "votes.csv"
    shelf.add(graph, "un-votes", file)
    before = contents(graph)
    assert not list(verify.checksums(graph))
    harm(graph / "background" / f"un-votes.{kind}")  # type: ignore[operator]
    (found,) = verify.checksums(graph)
    assert found.where == f"background/un-votes.{kind}" and "coldgraph background add un-votes" in found.what
    shelf.add(graph, "un-votes", file)
    assert contents(graph) == before


def test_bytes_that_changed_in_place_are_told_and_mended_as_told(place: Path, graph: Path) -> None:
    before, file = contents(graph), graph / "documents" / "talk.nq"
    file.write_bytes(file.read_bytes().replace(b"Khrushchev", b"Khrushchov"))
    (found,) = verify.checksums(graph)
    assert (found.where, found.what) == ("documents/talk.nq", "changed since it was built; delete it and build again")
    file.unlink()
    build(place, graph)
    assert contents(graph) == before
