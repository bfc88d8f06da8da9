from pathlib import Path

import pytest
from invented import world

from coldgraph.see import webgl
from coldgraph.see.view import View

LICENCES = f"{'=' * 78}\nsigma 3: MIT\n\nTerms of sigma */\n{'=' * 78}\nyasgui 4: MIT\n\nTerms of yasgui\n"


@pytest.fixture
def fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in webgl.SCRIPTS:
        (tmp_path / name).write_text(f"{name} = 1;\n//# end", encoding="utf-8")
    (tmp_path / "LICENCES.txt").write_text(LICENCES, encoding="utf-8")
    monkeypatch.setattr(webgl, "PLACES", (tmp_path / "none", tmp_path))
    return tmp_path


def test_a_large_network_takes_the_scripts_with_their_licences(fetched):
    text = webgl.scripts(webgl.FROM)
    assert "Terms of sigma * /\n" in text and "yasgui" not in text
    assert text.index("graphology.umd.min.js = 1;") < text.index("sigma.min.js = 1;") < text.index("class WebglNetwork")
    assert webgl.there() and webgl.credits(webgl.FROM) == ["sigma 3 (MIT)"]


def test_a_small_network_and_one_without_the_scripts_do_without(fetched):
    assert webgl.scripts(webgl.FROM - 1) == ""
    (fetched / "sigma.min.js").unlink()
    assert webgl.scripts(webgl.FROM) == "" and not webgl.there()


def test_the_page_of_a_small_network_has_none_of_them(fetched):
    assert "WebglNetwork" not in View(world().store()).page


def test_the_foot_of_the_page_names_what_is_in_it(fetched, monkeypatch):
    assert "with pyvis and vis-network 9.1.2 (Apache 2.0 or MIT). This" in View(world().store()).page
    monkeypatch.setattr(webgl, "FROM", 1)
    assert "with pyvis, vis-network 9.1.2 (Apache 2.0 or MIT) and sigma 3 (MIT). This" in View(world().store()).page
