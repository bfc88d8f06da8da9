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
from coldgraph.see.exports import written
from coldgraph.see.feed import QUOTES
from coldgraph.see.network import KINDS as NETWORKS
from coldgraph.see.network import network
from coldgraph.see.timeline import timeline

KINDS = (*NETWORKS, "timeline")
TITLES = {"stances": "Who stands how to whom", "meetings": "Who met whom", "mentions": "Who speaks of whom"}
HEIGHT = 760
_OVER = "position:absolute;left:0;top:0;width:100%;height:100%;border:0"


class View:
    """What a graph shows: the networkx network that is drawn, its title, and the page.

    ``kind``: any of `coldgraph.see.network.KINDS`, or 'timeline'; options as for `network` or `timeline`.
    """

    def __init__(self, graph: Asker, kind: str = "stances", title: str = "", quotes: int | None = None, **options: Any) -> None:
        if kind not in KINDS:
            raise QueryError(f"no kind of view {kind!r}", advice=f"choose one of {', '.join(KINDS)}")
        self.kind, self._graph, self._quotes = kind, graph, quotes
        self.timeline = timeline(graph, **options) if kind == "timeline" else None
        self.network = self.timeline.network if self.timeline else network(graph, kind, **{"attributed": True, **options})
        self.title = title or _title(self.network.graph)

    @cached_property
    def page(self) -> str:
        """The page as text: HTML that asks no server for anything."""
        from coldgraph.see import page, timeline_page

        if self.timeline:
            return timeline_page.html(self.timeline, self.title)
        return page.drawn(self._graph, self.network, self.title, self._quotes or QUOTES)

    def save(self, path: Path | str) -> Path:
        """Write the page to a file in UTF-8 and hand its path back. Raises GraphError where that is not possible."""
        return written(self.page, path)

    def _repr_mimebundle_(self, include: Sequence[str] | None = None, exclude: Sequence[str] | None = None) -> dict[str, str]:
        """For notebooks: the live page, laid over a picture that is left where scripts and frames are not allowed."""
        frame = f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.page)}" style="{_OVER}"></iframe>'
        shown = f'<div style="position:relative;min-height:{HEIGHT}px">{self._picture()}{frame}</div>'
        return {"text/html": shown, "text/plain": repr(self)}

    def _picture(self) -> str:
        from coldgraph.see import picture, timeline_picture

        try:
            made = timeline_picture.png(self.timeline) if self.timeline else picture.png(self.network)
        except ExtraMissing as missing:
            return f"<p>{escape(str(missing))}</p>"
        data = base64.b64encode(made).decode("ascii")
        return f'<img alt="{escape(self.title)}" src="data:image/png;base64,{data}" style="width:100%">'

    def __repr__(self) -> str:
        return f"<coldgraph view: {self.kind}, {len(self.network):,} nodes, {self.network.number_of_edges():,} edges>"


def _title(about: dict[str, Any]) -> str:
    """What the view shows, in words.

    >>> _title({"kind": "stances", "view": "path", "actors": ["China", "Cuba"], "said_by": ""})
    'Who stands how to whom: from China to Cuba'
    """
    actors = about["actors"]
    parts = {"ego": "around " + " and ".join(actors), "path": "from " + " to ".join(actors), "bloc": "by bloc"}
    parts["timeline"] = "step by step in time"
    part = parts.get(about["view"], " and ".join(actors))
    said = f"as {about['said_by']} says" if about["said_by"] else ""
    return ": ".join(filter(None, (TITLES[about["kind"]], ", ".join(filter(None, (part, said))))))
