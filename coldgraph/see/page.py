"""One self-contained page with a network that opens without a connection.

The picture is a pyvis network (vis-network, from pyvis's own wheel) in our template. Its content
security policy allows the page's own scripts and style by their checksums and nothing else, so
that no word of a document can run. All data are JSON, put on the page by ``textContent`` alone.
"""

from __future__ import annotations

import math
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coldgraph.errors import ExtraMissing
from coldgraph.see import meetings, shell, style, webgl
from coldgraph.see.asker import Asker
from coldgraph.see.dossier import Dossier, dossiers
from coldgraph.see.feed import QUOTES, Record, feed
from coldgraph.see.layout import layout
from coldgraph.see.network import Multigraph, network
from coldgraph.see.window import window

if TYPE_CHECKING:
    from jinja2 import Environment

CREDITS = ("pyvis", "vis-network 9.1.2 (Apache 2.0 or MIT)")
VIS_NETWORK = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
SCRIPTS = (
    "common.js", "quotation.js", "base.js", "tally.js", "paths.js", "labels.js", "marks.js", "picture.js", "chart.js", "evidence.js",
    "dossier.js", "panel.js", "table.js", "timeline.js", "filters.js", "drawing.js", "multiples.js", "files.js", "address.js",
    "controls.js",
)  # fmt: skip
TITLES = {
    "meetings": "Who met whom",
    "mentions": "Who speaks of whom",
}
TITLE = "Who stands how to whom"
OPTIONS: Record = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": False, "keyboard": {"enabled": True, "bindToWindow": False}, "selectConnectedEdges": False},
    "nodes": {"borderWidth": 1.5},
    "edges": {"selectionWidth": 2.5, "hoverWidth": 0, "arrows": {"to": {"scaleFactor": 0.45}}, "endPointOffset": {"to": 2}},
}


def write(
    graph: Asker, path: Path | str, kind: str = "stances", level: str = "actor", since: str | None = None, until: str | None = None,
    min_confidence: float = 0.0, title: str = "", quotes: int = QUOTES,
) -> Path:  # fmt: skip
    """Write `html` to a file in UTF-8 and hand its path back."""
    place = Path(path)
    text = html(graph, kind, level, since, until, min_confidence, title, quotes)
    place.write_text(text, encoding="utf-8", newline="\n")
    return place


def html(
    graph: Asker, kind: str = "stances", level: str = "actor", since: str | None = None, until: str | None = None,
    min_confidence: float = 0.0, title: str = "", quotes: int = QUOTES,
) -> str:  # fmt: skip
    """The page of a network as text. Parameters as in `coldgraph.see.network.network`.

    What is only told by others is a layer that the reader switches on. ``quotes``: how many
    pieces of evidence of an edge, the newest, bring their words.
    """
    return drawn(graph, network(graph, kind, level, since, until, min_confidence, attributed=True), title, quotes)


def drawn(graph: Asker, made: Multigraph, title: str = "", quotes: int = QUOTES) -> str:
    """The page of a network that `network` made of this graph."""
    about = made.graph
    attended = meetings.attended(graph, about["level"], window(about["since"], about["until"]))
    return of_network(made, attended, title, quotes, dossiers(graph, made))


def of_network(
    made: Multigraph, attended: dict[str, list[tuple[str, str]]] | None = None, title: str = "", quotes: int = QUOTES,
    known: dict[str, Dossier] | None = None,
) -> str:  # fmt: skip
    """The page of a network that `network` made. ``known``: sides and offices of its actors."""
    from pyvis.network import Network

    content = feed(made, attended or {}, quotes, known)
    drawing = Network(directed=True, cdn_resources="in_line")
    drawing.options = OPTIONS
    _draw(drawing, content, layout(made))
    drawing.templateEnv, drawing.path = _environment(content, title or TITLES.get(made.graph["kind"], TITLE)), "page.html"
    return str(drawing.generate_html())


def _draw(drawing: Any, content: Record, places: dict[str, tuple[int, int]]) -> None:
    for node in content["nodes"]:
        x, y = places[node["iri"]]
        shape = style.SHAPES.get(node["kind"], "dot")
        drawing.add_node(node["id"], label=node["label"], shape=shape, x=x, y=y, size=style.size(node["evidence"]))
    bends: dict[tuple[int, int], int] = {}
    arrows = "to" if content["directed"] else ""
    for edge in content["edges"]:
        pair = (edge["from"], edge["to"])
        bends[pair] = bends.get(pair, -1) + 1
        drawing.add_edge(*pair, **_line(edge, bends[pair]), arrows="" if edge["from"] == edge["to"] else arrows)


def _line(edge: Record, bend: int) -> Record:
    """How an edge is drawn; the parallel ones of a pair bend more and more."""
    dashes = style.line(edge["polarity"]).dashes
    return {
        "id": edge["id"], "width": style.width(edge["weight"]), "dashes": list(dashes) or False,
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": round(0.1 + 0.13 * bend, 2)},
        "opacity": style.opacity(edge["confidence"]), **(_loop(bend) if edge["from"] == edge["to"] else {}),
    }  # fmt: skip


def _loop(bend: int) -> Record:
    """Ties of a bloc to itself, one beside the other around the node."""
    return {"selfReference": {"size": 24, "angle": round(math.pi * (0.25 + 0.5 * bend), 3), "renderBehindTheNode": False}}


def _environment(content: Record, title: str) -> Environment:
    from markupsafe import Markup

    made = shell.environment()
    count = len(content["nodes"])
    library, credits = vis_network() + webgl.scripts(count), (*CREDITS, *webgl.credits(count))
    own, sheet = shell.parts(*SCRIPTS), style.variables() + shell.parts("common.css", "page.css")
    made.globals.update(feed=content, credits=credits, library=Markup(library), script=Markup(own))
    made.globals.update(shell.head(title, sheet, library, own))
    return made


def vis_network() -> str:
    """The vis-network library as pyvis brings it along, with its licence in the head.

    Raises ExtraMissing where the installed pyvis lacks it.
    """
    place = resources.files("pyvis").joinpath(*VIS_NETWORK)
    if not place.is_file():
        raise ExtraMissing("pyvis brings no vis-network 9.1.2", "pyvis", "install pyvis 0.3.2")
    return place.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
