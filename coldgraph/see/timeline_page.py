"""The page of a timeline: charts, small networks and a table in one file that asks no server for anything."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from coldgraph.see import shell, style
from coldgraph.see.chart import chart, ends, frame, patterns
from coldgraph.see.feed import feed
from coldgraph.see.marks import Marks
from coldgraph.see.multiples import multiples
from coldgraph.see.timeline import Drift, Timeline

Record = dict[str, Any]
WHERE = {"positive": " (upwards)", "negative": " (downwards)", "mixed": " (around the line)"}


def html(made: Timeline, title: str) -> str:
    """The page as text. The picture needs no script; a script opens the evidence of what is chosen."""
    sheet, script = style.variables() + shell.parts("common.css", "drift.css"), shell.parts("common.js", "quotation.js", "drift.js")
    template = shell.environment().get_template("drift.html")
    return template.render(script=Markup(script), patterns=patterns(), **shell.head(title, sheet, script), **_content(made))


def _content(made: Timeline) -> Record:
    marks, about = Marks(), made.network.graph
    scale = frame(made)
    drawn = [(chart(made, pair, scale, marks), pair) for pair in made.pairs]
    rows = _rows(marks)
    charts = [(picture, _loose(made, pair, marks)) for picture, pair in drawn]
    years = multiples(made, marks) if len(made.network) > 2 else []
    polarities = sorted({mark["polarity"] for mark in marks.listed}, key=list(style.LINES).index)
    layer = "only told of" if about["kind"] == "meetings" else "as told by others"
    return {
        "summary": _summary(made), "legend": [(p, style.line(p).word, WHERE.get(p, "")) for p in polarities], "layer": layer,
        "told": any(mark["told"] for mark in marks.listed), "unit": made.unit, "charts": charts, "years": years, "rows": rows,
        "feed": _feed(made, marks, layer), "read": f"{about['read']:,}", "what": about["kind"], "left_out": list(about["left_out"].items()),
    }  # fmt: skip


def _feed(made: Timeline, marks: Marks, layer: str) -> Record:
    """The network as every page has it, its evidence whole, and for each mark the pieces that it opens: (edge, position)."""
    words = [style.line(mark["polarity"]).word + (f", {layer}" if mark["told"] else "") for mark in marks.listed]
    listed = [{**mark, "word": word} for mark, word in zip(marks.listed, words, strict=True)]
    most = max((len(data["evidence"]) for *_, data in made.network.edges(data=True)), default=0)
    return {**feed(made.network, {}, quotes=most), "marks": listed}


def _rows(marks: Marks) -> list[Record]:
    """The bars as rows of a table, the earliest first."""
    rows = [
        {**mark, "number": i, "how": style.line(mark["polarity"]).word, "count": f"{len(mark['pieces']):,}"}
        for i, mark in enumerate(marks.listed)
    ]
    return sorted(rows, key=lambda row: (row["when"], row["number"]))


def _loose(made: Timeline, pair: list[Drift], marks: Marks) -> list[Record]:
    """A mark for each kind of evidence that no single step holds."""
    found = []
    edges = list(made.network.edges(data=True))
    for drift in pair:
        kinds: dict[tuple[str, bool], list[tuple[int, int]]] = {}
        for edge, position in drift.loose:
            data = edges[edge][2]
            kinds.setdefault((data["polarity"], data["attributed"]), []).append((edge, position))
        for (polarity, told), pieces in sorted(kinds.items()):
            number = marks.add(ends(made, drift), "undated or dated loosely", polarity, told, pieces)
            words = f"{ends(made, drift)}: {len(pieces):,} {style.line(polarity).word}"
            found.append({"number": number, "told": told, "words": words})
    return found


def _summary(made: Timeline) -> str:
    count = sum(len(data["evidence"]) for *_, data in made.network.edges(data=True))
    span = f"{made.steps[0].name} to {made.steps[-1].name}" if made.steps else ""
    names = ", ".join(str(label) for _, label in made.network.nodes(data="label"))
    return " · ".join(filter(None, (names, span, f"{count:,} pieces of evidence")))
