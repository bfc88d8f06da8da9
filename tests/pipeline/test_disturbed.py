"""Builds that are killed, that meet another build, or for which there is no room: nothing is lost, and the next build repairs."""

import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import builds
import pytest
from builds import contents

from coldgraph.ask import verify
from coldgraph.errors import GraphError, GraphLocked
from coldgraph.pipeline import build
from coldgraph.store import index

ROOT = Path(__file__).resolve().parents[2]
BEFORE = {
    "gone.txt": builds.LETTER.encode(),
    "same.txt": builds.NOTE.encode(),
    "vol.xml": builds.volume(builds.SOUND, builds.SOUND).encode(),
}
AFTER = {
    "new.txt": builds.TALK.encode(),
    "same.txt": builds.NOTE.encode(),
    "vol.xml": builds.volume(builds.SOUND, builds.SOUND.replace("Soviets", "Poles")).encode(),
}
MOMENTS = 26
"""Changes to the disk in a build from BEFORE to AFTER, those in the staging folder left out."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def place(home: Path) -> Iterator[Path]:
    """A folder with papers that have changed since the graph beside them was built."""
    made = home / "place"
    builds.put(made / "papers", BEFORE)
    build(made / "papers", made / "graph")
    shutil.rmtree(made / "papers")
    builds.put(made / "papers", AFTER)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def undisturbed(place: Path) -> dict[str, bytes]:
    """What the graph is after a build that nothing disturbs."""
    copy = place.with_name("copy")
    shutil.copytree(place, copy)
    build(copy / "papers", copy / "graph", prune=True)
    found = contents(copy / "graph")
    shutil.rmtree(copy)
    return found


def killed_at(moment: int, work: Callable[[], object], graph: Path) -> Callable[[], int]:
    """The work in a process that is killed before its nth change to the graph's folder; how many there were, where it lives on."""
    seen = 0

    def watch(event: str, given: tuple[object, ...]) -> None:
        nonlocal seen
        if _changes(event, given, str(graph)):
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    def run() -> int:
        sys.addaudithook(watch)
        work()
        return seen

    return run


def _changes(event: str, given: tuple[object, ...], graph: str) -> bool:
    path = str(given[0]) if given else ""
    if not path.startswith(graph) or ".staging" in path:
        return event == "os.rename" and str(given[1]).startswith(graph) and ".staging" not in str(given[1])
    return event in ("os.rename", "os.remove", "os.mkdir", "shutil.rmtree") or (event == "open" and given[1] not in ("r", "rb", None))


def test_a_build_that_is_killed_at_any_moment_is_repaired_by_the_next(place: Path, undisturbed: dict[str, bytes]) -> None:
    graph, before = place / "graph", place.with_name("before")
    shutil.copytree(graph, before)
    count, _ = builds.in_child(killed_at(0, lambda: build(place / "papers", graph, prune=True), graph))
    assert contents(graph) == undisturbed and count >= 15
    for moment in range(1, count + 1):
        shutil.rmtree(graph)
        shutil.copytree(before, graph)
        _, status = builds.in_child(killed_at(moment, lambda: build(place / "papers", graph, prune=True), graph))
        assert status == -signal.SIGKILL, moment
        with suppress(GraphError):  # a graph in between may be refused, with advice; nothing else may happen
            index.opened(graph).close()
        told = build(place / "papers", graph, prune=True)
        assert (told.documents, told.failed, told.notes) == (4, (), ()), moment
        assert contents(graph) == undisturbed, moment
    shutil.rmtree(before)


def test_a_first_build_that_is_killed_at_any_moment_is_repaired_by_the_next(place: Path, undisturbed: dict[str, bytes]) -> None:
    graph = place / "graph"
    shutil.rmtree(graph)
    count, _ = builds.in_child(killed_at(0, lambda: build(place / "papers", graph), graph))
    assert contents(graph) == undisturbed and count >= 15
    for moment in range(1, count + 1):
        shutil.rmtree(graph)
        builds.in_child(killed_at(moment, lambda: build(place / "papers", graph), graph))
        told = build(place / "papers", graph)
        assert (told.documents, told.failed, told.notes) == (4, (), ()), moment
        assert contents(graph) == undisturbed, moment


def test_the_index_follows_a_repaired_graph(place: Path, undisturbed: dict[str, bytes]) -> None:
    """A query between the killed build and the next one does not hide what the next one brings."""
    graph = place / "graph"
    for moment in (4, 7, 10):
        builds.in_child(killed_at(moment, lambda: build(place / "papers", graph, prune=True), graph))
        with suppress(GraphError):
            index.opened(graph).close()
    build(place / "papers", graph, prune=True)
    store = index.opened(graph)
    assert store.count() == sum(data.count(b"\n") for name, data in undisturbed.items() if name.endswith(".nq"))
    assert [*verify.checksums(graph), *verify.quotations(graph, store)] == []


def test_a_build_of_other_sources_tells_what_a_killed_one_left(place: Path, undisturbed: dict[str, bytes]) -> None:
    graph, told = place / "graph", None
    for moment in range(1, MOMENTS):
        builds.in_child(killed_at(moment, lambda: build(place / "papers" / "vol.xml", graph), graph))
        told = build(place / "papers" / "same.txt", graph)
        if told.notes:
            break
    assert told and [(n.source, n.what, n.advice) for n in told.notes] == [
        ("vol.xml", "1 document(s) were left half written by a stopped build", "build again with these sources")
    ]
    assert list(verify.checksums(graph))
    assert not build(place / "papers", graph, prune=True).notes
    assert contents(graph) == undisturbed


@pytest.mark.parametrize("words", [b'"vol-d2"', b'\n"vol-', b"\xff\n", b'\n"../../x"\n', b'\n["a"]\n', b"\n" * 9])
def test_torn_traces_do_no_harm(place: Path, undisturbed: dict[str, bytes], words: bytes) -> None:
    (place / "graph" / ".pending").write_bytes(words)
    build(place / "papers", place / "graph", prune=True)
    assert contents(place / "graph") == undisturbed


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that builds forty papers with two workers, and has done the first."""
    papers = builds.put(tmp_path / "papers", {f"{n:02}.txt": (builds.TALK + builds.SAID * 20).encode() for n in range(40)})
    command = [sys.executable, "-m", "coldgraph", "build", str(papers), "--into", str(tmp_path / "graph"), "--processes", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True) as program:
        assert program.stderr
        next(line for line in program.stderr if line.startswith("[1/"))
        yield program
        program.kill()


def told_by(program: subprocess.Popen[str]) -> str:
    """What a program still says; it ends when the last of its workers has ended too."""
    assert program.stderr
    return program.stderr.read()


def repaired(folder: Path) -> None:
    told = build(folder / "papers", folder / "graph")
    build(folder / "papers", folder / "other")
    assert (told.documents, told.notes) == (40, ())
    assert contents(folder / "graph") == contents(folder / "other")


@pytest.mark.slow
def test_a_killed_program_leaves_no_process_and_the_next_repairs(tmp_path: Path, running: subprocess.Popen[str]) -> None:
    running.kill()
    told_by(running)
    repaired(tmp_path)


@pytest.mark.slow
def test_a_killed_worker_is_told_and_the_next_build_repairs(tmp_path: Path, running: subprocess.Popen[str]) -> None:
    children = Path(f"/proc/{running.pid}/task/{running.pid}/children").read_text().split()
    worker = next(child for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes())
    os.kill(int(worker), signal.SIGKILL)
    last = told_by(running).splitlines()[-1]
    assert last.startswith("error: a worker process was stopped, perhaps for want of memory / what is built so far is kept; build again")
    assert running.wait(30) == 2
    repaired(tmp_path)


def test_two_builds_at_once(place: Path, undisturbed: dict[str, bytes]) -> None:
    fork = multiprocessing.get_context("fork")
    begun, go = fork.Event(), fork.Event()

    def pause(event: object) -> None:
        begun.set()
        go.wait(60)

    def first(papers: Path, graph: Path) -> None:
        build(papers, graph, prune=True, report=pause)

    running = fork.Process(target=first, args=(place / "papers", place / "graph"))
    running.start()
    assert begun.wait(60)
    shown = builds.run("build", place / "papers", "--into", place / "graph")
    with pytest.raises(GraphLocked):
        build(place / "papers", place / "graph")
    go.set()
    running.join(60)
    said = f"error: another build writes here (process {running.pid}) / {place / 'graph'} / wait until it has ended, or stop it\n"
    assert (shown.status, shown.err, running.exitcode) == (2, said, 0)
    assert contents(place / "graph") == undisturbed


def test_a_stopped_build_keeps_what_is_done(place: Path, undisturbed: dict[str, bytes]) -> None:
    def stop(event: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(place / "papers", place / "graph", report=stop)
    assert not list(verify.checksums(place / "graph"))
    told = build(place / "papers", place / "graph", prune=True)
    assert (told.documents, told.replaced, told.removed, told.notes) == (4, 1, 1, ())
    assert contents(place / "graph") == undisturbed


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of eight megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("needs root, and the right to mount a small file system")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path, free: int) -> Path:
    """Take all room but some kilobytes."""
    left = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(b"x" * (left - free * 1000))
    return disk / "filler"


def test_a_full_disk(place: Path, disk: Path, undisturbed: dict[str, bytes]) -> None:
    """With no room at all, with room for some documents, with room for all but the common graphs: said each time, and mended with room."""
    papers, before = place / "papers", contents(place / "graph")
    for free in (0, 8, 24, 40):
        graph = Path(shutil.copytree(place / "graph", disk / "graph"))
        filler = fill(disk, free)
        shown = builds.run("build", papers, "--into", graph, "--prune", "--quiet", "--no-index")
        assert (shown.status, shown.err.count("\n"), shown.err.startswith("error: the disk is full / ")) == (2, 1, True), (free, shown.err)
        assert "documents/same.nq" in contents(graph) and before["documents/same.nq"] == contents(graph)["documents/same.nq"]
        filler.unlink()
        told = build(papers, graph, prune=True)
        assert told.documents == 4 and {n: d for n, d in contents(graph).items() if n != "manifest.json"} == {
            n: d for n, d in undisturbed.items() if n != "manifest.json"
        }
        shutil.rmtree(graph)


@pytest.mark.parametrize("free", [0, 8, 40, 100, 1000])
def test_no_room_for_the_index_or_an_export(place: Path, disk: Path, free: int) -> None:
    """A megabyte is room for an export, and none for an index."""
    graph = Path(shutil.copytree(place / "graph", disk / "graph"))
    filler = fill(disk, free)
    for words in [("info", graph), ("check", graph), *[("export", graph, "-o", disk / "all.nq")] * (free <= 100)]:
        shown = builds.run(*words)
        last = shown.err.splitlines()[-1]
        assert (shown.status, last.startswith("error: ")) == (2, True), shown
        assert "o space left" in last and "room" in last
    filler.unlink()
    assert builds.run("info", graph).status == 0
    assert sorted(f.name for f in disk.iterdir()) == ["graph"]
