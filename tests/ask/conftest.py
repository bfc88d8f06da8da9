from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny

import coldgraph


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def graph(folder: Path) -> "Iterator[coldgraph.Graph]":
    with coldgraph.open(folder) as opened:
        yield opened
