"""Fixtures that all tests share."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with corpus, gold and facts beside the checkout (or COLDGRAPH_SHARED)."""
    place = Path(os.environ.get("COLDGRAPH_SHARED", ROOT.parent / "shared"))
    if not place.is_dir():
        reason = f"needs the corpus folder {place.name!r} beside the checkout"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return place
