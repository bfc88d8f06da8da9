"""A view: a network or a timeline that writes itself as a page and shows itself in a notebook."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cached_property
from html import escape
from pathlib import Path
from typing import Any

from coldgraph.errors import ExtraMissing, QueryError
from coldgraph.see.asker import Asker
from coldgraph.see.network import KINDS as NETWORKS
from coldgraph.see.network import Multigraph

KINDS = (*NETWORKS, "timeline")
HEIGHT = 760
_OVER = "position:absolute;left:0;top:0;width:100%;height:100%;border:0"


class View:
    """What a graph shows. The page and the network are made when they are asked for, and once."""

    def __init__(self, graph: Asker, kind: str = "stances", title: str = "", quotes: int = 60, **options: Any) -> None:
        if kind not in KINDS:
            raise QueryError(f"no kind of view {kind!r}", advice=f"choose one of {', '.join(KINDS)}")
        self.kind, self.title = kind, title
        self._graph, self._quotes, self._options = graph, quotes, options

    @cached_property
    def network(self) -> Multigraph:
        """The networkx network that is drawn. Raises QueryError for a timeline, which draws several."""
        from coldgraph.see.network import network

        if self.kind == "timeline":
            raise QueryError("a timeline is no single network", advice=f"choose one of {', '.join(NETWORKS)}")
        return network(self._graph, self.kind, **{"attributed": True, **self._options})

    @cached_property
    def page(self) -> str:
        """The page as text: HTML that asks no server for anything."""
        from coldgraph.see import meetings, page, timeline
        from coldgraph.see.window import window

        if self.kind == "timeline":
            return timeline.html(self._graph, title=self.title, quotes=self._quotes, **self._options)
        about = self.network.graph
        attended = meetings.attended(self._graph, about["level"], window(about["since"], about["until"]))
        return page.of_network(self.network, attended, self.title or _title(about), self._quotes)

    def save(self, path: Path | str) -> Path:
        """Write the page to a file in UTF-8 and hand its path back."""
        place = Path(path)
        place.write_text(self.page, encoding="utf-8", newline="\n")
        return place

    def _repr_mimebundle_(self, include: Sequence[str] | None = None, exclude: Sequence[str] | None = None) -> dict[str, str]:
        """For notebooks: the live page, laid over a picture that is left where scripts and frames are not allowed."""
        frame = f'<iframe title="{escape(self._name())}" srcdoc="{escape(self.page)}" style="{_OVER}"></iframe>'
        shown = f'<div style="position:relative;min-height:{HEIGHT}px">{self._picture()}{frame}</div>'
        return {"text/html": shown, "text/plain": repr(self)}

    def _picture(self) -> str:
        from coldgraph.see import picture

        try:
            made = picture.png(self.network) if self.kind != "timeline" else picture.timeline(self._graph, **self._options)
        except ExtraMissing as missing:
            return f"<p>{escape(str(missing))}</p>"
        data = base64.b64encode(made).decode("ascii")
        return f'<img alt="{escape(self._name())}" src="data:image/png;base64,{data}" style="width:100%">'

    def _name(self) -> str:
        return self.title or (_title(self.network.graph) if self.kind != "timeline" else "Timeline")

    def __repr__(self) -> str:
        if self.kind == "timeline":
            return "<coldgraph view: timeline>"
        return f"<coldgraph view: {self.kind}, {len(self.network):,} nodes, {self.network.number_of_edges():,} edges>"


def _title(about: dict[str, Any]) -> str:
    """What the view shows, in words.

    >>> _title({"kind": "stances", "view": "path", "actors": ["China", "Cuba"], "said_by": ""})
    'Who stands how to whom: from China to Cuba'
    """
    from coldgraph.see.page import TITLES

    actors = about["actors"]
    parts = {"ego": "around " + " and ".join(actors), "path": "from " + " to ".join(actors), "bloc": "by bloc"}
    part = parts.get(about["view"], " and ".join(actors))
    said = f"as {about['said_by']} says" if about["said_by"] else ""
    return ": ".join(filter(None, (TITLES[about["kind"]], ", ".join(filter(None, (part, said))))))
