"""The page of `coldgraph serve` in a real browser: with the editor where `make web` has brought it, and without."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny
from chromium import Chromium
from served import Served, serving

from coldgraph.serve import page

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=window.ran=1></textarea><script>window.ran=1</script>"
CHOOSE = """(() => {
  const set = (selector, value) => { document.querySelector(selector).value = value; };
  set('#name', 'stances-between'); document.querySelector('#name').dispatchEvent(new Event('change'));
  set('#parameter-from', 'Norland'); set('#parameter-towards', 'Estmark');
  document.querySelector('#question').requestSubmit();
})()"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.write(tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def plain(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server whose package has no editor: a copy of the package, far from the checkout's web folder."""
    home = tmp_path_factory.mktemp("copy")
    shutil.copytree(Path(page.__file__).parents[1], home / "coldgraph", ignore=shutil.ignore_patterns("__pycache__"))
    with serving(folder, "--at-once", "2", root=home) as running:
        yield running


@pytest.fixture(scope="module")
def rich(folder: Path) -> Iterator[Served]:
    if page.editor() is None:
        pytest.skip("needs the editor: make web")
    with serving(folder, "--at-once", "2") as running:
        yield running


def wait(chromium: Chromium, condition: str) -> None:
    chromium.run(f"""new Promise((done, fail) => {{ let tries = 0; const look = () => ({condition}) ? done(true)
        : ++tries > 200 ? fail(new Error('waited in vain')) : setTimeout(look, 50); look(); }})""")


def foreign(chromium: Chromium, served: Served) -> list[str]:
    return [url for url in chromium.requests if not url.startswith((served.home, "data:", "blob:"))]


def opened(chromium: Chromium, served: Served, query: str = "") -> Chromium:
    chromium.visit(served.home + query)
    wait(chromium, "document.querySelectorAll('#name option').length > 5")
    return chromium


def run(chromium: Chromium, query: str) -> None:
    chromium.run(f"document.querySelector('#query').value = {query!r}; document.querySelector('#plain').requestSubmit()")
    wait(chromium, "document.querySelector('#stop').disabled")


def cells(chromium: Chromium) -> list[str]:
    return list(chromium.run("[...document.querySelectorAll('#result td')].map(e => e.textContent)"))


def test_the_plain_page_says_which_command_brings_the_editor(chromium: Chromium, plain: Served) -> None:
    opened(chromium, plain)
    assert "make web" in chromium.run("document.body.textContent")
    assert chromium.run("document.querySelector('#plain').offsetHeight > 0")
    assert (foreign(chromium, plain), chromium.complaints) == ([], [])


def test_the_plain_page_asks_and_shows_a_table(chromium: Chromium, plain: Served) -> None:
    run(opened(chromium, plain), "SELECT ?t { ?d dcterms:title ?t } ORDER BY ?t")
    assert cells(chromium) == sorted(t[0] for t in tiny.TEXTS.values())
    run(chromium, "ASK {}")
    assert chromium.run("document.querySelector('#status').textContent") == "Yes."
    run(chromium, "CONSTRUCT WHERE { ?d dcterms:title ?t }")
    assert "Note by Bo Orrin" in chromium.run("document.querySelector('#result pre').textContent")
    assert foreign(chromium, plain) == []


def test_a_wrong_query_is_told(chromium: Chromium, plain: Served) -> None:
    run(opened(chromium, plain), "SELECT {")
    assert "not SPARQL 1.1" in chromium.run("document.querySelector('#status.wrong').textContent")


def test_nothing_in_an_answer_or_in_the_address_runs(chromium: Chromium, plain: Served) -> None:
    opened(chromium, plain, "?query=%3C%2Ftextarea%3E%3Cscript%3Ewindow.ran%3D1%3C%2Fscript%3E")
    run(chromium, f'SELECT ("{HOSTILE}" AS ?x) (IRI("javascript:window.ran=1") AS ?y) {{}}')
    assert cells(chromium)[0] == HOSTILE
    assert chromium.run("document.querySelectorAll('#result a').length") == 0
    assert (chromium.run("window.ran === undefined"), chromium.complaints, chromium.dialogs) == (True, [], [])


def test_a_named_question_is_asked_from_the_menu(chromium: Chromium, plain: Served) -> None:
    opened(chromium, plain).run(CHOOSE)
    wait(chromium, "document.querySelector('#stop').disabled && document.querySelector('#result table')")
    assert "state/norland" in chromium.run("document.querySelector('#query').value")
    assert "Norland" in cells(chromium)
    assert foreign(chromium, plain) == []


def test_a_thing_of_the_graph_is_described_by_a_click(chromium: Chromium, plain: Served) -> None:
    run(opened(chromium, plain), "SELECT DISTINCT ?s { ?s skos:prefLabel 'Norland' }")
    chromium.run("document.querySelector('#result a').click()")
    wait(chromium, "document.querySelector('#result pre')")
    assert "Norland" in chromium.run("document.querySelector('#result pre').textContent")


def test_the_editor_asks_nobody_else(chromium: Chromium, rich: Served) -> None:
    opened(chromium, rich)
    wait(chromium, "document.querySelector('#editor .CodeMirror')")
    assert chromium.run("document.querySelector('#plain').offsetHeight") == 0
    chromium.run(CHOOSE)
    wait(chromium, "document.querySelector('#editor .yasr table tbody td')")
    assert "Norland" in chromium.run("document.querySelector('#editor .yasr').textContent")
    assert (foreign(chromium, rich), chromium.complaints) == ([], [])


@pytest.mark.parametrize(
    ("begun", "proposed"), [("?s cg:hol", "cg:holder"), ("?s a cg:Sta", "cg:Stance"), ("?s skos:pref", "skos:prefLabel")]
)
def test_the_editor_proposes_our_vocabulary(chromium: Chromium, rich: Served, begun: str, proposed: str) -> None:
    opened(chromium, rich)
    wait(chromium, "document.querySelector('#editor .CodeMirror')")
    head = "PREFIX cg: <https://w3id.org/coldgraph/ontology#>\\nPREFIX skos: <http://www.w3.org/2004/02/skos/core#>\\nSELECT * WHERE { "
    chromium.run(f"""(() => {{ const editor = document.querySelector('#editor .CodeMirror').CodeMirror;
        editor.setValue("{head}{begun}"); editor.focus(); editor.execCommand('goDocEnd'); editor.autocomplete(); }})()""")
    wait(chromium, "document.querySelector('.CodeMirror-hints li')")
    assert proposed in chromium.run("[...document.querySelectorAll('.CodeMirror-hints li')].map(e => e.textContent).join(' ')")
    assert (foreign(chromium, rich), chromium.complaints) == ([], [])


def test_a_hostile_answer_does_nothing_in_the_editor(chromium: Chromium, rich: Served) -> None:
    opened(chromium, rich)
    wait(chromium, "document.querySelector('#editor .CodeMirror')")
    query = f'SELECT ("{HOSTILE}" AS ?x) (IRI("javascript:window.ran=1") AS ?y) {{}}'
    chromium.run(f"window.coldgraph.show({query!r})")
    wait(chromium, "document.querySelector('#editor .yasr table tbody td')")
    chromium.run("document.querySelectorAll('#editor .yasr td a').forEach(a => a.target = '') || true")
    chromium.run("[...document.querySelectorAll('#editor .yasr td a')].forEach(a => a.click())")
    assert (chromium.run("window.ran === undefined"), chromium.dialogs, foreign(chromium, rich)) == (True, [], [])
