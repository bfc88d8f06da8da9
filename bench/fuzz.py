"""Mutated real documents through a reader and all that follows it: python bench/fuzz.py READER SHARED OUT [MINUTES] [SEED]

READER is tei, html, text or pdf; SHARED the folder with corpus/ and gold/; findings are put into OUT, each
with the document that led to it. A case survives where it ends as documents or as a message (what, where,
advice), in ten seconds of processor time and 1 GB, and its N-Quads are read back by pyoxigraph (each) and rdflib
(every twentieth), with every quotation at its offsets. The cases are the same for the same seed.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import sys
import tempfile
import time
import traceback
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from bench.mutate import KINDS, mutated, seeds  # noqa: E402

SECONDS, MEMORY = 10, 1_000_000_000
EVERY = 20


def case(kind: str, known: list[bytes], seed: str, number: int) -> bytes:
    return mutated(known, Random(f"{kind} {seed} {number}"))


def tried(path: Path, thorough: bool) -> int:
    """How many documents come of a file; raises what a user would see as a crash."""
    from coldgraph.interpret.stances import stances
    from coldgraph.mapping.quads import document_quads
    from coldgraph.model import Document
    from coldgraph.read import read
    from coldgraph.workshop import here

    shop, count = here(), 0
    for found in read(path, path.name):
        if isinstance(found, Document):
            quads = document_quads(shop.interpreter.interpret(shop.recogniser.recognise(found), stances))
            parsed_back(quads, found.text, thorough)
            count += 1
        else:
            assert found.what and found.advice, found
    return count


def parsed_back(quads: str, text: str, thorough: bool) -> None:
    import pyoxigraph as ox
    import rdflib

    from coldgraph import vocabulary as v

    told: dict[str, dict[str, str]] = {}
    lines = set()
    for quad in ox.parse(quads.encode(), format=ox.RdfFormat.N_QUADS):
        lines.add(quad)
        told.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    assert len(lines) == quads.count("\n"), "a quad is not on a line of its own"
    for facts in told.values():
        if v.QUOTE in facts:
            assert text[int(facts[v.START]) : int(facts[v.END])] == facts[v.QUOTE], "a quotation does not stand at its offsets"
    if thorough:
        assert len(rdflib.Dataset().parse(data=quads, format="nquads")) == len(lines), "rdflib reads other quads"


def _work(kind: str, known: list[bytes], seed: str, out: Path, until: float, counts: list[Synchronized[int]]) -> None:
    """Cases one after another, until the time is over; too long a case ends this process."""
    from coldgraph.workshop import furnish

    number, documents, lost = counts
    furnish()
    resource.setrlimit(resource.RLIMIT_AS, (_size() + MEMORY, resource.RLIM_INFINITY))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"case{KINDS[kind]}"
        while time.time() < until:
            number.value += 1
            path.write_bytes(case(kind, known, seed, number.value))
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                documents.value += tried(path, number.value % EVERY == 0)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
                lost.value += 1
                keep(out, error, path.read_bytes())
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _size() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def keep(out: Path, error: Exception, data: bytes) -> None:
    """The shortest document for each place in the code at which something went wrong."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if "coldgraph" in f.filename or "bench" in f.filename]
    name = f"{type(error).__name__}-{Path(frames[-1].filename).stem}-{frames[-1].lineno}"
    file = out / f"{name}.case"
    if not file.exists() or len(data) < file.stat().st_size:
        file.write_bytes(data)
        (out / f"{name}.txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8", errors="backslashreplace")


def main(kind: str, shared: str, out: str, minutes: str = "20", seed: str = "1") -> None:
    known, place = seeds(kind, Path(shared), ROOT / "tests" / "read" / "pages"), Path(out)
    place.mkdir(parents=True, exist_ok=True)
    context: Any = multiprocessing.get_context("fork")
    counts = [context.Value("L", 0, lock=False) for _ in range(3)]
    until = time.time() + 60 * float(minutes)
    while time.time() < until:
        worker = context.Process(target=_work, args=(kind, known, seed, place, until, counts))
        worker.start()
        worker.join()
        if worker.exitcode:
            counts[2].value += 1
            (place / f"ended-{-worker.exitcode}-{counts[0].value}.case").write_bytes(case(kind, known, seed, counts[0].value))
    number, documents, lost = (count.value for count in counts)
    told = f"{number} tried from {len(known)} documents, {number - lost} survived, {lost} lost; {documents} documents read"
    sys.stdout.write(f"{kind}: {told}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
