"""A timeline's page and a notebook's cell as a reader meets them."""
# ruff: noqa: E501 - scripts stay whole

from __future__ import annotations

import json
import re

import pytest
from chromium import Chromium
from hostile import HOSTILE, ID, hostile_world, state
from invented import NAMES, world

from coldgraph.see.view import View

pytestmark = pytest.mark.browser


@pytest.fixture
def opened(chromium: Chromium, tmp_path) -> Chromium:
    people = ["https://w3id.org/coldgraph/id/" + name for name in NAMES]
    chromium.open(View(world().store(), "timeline", actors=people).save(tmp_path / "timeline.html"))
    return chromium


def quotations(chromium: Chromium) -> list[str]:
    return chromium.run("[...document.querySelectorAll('blockquote')].map(q => q.textContent)")


def test_it_opens_without_a_request_or_a_complaint(opened):
    assert [url for url in opened.requests if not url.startswith("data:")] == [opened.run("location.href")]
    assert opened.complaints == []
    for name in ("Władysław Gomułka", "Phạm Văn Đồng", "周恩来", "Чжоу Эньлай"):
        assert name in opened.run("document.querySelector('#pictures').textContent")


@pytest.mark.parametrize("what", ["rect.bar.negative", ".years .tie.negative .reach"])
def test_a_real_click_on_a_bar_or_a_line_opens_its_sentences(opened, what):
    x, y = opened.run(f"""(() => {{ const hits = [...document.querySelectorAll('{what}')], hit = hits[hits.length - 1]; hit.scrollIntoView({{block: 'center'}});
        if (hit.getPointAtLength) {{ const p = hit.getPointAtLength(hit.getTotalLength() * 0.4), m = hit.getScreenCTM(); return [p.x * m.a + m.e, p.y * m.d + m.f]; }}
        const r = hit.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; }})()""")  # fmt: skip
    opened.click(x, y)
    assert quotations(opened) == ["“They broke it again.”"]
    assert "Władysław Gomułka" in opened.run("document.querySelector('#panel').textContent")


def test_the_table_opens_the_same_by_keyboard(opened):
    opened.run("document.querySelector('tbody button').focus()")
    opened.key("Enter")
    opened.run("document.activeElement.click()")
    assert quotations(opened)
    rows = opened.run("[...document.querySelectorAll('tbody button')].map(b => Number(b.dataset.mark))")
    bars = opened.run("[...document.querySelectorAll('rect.bar')].map(b => Number(b.dataset.mark))")
    assert sorted(rows) == sorted(bars) and len(rows) > 2


def test_what_others_tell_is_off_at_first(chromium, tmp_path):
    chromium.open(View(world().store(), "timeline").save(tmp_path / "told.html"))
    display = "getComputedStyle(document.querySelector('rect.told')).display"
    assert chromium.run(display) == "none"
    chromium.run("document.querySelector('#told').click()")
    assert chromium.run(display) == "inline"


def test_hostile_words_run_nothing(chromium, tmp_path):
    actors = [ID + state(i) for i in range(len(HOSTILE))]
    chromium.open(View(hostile_world().store(), "timeline", actors=actors, title=HOSTILE[1]).save(tmp_path / "hostile.html"))
    chromium.run("feed.marks.forEach((mark, i) => choose(i))")
    assert chromium.run("typeof window.ran") == "undefined"
    assert chromium.complaints == [] and chromium.dialogs == []
    assert [url for url in chromium.requests if not url.startswith(("file:", "data:"))] == []
    assert chromium.run("document.title") == HOSTILE[1] and chromium.run("document.scripts.length") == 2
    shown = set(chromium.run("feed.marks.map(m => m.ends)"))
    assert {f"{HOSTILE[0]} to {HOSTILE[1]}", f"{HOSTILE[2]} to {HOSTILE[3]}"} <= shown


@pytest.mark.parametrize("frames", [True, False])
def test_a_notebook_cell_is_live_with_frames_and_a_picture_without(chromium, tmp_path, frames):
    cell = View(world().store())._repr_mimebundle_()["text/html"]
    if not frames:
        cell = re.sub("(?s)<iframe.*?</iframe>", "", cell)
    place = tmp_path / "cell.html"
    place.write_text(f"<!doctype html><meta charset=utf-8><body>{cell}</body>", encoding="utf-8")
    chromium.open(place)
    chromium.run("new Promise(done => setTimeout(done, 800))")
    top = "document.elementFromPoint(innerWidth / 2, 300).tagName"
    if frames:
        assert chromium.run(top) == "IFRAME"
        assert chromium.run("document.querySelector('iframe').contentDocument.querySelectorAll('#panel button').length") > 2
        assert chromium.run("document.querySelector('iframe').contentDocument.querySelectorAll('canvas').length") > 0
    else:
        assert chromium.run(top) == "IMG" and chromium.run("document.images[0].naturalWidth") > 1000
    assert chromium.complaints == [] and json.dumps(chromium.requests).count("http") == 0
