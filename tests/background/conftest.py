import re
import shutil
from pathlib import Path

import builds
import pytest

from coldgraph import pipeline
from coldgraph.authority import load as loading
from coldgraph.background import shelf
from coldgraph.pipeline import build
from coldgraph.tables import Authority

_CALLED = re.compile(r"<[^>]*/id/(?:person|state|place)/[^>]*> <[^>]*(?:#prefLabel|#type)> ")


@pytest.fixture(scope="session")
def authority() -> Authority:
    return loading.load()


@pytest.fixture(scope="session")
def called() -> list[str]:
    """Of the authority's lines those that tell what people, states and places are called: the whole of it takes seconds to write."""
    return [line for line in loading.lines() if _CALLED.match(line)]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, called: list[str]) -> Path:
    place = tmp_path_factory.mktemp("background")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "lines", lambda: iter(called))
        build(builds.put(place / "papers", {"note.txt": builds.NOTE.encode()}), place / "graph", processes=1)
    return place / "graph"


@pytest.fixture
def graph(tmp_path: Path, built: Path, authority: Authority, called: list[str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A graph of one note; the authority is read once for all tests."""
    monkeypatch.setattr(shelf, "load", lambda: authority)
    monkeypatch.setattr(shelf, "lines", lambda: iter(called))
    monkeypatch.setattr(pipeline, "lines", lambda: iter(called))
    shutil.copytree(built, tmp_path / "graph")
    return tmp_path / "graph"
