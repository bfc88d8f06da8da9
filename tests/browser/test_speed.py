"""How heavy a page of many actors is: bytes, and the work of the page's main thread."""

from __future__ import annotations

import pytest
from chromium import Chromium
from invented import crowd

from coldgraph.see.page import write

STEP = "(async () => { %s; await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); })()"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    return write(crowd(500).store(), tmp_path_factory.mktemp("speed") / "crowd.html")


def test_five_hundred_actors_fit_into_two_megabytes(page):
    assert page.stat().st_size < 2_000_000


def test_five_hundred_actors_are_drawn_in_a_second_and_a_half(chromium: Chromium, page):
    chromium.open(page)
    assert chromium.run("feed.nodes.length") > 480
    assert chromium.busy() < 1.5


@pytest.mark.parametrize("step", ["document.querySelector('[data-show=negative]').click()", "setBins([3, 9])"])
def test_a_filter_step_takes_less_than_a_tenth_of_a_second(chromium: Chromium, page, step):
    chromium.open(page, "#all=yes")
    assert chromium.run("tally.nodes.size") > 400
    before = chromium.busy()
    chromium.run(STEP % step)
    assert chromium.busy() - before < 0.1
