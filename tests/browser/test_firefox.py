"""The pages in Firefox, where the machine has one: drawn, with every colour in its place."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from invented import world
from matplotlib.image import imread

from coldgraph.see.style import LINES
from coldgraph.see.view import View

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.parametrize("kind", ["stances", "timeline"])
def test_firefox_draws_the_page(tmp_path: Path, kind: str):
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if firefox is None:
        pytest.skip("no Firefox here: apt-get install firefox-esr")
    page, picture, profile = View(world().store(), kind).save(tmp_path / "page.html"), tmp_path / "page.png", tmp_path / "profile"
    profile.mkdir()
    switches = ("--headless", "--profile", str(profile), "--window-size=1400,900", "--screenshot", str(picture), page.as_uri())
    subprocess.run([firefox, *switches], check=True, capture_output=True, timeout=120, env={"HOME": str(tmp_path), "MOZ_HEADLESS": "1"})
    drawn = imread(picture)[120:600, 60:960, :3].reshape(-1, 3)
    seen = {tuple(round(255 * part) for part in pixel) for pixel in drawn.tolist()}
    for polarity in ("positive", "negative"):
        hue = LINES[polarity].light.lstrip("#")
        wanted = tuple(int(hue[i : i + 2], 16) for i in (0, 2, 4))
        assert any(sum(abs(a - b) for a, b in zip(pixel, wanted, strict=True)) < 90 for pixel in seen), polarity
