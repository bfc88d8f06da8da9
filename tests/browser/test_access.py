"""The page for those who use a keyboard, a screen reader, a phone or dark colours."""
# ruff: noqa: E501 - scripts stay whole

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from chromium import Chromium
from invented import world

from coldgraph.see.page import write

STATES = {
    "plain": "0",
    "tie": "choose(null, 0)",
    "actor": "choose(0, null)",
    "filters": "openFilters(true)",
    "table": "openTab('table')",
    "periods": "openTab('evidence'); showPeriods(true)",
    "time": "showPeriods(false); setBins([0, 1])",
    "menu": "$('save').open = true",
}
SERIOUS = """axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact))
    .flatMap(v => v.nodes.map(n => v.id + ': ' + n.html.slice(0, 160))))"""
FOCUSABLE = """[...document.querySelectorAll('button, input, select, summary, a[href], [tabindex="0"]')].filter(e => e.tabIndex >= 0 && !e.disabled
    && e.checkVisibility({visibilityProperty: true}))"""


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    made = world()
    made.office("person/gomulka", "state/norland", "First Secretary", "1956-10-21", "1970-12-20")
    return write(made.store(), tmp_path_factory.mktemp("access") / "access.html")


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core (MPL 2.0), for tests only, as the package axe-core-python brings it."""
    found = importlib.util.find_spec("axe_core_python")
    assert found and found.origin, "pip install axe-core-python"
    return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desk", "phone"])
def test_axe_has_no_serious_finding_in_any_state(chromium: Chromium, page, axe, size, dark):
    chromium.window(*size, dark=dark)
    chromium.open(page)
    chromium.run(axe + ";0")
    for name, script in STATES.items():
        chromium.run(script + "; 0")
        chromium.wait(50)
        assert chromium.run(SERIOUS) == [], name
    chromium.usual_window()


def test_every_control_is_reached_by_tab(chromium: Chromium, page):
    chromium.open(page)
    chromium.run("openFilters(true); choose(null, 0); $('save').open = true; document.activeElement.blur()")
    chromium.run(f"{FOCUSABLE}.forEach((e, i) => {{ e.dataset.stop = i; }})")
    count, seen = chromium.run(f"{FOCUSABLE}.length"), set()
    for _ in range(count + 10):
        chromium.key("Tab")
        seen.add(chromium.run("document.activeElement.dataset.stop"))
    missed = chromium.run(
        f"{FOCUSABLE}.filter(e => !{sorted(s for s in seen if s)!r}.includes(e.dataset.stop)).map(e => e.outerHTML.slice(0, 120))"
    )
    assert count > 30 and missed == []


def test_the_picture_is_zoomed_by_keyboard(chromium: Chromium, page):
    chromium.open(page)
    before = chromium.run("document.querySelector('#picture .vis-network').focus(); network.getScale()")
    chromium.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '+', bubbles: true}))")
    assert chromium.run("network.getScale()") > before
    chromium.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: '0', bubbles: true}))")
    assert chromium.run("network.getScale()") == pytest.approx(before)


@pytest.mark.parametrize("state", ["0", "openFilters(true)", "choose(null, 0)", "openTab('table')", "showPeriods(true)"])
def test_nothing_sticks_out_of_a_phone(chromium: Chromium, page, state):
    chromium.window(390, 844)
    chromium.open(page)
    chromium.run(state + "; 0")
    assert chromium.run("document.documentElement.scrollWidth") <= 390
    chromium.usual_window()


def test_sign_is_told_by_line_and_word_not_only_by_colour(chromium: Chromium, page):
    chromium.open(page)
    lines = chromium.run(
        """Object.fromEntries(feed.edges.map(e => [e.polarity, JSON.stringify(network.body.edges[e.id].options.dashes)]))"""
    )
    assert len(set(lines.values())) == len(lines) == 3
    assert chromium.run("['friendly', 'hostile', 'mixed'].every(w => $('legend').textContent.includes(w))")
