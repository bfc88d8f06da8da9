"""A network as a still picture (PNG), for where no script may run. Needs matplotlib, an extra."""

from __future__ import annotations

import io
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from coldgraph.errors import ExtraMissing
from coldgraph.see import style
from coldgraph.see.layout import layout
from coldgraph.see.lettering import Dot, lettering
from coldgraph.see.network import Multigraph

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.text import Text

INCHES, DOTS = (11.0, 7.0), 110
OTHER_SCRIPTS = (
    "Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "SimHei",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "Arial Unicode MS",
)  # fmt: skip
LETTERED, MANY = 70, 600
SMALL, LARGE, LONGEST = 9.0, 10.0, 34
Places = dict[str, tuple[int, int]]


def png(made: Multigraph) -> bytes:
    """The network as `coldgraph.see.page` lays it out, on light paper. The same network gives the same bytes.

    What is only told by others is not drawn. Raises ExtraMissing without matplotlib.
    """
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")  # a letter that no font has is drawn as a box
        return bytes_of(_drawn(made))


def _drawn(made: Multigraph) -> Figure:
    figure = canvas()
    axes = figure.add_axes((0.0, 0.05, 1.0, 0.95))
    axes.set_axis_off()
    drawn = [(a, b, data) for a, b, data in made.edges(data=True) if not data["attributed"]] or list(made.edges(data=True))
    places = layout(made)
    shown = {node for a, b, _ in drawn for node in (a, b)}
    spots = {node: (x, -y) for node, (x, y) in places.items() if node in shown}
    _frame(axes, spots)
    _lines(axes, drawn, spots, made.is_directed())
    _dots(axes, made, spots)
    _key(figure, drawn)
    return figure


def bytes_of(figure: Figure) -> bytes:
    """The figure as PNG, without a word on what drew it."""
    held = io.BytesIO()
    figure.savefig(held, format="png", metadata={"Software": None})
    return held.getvalue()


@cache
def families() -> list[str]:
    """matplotlib's own font, and for other scripts what the machine has."""
    from matplotlib.font_manager import fontManager

    return ["DejaVu Sans", *(name for name in OTHER_SCRIPTS if name in fontManager.get_font_names())]


def canvas() -> Figure:
    """An empty figure. Raises ExtraMissing without matplotlib."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError as missing:
        raise ExtraMissing("a still picture needs matplotlib", "matplotlib", "pip install 'coldgraph[notebook]'") from missing
    figure = Figure(figsize=INCHES, dpi=DOTS, facecolor=style.PAPER["light"]["paper"])
    FigureCanvasAgg(figure)
    return figure


def _frame(axes: Axes, spots: Places) -> None:
    """The limits of the picture, with room for labels, a pixel as wide as high."""
    points = np.array(list(spots.values()) or [(0, 0)], dtype=float)
    low, high = points.min(axis=0), points.max(axis=0)
    size = np.maximum(high - low, 1.0)
    share = INCHES[0] / (INCHES[1] * 0.95)
    height = max(size[1] * 1.14 + 40, (size[0] * 1.16 + 120) / share)
    middle = (low + high) / 2
    axes.set_xlim(middle[0] - height * share / 2, middle[0] + height * share / 2)
    axes.set_ylim(middle[1] - height / 2, middle[1] + height / 2)


def _lines(axes: Axes, drawn: list[tuple[str, str, dict[str, Any]]], spots: Places, directed: bool) -> None:
    """Bows, those of two actors one beside the other; thinner and paler where there are very many."""
    from matplotlib.collections import LineCollection, PolyCollection

    many, size = len(drawn) > MANY, (axes.get_xlim()[1] - axes.get_xlim()[0]) / 150
    bends: dict[tuple[str, str], int] = {}
    for polarity, each in style.LINES.items():
        chosen = [(a, b, data) for a, b, data in drawn if data["polarity"] == polarity and a != b]
        if not chosen:
            continue
        bows = [_next_bow(a, b, spots, bends) for a, b, _ in chosen]
        pale = [style.opacity(data["confidence"]) * (0.4 if many else 0.9) for *_, data in chosen]
        widths = [style.width(data["weight"]) * (0.3 if many else 0.6) for *_, data in chosen]
        axes.add_collection(LineCollection(bows, colors=each.light, linewidths=widths, linestyles=[_dashes(each)], alpha=pale, zorder=1))
        if directed:
            heads = [_head(bow, size * (0.5 if many else 1.0)) for bow in bows]
            axes.add_collection(PolyCollection(heads, facecolors=each.light, alpha=pale, zorder=2))


def _dashes(line: style.Line) -> Any:
    return (0, tuple(part / 2.5 for part in line.dashes)) if line.dashes else "solid"


def _next_bow(a: str, b: str, spots: Places, bends: dict[tuple[str, str], int]) -> NDArray[np.float64]:
    bends[a, b] = bends.get((a, b), -1) + 1
    return _bow(np.array(spots[a], dtype=float), np.array(spots[b], dtype=float), 0.1 + 0.13 * bends[a, b])


def _bow(a: NDArray[np.float64], b: NDArray[np.float64], bend: float) -> NDArray[np.float64]:
    """Points of a curve between two places."""
    across = np.array([a[1] - b[1], b[0] - a[0]])
    control, at = (a + b) / 2 + across * bend, np.linspace(0, 1, 15)[:, None]
    return np.asarray((1 - at) ** 2 * a + 2 * at * (1 - at) * control + at**2 * b)


def _head(bow: NDArray[np.float64], size: float) -> NDArray[np.float64]:
    """An arrow's head two thirds along a curve."""
    tip, way = bow[10], bow[10] - bow[9]
    ahead = way / (np.hypot(*way) or 1.0) * size
    aside = np.array([-ahead[1], ahead[0]]) * 0.55
    return np.array([tip + ahead, tip - ahead * 0.6 + aside, tip - ahead * 0.6 - aside])


def _dots(axes: Axes, made: Multigraph, spots: Places) -> None:
    """Dots, and labels for the weightiest, as many as fit."""
    paper = style.PAPER["light"]
    order = sorted(spots, key=lambda node: (-int(made.nodes[node]["evidence"]), node))
    shrink = 1.0 if len(order) < 200 else 0.5
    sizes = [(style.size(made.nodes[node]["evidence"]) * 0.75 * shrink) ** 2 for node in order]
    hollow = [made.nodes[node]["kind"] in ("person", "bloc") for node in order]
    points = np.array([spots[node] for node in order] or np.empty((0, 2)), dtype=float)
    axes.scatter(
        points[:, 0],
        points[:, 1],
        s=sizes,
        c=[paper["paper" if h else "node"] for h in hollow],
        edgecolors=paper["node"],
        linewidths=1.2 * shrink,
        zorder=3,
    )
    _labels(axes, [str(made.nodes[node]["label"]) for node in order[:LETTERED]], points[:LETTERED], sizes[:LETTERED])


def _labels(axes: Axes, names: list[str], points: NDArray[np.float64], sizes: list[float]) -> None:
    screen = axes.transData
    tall = axes.figure.get_figure(root=True).bbox.height if names else 0.0
    wide = axes.bbox.width
    written = [_label(axes, name) for name in names]
    dots = []
    for text, point, size in zip(written, points, sizes, strict=True):
        x, y = screen.transform(point)
        extent = text.get_window_extent()
        dots.append(Dot(float(x), tall - float(y), size**0.5 / 2 * DOTS / 72 + 1, extent.width, extent.height))
    for text, box in zip(written, lettering(dots, wide, tall), strict=True):
        if box is None:
            text.remove()
        else:
            text.set_position(tuple(screen.inverted().transform(((box[0] + box[2]) / 2, tall - (box[1] + box[3]) / 2))))


def _label(axes: Axes, name: str) -> Text:
    from matplotlib.patheffects import withStroke

    paper = style.PAPER["light"]
    short = name if len(name) <= LONGEST else name[: LONGEST - 2].rstrip() + "…"
    made = axes.text(0, 0, short, family=families(), fontsize=SMALL, color=paper["ink"], zorder=4, ha="center", va="center")
    made.set_path_effects([withStroke(linewidth=2.5, foreground=paper["paper"])])
    return made


def _key(figure: Figure, drawn: list[tuple[str, str, dict[str, Any]]]) -> None:
    """What the lines mean."""
    from matplotlib.lines import Line2D

    used = [each for polarity, each in style.LINES.items() if any(data["polarity"] == polarity for *_, data in drawn)]
    handles = [Line2D([], [], color=each.light, linewidth=2, linestyle=_dashes(each), label=each.word) for each in used]
    figure.legend(
        handles=handles, loc="lower left", ncols=len(handles) or 1, frameon=False, fontsize=LARGE, labelcolor=style.PAPER["light"]["quiet"]
    )
