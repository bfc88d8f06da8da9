"""Networks as files for other tools: GEXF, GraphML, CSV of edges, node-link and Cytoscape JSON. Attributes are flat."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from coldgraph.errors import GraphError, QueryError
from coldgraph.see.network import Multigraph
from coldgraph.store.formats import no_formula

EDGE = ("word", "polarity", "sign", "attributed", "weight", "confidence", "acts", "first", "last")
COLUMNS = ("source", "target", "source_label", "target_label", *EDGE)
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def save(network: Multigraph, path: Path | str, form: str = "") -> Path:
    """Write a network as 'gexf', 'graphml', 'csv', 'json' or 'cyjs' (by default as the file's name ends) and hand the path back.

    Raises QueryError for another form, GraphError for a file that cannot be written.
    """
    place = Path(path)
    form = form or place.suffix.lstrip(".").lower()
    if form not in WRITERS:
        raise QueryError(f"no network format {form!r}", place, f"choose one of {', '.join(WRITERS)}")
    return written(WRITERS[form](network), place)


def written(text: str, path: Path | str) -> Path:
    """Write a text to a file in UTF-8 and hand its path back. Raises GraphError where that is not possible."""
    place = Path(path)
    try:
        place.write_text(text, encoding="utf-8", newline="\n")
    except OSError as broken:
        raise GraphError(f"cannot be written: {broken.strerror}", place, "name a file in a folder that is there") from broken
    return place


def flat(network: Multigraph) -> Multigraph:
    """A copy whose attributes are words and numbers: acts joined by ', ', evidence only counted, as weight."""
    made = type(network)()
    made.graph.update({key: _plain(value) for key, value in network.graph.items()})
    for node in network:
        data = network.nodes[node]
        made.add_node(node, **{key: _plain(value) for key, value in data.items()})
    for source, target, key, data in network.edges(keys=True, data=True):
        made.add_edge(source, target, key=key, **{name: _plain(data[name]) for name in EDGE})
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return _NOT_IN_XML.sub("\ufffd", value) if isinstance(value, str) else value


def gexf(network: Multigraph) -> str:
    """GEXF 1.2 for Gephi. Edges are numbered, as the format wants a single id an edge; the key is kept as 'key'.

    networkx stamps the file with today's date; it is taken out, so that the same network gives the same bytes.
    """
    made = type(network)()
    plain = flat(network)
    made.add_nodes_from(plain.nodes(data=True))
    for number, (source, target, key, data) in enumerate(plain.edges(keys=True, data=True)):
        made.add_edge(source, target, key=str(number), polarity_key=key, **data)
    return re.sub(r' lastmodifieddate="[^"]*"', "", "\n".join(nx.generate_gexf(made))) + "\n"


def graphml(network: Multigraph) -> str:
    return "\n".join(nx.generate_graphml(flat(network))) + "\n"


def edge_list(network: Multigraph) -> str:
    """CSV, an edge a row. A cell that a spreadsheet would run as a formula begins with an apostrophe."""
    from io import StringIO

    made = StringIO()
    rows = csv.writer(made, lineterminator="\n")
    rows.writerow(COLUMNS)
    for source, target, data in flat(network).edges(data=True):
        labels = (network.nodes[source]["label"], network.nodes[target]["label"])
        rows.writerow([_harmless(cell) for cell in (source, target, *labels, *(data[name] for name in EDGE))])
    return made.getvalue()


def _harmless(cell: Any) -> Any:
    return no_formula(cell) if isinstance(cell, str) else cell


def node_link(network: Multigraph) -> str:
    """The node-link JSON of networkx."""
    return json.dumps(nx.node_link_data(flat(network), edges="edges"), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def cytoscape(network: Multigraph) -> str:
    """Cytoscape JSON, for Cytoscape and Cytoscape.js. Edges are numbered, as it wants an id for each; 'name' is the label."""
    made = nx.cytoscape_data(flat(network))
    for node in made["elements"]["nodes"]:
        node["data"]["name"] = node["data"]["label"]
    for number, edge in enumerate(made["elements"]["edges"]):
        edge["data"]["id"] = f"e{number}"
    return json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


WRITERS: dict[str, Callable[[Multigraph], str]] = {
    "gexf": gexf,
    "graphml": graphml,
    "csv": edge_list,
    "json": node_link,
    "cyjs": cytoscape,
}
