"""A large network drawn by sigma, by an emulated card where the page is told to, else by vis-network on a canvas."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import chromium as driver
import pytest
from chromium import Chromium, binary
from invented import crowd

from coldgraph.see import webgl
from coldgraph.see.view import View

pytestmark = [pytest.mark.browser, pytest.mark.slow]
EMULATED = ("--enable-unsafe-swiftshader", "--use-gl=angle", "--use-angle=swiftshader")
SPOT = """(({x, y}) => { const d = network.canvasToDOM({x, y}), r = document.querySelector('#picture').getBoundingClientRect();
  return [d.x + r.left, d.y + r.top]; })(%s)"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not webgl.there():
        pytest.skip("needs the scripts of others: make web")
    made = View(crowd(1100, 2).store())
    assert len(made.network) >= webgl.FROM
    return made.save(tmp_path_factory.mktemp("large") / "large.html")


@pytest.fixture(scope="module")
def small(page: Path) -> Iterator[Path]:
    """The same scripts in a page that an emulated card draws fast on a canvas too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(webgl, "FROM", 1)
        yield View(crowd(60, 2).store()).save(page.with_name("small.html"))


@contextmanager
def browser(*switches: str) -> Iterator[Chromium]:
    program = binary()
    if program is None:
        pytest.skip("needs Debian's Chromium: apt-get install chromium")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(driver, "SWITCHES", (*(s for s in driver.SWITCHES if s != "--disable-gpu"), *switches))
        made = Chromium(program, patience=60.0)
    yield made
    made.close()


@pytest.fixture(scope="module")
def emulated() -> Iterator[Chromium]:
    with browser(*EMULATED) as made:
        yield made


def by_webgl(chromium: Chromium, page: Path) -> Chromium:
    """The page with all ties, asked to be drawn by sigma."""
    chromium.visit("about:blank")
    chromium.visit(page.as_uri() + "?draw=webgl#all=yes")
    return chromium


@pytest.fixture(scope="module")
def drawn(emulated: Chromium, page: Path) -> Chromium:
    return by_webgl(emulated, page)


def test_sigma_draws_all_that_is_shown_without_a_complaint(drawn):
    assert drawn.run("network.constructor.name") == "WebglNetwork"
    assert drawn.run("network.graph.order") == drawn.run("feed.nodes.length")
    hidden = "network.graph.filterEdges((_, look) => !look.hidden).length"
    assert drawn.run(hidden) == drawn.run("feed.edges.filter(shown).length") > 1000
    assert drawn.complaints == [] and [u for u in drawn.requests if not u.startswith(("file:", "data:"))] == []


def test_the_view_goes_where_the_page_sends_it(drawn):
    drawn.run("network.moveTo({ position: { x: 100, y: -50 }, scale: 2 })")
    assert drawn.run("[network.getScale(), network.getViewPosition().x, network.getViewPosition().y].map(Math.round)") == [2, 100, -50]


def test_a_click_opens_the_actor_and_the_tie(drawn):
    far = drawn.run("feed.nodes.map(n => network.body.nodes[n.id]).filter(n => !n.options.hidden).sort((a, b) => b.x - a.x)[0].id")
    show(drawn, f"network.body.nodes[{far}]")
    assert drawn.run("state.node") == far
    edge = drawn.run(f"feed.edges.find(edge => shown(edge) && (edge.from === {far} || edge.to === {far})).id")
    near = f"(({{x, y}}, to) => ({{ x: x * 0.85 + to.x * 0.15, y: y * 0.85 + to.y * 0.15 }}))(network.body.nodes[{far}], network.body.edges[{edge}].edgeType.getPoint(0.5))"  # noqa: E501
    show(drawn, near)
    ends = drawn.run("[feed.edges[state.edge].from, feed.edges[state.edge].to]")
    assert far in ends and drawn.run("document.querySelectorAll('#panel blockquote').length") > 0


def show(chromium: Chromium, spot: str) -> None:
    """Brings a spot into the middle, waits until it is drawn there, and clicks on it."""
    chromium.run(f"network.moveTo({{ position: {spot}, scale: 2 }})")
    chromium.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    chromium.click(*chromium.run(SPOT % spot))


def test_an_emulated_card_is_left_alone(emulated, page):
    card = "(context => context.getParameter(context.getExtension('WEBGL_debug_renderer_info').UNMASKED_RENDERER_WEBGL))(document.createElement('canvas').getContext('webgl2'))"  # noqa: E501
    assert "SwiftShader" in emulated.run(card)
    emulated.open(page)
    assert emulated.run("network.constructor.name") != "WebglNetwork" and emulated.complaints == []


FACE = "[network.constructor === vis.Network, typeof network.sigma]"
STATE = "[state.node, moved.size, network.getScale(), network.getPositions([0])[0].x, network.getPositions([0])[0].y]"
LOSE = "network.sigma.getCanvases().nodes.getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
# Whoever asks whether there is WebGL is told yes; whoever would draw by it gets nothing.
FAILING = """const get = HTMLCanvasElement.prototype.getContext; let asked = 0;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  return /webgl/.test(kind) && ++asked > 4 ? null : get.call(this, kind, ...rest);
};"""


def test_a_lost_context_is_followed_by_the_plain_picture_as_it_was(emulated, small):
    by_webgl(emulated, small)
    before = emulated.run(f"shift(0, [40, 30]); choose(0, null); zoom(2); {STATE}")
    emulated.run(LOSE)
    emulated.wait(500)
    assert emulated.run(FACE) == [True, "undefined"]
    assert emulated.run(STATE) == pytest.approx(before, rel=0.01)
    assert emulated.run("document.querySelectorAll('#picture .vis-network').length") == 1
    emulated.run("document.querySelector('[data-show=negative]').click(); whole()")
    assert emulated.complaints == []


@pytest.mark.parametrize("switches", [("--disable-gpu", "--disable-3d-apis"), ("--disable-gpu", "--disable-webgl", "--disable-webgl2")])
def test_without_webgl_the_plain_picture_is_drawn_even_where_the_other_is_asked_for(page, switches):
    with browser(*switches) as chromium:
        by_webgl(chromium, page)
        assert chromium.run("document.createElement('canvas').getContext('webgl2')") is None
        assert chromium.run(FACE) == [True, "undefined"] and chromium.complaints == []
        assert chromium.run("document.querySelector('#picture canvas').getContext('2d').getImageData(0, 0, 900, 500).data.some(v => v > 0)")


def test_a_card_that_fails_at_the_start_is_done_without(emulated, small):
    made = emulated.call("Page.addScriptToEvaluateOnNewDocument", source=FAILING)
    by_webgl(emulated, small)
    emulated.call("Page.removeScriptToEvaluateOnNewDocument", identifier=made["identifier"])
    assert emulated.run(FACE) == [True, "undefined"] and emulated.complaints == []
    assert emulated.run("document.querySelectorAll('#picture .vis-network').length") == 1
