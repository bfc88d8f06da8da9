from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny

from coldgraph.authority import load as loading
from coldgraph.background import shelf
from coldgraph.tables import Authority


@pytest.fixture(scope="session")
def authority() -> Authority:
    return loading.load()


@pytest.fixture
def graph(tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A small graph; the authority is read once for all tests."""
    monkeypatch.setattr(shelf, "load", lambda: authority)
    yield tiny.write(tmp_path / "graph")
