"""Time on the page: the window, its play, the drift of a pair, small multiples; what is not on record is absent."""
# ruff: noqa: E501 - scripts stay whole

from __future__ import annotations

import pytest
from chromium import Chromium
from invented import crowd, world

from coldgraph.see.page import write

ON = "feed.edges.filter(shown).map(e => ends(e) + ' ' + e.polarity)"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    made = world()
    for day in ("1963-04-01", "1963-05-01"):
        paper = made.document(f"d{day}", f"Note of {day}", day)
        made.stance(paper, "person/dong", "person/gomulka", "Positive", f"We agree, {day}.", "person/dong", act="Agreement")
    return write(made.store(), tmp_path_factory.mktemp("time") / "time.html")


@pytest.fixture
def opened(chromium: Chromium, page) -> Chromium:
    chromium.open(page)
    return chromium


def test_a_window_shows_what_is_on_record_in_it_and_nothing_else(opened):
    opened.run("setUnit('year'); setBins([0, 0])")
    assert opened.run(ON) == ["Władysław Gomułka → Phạm Văn Đồng negative"]
    assert opened.run("[$('era').textContent, $('undated').textContent]") == ["1961", "1 statement without a date left out"]
    opened.run("choose(null, feed.edges.find(shown).id)")
    assert opened.run("[...document.querySelectorAll('blockquote')].map(q => q.textContent)") == ["“They broke the treaty.”"]


def test_the_absent_are_told_from_the_not_yet_known(opened):
    opened.run("setUnit('year'); setBins([0, 0])")
    absent = opened.run("[...tally.absent.keys()].map(id => nodeOf(id).label)")
    assert sorted(absent) == ["Чжоу Эньлай", "周恩来"]
    said = "choose(feed.nodes.find(n => n.label === '周恩来').id, null); $('panel').textContent"
    assert "In 1961: not yet on record: first in February 1965." in opened.run(said)
    opened.run("setBins([4, 4]); state.off.add('positive'); setBins([2, 2])")
    assert opened.run("visible.length") == 0
    assert "the filters or the time chosen leave no tie" in opened.run("choose(null, null); $('panel').textContent")


def test_play_goes_step_by_step_and_stops_at_the_end(opened):
    opened.run(
        "clock.wait = 30; setUnit('year'); window.seen = []; const was = setSpan; setSpan = (s) => { was(s); seen.push(spanName(s)); }; play()"
    )
    opened.wait(600)
    assert opened.run("seen") == ["1961", "1962", "1963", "1964", "1965"]
    assert opened.run("clock.timer") is None
    opened.run("seen.length = 0; setSpan = was; clock.gather = true; setSpan = (s) => { if (s) seen.push(spanName(s)); was(s); }; play()")
    opened.wait(600)
    assert opened.run("seen") == ["1961", "1961–1962", "1961–1963", "1961–1964"]
    assert opened.run("state.span") is None


def test_the_window_is_moved_by_keyboard(opened):
    opened.run("setUnit('year'); $('since').focus()")
    opened.key("ArrowRight")
    opened.run("$('until').focus()")
    opened.key("ArrowLeft")
    assert opened.run("state.span.map(isoMonth)") == ["1962-01", "1964-12"]
    assert opened.run("$('since').getAttribute('aria-valuetext')") == "1962"


def test_a_pull_over_the_band_chooses_a_span(opened):
    opened.run("setUnit('year')")
    left, top, wide, high = opened.run(
        "(() => { const r = $('bars').getBoundingClientRect(); return [r.left, r.top, r.width, r.height]; })()"
    )
    for kind, bin_ in (("mousePressed", 1), ("mouseMoved", 2), ("mouseReleased", 2)):
        where = {"x": left + wide * (bin_ + 0.5) / 5, "y": top + high / 2}
        opened.call("Input.dispatchMouseEvent", type=kind, **where, button="left", buttons=1, clickCount=1)
    assert opened.run("spanName(state.span)") == "1962–1963"


def test_the_drift_of_a_pair_leaves_gaps_where_nothing_is_on_record(opened):
    opened.run("choose(null, feed.edges.find(e => e.polarity === 'negative' && !e.told).id)")
    charts = opened.run("[...document.querySelectorAll('.drift')].map(f => [f.textContent.slice(0, 36), f.querySelector('svg').ariaLabel])")
    assert [title.split(" → ")[0][:10] for title, _ in charts] == ["Władysław ", "Phạm Văn Đ"]
    assert "Second quarter of 1961 1 hostile; First quarter of 1965 1 friendly and 1 hostile; nothing on record otherwise." in charts[0][1]
    assert "Second quarter of 1963 2 friendly" in charts[1][1]
    bins, columns = "lastMonth / 3 | 0 - (firstMonth / 3 | 0)", "document.querySelectorAll('.drift')[0].querySelectorAll"
    assert opened.run(f"{columns}('circle.net').length") == 2 and opened.run(f"{columns}('line.net').length") == 0
    assert opened.run(f"{columns}('.absent').length") == 1, bins
    assert "which is not neutrality" in opened.run("$('panel').textContent")


def test_small_multiples_show_each_period_and_open_it(opened):
    opened.run("setUnit('year'); $('periods-button').click()")
    assert opened.run("[...document.querySelectorAll('.small figcaption')].map(c => c.textContent)") == [
        "19610 friendly, 1 hostile", "1962nothing on record", "19632 friendly, 0 hostile", "1964nothing on record", "19652 friendly, 1 hostile"
    ]  # fmt: skip
    assert opened.run("document.querySelectorAll('.small')[1].querySelectorAll('path').length") == 0
    opened.run("document.querySelectorAll('.small button')[2].click()")
    assert opened.run("[spanName(state.span), $('periods').hidden]") == ["1963", True]


def test_print_of_a_large_network_has_the_head_of_the_table_and_says_so(chromium: Chromium, tmp_path):
    chromium.open(write(crowd(120).store(), tmp_path / "large.html"))
    chromium.run("beforePrint()")
    assert chromium.run("document.querySelectorAll('tbody tr').length") == 120 < chromium.run("feed.edges.filter(shown).length")
    assert "of which the first 120" in chromium.run("$('ties-heading').textContent")
    chromium.run("afterPrint()")
    assert "first" not in chromium.run("$('ties-heading').textContent")


def test_print_has_the_picture_in_light_colours_and_the_whole_table(opened):
    opened.window(1400, 1000, dark=True)
    opened.run("beforePrint()")
    assert opened.run("document.querySelectorAll('#printed text').length") == opened.run("visible.length") > 3
    assert opened.run("document.querySelector('#printed path[stroke]').getAttribute('stroke')") in ("#0072b2", "#c44e00")
    assert opened.run("document.querySelectorAll('tbody tr').length") == opened.run("feed.edges.filter(shown).length")
    opened.run("afterPrint()")
    opened.usual_window()
