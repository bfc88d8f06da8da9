"""The frozen results in triples/gold/results: what coldgraph reached, so that a loss is seen.

    python triples/scripts/results.py --shared SHARED            # compare, exit status 1 where something was lost
    python triples/scripts/results.py --shared SHARED --renew    # on purpose: keep the present results

SHARED holds gold/ (annotated documents, blind.py) and corpus/frus (the volumes). Three sets are built and scored:
`dev` (the annotated documents), `test` (the split test of triples/gold) and `blind` (FRUS without its mark-up: every
twelfth document, by name, of those that `blind.py` makes).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import annotations

from coldgraph.evaluate.facts import Facts
from coldgraph.evaluate.frozen import Kept, kept, losses
from coldgraph.evaluate.gold import Gold, read
from coldgraph.evaluate.packed import kept as kept_texts
from coldgraph.evaluate.packed import unpacked
from coldgraph.evaluate.run import evaluate
from coldgraph.pipeline import build
from coldgraph.store.index import opened

RESULTS = annotations.GOLD / "results"
MARGIN = 0.02
"""The share by which a result may fall before it counts as lost."""
LEAST = 20
STEP = 12


def dev(shared: Path, place: Path) -> tuple[Path, Path]:
    """The annotated documents of the shared folder."""
    return shared / "gold" / "dev" / "text", shared / "gold" / "dev" / "gold"


def test(shared: Path, place: Path) -> tuple[Path, Path]:
    """The documents of the split test, read from their volumes; the packed annotations are what is right."""
    annotations.unpack(shared / "corpus" / "frus", place, "test")
    return place / "text", annotations.GOLD


def blind(shared: Path, place: Path) -> tuple[Path, Path]:
    """Some documents of all volumes without their mark-up; all others are taken away."""
    for volume in annotations.splits():
        made = [sys.executable, shared / "gold" / "blind.py", shared / "corpus" / "frus" / f"{volume}.xml", place]
        subprocess.run(made, check=True, capture_output=True)
    for number, file in enumerate(sorted((place / "gold").glob("*.json"))):
        if number % STEP:
            file.unlink()
            (place / "text" / f"{file.stem}.txt").unlink()
    return place / "text", place / "gold"


SETS: dict[str, Callable[[Path, Path], tuple[Path, Path]]] = {"dev": dev, "test": test, "blind": blind}


@dataclass(frozen=True, slots=True)
class Made:
    """A set that was built: the folder of its annotations, the graph, and what is right."""

    gold: Path
    graph: Path
    golds: tuple[Gold, ...]

    def results(self) -> Kept:
        return kept(evaluate(self.golds, Facts(opened(self.graph)), resamples=0))


def made(name: str, shared: Path, place: Path) -> Made:
    """Builds the graph of a set in a folder."""
    texts, gold = SETS[name](shared, place / "given")
    build(texts, place / "graph")
    golds = unpacked(read(gold, "test" if name == "test" else ""), kept_texts(place / "graph"))
    return Made(gold, place / "graph", golds)


def frozen(name: str) -> Kept:
    found: Kept = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return found


def lost(name: str, now: Kept) -> list[str]:
    """What a set has lost against its frozen results."""
    return list(losses(frozen(name), now, MARGIN, LEAST))


def renew(name: str, now: Kept) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("names", nargs="*", metavar="NAME", help="dev, test or blind (default: all)")
    given.add_argument("--shared", type=Path, required=True)
    given.add_argument("--renew", action="store_true")
    options = given.parse_args()
    found = 0
    for name in options.names or SETS:
        with tempfile.TemporaryDirectory() as place:
            now = made(name, options.shared, Path(place)).results()
        if options.renew:
            renew(name, now)
        else:
            some = lost(name, now)
            found += len(some)
            sys.stdout.write("".join(f"{name}: {line}\n" for line in some) or f"{name}: nothing lost\n")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
