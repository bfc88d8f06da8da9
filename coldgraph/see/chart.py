"""The drift of two actors as a chart: friendly upwards, hostile downwards, mixed around the line between."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from coldgraph.see.marks import Marks, tag
from coldgraph.see.style import LINES
from coldgraph.see.timeline import Drift, Timeline

WIDTH, LEFT, HALF, HEAD, FOOT = 960, 36, 56, 26, 22
ORDER = ("mixed", "positive", "negative", "met", "named")


@dataclass(frozen=True, slots=True)
class Frame:
    """What the charts of a page share: the width of a step, and the height of one piece of evidence."""

    step: float
    unit: float
    signed: bool

    @property
    def low(self) -> int:
        """How far a row reaches below its line."""
        return HALF if self.signed else 4

    @property
    def row(self) -> int:
        return HEAD + HALF + self.low


def frame(made: Timeline) -> Frame:
    """Scales under which every stack of the page fits."""
    signed = made.network.graph["kind"] == "stances"
    highest = max((reach for pair in made.pairs for drift in pair for reach in _reaches(drift, len(made.steps))), default=1.0)
    return Frame((WIDTH - LEFT) / max(len(made.steps), 1), HALF / max(highest, 4.0), signed)


def _reaches(drift: Drift, steps: int) -> list[float]:
    """How high and how deep each step's stack reaches, in pieces."""
    up, down = [0.0] * steps, [0.0] * steps
    for (step, polarity, told), pieces in drift.marks.items():
        high, deep = _share(polarity, told)
        up[step] += high * len(pieces)
        down[step] += deep * len(pieces)
    return up + down


def _share(polarity: str, told: bool) -> tuple[float, float]:
    """How much of a mark lies above the line and how much below."""
    if polarity == "mixed" and not told:
        return 0.5, 0.5
    return (0.0, 1.0) if polarity == "negative" else (1.0, 0.0)


def chart(made: Timeline, pair: list[Drift], scale: Frame, marks: Marks) -> Markup:
    """The drifts of one pair, one row for each direction, over a common axis of time."""
    rows = [Markup("").join(_row(made, drift, scale, marks, i * scale.row)) for i, drift in enumerate(pair)]
    height = scale.row * len(pair) + FOOT
    label = f"{_ends(made, pair[0])}: what passes between them, step by step. The table below says the same."
    return tag("svg", Markup("").join([*rows, _axis(made, scale, height)]), viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=label)


def ends(made: Timeline, drift: Drift) -> str:
    """'China to Cuba', or 'China and Cuba' where ties have no direction."""
    return _ends(made, drift) if not made.network.is_directed() else " to ".join(_labels(made, drift))


def _ends(made: Timeline, drift: Drift) -> str:
    return " and ".join(_labels(made, drift))


def _labels(made: Timeline, drift: Drift) -> list[str]:
    return [str(made.network.nodes[node]["label"]) for node in (drift.source, drift.target)]


def _row(made: Timeline, drift: Drift, scale: Frame, marks: Marks, top: int) -> list[Markup]:
    line, low = top + HEAD + HALF, scale.low
    parts = [tag("text", ends(made, drift).replace(" to ", " → "), x=LEFT, y=top + 14, class_="row")]
    for i, step in enumerate(made.steps):
        x = LEFT + i * scale.step
        if step.documents:
            parts.append(tag("line", x1=_f(x), x2=_f(x + scale.step), y1=line, y2=line, class_="zero"))
        else:
            parts.append(tag("rect", tag("title", f"{step.name}: no document of this time in the graph"), x=_f(x), y=top + HEAD,
                             width=_f(scale.step), height=HALF + low, fill="url(#absent)"))  # fmt: skip
    return [*parts, _measure(scale, line), *_bars(made, drift, scale, marks, line)]


def _measure(scale: Frame, line: int) -> Markup:
    """The number of pieces at a readable height, above and below."""
    most = HALF / scale.unit
    number = max(n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000) if n <= most)
    heights = [line - number * scale.unit, *([line + number * scale.unit] if scale.signed else [])]
    return Markup("").join(
        tag("line", x1=LEFT, x2=WIDTH, y1=_f(y), y2=_f(y), class_="grid")
        + tag("text", str(number), x=LEFT - 8, y=_f(y + 4), class_="number")
        for y in heights
    )


def _bars(made: Timeline, drift: Drift, scale: Frame, marks: Marks, line: int) -> list[Markup]:
    """Own words next to the line, what others tell farther out."""
    up, down, parts = [0.0] * len(made.steps), [0.0] * len(made.steps), []
    for step, told, polarity in sorted((s, t, ORDER.index(p)) for s, p, t in drift.marks):
        name = ORDER[polarity]
        pieces = drift.marks[step, name, told]
        number = marks.add(ends(made, drift), made.steps[step].name, name, told, pieces)
        high, deep = _share(name, told)
        above, below = up[step] + high * len(pieces), down[step] + deep * len(pieces)
        top, bottom = (-above if high else down[step]), (below if deep else -up[step])
        up[step], down[step] = above, below
        parts.append(_bar(scale, marks, number, step, line + top * scale.unit, line + bottom * scale.unit))
    return parts


def _bar(scale: Frame, marks: Marks, number: int, step: int, top: float, bottom: float) -> Markup:
    mark = marks.listed[number]
    gap = min(scale.step * 0.16, 6.0)
    kind = f"bar {mark['polarity']}" + (" told" if mark["told"] else "")
    fill = "none" if mark["told"] else f"url(#{mark['polarity']})"
    return tag("rect", tag("title", marks.title(number)), x=_f(LEFT + step * scale.step + gap), y=_f(top), width=_f(scale.step - 2 * gap),
               height=_f(max(bottom - top, 1.5)), class_=kind, fill=fill, data_mark=number)  # fmt: skip


def _axis(made: Timeline, scale: Frame, height: int) -> Markup:
    """The names of the steps, as many as there is room for; where it is scarce, of months and quarters those that begin a year."""
    room = (WIDTH - LEFT) // 60
    wanted = list(range(len(made.steps)))
    if len(wanted) > room and made.unit != "year":
        wanted = [i for i in wanted if made.steps[i].first[5:7] == "01"] or wanted
    every = -(-len(wanted) // room) or 1
    return Markup("").join(tag("text", made.steps[i].name, x=_f(LEFT + (i + 0.5) * scale.step),
                               y=height - 6, class_="step") for i in wanted[::every])  # fmt: skip


def patterns() -> Markup:
    """Fillings that tell the kinds of ties apart without colour, and what was not known."""
    drawn = {
        "positive": "",
        "met": "",
        "named": "",
        "negative": "M-1,7 L7,-1 M5,13 L13,5 M-1,19 L19,-1",
        "mixed": "M2,2 h3 v3 h-3z M8,8 h3 v3 h-3z",
    }
    made = [
        tag("pattern", tag("rect", width=12, height=12, fill="currentColor") + tag("path", d=drawn[name], class_="cut " + name),
            id=name, class_=name, width=12, height=12, patternUnits="userSpaceOnUse")
        for name in LINES
    ]  # fmt: skip
    absent = tag("pattern", tag("path", d="M0,6 L6,0", class_="absent"), id="absent", width=6, height=6, patternUnits="userSpaceOnUse")
    return tag("svg", tag("defs", Markup("").join([*made, absent])), width=0, height=0, aria_hidden="true", class_="patterns")


def _f(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
