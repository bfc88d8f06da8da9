"""What can be clicked on a timeline's page: each mark has a heading and the evidence that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from coldgraph.see.style import line

Record = dict[str, Any]


@dataclass(slots=True)
class Marks:
    """Marks in the order in which they are drawn; their place in the list is their number."""

    listed: list[Record] = field(default_factory=list)

    def add(self, ends: str, when: str, polarity: str, told: bool, pieces: Sequence[tuple[int, int]]) -> int:
        self.listed.append({"ends": ends, "when": when, "polarity": polarity, "told": told, "pieces": pieces})
        return len(self.listed) - 1

    def title(self, number: int) -> str:
        """What a pointer is told that rests on the mark.

        >>> made = Marks(); made.title(made.add("China to Cuba", "1964", "negative", True, [(0, 0)]))
        'China to Cuba, 1964: hostile, as told by others: 1'
        """
        mark = self.listed[number]
        told = ", as told by others" if mark["told"] else ""
        return f"{mark['ends']}, {mark['when']}: {line(mark['polarity']).word}{told}: {len(mark['pieces']):,}"


def tag(name: str, content: str | Markup = "", **attributes: object) -> Markup:
    """An SVG or HTML element; everything that is not Markup is escaped. 'class_' is 'class', '_' is '-'.

    >>> print(tag("text", "<b>", x=3, class_="axis"))
    <text x="3" class="axis">&lt;b&gt;</text>
    """
    given = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{given}>{escape(content)}</{name}>")
