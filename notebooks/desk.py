"""What the notebooks share: where the graphs come from, how words are quoted, how a network is drawn.

The shipped sample is always there. Whole FRUS volumes are used where their files are at hand (beside the checkout, in
../shared/corpus/frus, or where COLDGRAPH_SHARED points), unless COLDGRAPH_NOTEBOOKS is 'sample'. Graphs are built once, into
demo/notebooks, and only what has changed is built again.
"""

from __future__ import annotations

import html
import json
import os
import re
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import networkx as nx
import pandas as pd
from IPython.display import HTML, display

import coldgraph
from coldgraph.see.layout import layout
from coldgraph.see.style import LINES

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "triples" / "sample"
SHARED = Path(os.environ.get("COLDGRAPH_SHARED", ROOT.parent / "shared"))
KEPT = Path(os.environ.get("COLDGRAPH_NOTEBOOK_GRAPHS", ROOT / "demo" / "notebooks"))
__all__ = [
    "FRIENDLY", "GREY", "HOSTILE", "KEPT", "ORIGINALS", "ROOT", "SAMPLE", "SHARED", "annotated", "built", "course", "display", "draw",
    "facts", "page", "plain", "plt", "quotes", "sample", "volumes", "whole_volumes",
]  # fmt: skip
FRIENDLY, HOSTILE, GREY = LINES["positive"].light, LINES["negative"].light, LINES["met"].light

# Whose archive holds the original of each digest, as far as its reference says so: see triples/sample/references.csv.
ORIGINALS = {
    r"of: Foreign Relations of the United States": "United States",
    r"Journal of Ambassador Pavel Yudin": "Soviet Union",
    r"between Soviet Ambassador to North Korea": "Soviet Union",
}

_ELSEWHERE = {"un_votes.csv": "un_ideal_points.csv"}

pd.set_option("display.max_colwidth", 90, "display.max_rows", 40, "display.precision", 2)
plt.rcParams.update({"figure.figsize": (8, 4), "figure.dpi": 100, "axes.spines.top": False, "axes.spines.right": False})


def sample() -> coldgraph.Graph:
    """The graph of the shipped digests."""
    return built("sample", [SAMPLE])


def volumes(*names: str) -> coldgraph.Graph | None:
    """The graph of whole FRUS volumes; None where their files are not at hand, or only the sample is wanted."""
    return built("-".join(names), _files(names)) if whole_volumes(*names) else None


def whole_volumes(*names: str) -> bool:
    """Whether the files of FRUS volumes are at hand and wanted."""
    return _whole() and all(file.is_file() for file in _files(names))


def _files(names: tuple[str, ...]) -> list[Path]:
    return [SHARED / "corpus" / "frus" / f"{name}.xml" for name in names]


def page(name: str) -> coldgraph.Graph | None:
    """The graph of one page of an archive; None where its file is not at hand, or only the sample is wanted."""
    file = SHARED / "corpus" / name
    return built(file.stem, [file]) if _whole() and file.is_file() else None


def _whole() -> bool:
    return os.environ.get("COLDGRAPH_NOTEBOOKS") != "sample"


def built(name: str, sources: list[Path]) -> coldgraph.Graph:
    """The graph of some sources, built in the folder of that name or brought up to date there."""
    coldgraph.build(sources, KEPT / name, prune=True)
    return coldgraph.open(KEPT / name)


def facts(name: str) -> pd.DataFrame | None:
    """A table of published facts, shipped (triples/background) or at hand (../shared/facts); else None, and the notebook goes on."""
    places = [ROOT / "triples" / "background" / name, *([SHARED / "facts" / _ELSEWHERE.get(name, name)] if _whole() else [])]
    file = next((place for place in places if place.is_file()), None)
    return None if file is None else pd.read_csv(file, keep_default_na=False, na_values=[""])


def annotated(graph: coldgraph.Graph) -> pd.DataFrame:
    """The stances that a reader marked in the digests (triples/sample/gold), in the columns of `Graph.stances`, confidence 1.

    A side is a state or movement of the graph that is among the names that the reader gave for holder or target.
    """
    sides = _sides(graph)
    documents = graph.documents().set_index("document")
    rows = []
    for file in sorted((SAMPLE / "gold").glob("*.json")):
        read = json.loads(file.read_text(encoding="utf-8"))
        document = next(iri for iri in documents.index if iri.endswith("/" + file.stem))
        for number, stance in enumerate(read["stances"]):
            rows.append(_row(stance, f"{file.stem}/{number}", document, documents.loc[document], sides))
    return pd.DataFrame(rows)


def _sides(graph: coldgraph.Graph) -> dict[str, str]:
    found = graph.query("SELECT ?side ?name { { ?side a cg:State } UNION { ?side a cg:Movement } ?side skos:prefLabel ?name }").frame()
    return dict(zip(found["name"], found["side"], strict=True))


def _row(stance: dict[str, Any], key: str, document: str, about: pd.Series, sides: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {"stance": key, "speakerLabel": stance["speaker"]}
    for end in ("holder", "target"):
        side = next((name for name in stance[end] if name in sides), None)
        made |= {f"{end}Label": stance[end][0], f"{end}Side": sides.get(side or ""), f"{end}SideLabel": side, f"{end}Names": stance[end]}
    made |= {"polarity": stance["polarity"].capitalize(), "act": stance["act"].capitalize(), "attributed": stance["attributed"]}
    made |= {"confidence": 1.0, "optional": stance.get("optional", False), "quote": stance["evidence"], "document": document}
    return made | {column: about[column] for column in ("title", "date", "earliest", "latest", "citation", "archive")}


def cited(row: pd.Series) -> str:
    """How a statement's document is cited."""
    parts = (f"“{row.get('title')}”", row.get("date"), row.get("archive"))
    return row.get("citation") or ", ".join(str(part) for part in parts if part)


def plain(quote: str) -> str:
    """A sentence without footnote marks and with single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"\[\d+\]", "", quote)).strip()


def quotes(stances: pd.DataFrame, most: int = 8) -> HTML:
    """Statements with their words and where these stand; how many of how many are shown."""
    items = []
    for _, row in stances.head(most).iterrows():
        who = f"{row['holderLabel']} → {row['targetLabel']}: {row['act'].lower()} ({row['polarity'].lower()})"
        said = f"said by {row['speakerLabel'] or 'the document'}" + (", who tells of another's attitude" if row["attributed"] else "")
        parts = [html.escape(str(part)) for part in (who, said, row["quote"], cited(row))]
        items.append("<li><b>{}</b>, {}<blockquote>{}</blockquote><small>{}</small></li>".format(*parts))
    return HTML(f"<p>{min(most, len(stances))} of {len(stances)} statements</p><ol>{''.join(items)}</ol>")


def draw(network: nx.Graph, title: str) -> None:
    """A signed network: friendly ties full and blue, hostile ones dashed and red, as thick as their evidence; n in the title."""
    made = nx.MultiDiGraph() if network.is_directed() else nx.MultiGraph()
    for node in sorted(network):
        made.add_node(node, label=node)
    for a, b, tie in sorted(network.edges(data=True), key=lambda edge: edge[:2]):
        made.add_edge(a, b, sign=tie["sign"], weight=tie.get("documents", 1))
    places = {node: (x, -y) for node, (x, y) in layout(made).items()}
    _, axes = plt.subplots(figsize=(9, 5.5))
    arrows = {"connectionstyle": "arc3,rad=0.12", "arrowsize": 12} if network.is_directed() else {}
    for sign, colour, dashes in ((1, FRIENDLY, "solid"), (-1, HOSTILE, "dashed")):
        ties = [(a, b) for a, b, tie in sorted(network.edges(data=True), key=lambda edge: edge[:2]) if tie["sign"] == sign]
        widths = [0.8 + network[a][b].get("documents", 1) ** 0.5 for a, b in ties]
        drawn = nx.DiGraph(network) if network.is_directed() else nx.Graph(network)
        nx.draw_networkx_edges(drawn, places, ties, ax=axes, edge_color=colour, style=dashes, width=widths, node_size=500, **arrows)
    nx.draw_networkx_nodes(network, places, ax=axes, node_size=120, node_color="#e9ecec", edgecolors=GREY)
    for node, (x, y) in places.items():
        axes.annotate(node, (x, y), xytext=(0, 9), textcoords="offset points", ha="center", fontsize=9, parse_math=False)
    axes.set_title(f"{title}  (n = {network.number_of_nodes()} sides, {network.number_of_edges()} ties)", fontsize=10, parse_math=False)
    axes.margins(0.12)
    axes.axis("off")
    plt.show()


def course(moved: pd.DataFrame, title: str) -> None:
    """The net attitude of one side to another by period, with bounds and the number of documents above each."""
    seen = moved[moved["net"].notna()]
    if len(seen) < 2:
        print(f"{title}: evidence in {len(seen)} period(s) only, too little for a picture")
        return
    _, axes = plt.subplots(figsize=(9, 3.6))
    axes.axhline(0, color=GREY, linewidth=0.8)
    places = seen.index.to_numpy()
    axes.vlines(places, seen["low"], seen["high"], color=GREY, linewidth=1)
    colours = [FRIENDLY if net > 0 else HOSTILE if net < 0 else GREY for net in seen["net"]]
    axes.scatter(places, seen["net"], c=colours, s=18 + 6 * seen["documents"], zorder=3)
    for place, count in zip(places, seen["documents"], strict=True):
        axes.annotate(str(count), (place, 1.06), ha="center", fontsize=7, color=GREY)
    every = max(1, len(moved) // 12)
    axes.set_xticks(range(0, len(moved), every), moved["period"][::every], rotation=45, ha="right", fontsize=8)
    axes.set_ylim(-1.15, 1.2)
    axes.set_ylabel("hostile  ←  net  →  friendly")
    axes.set_title(f"{title}  (n = {int(moved['documents'].sum())} documents; above: by period; bars: 95 %)", fontsize=10)
    plt.show()
