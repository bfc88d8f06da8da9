"""Builds through a real SLURM whose jobs are cancelled in the middle: is anything lost, double or otherwise than from one process?

    apt-get install slurmctld slurmd slurm-client munge       # Debian; nothing of it needs to run
    pip install 'coldgraph[cluster]' dask-jobqueue
    python bench/slurm.py SOURCES... --tries 5

It starts munge and SLURM of its own (one node, this machine, in a folder that goes at the end), asks dask-jobqueue
for two jobs with one worker each, and builds SOURCES once for each try; when a part of them is done, one of the jobs
gets `scancel`, in the last try both. SLURM is asked for new ones. Each graph is compared with that of one
process, file by file. Told at the end: builds tried, survived, documents lost and double. The exit status is 1 unless all survived.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import machine

COLDGRAPH = (sys.executable, "-m", "coldgraph")
JOBS = 2
PACKAGES = "slurmctld slurmd slurm-client munge"
CONF = """
ClusterName=trial
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={ports[0]}
SlurmdPort={ports[1]}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={home}/munge.socket
CredType=cred/munge
StateSaveLocation={home}/state
SlurmdSpoolDir={home}/spool
SlurmctldPidFile={home}/slurmctld.pid
SlurmdPidFile={home}/slurmd.pid
SlurmctldLogFile={home}/slurmctld.log
SlurmdLogFile={home}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
SchedulerParameters=sched_min_interval=100000
KillWait=2
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory=4000 State=UNKNOWN
PartitionName=trial Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
"""


def main() -> None:
    asked = _asked()
    home = Path(tempfile.mkdtemp(prefix="slurm-trial-"))
    try:
        with slurm(home):
            sys.exit(_trials(asked, home))
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _asked() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("sources", nargs="+")
    words.add_argument("--tries", type=int, default=5)
    return words.parse_args()


def _trials(asked: argparse.Namespace, home: Path) -> int:
    _say(f"SLURM {_told('sinfo', '--version').split()[1]}, {os.cpu_count()} CPUs")
    start = time.monotonic()
    _build(asked.sources, home / "one", "--processes", "1")
    wanted = hashes(home / "one")
    number = len(_manifest(home / "one")["documents"])
    _say(f"one process: {number:,} documents, {len(wanted):,} files, {time.monotonic() - start:.0f} s")
    found = Counter(_trial(asked, home, wanted, n) for n in range(asked.tries))
    _say(f"builds tried {asked.tries}, survived {found[True]}")
    return 0 if found[True] == asked.tries else 1


def _trial(asked: argparse.Namespace, home: Path, wanted: dict[str, str], number: int) -> bool:
    """Build while a job is cancelled when a share of the sources is done, another share each time; whether the graph is as it shall be."""
    graph, start = home / f"try-{number}", time.monotonic()
    share, all_jobs = (number + 1) / (asked.tries + 1), number == asked.tries - 1
    with workers(home) as address:
        cancelled = _watched(asked.sources, graph, address, share, JOBS if all_jobs else 1)
    same = hashes(graph) == wanted
    documents = Counter(d for source in _manifest(graph)["sources"].values() for d in source["documents"])
    files = {f.stem for f in (graph / "documents").iterdir()}
    lost = {Path(name).stem for name in wanted if name.startswith("documents/")} - files
    double = [d for d, times in documents.items() if times > 1]
    _say(
        f"try {number + 1}: job(s) {', '.join(cancelled)} cancelled at {share:.0%}; {len(files):,} documents, {len(lost)} lost, "
        f"{len(double)} double, {'the same bytes' if same else 'OTHER BYTES'}, {time.monotonic() - start:.0f} s"
    )
    shutil.rmtree(graph)
    return same and bool(cancelled) and not lost and not double


def _watched(sources: list[str], graph: Path, address: str, share: float, jobs: int) -> list[str]:
    """Build on the cluster; the jobs that were cancelled on the way."""
    command = [*COLDGRAPH, "build", *sources, "--into", str(graph), "--no-index", "--on", address]
    cancelled: list[str] = []
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as build:
        assert build.stderr is not None
        for line in build.stderr:
            if line.startswith("[") and not cancelled:
                done, _, of = line[1:].partition("]")[0].partition("/")
                if int(done) >= share * int(of):
                    cancelled = _running()[:jobs]
                    _told("scancel", "--signal=KILL", "--full", *cancelled)
                    _told("scancel", *cancelled)
    if build.returncode:
        raise SystemExit(f"the build ended with status {build.returncode}")
    return cancelled


def _running() -> list[str]:
    return _told("squeue", "--noheader", "--states=RUNNING", "--format=%i").split()


@contextmanager
def workers(home: Path) -> Iterator[str]:
    """A scheduler here and two jobs with a worker each; a job that is cancelled is asked for anew. The scheduler's address."""
    from dask_jobqueue import SLURMCluster

    with SLURMCluster(
        queue="trial", cores=1, processes=1, memory="1500MB", interface="lo", log_directory=str(home / "logs"),
        local_directory=str(home), walltime="01:00:00", scheduler_options={"dashboard_address": ":0"},
    ) as cluster:  # fmt: skip
        cluster.adapt(minimum_jobs=JOBS, maximum_jobs=JOBS)
        _until(lambda: len(_running()) == JOBS)
        yield cluster.scheduler_address.replace("tcp://", "dask://")
    _until(lambda: not _told("squeue", "--noheader"))


@contextmanager
def slurm(home: Path) -> Iterator[None]:
    """munged, slurmctld and slurmd of our own, stopped at the end with what they started."""
    conf = home / "slurm.conf"
    cpus = max(JOBS, os.cpu_count() or 1)
    host = socket.gethostname().split(".")[0]
    conf.write_text(CONF.format(home=home, host=host, user=getpass.getuser(), ports=machine.ports(2), cpus=cpus))
    (home / "cgroup.conf").write_text("CgroupAutomount=no\n")
    os.environ["SLURM_CONF"] = str(conf)
    daemons: list[subprocess.Popen[bytes]] = []
    try:
        daemons.append(_munged(home))
        for name in ("slurmctld", "slurmd"):
            daemons.append(_started(home, machine.program(name, PACKAGES), "-D", "-f", str(conf)))
        _until(lambda: "idle" in _told("sinfo", "--noheader", "--format=%T", fails=True))
        yield
    finally:
        if len(daemons) > 1:
            _told("scancel", "--user", getpass.getuser(), fails=True)
        for daemon in reversed(daemons):
            daemon.terminate()
            daemon.wait(30)


def _munged(home: Path) -> subprocess.Popen[bytes]:
    key = home / "munge.key"
    key.write_bytes(secrets.token_bytes(128))
    key.chmod(0o600)
    home.chmod(0o711)
    files = [f"--{name}={home}/munge.{name.split('-')[0]}" for name in ("socket", "pid-file", "log-file", "seed-file")]
    started = _started(home, machine.program("munged", PACKAGES), "--foreground", "--force", f"--key-file={key}", *files)
    _until((home / "munge.socket").exists)
    return started


def _started(home: Path, *command: str) -> subprocess.Popen[bytes]:
    with (home / f"{Path(command[0]).name}.out").open("wb") as log:
        return subprocess.Popen(command, stdout=log, stderr=log)


def _told(*command: str, fails: bool = False) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=not fails).stdout


def _until(met: Callable[[], bool], seconds: float = 120) -> None:
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise SystemExit("SLURM does not do as it is told; its logs are in its folder")
        time.sleep(0.2)


def _build(sources: list[str], graph: Path, *options: str) -> None:
    command = [*COLDGRAPH, "build", *sources, "--into", str(graph), "--no-index", "--quiet", *options]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _manifest(graph: Path) -> dict[str, dict[str, dict[str, list[str]]]]:
    found: dict[str, dict[str, dict[str, list[str]]]] = json.loads((graph / "manifest.json").read_bytes())
    return found


def hashes(graph: Path) -> dict[str, str]:
    """The SHA-256 of every file of a graph but its lock."""
    files = (f for f in graph.rglob("*") if f.is_file() and f.name != ".lock")
    return {f.relative_to(graph).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


if __name__ == "__main__":
    main()
