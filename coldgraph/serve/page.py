"""The query page: ours alone, or with the editor YASGUI where `make web` has brought it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from coldgraph.ask import questions as named

_HERE = Path(__file__).resolve().parent
OWN = _HERE / "static"
EDITOR_FILES = ("yasgui.min.js", "yasgui.min.css")
_HEAD = """<link rel="stylesheet" href="/editor/yasgui.min.css">
<script src="/editor/yasgui.min.js" defer></script>
<script src="/static/editor.js" defer></script>"""
_NOTE = '<p class="note">An editor that colours and completes queries: run <code>make web</code> in the checkout, then serve again.</p>'


def editor() -> Path | None:
    """The folder of the editor's files: inside a wheel, or where `make web` puts them; None where they are missing."""
    for place in (_HERE.parent / "_data" / "web", _HERE.parent.parent / "web" / "built"):
        if all((place / name).is_file() for name in EDITOR_FILES):
            return place
    return None


@cache
def html() -> str:
    """The page. No word of it depends on the graph."""
    text = (OWN / "page.html").read_text(encoding="utf-8")
    there = editor() is not None
    return text.replace("<!-- editor -->", _HEAD if there else "").replace("<!-- note -->", "" if there else _NOTE)


def questions() -> list[dict[str, Any]]:
    """The named questions with their parameters, as the page's menu shows them."""
    return [
        {
            "name": q.name,
            "title": q.title,
            "question": q.question,
            "parameters": [{"name": p.name, "required": p.required, "kind": p.kind, "meaning": p.meaning} for p in q.parameters],
        }
        for q in named.questions()
    ]
