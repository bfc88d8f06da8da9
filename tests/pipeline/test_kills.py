"""Builds killed at random moments, index and tables included. COLDGRAPH_KILLS tries more; bench/kills.py the whole program."""

import os
import shutil
import signal
import time
from multiprocessing import get_context
from pathlib import Path
from random import Random

import builds
import pytest
from builds import contents

from coldgraph.ask import verify
from coldgraph.pipeline import build
from coldgraph.store import index
from coldgraph.store.tables import derive

KILLS = int(os.environ.get("COLDGRAPH_KILLS", "3"))
BEFORE = builds.SOURCES
AFTER = {n: d for n, d in BEFORE.items() if n != "letter.txt"} | {
    "new.txt": builds.LETTER.encode(),
    "vol.xml": builds.volume(builds.SOUND, builds.SOUND.replace("Soviets", "Poles"), builds.SOUND).encode(),
}


def work(papers: Path, graph: Path) -> None:
    build(papers, graph, prune=True)
    index.refresh(graph)
    derive.refresh(graph)


def took(papers: Path, graph: Path, moment: float | None = None) -> tuple[float, int | None]:
    """Do the work in a copy of this process, which is killed after some seconds; how long it took, and how it ended."""
    child = get_context("fork").Process(target=work, args=(papers, graph))
    began = time.perf_counter()
    child.start()
    child.join(moment)
    if child.is_alive():
        assert child.pid is not None
        os.kill(child.pid, signal.SIGKILL)
    child.join()
    return time.perf_counter() - began, child.exitcode


def done(papers: Path, graph: Path) -> tuple[dict[str, bytes], list[str], int]:
    """The work, and every file but locks, the name of the one index there is, and how many quads it holds."""
    work(papers, graph)
    assert not list(verify.checksums(graph))
    return contents(graph), [f.name for f in (graph / "index").iterdir()], index.opened(graph).count()


@pytest.mark.skipif(builds.APART, reason="this is the process of their own")
@pytest.mark.timeout(400 + 60 * KILLS)
def test_the_builds_that_are_killed_have_a_process_of_their_own() -> None:
    """A copy of a process in which other tests have opened stores would wait for the threads of those for ever."""
    builds.apart(__file__)


@pytest.mark.skipif(not builds.APART, reason="the test above runs it in a process of its own")
@pytest.mark.timeout(120 + 20 * KILLS)
@pytest.mark.parametrize("scene", ["first", "changed", "index"])
def test_a_build_that_is_killed_at_a_random_moment_is_repaired_by_the_next(tmp_path: Path, graph: Path, scene: str) -> None:
    old, new = (builds.put(tmp_path / name, files) for name, files in (("old", BEFORE), ("new", AFTER)))
    builds.in_child(lambda: done(old, tmp_path / "before"))  # not here: threads of the stores do not survive a fork
    if scene == "first":
        shutil.rmtree(tmp_path / "before")
        (tmp_path / "before").mkdir()
    elif scene == "index":
        shutil.rmtree(tmp_path / "before" / "index")
        shutil.rmtree(tmp_path / "before" / "tables")
    papers = old if scene == "index" else new
    shutil.copytree(tmp_path / "before", graph)
    lasts, _ = took(papers, graph)
    undisturbed, random, killed = builds.in_child(lambda: done(papers, graph)), Random(f"{scene} 1"), 0
    while killed < KILLS:
        shutil.rmtree(graph)
        shutil.copytree(tmp_path / "before", graph)
        _, ended = took(papers, graph, random.uniform(0, lasts))
        killed += ended == -signal.SIGKILL
        assert builds.in_child(lambda: done(papers, graph)) == undisturbed, (scene, killed)
    assert undisturbed[1] == 0
