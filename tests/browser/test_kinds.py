"""Parts of a network on the page: an actor's surroundings, a path, blocs."""
# ruff: noqa: E501 - scripts stay whole

from __future__ import annotations

import pytest
from chromium import Chromium
from invented import ID, world
from test_blocs import camps, pact

from coldgraph.see.view import View

pytestmark = pytest.mark.browser
GOMULKA, DONG, NORLAND = (ID + name for name in ("person/gomulka", "person/dong", "state/norland"))

ASKED = [
    ("ego", {"actors": [GOMULKA], "ties": "meetings"}),
    ("path", {"actors": [GOMULKA, DONG], "in_time": True}),
    ("bloc", {"by": "community"}),
    ("stances", {"said_by": NORLAND}),
]


@pytest.mark.parametrize(("kind", "options"), ASKED, ids=[kind for kind, _ in ASKED])
def test_every_tie_of_every_kind_opens_its_evidence(chromium: Chromium, tmp_path, kind, options):
    made = View(world().store(), kind, **options)
    chromium.open(made.save(tmp_path / "page.html"))
    assert chromium.complaints == []
    counts = chromium.run(
        """feed.edges.filter(shown).map(edge => { choose(null, edge.id); return [edge.weight, document.querySelectorAll('#panel .quotes > li').length]; })"""
    )
    drawn = [data["weight"] for *_, data in made.network.edges(data=True) if not data["attributed"]]
    assert sorted(counts) == sorted([weight, weight] for weight in drawn) and drawn
    assert chromium.run("document.querySelector('h1').textContent") == made.title


def test_the_dossier_of_a_bloc_lists_its_members_with_their_years(chromium: Chromium, tmp_path):
    chromium.open(View(pact(camps()), "bloc").save(tmp_path / "bloc.html"))
    chromium.run("choose(feed.nodes.find(node => node.kind === 'alliance').id, null)")
    text = chromium.run("document.querySelector('#panel').textContent")
    assert "Members on record, most evidence first1955–E11955–E2" in text and "E3" not in text.split("Towards others")[0]
