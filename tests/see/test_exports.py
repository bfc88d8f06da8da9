import csv
import io
import json
from html import unescape

import networkx as nx
import pytest
from invented import ID, world

from coldgraph.errors import QueryError
from coldgraph.see.exports import COLUMNS, WRITERS, edge_list, save
from coldgraph.see.network import network

READERS = {"gexf": nx.read_gexf, "graphml": lambda p: nx.read_graphml(p, force_multigraph=True)}


@pytest.mark.parametrize("form", sorted(READERS))
@pytest.mark.parametrize("kind", ["stances", "meetings", "mentions"])
def test_networkx_reads_back_what_was_written(tmp_path, form, kind):
    made = network(world().store(), kind, attributed=True)
    back = READERS[form](save(made, tmp_path / f"net.{form}"))
    assert back.is_directed() == made.is_directed()
    assert {n: d["label"] for n, d in back.nodes(data=True)} == {n: d["label"] for n, d in made.nodes(data=True)}
    key = ("polarity", "sign", "weight", "attributed")
    pairs = lambda g: sorted((tuple(sorted((a, b))), *(str(d[k]) for k in key)) for a, b, d in g.edges(data=True))  # noqa: E731
    assert [row[:2] for row in pairs(back)] == [row[:2] for row in pairs(made)]
    assert back.number_of_edges() == made.number_of_edges()


def test_json_reads_back(tmp_path):
    made = network(world().store())
    text = save(made, tmp_path / "net.json").read_text(encoding="utf-8")
    assert "Gomułka" in text
    back = nx.node_link_graph(json.loads(text), edges="edges")
    assert sorted(back.edges(keys=True)) == sorted(made.edges(keys=True))


def test_cytoscape_json_reads_back_with_parallel_ties_and_names(tmp_path):
    made = network(world().store(), attributed=True)
    told = json.loads(save(made, tmp_path / "net.cyjs").read_text(encoding="utf-8"))
    ids = [edge["data"]["id"] for edge in told["elements"]["edges"]]
    assert len(set(ids)) == len(ids) == made.number_of_edges()
    back = nx.cytoscape_graph(told)
    assert back.is_multigraph() and back.is_directed()
    assert sorted(back.edges(keys=True)) == sorted(made.edges(keys=True))
    assert {n: d["name"] for n, d in back.nodes(data=True)} == {n: d["label"] for n, d in made.nodes(data=True)}


@pytest.mark.parametrize("form", list(WRITERS))
def test_parts_of_a_network_are_written_as_the_whole_is(tmp_path, form):
    store = world().store()
    for kind, options in (("ego", {"actors": [ID + "person/gomulka"]}), ("bloc", {"by": "community"})):
        text = unescape(save(network(store, kind, **options), tmp_path / f"{kind}.{form}").read_text(encoding="utf-8"))
        assert "Gomułka" in text if kind == "ego" else "Norland" in text


def test_csv_has_an_edge_a_row_and_no_formula():
    made = network(world().store())
    first = next(iter(made))
    made.nodes[first]["label"] = "=1+1"
    rows = list(csv.DictReader(io.StringIO(edge_list(made))))
    assert len(rows) == made.number_of_edges() and tuple(rows[0]) == COLUMNS
    cells = {cell for row in rows for cell in row.values()}
    assert "'=1+1" in cells and "=1+1" not in cells
    assert {row["sign"] for row in rows} == {"1", "-1", "0"}


@pytest.mark.parametrize("form", list(WRITERS))
def test_the_same_network_gives_the_same_bytes(tmp_path, form):
    texts = {save(network(world().store()), tmp_path / f"{i}.{form}").read_bytes() for i in (1, 2)}
    assert len(texts) == 1


def test_characters_that_xml_forbids_do_not_break_the_file(tmp_path):
    made = network(world().store())
    made.nodes[next(iter(made))]["label"] = "bell\x07"
    assert len(nx.read_graphml(save(made, tmp_path / "net.graphml"))) == len(made)


def test_an_unknown_form_is_named(tmp_path):
    with pytest.raises(QueryError, match="dot"):
        save(network(world().store()), tmp_path / "net.dot")
