"""Where labels stand so that none covers another or a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Dot:
    """A dot to be labelled: its middle and radius, and how wide and high its label is, all in one unit, y downwards."""

    x: float
    y: float
    radius: float
    width: float
    height: float

    def box(self) -> Box:
        return self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius

    def places(self) -> list[Box]:
        """Below, right, left and above."""
        gap, w, h = self.radius + 2.0, self.width, self.height
        return [
            (self.x - w / 2, self.y + gap, self.x + w / 2, self.y + gap + h),
            (self.x + gap, self.y - h / 2, self.x + gap + w, self.y + h / 2),
            (self.x - gap - w, self.y - h / 2, self.x - gap, self.y + h / 2),
            (self.x - w / 2, self.y - gap - h, self.x + w / 2, self.y - gap),
        ]


def lettering(dots: Sequence[Dot], width: float, height: float) -> list[Box | None]:
    """The box of each label within a frame, the first dots served first; None where no place is free."""
    taken = [dot.box() for dot in dots]
    found: list[Box | None] = []
    for i, dot in enumerate(dots):
        others = [box for j, box in enumerate(taken) if j != i]
        box = next((p for p in dot.places() if _inside(p, width, height) and not any(_meet(p, other) for other in others)), None)
        found.append(box)
        if box:
            taken.append(box)
    return found


def _inside(box: Box, width: float, height: float) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
