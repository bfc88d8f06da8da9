"""What a graph costs for each document, and what more documents of the same length would: the table of docs/scale.md.

    python bench/sizes.py GRAPH --seconds 95 --cores 2

SECONDS and CORES are what the build of GRAPH took (`make bench`). Disk is counted in bytes of files.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

SIZES = {"40 pages": 40, "a volume": 280, "100 volumes": 28_000, "all of FRUS": 210_000, "History Lab": 4_500_000}

UNITS = ("B", "kB", "MB", "GB", "TB")


def main() -> None:
    words = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    words.add_argument("graph", type=Path)
    words.add_argument("--seconds", type=float, required=True)
    words.add_argument("--cores", type=int, default=2)
    asked = words.parse_args()
    each = _each(asked.graph, asked.seconds * asked.cores)
    _say("| documents | core hours | N-Quads and texts | index | tables | manifest |\n|---|---|---|---|---|---|")
    for name, number in SIZES.items():
        seconds, *sizes = (number * cost for cost in each)
        hours = f"{seconds / 3600:.2g}" if seconds < 360_000 else f"{seconds / 3600:,.0f}"
        _say(f"| {name}, {number:,} | {hours} | {' | '.join(map(_bytes, sizes))} |")


def _each(graph: Path, seconds: float) -> tuple[float, ...]:
    """Core seconds and bytes a document."""
    number = len(json.loads((graph / "manifest.json").read_bytes())["documents"])
    places = (("documents", "texts"), ("index",), ("tables",), ("manifest.json",))
    return (seconds / number, *(sum(_size(graph / name) for name in names) / number for names in places))


def _size(place: Path) -> int:
    return place.stat().st_size if place.is_file() else sum(f.stat().st_size for f in place.rglob("*") if f.is_file())


def _bytes(number: float) -> str:
    power = max(p for p in range(1, 5) if p == 1 or number >= 1000**p)
    return f"{number / 1000**power:.{0 if number >= 100 * 1000**power else 1}f} {UNITS[power]}"


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
