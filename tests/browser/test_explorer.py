"""Filters, focus, paths, pins, permalinks and files of the page."""
# ruff: noqa: E501 - scripts stay whole

from __future__ import annotations

import csv
import io
from xml.etree import ElementTree

import pytest
from chromium import Chromium
from invented import crowd, world

from coldgraph.see.page import write

TIES = "feed.edges.filter(shown).map(e => ends(e) + ', ' + word(e)).sort()"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    made = world()
    made.office("person/gomulka", "state/norland", "First Secretary", "1956-10-21", "1970-12-20")
    made.office("person/gomulka", "state/norland", "Minister")
    paper = made.document("third", "=cmd|' /C calc'!A0", "1966-01-01", "Library of Sudria, Box 3")
    made.stance(paper, "person/zhou", "person/dong", "Positive", "A word, and “another”.", "person/zhou", act="Praise", confidence=0.4)
    return write(made.store(), tmp_path_factory.mktemp("explorer") / "explorer.html")


@pytest.fixture
def opened(chromium: Chromium, page) -> Chromium:
    chromium.open(page)
    return chromium


def pick(opened: Chromium, facet: str, value: str) -> None:
    opened.run(f"[...document.querySelectorAll('[data-facet={facet}]')].find(i => i.dataset.value === {value!r}).click()")


@pytest.mark.parametrize(
    ("facet", "value", "gone"),
    [
        ("acts", "Accusation", "Władysław Gomułka → Phạm Văn Đồng, hostile"),
        ("archives", "Library of Sudria", "周恩来 → Phạm Văn Đồng, friendly"),
        ("kinds", "state", "Sudria → Norland, mixed"),
        ("sides", "Estmark", "周恩来 → Чжоу Эньлай, friendly"),
    ],
)
def test_each_filter_takes_away_what_it_names_and_gives_it_back(opened, facet, value, gone):
    before = opened.run(TIES)
    assert gone in before
    pick(opened, facet, value)
    assert gone not in opened.run(TIES)
    assert opened.run("$('chips').textContent").startswith("without 1 of")
    opened.run("$('chips').firstChild.click()")
    assert opened.run(TIES) == before


def test_one_archive_under_several_names_stands_once_in_the_list(opened):
    names = [
        "National Archives",
        "National Archives and Records Administration",
        "National archives",
        "National Archives of Sudria",
        "Lake Hut",
        "Lake Hut Box",
    ]
    told = opened.run(f"[...institutions({names})].map(each => each.join(' = '))")
    assert sorted(told) == [
        "Lake Hut = Lake Hut", "Lake Hut Box = Lake Hut", "National Archives = National Archives",
        "National Archives and Records Administration = National Archives", "National Archives of Sudria = National Archives of Sudria",
        "National archives = National Archives",
    ]  # fmt: skip


def test_confidence_counts_each_piece_by_itself(opened):
    opened.run("$('sure').value = 70; $('sure').dispatchEvent(new Event('input'))")
    assert "周恩来 → Phạm Văn Đồng, friendly" not in opened.run(TIES)
    assert opened.run("weightOf(feed.edges.find(e => e.polarity === 'negative' && !e.told))") == 1
    assert (
        opened.run("network.body.edges[feed.edges.find(e => e.polarity === 'negative' && !e.told).id].options.width / widthOf({count: 1})")
        == 1
    )


def test_the_dossier_has_offices_with_their_dates_and_who_speaks_how(opened):
    opened.run("choose(feed.nodes.find(n => n.label.includes('Gomułka')).id, null)")
    text = opened.run("$('panel').textContent")
    assert "?Minister" in text and "1956–1970First Secretary" in text
    opened.run("choose(feed.nodes.find(n => n.label === 'Phạm Văn Đồng').id, null)")
    assert "Władysław Gomułka1 friendly2 hostile" in opened.run("$('panel').textContent")


def test_a_pair_with_evidence_both_ways_looks_and_reads_contested(opened):
    assert opened.run("[...contested.values()].map(p => [p.own, p.why])") == [[[1, 2], "both"]]
    opened.run("choose(null, feed.edges.find(e => e.polarity === 'negative' && !e.told).id)")
    assert "Contested: 1 friendly and 2 hostile statements" in opened.run("$('panel').textContent")
    opened.run("state.off.add('positive'); refresh()")
    assert opened.run("contested.size") == 0


def test_evidence_is_sorted_newest_or_strongest_first(opened):
    first = "document.querySelector('blockquote').textContent"
    opened.run("choose(null, feed.edges.find(e => e.polarity === 'negative' && !e.told).id)")
    assert opened.run(first) == "“They broke it again.”"
    opened.run("document.querySelectorAll('.switch button')[1].click()")
    assert opened.run(first) == "“They broke the treaty.”"


def test_focus_on_one_actor_keeps_only_its_neighbours(opened):
    opened.run("$('around').value = 'Чжоу'; $('around-go').click()")
    assert opened.run(TIES) == ["周恩来 → Чжоу Эньлай, friendly"]
    opened.run("$('steps').value = '2'; $('steps').dispatchEvent(new Event('change'))")
    assert "周恩来 → Phạm Văn Đồng, friendly" in opened.run(TIES)


def test_a_path_is_shown_step_by_step_with_sentences(opened):
    opened.run("$('path-from').value = 'Чжоу'; $('path-to').value = 'gomulka'; $('path-go').click()")
    assert opened.run("[...document.querySelectorAll('#panel h3')].map(h => h.textContent)") == [
        "周恩来 → Чжоу Эньлай", "周恩来 → Phạm Văn Đồng", "Władysław Gomułka → Phạm Văn Đồng"
    ]  # fmt: skip
    assert "We stand together." in opened.run("$('panel').textContent")
    assert opened.run("common(...['gomulka', '周恩来'].map(n => named(n).id)).map(({ node, count }) => [node.label, count])") == [
        ["Phạm Văn Đồng", 4]
    ]
    opened.run("setPath(...['gomulka', '周恩来'].map(n => named(n).id))")
    assert "1 actor has ties with bothPhạm Văn Đồng4" in opened.run("$('panel').textContent")
    opened.run("setPath(feed.nodes.find(n => n.label === 'Norland').id, feed.nodes.find(n => n.label === '周恩来').id)")
    assert "No path joins them" in opened.run("$('panel').textContent")


def test_an_actor_is_moved_by_keyboard_and_put_back(opened):
    opened.run("choose(1, null); document.querySelector('#picture .vis-network').focus(); window.before = network.getPositions([1])[1].x")
    opened.key("ArrowRight", shift=True)
    assert opened.run("network.getPositions([1])[1].x > before && moved.has(1)")
    opened.run("refresh(); $('chips').firstChild.click()")
    assert opened.run("[network.getPositions([1])[1].x === before, moved.size]") == [True, 0]


def test_a_drag_moves_an_actor_and_pins_it(opened):
    spot = """(() => { const d = network.canvasToDOM(network.getPositions([1])[1]), r = $('picture').getBoundingClientRect(); return [d.x + r.left, d.y + r.top]; })()"""
    x, y = opened.run(spot)
    for kind, way in (("mousePressed", 0), ("mouseMoved", 20), ("mouseMoved", 60), ("mouseReleased", 60)):
        opened.call("Input.dispatchMouseEvent", type=kind, x=x + way, y=y + way, button="left", buttons=1, clickCount=1)
        opened.wait(30)
    assert opened.run("moved.has(1)") is True
    assert opened.run(spot) == pytest.approx([x + 60, y + 60], abs=25)
    opened.run("refresh()")
    assert opened.run(spot) == pytest.approx([x + 60, y + 60], abs=25)


STATE = """[[...state.off], state.told, [...state.acts], state.sure, state.span, state.ego, state.edge, state.order, state.tab, state.paper, [...moved],
    sorting.column, Math.round(network.getScale() * 100)]"""


def test_the_address_brings_back_the_whole_state(opened, page):
    opened.run("""state.off.add('mixed'); state.told = true; state.acts.add('Praise'); state.sure = 0.3; state.order = 'strongest';
        state.ego = feed.nodes.find(n => n.label === 'Phạm Văn Đồng').id; setUnit('year'); setBins([0, 4]); setPaper('dark');
        document.querySelectorAll('th button')[1].click(); openTab('table'); shift(0, [30, 40]); choose(null, feed.edges.find(shown).id); zoom(2)""")
    opened.wait(400)
    before, fragment = opened.run(STATE), opened.run("location.hash")
    assert len(fragment) > 50
    opened.open(page, fragment)
    assert opened.run(STATE) == before
    assert opened.complaints == []


def test_another_address_in_the_same_page_is_followed_and_its_filters_still_work(opened):
    opened.run("location.hash = '#no-off=mixed&told=yes'")
    opened.wait(300)
    assert opened.run("[state.told, feed.edges.some(e => shown(e) && e.polarity === 'mixed')]") == [True, False]
    opened.run("document.querySelector('[data-show=mixed]').click(); document.querySelector('[data-show=negative]').click()")
    assert opened.run("[...new Set(feed.edges.filter(shown).map(e => e.polarity))].sort()") == ["mixed", "positive"]


@pytest.mark.parametrize(
    "fragment", ["#time=x&tie=&actor=<script>&moved=a b c&view=1 2 NaN&steps=9e9&sort=9d", "#%", "#around=__proto__&path=a b"]
)
def test_a_broken_address_opens_the_page_as_it_is(opened, page, fragment):
    plain = opened.run(TIES)
    opened.open(page, fragment)
    assert opened.run(TIES) == plain
    assert opened.complaints == []


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    return write(crowd(400).store(), tmp_path_factory.mktemp("large") / "large.html")


def test_of_a_large_network_what_stands_out_comes_first_and_the_rest_is_a_step_away(chromium: Chromium, large):
    chromium.open(large)
    first, left = chromium.run("[visible.length, feed.edges.filter(e => e.later).length]")
    assert 50 < first <= 150 and f"{left:,} others are left away" in chromium.run("$('panel').textContent")
    assert chromium.run("feed.edges.filter(shown).every(e => !e.later)")
    chromium.run("document.querySelector('#panel .quiet').click()")
    assert chromium.run("[visible.length > 300, document.querySelector('[data-show=first]').checked]") == [True, False]
    chromium.wait(300)
    assert chromium.run("location.hash").startswith("#all=yes")
    chromium.run("document.querySelector('[data-show=first]').click()")
    assert chromium.run("visible.length") == first


def test_whoever_is_left_away_is_found_and_shown_with_all_its_ties(chromium: Chromium, large):
    chromium.open(large)
    name = chromium.run("nodeOf(feed.nodes.find(n => !tally.nodes.has(n.id) && feed.edges.some(e => !e.told && e.from === n.id)).id).label")
    chromium.run(f"$('search').value = {name!r}; $('controls').requestSubmit()")
    assert chromium.run("nodeOf(state.node).label") == name
    assert chromium.run("feed.edges.filter(e => !e.told && [e.from, e.to].includes(state.node)).every(shown)")
    chromium.open(large)
    chromium.run("setEgo(0)")
    assert chromium.run("feed.edges.filter(e => !e.told && [e.from, e.to].includes(0)).every(shown)")


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_csv_holds_what_is_shown_and_no_formula(opened):
    opened.run("state.off.add('mixed'); refresh()")
    ties = rows(opened.run("tiesCsv()"))
    assert sorted(f"{row['source_label']} → {row['target_label']}, {row['word']}" for row in ties) == opened.run(TIES)
    told = rows(opened.run("evidenceCsv()"))
    assert sum(int(row["weight"]) for row in ties) == len(told)
    praise = next(row for row in told if row["act"] == "Praise")
    assert praise["quote"] == "A word, and “another”." and praise["document"] == "'=cmd|' /C calc'!A0"


def test_the_picture_is_saved_as_svg_and_as_png(opened):
    drawn = ElementTree.fromstring(opened.run("svgText()"))
    words = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Who stands how to whom", "Władysław Gomułka", "周恩来", "hostile"} <= set(words)
    head = opened.run("pngBlob().then(b => b.arrayBuffer()).then(b => [...new Uint8Array(b).slice(1, 4)].concat(b.byteLength))")
    assert head[:3] == [80, 78, 71] and head[3] > 10_000
    assert opened.complaints == []


def test_the_reader_chooses_light_or_dark(opened):
    paper = "getComputedStyle(document.body).backgroundColor"
    opened.window(1400, 1000)
    light = opened.run(paper)
    opened.run("$('paper').click()")
    dark = opened.run(paper)
    assert light != dark
    opened.window(1400, 1000, dark=True)
    opened.run("$('paper').click()")
    assert opened.run(paper) == light
    opened.usual_window()
