"""The cases of bench/fuzz.py led by coverage: python bench/guided.py READER SHARED OUT [MINUTES] [SEED]

Needs atheris (Apache-2.0). Documents that reach new lines of the reader are mutated further; libFuzzer says how
many were tried, findings lie in OUT as those of fuzz.py do. Its time is that of the clock, so that its limit is wider.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

with atheris.instrument_imports(include=["coldgraph.read", "coldgraph.dates", "pypdf"]):
    import pypdf  # noqa: F401

    import coldgraph.read.frus
    import coldgraph.read.html
    import coldgraph.read.pdf  # noqa: F401

from bench.fuzz import MEMORY, SECONDS, keep, tried  # noqa: E402
from bench.mutate import KINDS, LARGEST, mutated, seeds  # noqa: E402


def main(kind: str, shared: str, out: str, minutes: str = "20", seed: str = "1") -> None:
    from coldgraph.workshop import furnish

    known, place, folder = seeds(kind, Path(shared), ROOT / "tests" / "read" / "pages"), Path(out), tempfile.mkdtemp()
    path, corpus = Path(folder) / f"case{KINDS[kind]}", Path(folder) / "corpus"
    place.mkdir(parents=True, exist_ok=True)
    corpus.mkdir()
    for number, data in enumerate(known):
        (corpus / f"{number}").write_bytes(data)
    furnish()

    def one(data: bytes) -> None:
        path.write_bytes(data)
        try:
            tried(path, thorough=False)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            keep(place, error, data)

    def change(data: bytes, largest: int, number: int) -> bytes:
        random = Random(number)
        return bytes(mutated([data, *known] if random.random() < 0.1 else [data or b" "], random)[:largest])

    limits = [f"-timeout={12 * SECONDS}", f"-rss_limit_mb={MEMORY // 500_000}", f"-max_len={LARGEST}"]
    told = [
        f"-max_total_time={60 * float(minutes):.0f}",
        "-print_final_stats=1",
        f"-artifact_prefix={place}/",
        f"-seed={seed}",
        "-verbosity=1",
    ]
    atheris.Setup([sys.argv[0], *limits, *told, str(corpus)], one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
