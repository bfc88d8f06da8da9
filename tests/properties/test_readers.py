"""Invented documents made worse: each ends as documents or as a message, and the quads are read back. Longer: bench/fuzz.py."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

import builds
import pytest
import world
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from bench.fuzz import EVERY, tried
from bench.mutate import KINDS, mutated
from coldgraph import workshop

KNOWN = {
    "tei": [builds.SOURCES["vol.xml"], (Path(__file__).parents[1] / "golden" / "frus_memorandum" / "source.xml").read_bytes()],
    "html": [page.read_bytes() for page in sorted((Path(__file__).parents[1] / "read" / "pages").glob("*.html"))],
    "text": [builds.TALK.encode(), builds.LETTER.encode(), builds.NOTE.encode("utf-16")],
    "pdf": [builds.SOURCES["scan.pdf"]],
}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "_here", [workshop.Workshop(world.authority())])


@pytest.mark.parametrize("kind", KINDS)
def test_a_reader_ends_as_documents_or_as_a_message(kind: str) -> None:
    read = []

    @seed(1)
    @settings(max_examples=120, database=None, deadline=10_000)
    @given(st.integers(0, 2**64))
    def each(number: int) -> None:
        data = mutated(KNOWN[kind], Random(number))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"case{KINDS[kind]}"
            path.write_bytes(data)
            read.append(tried(path, number % EVERY == 0))

    each()
    assert sum(read) > len(read) // 4, "hardly any was a document still"
