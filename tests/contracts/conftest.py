"""A real SPARQL server on loopback."""

from collections.abc import Iterator

import oxigraph_server
import pytest


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an Oxigraph server whose default graph is the union of all."""
    with oxigraph_server.running(tmp_path_factory.mktemp("server")) as address:
        yield address
