import base64
import re
import sys
from html import unescape

import pytest
from invented import ID, world

from coldgraph.errors import QueryError
from coldgraph.see.view import View

PNG = b"\x89PNG\r\n\x1a\n"


def shown(kind="stances", **options):
    return View(world().store(), kind, **options)._repr_mimebundle_()["text/html"]


@pytest.mark.parametrize("kind", ["stances", "meetings", "timeline"])
def test_a_notebook_gets_the_live_page_over_a_png_inside_the_html(kind):
    html = shown(kind)
    picture = re.search('src="data:image/png;base64,([^"]+)"', html)[1]
    assert base64.b64decode(picture).startswith(PNG)
    page = unescape(re.search('srcdoc="([^"]+)"', html)[1])
    assert page == View(world().store(), kind).page and page.startswith("<!doctype html>")


def test_what_is_left_without_frames_is_the_picture():
    static = re.sub("(?s)<iframe.*?</iframe>", "", shown())
    assert "<img" in static and len(re.sub("<[^>]*>", "", static).strip()) == 0


@pytest.mark.parametrize("kind", ["stances", "timeline"])
def test_the_same_picture_every_time(kind):
    assert shown(kind) == shown(kind)


@pytest.mark.parametrize("kind", ["stances", "timeline"])
def test_without_matplotlib_the_page_is_shown_and_the_advice(monkeypatch, kind):
    for name in ("matplotlib.figure", "matplotlib.backends.backend_agg"):
        monkeypatch.setitem(sys.modules, name, None)
    html = shown(kind)
    assert "coldgraph[notebook]" in html and "<img" not in html and "<iframe" in html


def test_the_title_tells_what_is_shown():
    norland, sudria = ID + "state/norland", ID + "state/sudria"
    assert View(world().store(), "ego", actors=[norland]).title == "Who stands how to whom: around Norland"
    assert View(world().store(), "path", ties="meetings", actors=[norland, sudria]).title == "Who met whom: from Norland to Sudria"
    assert View(world().store(), said_by=norland).title == "Who stands how to whom: as Norland says"
    assert View(world().store(), title="Mine").title == "Mine"


def test_a_hostile_title_stays_text():
    html = shown(title='"><script>ran=1</script>')
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_a_picture_of_nothing_is_no_obstacle():
    assert "data:image/png" in shown(since="1999") and "data:image/png" in shown("timeline", since="1999")


def test_an_unknown_kind_is_named():
    with pytest.raises(QueryError, match="gossip"):
        View(world().store(), "gossip")


def test_a_time_that_ends_before_it_begins_is_refused():
    with pytest.raises(QueryError, match=r"ends .1961. before it begins .1966.") as refused:
        View(world().store(), since="1966", until="1961")._repr_mimebundle_()
    assert refused.value.advice
