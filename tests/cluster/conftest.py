"""A Dask scheduler and workers on this machine, each a process that can be killed; builds with a common graph of topics alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import builds
import pytest

from coldgraph import pipeline
from coldgraph.resources import folder

QUICK = {
    "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
    "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "20s",
    "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "60s",
}
"""One stopped worker is enough to suspect a task: each costs seconds."""


@pytest.fixture(autouse=True)
def lean(monkeypatch: pytest.MonkeyPatch) -> None:
    topics = (folder("triples") / "authority" / "topics.nt").read_text(encoding="utf-8").split("\n")
    monkeypatch.setattr(pipeline, "lines", lambda: iter(topics))


@dataclass
class Cluster:
    """A scheduler and its workers; ``address`` is what ``--on`` takes."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, workers: int, *options: str) -> None:
        told = self.home / "scheduler.json"
        self._run("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told), "--no-dashboard")
        _until(lambda: told.is_file() and told.read_text().rstrip().endswith("}"))
        self.address = json.loads(told.read_text())["address"].replace("tcp://", "dask://")
        for _ in range(workers):
            self.worker(*options)

    def worker(self, *options: str) -> None:
        place = ("--scheduler-file", str(self.home / "scheduler.json"), "--local-directory", str(self.home / "disk"))
        self._run("dask_worker", *place, "--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", *(options or ("--no-nanny",)))

    @property
    def scheduler(self) -> subprocess.Popen[bytes]:
        return self.processes[0]

    def kill_worker(self) -> None:
        """End the last worker as a power cut does."""
        self.processes[-1].kill()
        self.processes.pop().wait(20)

    def _run(self, program: str, *words: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.{program}", *words]
        with (self.home / f"{program}.log").open("ab") as log:
            surroundings = {**os.environ, **self.settings}
            self.processes.append(
                subprocess.Popen(command, stdout=log, stderr=log, cwd=self.home, env=surroundings, start_new_session=True)
            )

    def stop(self) -> None:
        for process in self.processes[::-1]:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)


def _until(met: Callable[[], Any], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "the cluster did not start"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A cluster of two workers, for tests that leave two there."""
    yield from running(Cluster(tmp_path_factory.mktemp("cluster")), 2)


@pytest.fixture
def doomed(tmp_path: Path) -> Iterator[Cluster]:
    """A cluster of one worker for one test, that may do with it as it likes."""
    (tmp_path / "cluster").mkdir()
    yield from running(Cluster(tmp_path / "cluster"), 1)


def running(made: Cluster, workers: int, *options: str) -> Iterator[Cluster]:
    try:
        made.start(workers, *options)
        yield made
    finally:
        made.stop()


VOLUMES = {f"vol{n}.xml": builds.volume(*[builds.SOUND] * (4 + n)).encode() for n in range(6)}
DOCUMENTS = builds.DOCUMENTS + sum(4 + n for n in range(6))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """Texts, a page, a scan and volumes, with a file that is no document."""
    return builds.put(tmp_path / "papers", {**builds.SOURCES, **VOLUMES, "noise.bin": b"\0\1\2"})
