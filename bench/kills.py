"""Builds that are killed at random moments, and what the next one makes of it: python bench/kills.py SHARED OUT [KILLS] [SEED]

Some forty documents (of a FRUS volume, and the annotated texts of SHARED) are built by two workers, index and tables
included, and all processes are killed (SIGKILL) at a moment that is drawn from the time an undisturbed run takes.
Then the same command runs again. A kill is survived where that ends well, every file is the same, byte for byte, as in
the graph that nothing disturbed, in which `coldgraph check` found nothing, and the index is the same too. So are killed: a
first build, a build after documents were changed, added and removed, a decision with the build that carries it out,
facts added to the background, and the index and tables alone. OUT is a folder for the graphs; nothing else may lie there.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = f"{sys.executable} -m coldgraph"
BUILD = f"{PROGRAM} build papers --into graph --prune --processes 2 --quiet"
DECISION = 'not-a-person "Dean Rusk" --by "A. Vale" --when 2026-11-02 --why "a test"'
VOLUME, DOCUMENTS = "frus1961-63v06", 24
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
NOT_COMPARED = ("index", ".lock", ".index-lock")


@dataclass(frozen=True)
class Scene:
    """What is killed: the command, and how the graph and the papers beside it are made ready."""

    name: str
    share: float
    command: str
    ready: Callable[[Path], None]


def volume(shared: Path, documents: int) -> str:
    """The first documents of a volume, as a volume."""
    data = (shared / "corpus" / "frus" / f"{VOLUME}.xml").read_text(encoding="utf-8")
    starts = [m.start() for m in re.finditer(r'<div\b[^<>]*\btype="document"', data)]
    return _closed(data[: starts[documents]])


def _closed(text: str) -> str:
    """A piece of XML with an end for every element that is open in it."""
    standing: list[str] = []
    for mark in re.finditer(r"<(/?)([\w:]+)[^<>]*?(/?)>", re.sub(r"<!--.*?-->|<\?.*?\?>", "", text, flags=re.DOTALL)):
        if mark[1]:
            standing.pop()
        elif not mark[3]:
            standing.append(mark[2])
    return text + "".join(f"</{name}>" for name in reversed(standing))


def papers(place: Path, shared: Path, changed: bool) -> None:
    """The papers as they are first, or with changes: in one document of the volume, a text gone and another come."""
    shutil.rmtree(place / "papers", ignore_errors=True)
    shutil.copytree(shared / "gold" / "dev" / "text", place / "papers")
    whole, files = volume(shared, DOCUMENTS), sorted((place / "papers").iterdir())
    files[1 if changed else 2].unlink()
    (place / "papers" / f"{VOLUME}.xml").write_text(whole.replace("missiles", "rockets") if changed else whole, encoding="utf-8")


def run(command: str, place: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, shell=True, cwd=place, capture_output=True, text=True, check=False, env=ENVIRONMENT)


def killed(command: str, place: Path, moment: float) -> bool:
    """Start a command and kill it with all its processes; False where it had ended by then."""
    program = subprocess.Popen(
        command, shell=True, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        env=ENVIRONMENT,
    )  # fmt: skip
    try:
        program.wait(moment)
        return False
    except subprocess.TimeoutExpired:
        os.killpg(program.pid, signal.SIGKILL)
        program.wait()
        return True


def contents(graph: Path) -> dict[str, bytes]:
    """Every file of a graph but for locks and the index; drafts that were left behind are among them."""
    files = ((f.relative_to(graph), f) for f in graph.rglob("*") if f.is_file())
    return {name.as_posix(): f.read_bytes() for name, f in files if name.parts[0] not in NOT_COMPARED}


def indexed(graph: Path) -> tuple[list[str], int]:
    """The name of the index, which is that of what it was made from, and how many quads it holds."""
    from coldgraph.store.embedded import Embedded

    (place,) = (graph / "index").iterdir()
    return [place.name], Embedded(place / "store").count()


def wrong(place: Path, command: str, undisturbed: dict[str, bytes], index: tuple[list[str], int]) -> str:
    """What is not as it should be after the command has run again: '' nothing."""
    again = run(command, place)
    if again.returncode:
        return f"the next run ends with {again.returncode}: {again.stderr[-300:]}"
    found = contents(place / "graph")
    if other := sorted(n for n in found.keys() | undisturbed.keys() if found.get(n) != undisturbed.get(n)):
        return f"other bytes in {other[:5]}"
    if indexed(place / "graph") != index:
        return "the index is another"
    return ""


def scenes(shared: Path, before: Path) -> list[Scene]:
    """What can be killed; ``before`` holds the graph of the first papers."""

    def nothing(place: Path) -> None:
        papers(place, shared, changed=False)

    def built(place: Path) -> None:
        nothing(place)
        shutil.copytree(before / "graph", place / "graph")

    def changed(place: Path) -> None:
        built(place)
        papers(place, shared, changed=True)

    def bare(place: Path) -> None:
        built(place)
        shutil.rmtree(place / "graph" / "index")
        shutil.rmtree(place / "graph" / "tables")

    decide = f"grep -qs Vale graph/decisions/decisions.jsonl || {PROGRAM} decide graph {DECISION}; {BUILD}"
    return [
        Scene("first build", 0.4, BUILD, nothing),
        Scene("changed documents", 0.3, BUILD, changed),
        Scene("decision", 0.1, decide, built),
        Scene("background", 0.1, f"{PROGRAM} background add visits graph && {BUILD}", built),
        Scene("index and tables", 0.1, BUILD, bare),
    ]


def tried(scene: Scene, place: Path, kills: int, random: Random) -> Counter[str]:
    """Kill a scene so many times, and count what came of it."""
    counts: Counter[str] = Counter()
    scene.ready(place)
    began = time.perf_counter()
    assert run(scene.command, place).returncode == 0
    lasts, undisturbed, index = time.perf_counter() - began, contents(place / "graph"), indexed(place / "graph")
    assert run(f"{PROGRAM} check graph", place).returncode == 0
    while counts["tried"] < kills:
        shutil.rmtree(place / "graph")
        scene.ready(place)
        moment = random.uniform(0, lasts)
        if killed(scene.command, place, moment):
            told = wrong(place, scene.command, undisturbed, index)
            counts.update(["tried", "lost" if told else "survived"])
            sys.stderr.write(f"{scene.name} killed after {moment:.2f} of {lasts:.2f} s: {told or 'survived'}\n")
    shutil.rmtree(place / "graph")
    return counts


def main(shared: str, out: str, kills: str = "50", seed: str = "1") -> int:
    known, place, random, total = Path(shared).resolve(), Path(out).resolve(), Random(int(seed)), Counter[str]()
    sys.path[:0] = [str(ROOT)]
    (place / "before").mkdir(parents=True)
    papers(place / "before", known, changed=False)
    assert run(BUILD, place / "before").returncode == 0
    for scene in scenes(known, place / "before"):
        counts = tried(scene, place, max(1, round(scene.share * int(kills))), random)
        sys.stdout.write(f"{scene.name}: {counts['tried']} tried, {counts['survived']} survived, {counts['lost']} lost\n")
        sys.stdout.flush()
        total += counts
    sys.stdout.write(f"all: {total['tried']} tried, {total['survived']} survived, {total['lost']} lost\n")
    shutil.rmtree(place)
    return 1 if total["lost"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
