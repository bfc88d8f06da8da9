"""A build on a cluster is a build: the same bytes, whatever befalls workers, scheduler and client."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import builds
import pytest
from builds import contents
from cluster.conftest import DOCUMENTS, QUICK, VOLUMES, Cluster, running

from coldgraph.cluster import connection, crew
from coldgraph.errors import ExtraMissing, GraphError
from coldgraph.pipeline import BuildReport, Event, build


@pytest.fixture
def local(papers: Path, tmp_path: Path) -> dict[str, bytes]:
    """What one process makes of the papers."""
    assert build(papers, tmp_path / "local", processes=1).documents == DOCUMENTS
    return contents(tmp_path / "local")


def at_first(act: Callable[[], object]) -> Callable[[Event], None]:
    """Does something when the first source is done."""

    def report(event: Event) -> None:
        if event.number == 1:
            act()

    return report


def told(report: BuildReport) -> tuple[int, int, tuple[str, ...]]:
    return report.documents, report.quads, tuple(map(str, report.failed))


def test_the_same_bytes_and_nothing_to_do_again(papers: Path, tmp_path: Path, local: dict[str, bytes], cluster: Cluster) -> None:
    first = build(papers, tmp_path / "graph", on=cluster.address)
    assert contents(tmp_path / "graph") == local
    assert (first.documents, first.added, [f.source for f in first.failed]) == (DOCUMENTS, DOCUMENTS, ["noise.bin"])
    again = build(papers, tmp_path / "graph", on="dask://127.0.0.1:1")  # where nobody answers: there is nothing to ask
    assert (again.unchanged, told(again)) == (DOCUMENTS, told(first))


def test_a_changed_volume_costs_its_changed_documents(papers: Path, tmp_path: Path, cluster: Cluster) -> None:
    for graph, on in ((tmp_path / "graph", cluster.address), (tmp_path / "local", None)):
        builds.put(papers, VOLUMES)
        build(papers, graph, on=on)
        volume = papers / "vol5.xml"
        volume.write_bytes(volume.read_bytes().replace(b"Soviets had lied", b"Poles had lied", 1))
        report = build(papers, graph, on=on)
        assert (report.replaced, report.unchanged) == (1, DOCUMENTS - 1)
    assert contents(tmp_path / "graph") == contents(tmp_path / "local")


def test_ctrl_c_keeps_what_is_done(papers: Path, tmp_path: Path, local: dict[str, bytes], cluster: Cluster) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(papers, tmp_path / "graph", on=cluster.address, report=at_first(stop))
    assert build(papers, tmp_path / "graph", on=cluster.address).unchanged > 0
    assert contents(tmp_path / "graph") == local


def test_a_worker_with_another_coldgraph_is_refused(
    papers: Path, tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = {**crew.equipment(), "coldgraph": "9.9", "lxml": "0.1"}
    monkeypatch.setattr(crew, "equipment", lambda: here)
    with pytest.raises(GraphError, match=r"a worker has coldgraph 0\.[^ ]+ \(here 9\.9\), lxml [^ ]+ \(here 0\.1\) \(install the same"):
        build(papers, tmp_path / "graph", on=cluster.address)


def test_a_worker_is_killed(papers: Path, tmp_path: Path, local: dict[str, bytes], cluster: Cluster) -> None:
    report = build(papers, tmp_path / "graph", on=cluster.address, report=at_first(cluster.kill_worker))
    cluster.worker()
    assert contents(tmp_path / "graph") == local
    assert (report.documents, report.added, len(report.failed)) == (DOCUMENTS, DOCUMENTS, 1)


def test_the_scheduler_is_killed(papers: Path, tmp_path: Path, local: dict[str, bytes], doomed: Cluster) -> None:
    with pytest.raises(GraphError, match=r"the Dask scheduler went away \(what is built so far is kept"):
        build(papers, tmp_path / "graph", on=doomed.address, report=at_first(doomed.scheduler.kill))
    report = build(papers, tmp_path / "graph", processes=1)
    assert report.unchanged > 0
    assert contents(tmp_path / "graph") == local


def test_no_worker_for_long(papers: Path, tmp_path: Path, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "PATIENCE", 0.2)
    monkeypatch.setattr(crew, "LOOK", 0.1)
    empty = Cluster(tmp_path)
    for _ in running(empty, 0):
        with pytest.raises(GraphError, match="the cluster has had no worker for"):
            build(papers, tmp_path / "graph", on=empty.address)


def test_no_scheduler(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "SECONDS", 0.5)
    shown = builds.run("build", papers, "--into", tmp_path / "graph", "--on", "dask://127.0.0.1:1")
    assert shown.status == 2
    assert "no Dask scheduler answers" in shown.err and "start one with: dask scheduler" in shown.err


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "dask://127.0.0.1", "dask://:8786", "dask://x:99999", "node7:8786", "dask://[x:1"]
)
def test_an_address_of_another_form(address: str, papers: Path, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="write dask://HOST:PORT"):
        build(papers, tmp_path / "graph", on=address)


def test_without_the_extra(papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'coldgraph\[cluster\]'"):
        build(papers, tmp_path / "graph", on="dask://127.0.0.1:1")


@pytest.mark.parametrize("other", [("--processes", "2"), ("--extractor", "http://127.0.0.1:1/v1", "--model", "m")])
def test_options_that_do_not_go_together(other: tuple[str, ...], papers: Path, tmp_path: Path) -> None:
    shown = builds.run("build", papers, "--into", tmp_path / "graph", "--on", "dask://127.0.0.1:1", *other)
    assert (shown.status, "--on goes with neither" in shown.err) == (2, True)


POISON = """
import os, signal
from coldgraph import workshop
from coldgraph.workshop import Workshop

class Fragile(Workshop):
    def _stage(self, document, *rest):
        if "arsenic" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return super()._stage(document, *rest)

workshop.Workshop = Fragile
"""


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[Cluster]:
    """Workers that die of a word, and are started again by their nannies."""
    home = tmp_path / "fragile"
    home.mkdir()
    (home / "poison.py").write_text(POISON)
    yield from running(Cluster(home, QUICK), 2, "--nanny", "--preload", str(home / "poison.py"))


@pytest.mark.long
def test_a_document_that_kills_its_workers_costs_itself_alone(tmp_path: Path, fragile: Cluster) -> None:
    poisoned = builds.volume(builds.SOUND, builds.SOUND.replace("Soviets", "arsenic"))
    papers = builds.put(tmp_path / "papers", {"talk.txt": builds.TALK.encode(), "bad.xml": poisoned.encode()})
    report = build(papers, tmp_path / "graph", on=fragile.address)
    assert [(f.source, f.what) for f in report.failed] == [("bad.xml", "its document bad-d2 stopped every worker that was given it")]
    assert report.documents == 2
    healed = build(papers, tmp_path / "graph", processes=1)  # nothing has changed, but it is taken up again
    assert (healed.added, healed.documents, healed.failed) == (1, 3, ())
    build(papers, tmp_path / "other", processes=1)
    assert contents(tmp_path / "graph") == contents(tmp_path / "other")
