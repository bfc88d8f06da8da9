import shutil
from pathlib import Path

import builds
import pytest

from coldgraph.authority import load as loading
from coldgraph.background import shelf
from coldgraph.pipeline import build
from coldgraph.tables import Authority


@pytest.fixture(scope="session")
def authority() -> Authority:
    return loading.load()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("background")
    build(builds.put(place / "papers", {"note.txt": builds.NOTE.encode()}), place / "graph", processes=1)
    return place / "graph"


@pytest.fixture
def graph(tmp_path: Path, built: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A graph of one note; the authority is read once for all tests."""
    monkeypatch.setattr(shelf, "load", lambda: authority)
    shutil.copytree(built, tmp_path / "graph")
    return tmp_path / "graph"
