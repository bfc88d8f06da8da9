"""The drifts of a timeline as a still picture (PNG). Needs matplotlib, an extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coldgraph.see import style
from coldgraph.see.chart import ends
from coldgraph.see.picture import LARGE, SMALL, bytes_of, canvas
from coldgraph.see.timeline import Drift, Timeline

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROWS = 6
HATCH = {"negative": "////", "mixed": "...."}


def png(made: Timeline) -> bytes:
    """The weightiest drifts, friendly upwards and hostile downwards, on one scale; the same timeline gives the same bytes.

    What is only told by others is not drawn. Raises ExtraMissing without matplotlib.
    """
    figure = canvas()
    drifts = [drift for pair in made.pairs for drift in pair][:ROWS]
    rows = figure.subplots(max(len(drifts), 1), 1, sharex=True, sharey=True, squeeze=False)
    for axes, drift in zip(rows[:, 0], drifts, strict=False):
        _row(axes, made, drift)
    every = max(1, len(made.steps) // 16)
    rows[-1, 0].set_xticks(range(0, len(made.steps), every), [step.name for step in made.steps[::every]])
    figure.subplots_adjust(left=0.06, right=0.98, top=0.94, bottom=0.07, hspace=0.45)
    return bytes_of(figure)


def _row(axes: Axes, made: Timeline, drift: Drift) -> None:
    paper = style.PAPER["light"]
    axes.set_facecolor(paper["paper"])
    axes.set_title(ends(made, drift), loc="left", fontsize=LARGE, color=paper["ink"])
    axes.spines[:].set_visible(False)
    axes.tick_params(labelsize=SMALL, labelcolor=paper["quiet"], length=0)
    axes.axhline(0, color=paper["quiet"], linewidth=0.8)
    for i, step in enumerate(made.steps):
        if not step.documents:
            axes.axvspan(i - 0.5, i + 0.5, facecolor="none", edgecolor=paper["rule"], hatch="//", linewidth=0)
    _bars(axes, drift)


def _bars(axes: Axes, drift: Drift) -> None:
    """Bars from the line outwards; mixed ones around it, the others beyond."""
    halves = {step: len(pieces) / 2 for (step, polarity, told), pieces in drift.marks.items() if polarity == "mixed" and not told}
    for (step, polarity, told), pieces in sorted(drift.marks.items()):
        if told:
            continue
        look = style.line(polarity)
        start = -halves[step] if polarity == "mixed" else halves.get(step, 0.0)
        height = len(pieces) if polarity != "negative" else -len(pieces)
        bottom = -start if polarity == "negative" else start
        axes.bar(
            step, height, 0.7, bottom, color=look.light, hatch=HATCH.get(polarity, ""), edgecolor=style.PAPER["light"]["paper"], linewidth=0
        )
