"""The object behind coldgraph.open."""

from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
import tiny

import coldgraph
from coldgraph.errors import GraphError, QueryError


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[coldgraph.Graph]:
    with coldgraph.open(tiny.write(tmp_path)) as opened:
        yield opened


def test_stances_as_a_frame(graph: coldgraph.Graph) -> None:
    assert len(graph.stances()) == len(tiny.STANCES)
    own = graph.stances(holder="Norland", target="Estmark", polarity="negative", attributed=False)
    assert list(own["quote"]) == ["The Estmarkers have lied to us about the Salt Treaty."]
    assert own["confidence"].iloc[0] == 0.8
    assert list(graph.stances(attributed=True)["speakerLabel"]) == ["Bo Órrin"]
    assert len(graph.stances(since="1962")) == 1


def test_other_frames(graph: coldgraph.Graph) -> None:
    assert set(graph.meetings(actor="Bo Orrin")["participantLabel"]) == {"Ada Vale", "Bo Órrin"}
    assert len(graph.meetings()) == 6
    assert len(graph.mentions()) == len(tiny.MENTIONS)
    assert list(graph.mentions("Estmark")["quote"]) == ["Estmarkers"]
    assert len(graph.documents(until="1961-04")) == 1


def test_empty_frames_keep_their_columns(graph: coldgraph.Graph) -> None:
    assert "quote" in graph.stances(since="1999").columns


def test_network_rdflib_info(graph: coldgraph.Graph) -> None:
    assert isinstance(graph.network(level="state"), nx.MultiDiGraph)
    data = graph.rdflib()
    assert len(list(data.query("SELECT ?d { ?d <http://purl.org/dc/terms/title> ?t }"))) == 3
    assert graph.info()["meetings"] == 3


def test_what_is_wrong_is_said(graph: coldgraph.Graph, tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="coldgraph build"):
        coldgraph.open(tmp_path / "none")
    with pytest.raises(QueryError):
        graph.query("SELECT * { SERVICE <x:y> { ?s ?p ?o } }")
    with pytest.raises(AttributeError):
        coldgraph.nothing  # noqa: B018
