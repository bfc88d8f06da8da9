"""Colours, lines and sizes of a view, in one place.

Hostile and friendly are told by colour, by line and by word. The hues are the vermillion, blue and
reddish purple of Okabe and Ito, 'Color Universal Design' (2008), https://jfly.uni-koeln.de/color/,
darkened or lightened until they stand out from the paper.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """How a tie of one polarity is drawn. ``dashes``: stroke and gap in pixels, none for a full line."""

    word: str
    light: str
    dark: str
    dashes: tuple[int, ...] = ()


LINES = {
    "positive": Line("friendly", "#0072b2", "#56b4e9"),
    "negative": Line("hostile", "#c44e00", "#f0803c", (9, 6)),
    "mixed": Line("mixed", "#96527c", "#d795b8", (2, 5)),
    "met": Line("met", "#5d6a70", "#98a6ac"),
    "named": Line("speaks of", "#5d6a70", "#98a6ac"),
}

SHAPES = {
    "state": "dot",
    "person": "dot",
    "organization": "square",
    "movement": "triangle",
    "alliance": "hexagon",
    "place": "triangleDown",
    "topic": "diamond",
    "document": "square",
    "unknown": "dot",
}


def line(polarity: str) -> Line:
    return LINES.get(polarity, LINES["mixed"])


WIDTH, OPACITY, SIZE = (1.4, 9.0), (0.25, 0.95), (4.0, 1.1, 22.0)


def width(weight: int) -> float:
    """Pixels of a line that stands for so many pieces of evidence: the square root, within bounds.

    >>> width(1), width(9), width(10000)
    (1.4, 4.2, 9.0)
    """
    return round(min(WIDTH[0] * math.sqrt(weight), WIDTH[1]), 1)


def opacity(confidence: float) -> float:
    """How strongly a line shows, so that what is unsure looks pale.

    >>> opacity(0.0), opacity(1.0)
    (0.25, 0.95)
    """
    return round(OPACITY[0] + (OPACITY[1] - OPACITY[0]) * min(max(confidence, 0.0), 1.0), 2)


def size(evidence: int) -> float:
    """Radius of a node in pixels.

    >>> size(1)
    5.1
    """
    return round(min(SIZE[0] + SIZE[1] * math.sqrt(evidence), SIZE[2]), 1)


PAPER: dict[str, dict[str, str]] = {
    "light": {
        "paper": "#fbfaf5", "sheet": "#ffffff", "ink": "#20272b", "quiet": "#596368", "rule": "#dbd7ca", "node": "#3d474c",
        "focus": "#005f96", "tint": "#e9eef0",
    },
    "dark": {
        "paper": "#14181b", "sheet": "#1b2125", "ink": "#e8e5dc", "quiet": "#a7afb3", "rule": "#353d42", "node": "#c3cacd",
        "focus": "#6ec1ee", "tint": "#2a343a",
    },
}  # fmt: skip


def variables() -> str:
    """The colours as custom properties of a style sheet: light, dark where the system or the reader asks for it, light in print."""
    light, dark = (
        "".join(f"--{name}:{value};" for name, value in (*paper.items(), *((key, _hue(each, theme)) for key, each in LINES.items())))
        for theme, paper in PAPER.items()
    )
    return (
        f":root{{{light}}}\n@media screen{{:root[data-paper=dark]{{{dark}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-paper=light]){{{dark}}}}}\n"
    )


def _hue(each: Line, theme: str) -> str:
    return each.dark if theme == "dark" else each.light
