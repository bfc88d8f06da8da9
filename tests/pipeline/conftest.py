"""Builds with all people, names and offices, and a common graph of topics alone: it is written anew at each build."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import builds
import pytest

from coldgraph import pipeline, workshop
from coldgraph.resources import folder

MODULES = (
    "coldgraph.graph",
    "coldgraph.cli.build",
    "coldgraph.cli.info",
    "coldgraph.ask.verify",
    "coldgraph.store.export",
    "encodings.idna",
)


@pytest.fixture(scope="session", autouse=True)
def furnished() -> None:
    """Set the workshop up once; copies of this process have it too, and need no file of Python's that another user may not read."""
    workshop.furnish()
    for module in MODULES:
        import_module(module)


@pytest.fixture(autouse=True)
def lean(monkeypatch: pytest.MonkeyPatch) -> None:
    topics = (folder("triples") / "authority" / "topics.nt").read_text(encoding="utf-8").split("\n")
    monkeypatch.setattr(pipeline, "lines", lambda: iter(topics))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return builds.put(tmp_path / "papers", builds.SOURCES)


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[Path]:
    """Where a graph is built; whatever a test does, no draft and no trace of a stopped build is left there."""
    yield tmp_path / "graph"
    left = {name for name in builds.contents(tmp_path / "graph") if name.startswith(".")}
    assert left == set()
