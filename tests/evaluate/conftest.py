"""The invented graph, and annotations of it."""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import results
import tiny

from coldgraph.evaluate.facts import Facts
from coldgraph.store.index import opened

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def facts(graph: Path) -> Facts:
    return Facts(opened(graph))


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    from marked import GOLD, write

    return write(tmp_path / "annotated", GOLD)


@pytest.fixture(scope="session")
def made(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], results.Made]:
    """The sets of the frozen results, each built once."""
    return cache(lambda name: results.made(name, shared, tmp_path_factory.mktemp(name)))
