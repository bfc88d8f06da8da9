"""What a build costs as the documents grow, and how far that is above the least that the same data can cost.

    python bench/scale.py FOLDER --into SCRATCH --copies 1 2 4

Builds the TEI volumes of a folder once, then as many times over as each number of COPIES says: a copy has another file
name, so its documents are others. Each stage is a process of its own, with its clock, processor time (its children's
too) and the memory of its largest process. 'again' is a second build after one word of one document has changed.
The floor is what the libraries below need for the same: lxml to parse the volumes, Python to sort and write the quads.
What is written to SCRATCH/COPIES is removed before the next size; six FRUS volumes take 1 GB a copy.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

_BUILD = ("-m", "coldgraph", "build", "{sources}", "--into", "{graph}", "--quiet")
_REFRESH = "import sys, pathlib; from coldgraph.store.{0} import refresh; refresh(pathlib.Path(sys.argv[1]))"
STAGES: dict[str, tuple[str, ...]] = {
    "documents": (*_BUILD, "--no-index"),
    "index": ("-c", _REFRESH.format("index"), "{graph}"),
    "tables": ("-c", _REFRESH.format("tables.derive"), "{graph}"),
    "again": _BUILD,
}


def copies(volumes: list[Path], many: int, place: Path) -> int:
    """The volumes under new names, as often as told; their bytes."""
    place.mkdir(parents=True)
    for volume in volumes:
        for number in range(1, many + 1):
            (place / (volume.name if number == 1 else f"{volume.stem}-copy{number}.xml")).write_bytes(volume.read_bytes())
    return sum(f.stat().st_size for f in place.iterdir())


def measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds on the clock, seconds of processor time, megabytes of the largest process."""
    start = time.perf_counter()
    _, status, used = os.wait4(subprocess.Popen(command, stderr=subprocess.DEVNULL).pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(command)}")
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def change(volume: Path) -> None:
    """One word more in the last paragraph of a volume."""
    head, end, tail = volume.read_bytes().rpartition(b"</p>")
    volume.write_bytes(head + b" Indeed." + end + tail)


def floor(sources: Path, graph: Path) -> float:
    """Processor seconds to parse all sources, and to sort and write all quads again."""
    start = time.process_time()
    for volume in sources.iterdir():
        for _, element in etree.iterparse(str(volume), resolve_entities=False, no_network=True, huge_tree=True):
            element.clear()
    for file in (graph / "documents").iterdir():
        (graph / "floor").write_bytes(b"\n".join(sorted(file.read_bytes().split(b"\n"))))
    return time.process_time() - start


def counted(graph: Path) -> tuple[int, int, int]:
    """Documents, words and quads."""
    texts = list((graph / "texts").iterdir())
    words = sum(len(re.findall(r"\S+", text.read_text(encoding="utf-8"))) for text in texts)
    return len(texts), words, sum(f.read_bytes().count(b"\n") for f in (graph / "documents").iterdir())


def stages(sources: Path, graph: Path) -> Iterator[tuple[str, tuple[float, float, float]]]:
    for stage, command in STAGES.items():
        if stage == "again":
            change(min(sources.iterdir()))
        yield stage, measured([sys.executable, *(part.format(sources=sources, graph=graph) for part in command)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--copies", type=int, nargs="+", default=[1, 2])
    told = parser.parse_args()
    for many in told.copies:
        sources, graph = told.into / str(many) / "sources", told.into / str(many) / "graph"
        size = copies(sorted(told.folder.glob("*.xml")), many, sources)
        costs = dict(stages(sources, graph))
        documents, words, quads = counted(graph)
        print(f"{documents:,} documents, {size / 1e6:.0f} MB of sources, {words:,} words, {quads:,} quads")  # noqa: T201
        for stage, (clock, processor, memory) in costs.items():
            print(f"  {stage:10} {clock:8.1f} s {processor:8.1f} s of processor time {memory:6.0f} MB")  # noqa: T201
        least, made = floor(sources, graph), costs["documents"][1]
        speed = f"{words / made:,.0f} words and {quads / made:,.0f} quads a second of processor time"
        print(f"  floor {least:.1f} s; documents cost {made / least:.0f} times that, {speed}")  # noqa: T201
        shutil.rmtree(told.into / str(many))


if __name__ == "__main__":
    main()
