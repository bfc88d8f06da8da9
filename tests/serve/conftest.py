from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny
from served import Served, serving


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def served(folder: Path) -> Iterator[Served]:
    """A server with the usual settings."""
    with serving(folder) as running:
        yield running


@pytest.fixture(scope="session")
def narrow(folder: Path) -> Iterator[Served]:
    """A server with tight limits."""
    with serving(folder, "--timeout", "2", "--rows", "5", "--at-once", "2", "--waiting", "3", "--memory", "0.5") as running:
        yield running
