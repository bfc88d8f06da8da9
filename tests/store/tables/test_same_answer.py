"""The tables and SPARQL give the same rows and the same networks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import tiny
from pandas.testing import assert_frame_equal

import coldgraph
from coldgraph.errors import GraphError
from coldgraph.pipeline import build
from coldgraph.resources import folder

FRAMES: list[tuple[str, dict[str, Any]]] = [
    ("documents", {}),
    ("documents", {"since": "1962", "until": "1966-03"}),
    ("meetings", {}),
    ("meetings", {"actor": "state/soviet-union", "since": "1961"}),
    ("mentions", {"actor": "state/soviet-union"}),
    ("stances", {}),
    ("stances", {"holder": "state/soviet-union", "polarity": "Negative"}),
    ("stances", {"target": "state/united-states", "since": "1956", "until": "1972-06-30", "attributed": False}),
]


def _sample(place: Path) -> Path:
    build(folder("triples") / "sample", place, processes=1)
    return place


@pytest.fixture(scope="module", params=["sample", pytest.param("volume", marks=pytest.mark.slow)])
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("same") / "graph"
    if request.param == "sample":
        return _sample(place)
    build(request.getfixturevalue("shared") / "corpus" / "frus" / "frus1961-63v06.xml", place)
    return place


@pytest.fixture(scope="module")
def ways(place: Path) -> Iterator[tuple[coldgraph.Graph, coldgraph.Graph]]:
    """The graph by its tables, and by SPARQL alone."""
    with coldgraph.open(place) as tables, coldgraph.open(place) as sparql:
        vars(sparql)["tables"] = None
        assert tables.tables is not None
        yield tables, sparql


Ways = tuple[coldgraph.Graph, coldgraph.Graph]


@pytest.mark.parametrize(("name", "asked"), FRAMES)
def test_frames(ways: Ways, name: str, asked: dict[str, Any]) -> None:
    one, other = (getattr(graph, name)(**asked) for graph in ways)
    assert len(one) > 0
    assert_frame_equal(one, other)


def shown(network: Any) -> Any:
    return list(network.nodes(data=True)), list(network.edges(keys=True, data=True)), network.graph


@pytest.mark.parametrize("level", ["actor", "state"])
@pytest.mark.parametrize("kind", ["stances", "meetings", "mentions"])
def test_networks(ways: Ways, kind: str, level: str) -> None:
    one, other = (graph.network(kind, level=level, attributed=True) for graph in ways)
    assert one.graph["read"] > 0
    assert shown(one) == shown(other)


@pytest.mark.parametrize("kind", ["stances", "ego", "timeline"])
def test_pages(ways: Ways, kind: str) -> None:
    one, other = (graph.view(kind=kind, actors=("China", "Soviet Union")[: 1 + (kind != "ego")]).page for graph in ways)
    assert one == other


def test_every_mention_is_one_row(ways: Ways) -> None:
    one, other = (graph.mentions() for graph in ways)
    assert_frame_equal(one, other)
    assert one["mention"].is_unique


def test_a_whole_table(tmp_path: Path) -> None:
    with coldgraph.open(tiny.write(tmp_path)) as graph:
        found = graph.frame("stances")
        assert set(found["holderLabel"]) == {"Norland", "Cyr Tamm", "Estmark", "Sudria"}
        vars(graph)["tables"] = None
        with pytest.raises(GraphError, match="stances"):
            graph.frame("stances")


def test_a_graph_that_changes_is_read_as_it_was_opened(tmp_path: Path) -> None:
    with coldgraph.open(tiny.write(tmp_path)) as graph:
        tiny.write(tmp_path, {"orrin-note-1962": [("<x:a>", "<x:b>", "<x:c>")]})
        assert graph.tables is None
        assert isinstance(graph.stances(), pd.DataFrame) and len(graph.stances()) == len(tiny.STANCES)
