"""A year's network in small, one beside the other, every actor at nearly the same place."""

from __future__ import annotations

import math

from markupsafe import Markup

from coldgraph.see import style
from coldgraph.see.lettering import Box, Dot, lettering
from coldgraph.see.marks import Marks, tag
from coldgraph.see.timeline import Place, Timeline, Year

WIDTH, HEIGHT, EDGE = 300, 210, 34
Spot = tuple[float, float]


def multiples(made: Timeline, marks: Marks) -> list[tuple[str, Markup]]:
    """The name and the drawing of each year."""
    fit = _fit([place for year in made.years for place in year.places.values()])
    return [(year.step.name, _year(made, year, fit, marks)) for year in made.years]


def _fit(places: list[Place]) -> tuple[float, Spot]:
    """How much smaller all is drawn, and what lies in the middle."""
    xs, ys = [x for x, _ in places] or [0], [y for _, y in places] or [0]
    scale = min((WIDTH - 2.6 * EDGE) / max(max(xs) - min(xs), 1), (HEIGHT - 2 * EDGE) / max(max(ys) - min(ys), 1), 0.6)
    return scale, ((max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2)


def _year(made: Timeline, year: Year, fit: tuple[float, Spot], marks: Marks) -> Markup:
    scale, middle = fit
    here = year.present()
    spots = {node: _spot(place, scale, middle) for node, place in sorted(year.places.items(), key=lambda p: (p[0] not in here, p[0]))}
    bends: dict[tuple[str, str], int] = {}
    lines = [_line(made, year, tie, spots, bends, marks) for tie in sorted(year.ties)]
    names = {node: str(made.network.nodes[node]["label"]) for node in spots}
    boxes = lettering([Dot(*spot, 6, len(names[node]) * 5.9, 12) for node, spot in spots.items()], WIDTH, HEIGHT)
    dots = [_dot(spot, names[node], box, node in here) for (node, spot), box in zip(spots.items(), boxes, strict=True)]
    drawn = [*dots[len(here) :], *lines, *dots[: len(here)]]
    note = [] if year.step.documents else [tag("text", "no document of this year", x=WIDTH / 2, y=HEIGHT - 8, class_="none")]
    label = f"{year.step.name}: {len(year.ties)} ties"
    return tag("svg", Markup("").join([*drawn, *note]), viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=label)


def _spot(place: Place, scale: float, middle: Spot) -> Spot:
    return WIDTH / 2 + (place[0] - middle[0]) * scale, HEIGHT / 2 + (place[1] - middle[1]) * scale


def _line(
    made: Timeline, year: Year, tie: tuple[str, str, str, bool], spots: dict[str, Spot], bends: dict[tuple[str, str], int], marks: Marks
) -> Markup:
    source, target, polarity, told = tie
    pair = (source, target)
    bends[pair] = bends.get(pair, -1) + 1
    joined = " to " if made.network.is_directed() else " and "
    ends = joined.join(str(made.network.nodes[node]["label"]) for node in pair)
    number = marks.add(ends, year.step.name, polarity, told, year.ties[tie])
    bow, head = _curve(spots[source], spots[target], 0.1 + 0.13 * bends[pair])
    dashes = " ".join(str(d * 0.6) for d in style.line(polarity).dashes)
    width = style.width(len(year.ties[tie])) * 0.7
    parts = [
        tag("title", marks.title(number)),
        tag("path", d=bow, class_="reach"),
        tag("path", d=bow, stroke_width=f"{width:.1f}", stroke_dasharray=dashes or "none"),
    ]
    if made.network.is_directed():
        parts.append(tag("path", d=head, class_="head"))
    return tag("g", Markup("").join(parts), class_=f"tie {polarity}" + (" told" if told else ""), data_mark=number)


def _curve(a: Spot, b: Spot, bend: float) -> tuple[str, str]:
    """A bow from one spot to another, and an arrow's head in its middle."""
    (ax, ay), (bx, by) = a, b
    cx, cy = (ax + bx) / 2 + (by - ay) * bend, (ay + by) / 2 - (bx - ax) * bend
    mx, my = (ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4
    length = math.hypot(bx - ax, by - ay) or 1.0
    ux, uy = (bx - ax) / length, (by - ay) / length
    corners = [(mx + 5 * ux, my + 5 * uy), (mx - 4 * ux - 4 * uy, my - 4 * uy + 4 * ux), (mx - 4 * ux + 4 * uy, my - 4 * uy - 4 * ux)]
    return f"M{ax:.1f},{ay:.1f} Q{cx:.1f},{cy:.1f} {bx:.1f},{by:.1f}", "M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in corners) + "Z"


def _dot(spot: Spot, name: str, box: Box | None, here: bool) -> Markup:
    x, y = spot
    text = tag("text", name, x=f"{(box[0] + box[2]) / 2:.1f}", y=f"{box[3] - 2.5:.1f}") if box else Markup("")
    dot = tag("circle", tag("title", name), cx=f"{x:.1f}", cy=f"{y:.1f}", r=4.5 if here else 3)
    return tag("g", dot + text, class_="actor" if here else "actor away")
