"""The page as a reader meets it, in a real browser."""
# ruff: noqa: E501 - scripts and hostile strings stay whole

from __future__ import annotations

import json

import pytest
from chromium import Chromium
from hostile import HOSTILE, hostile_world
from invented import NAMES, Invented, literal, world

from coldgraph.see.page import html, write

pytestmark = pytest.mark.browser

NAME = "'\"><img src=x onerror=window.ran=1><script>window.ran=1; .html"
EDGE_POINT = """(() => {
  const e = network.body.edges[%d], p = e.edgeType.getPoint(0.5), d = network.canvasToDOM(p), r = document.querySelector('#picture').getBoundingClientRect();
  return [d.x + r.left, d.y + r.top];
})()"""


@pytest.fixture
def opened(chromium: Chromium, tmp_path) -> Chromium:
    chromium.open(write(world().store(), tmp_path / "network.html"))
    return chromium


def panel(chromium: Chromium) -> str:
    return chromium.run("document.querySelector('#panel').textContent")


def test_it_opens_without_a_request_or_a_complaint(opened):
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in opened.requests if url.startswith("file:")]) == 1
    assert opened.complaints == []
    assert opened.run("[document.documentElement.lang, document.characterSet, document.compatMode]") == ["en", "UTF-8", "CSS1Compat"]
    assert opened.run("document.querySelector('#picture canvas').getContext('2d').getImageData(0, 0, 700, 500).data.some(v => v > 0)")


def test_a_click_on_a_tie_opens_its_sentences_newest_first(opened):
    number = opened.run("feed.edges.find(e => e.polarity === 'negative' && !e.told).id")
    opened.click(*opened.run(EDGE_POINT % number))
    assert opened.run("[...document.querySelectorAll('blockquote')].map(q => q.textContent)") == [
        "“They broke it again.”",
        "“They broke the treaty.”",
    ]
    for words in ("hostile", "Władysław Gomułka to 周恩来", "Talk in Haven", "1961-05-02", "Archive of Norland", "Copy citation"):
        assert words in panel(opened)


def test_a_click_on_an_actor_opens_the_dossier(opened):
    x, y = (
        opened.run("""(() => { const n = feed.nodes.find(n => n.label === 'Władysław Gomułka').id, d = network.canvasToDOM(network.getPositions([n])[n]),
        r = document.querySelector('#picture').getBoundingClientRect(); return [d.x + r.left, d.y + r.top]; })()""")
    )
    opened.click(x, y)
    for words in ("Władysław Gomułka", "person · Norland · 2 meetings", "hostile: Phạm Văn Đồng", "Second talk in Haven"):
        assert words in panel(opened)


EVERYTHING = """feed.edges.forEach(e => choose(null, e.id)); feed.nodes.forEach(n => choose(n.id, null)); focusOn(0); openFilters(true); setEgo(1);
    setPath(0, 1); state.told = true; clearFilters(); refresh(); openTab('table'); showPeriods(true); beforePrint(); afterPrint(); address(); tiesCsv(); evidenceCsv();
    tip(nodeOf(0).label, {x: 1, y: 1}); pngBlob().then(() => document.body.append(new DOMParser().parseFromString(svgText(), 'image/svg+xml').documentElement))"""


@pytest.mark.parametrize("kind", ["stances", "meetings", "mentions", "bloc"])
def test_hostile_words_run_nothing(chromium, tmp_path, kind):
    chromium.open(write(hostile_world().store(), tmp_path / NAME, kind, title=HOSTILE[1]), "#actor=<script>window.ran=1</script>")
    chromium.run(EVERYTHING)
    assert chromium.run("typeof window.ran") == "undefined"
    assert chromium.complaints == [] and chromium.dialogs == []
    assert [url for url in chromium.requests if not url.startswith(("file:", "data:", "about:"))] == []
    assert set(HOSTILE) <= set(chromium.run("feed.nodes.map(n => n.label)"))
    assert chromium.run("document.querySelectorAll('script').length") == 4
    assert (
        chromium.run("[...document.querySelectorAll('[href]')].filter(e => !/^(#|data:|https?:)/.test(e.getAttribute('href'))).length") == 0
    )
    assert chromium.run("document.title") == HOSTILE[1]


def test_a_source_on_the_web_is_a_link_and_nothing_else_is(chromium, tmp_path):
    made = world()
    made.fact("document/first", "http://purl.org/dc/terms/source", literal("https://example.org/first"))
    made.fact("document/second", "http://purl.org/dc/terms/source", literal("javascript:window.ran=1"))
    chromium.open(write(made.store(), tmp_path / "links.html"))
    chromium.run("choose(null, feed.edges.find(e => e.polarity === 'negative' && !e.told).id)")
    assert chromium.run("[...document.querySelectorAll('#panel a')].map(a => [a.href, a.rel])") == [
        ["https://example.org/first", "noreferrer noopener"]
    ]


def test_the_policy_stops_what_is_not_ours(opened):
    opened.run("(() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s); })()")
    assert opened.run("typeof window.ran") == "undefined"
    assert opened.run("fetch('data:text/plain,x').then(() => 'went out', () => 'stopped')") == "stopped"


def test_names_are_intact_on_disk_and_on_the_page(opened, tmp_path):
    for name in NAMES.values():
        assert name in (tmp_path / "network.html").read_text(encoding="utf-8")
        assert name in opened.run("document.querySelector('#names').innerHTML")
    assert "Gomułka" in opened.run("openTab('table'); document.querySelector('tbody').textContent")


def test_parallel_ties_are_kept_and_bend_apart(opened):
    bends = opened.run("""(() => { const both = feed.edges.filter(e => feed.nodes[e.from].label.includes('Gomułka'));
        return both.map(e => network.body.data.edges.get(e.id).smooth.roundness); })()""")
    assert len(bends) == 2 == len(set(bends))


def test_a_filter_takes_ties_and_rows_away(opened):
    opened.run("openTab('table')")
    before = opened.run("document.querySelectorAll('tbody tr').length")
    opened.run("document.querySelector('[data-show=negative]').click()")
    assert opened.run("document.querySelectorAll('tbody tr').length") == before - 1
    assert opened.run("feed.edges.filter(e => e.polarity === 'negative').every(e => network.body.edges[e.id].options.hidden)")


def test_what_others_tell_is_off_at_first(opened):
    hidden = "network.body.edges[feed.edges.find(e => e.told).id].options.hidden"
    assert opened.run(hidden) is True
    opened.run("document.querySelector('[data-show=told]').click()")
    assert opened.run(hidden) is False
    drawn = opened.run(
        "(({color, background}) => [color.inherit, color.color, background.enabled])(network.body.edges[feed.edges.find(e => e.told).id].options)"
    )
    assert drawn == [False, opened.run("feed.lines.negative[state.paper]"), True]
    opened.run("choose(null, feed.edges.find(e => e.told).id)")
    assert "as told by 周恩来" in panel(opened)


def test_the_table_sorts_both_ways_and_says_so(opened):
    opened.run("openTab('table')")
    column = "[...document.querySelectorAll('tbody tr td:first-child')].map(c => c.textContent)"
    opened.run("document.querySelector('th button').click()")
    up = opened.run(column)
    opened.run("document.querySelector('th button').click()")
    assert opened.run(column) != up and sorted(opened.run(column)) == sorted(up)
    assert opened.run("document.querySelector('th').getAttribute('aria-sort')") == "descending"


def test_search_forgives_accents_and_finds_the_actor(opened):
    opened.run("document.querySelector('#search').value = 'pham van'; document.querySelector('#controls').requestSubmit()")
    assert opened.run("document.querySelector('#panel h2').textContent") == "Phạm Văn Đồng"


def test_a_row_of_the_table_opens_by_keyboard(opened):
    opened.run("document.querySelector('#table-tab').click(); document.querySelector('td button').focus()")
    opened.run("document.activeElement.click()")
    assert opened.run("document.querySelectorAll('#panel blockquote').length") > 0
    opened.key("Escape")
    assert "Choose a line" in panel(opened)


def test_every_control_has_a_name_and_is_reached_by_tab(opened):
    nameless = opened.run("""[...document.querySelectorAll('button:not([hidden]), input, [tabindex="0"]')].filter(e => !(e.textContent.trim() ||
        e.ariaLabel || e.labels?.length || e.getAttribute('aria-labelledby'))).map(e => e.outerHTML)""")
    assert nameless == []
    for _ in range(12):
        opened.key("Tab")
    assert opened.run("document.activeElement !== document.body")


@pytest.mark.parametrize("limit", [{"since": "1990"}, {}])
def test_an_empty_network_says_why(chromium, tmp_path, limit):
    store = world().store() if limit else Invented({"<urn:a> <urn:b> <urn:c> <https://w3id.org/coldgraph/id/graph/invented> ."}).store()
    chromium.open(write(store, tmp_path / "empty.html", **limit))
    text = chromium.run("document.querySelector('main').textContent")
    assert "There is nothing to draw" in text
    assert ("6 outside the span of time" if limit else "holds no stances") in text
    assert chromium.complaints == []


def test_no_words_of_the_page_depend_on_the_clock():
    assert html(world().store()) == html(world().store())
    assert json.dumps("Gomułka", ensure_ascii=False).strip('"') in html(world().store())


OUTSIDE = """(() => {
  const places = network.getPositions(visible.map((node) => node.id)), stage = document.querySelector('#stage');
  return Object.values(places).map((p) => network.canvasToDOM(p)).filter((d) => d.x < 20 || d.y < 20 || d.x > stage.clientWidth - 20 || d.y > stage.clientHeight - 20).length;
})()"""


@pytest.mark.parametrize(("width", "height"), [(1400, 500), (1400, 1400), (900, 1200)])
def test_the_whole_stays_in_sight_when_the_window_changes(opened, width, height):
    opened.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    opened.run("new Promise((done) => setTimeout(() => done(true), 1500))")
    assert opened.run(OUTSIDE) == 0
    opened.call("Emulation.clearDeviceMetricsOverride")


def test_what_a_reader_has_moved_stays_as_it_is(opened):
    opened.run("zoom(3)")
    opened.call("Emulation.setDeviceMetricsOverride", width=1300, height=1300, deviceScaleFactor=1, mobile=False)
    opened.run("new Promise((done) => setTimeout(() => done(true), 1500))")
    assert opened.run(OUTSIDE) > 0
    opened.call("Emulation.clearDeviceMetricsOverride")
