"""One browser for all tests of pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "see"))

from chromium import Chromium, binary


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    program = binary()
    if program is None:
        reason = "needs Debian's Chromium: apt-get install chromium"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    browser = Chromium(program)
    yield browser
    browser.close()
