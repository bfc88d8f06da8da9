"""Makes the lying server beside the tests importable, and leaves no key about."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLDGRAPH_API_KEY", raising=False)
