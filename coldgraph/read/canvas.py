"""Text that is written piece by piece, with its white space folded and its marks kept at their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from coldgraph.model import Mark

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Canvas:
    """Collects a text: `write` words, `break_block` between blocks, `joint` where a page or line ended within running text."""

    marks: list[Mark] = field(default_factory=list)
    flat: bool = False
    length: int = 0
    _pieces: list[str] = field(default_factory=list)
    _gap: str = ""
    _joint: bool = False
    _open: list[list[int]] = field(default_factory=list)

    def write(self, words: str | None) -> None:
        """Add running text; white space at its ends becomes one blank where it is needed."""
        folded = _SPACES.sub(" ", words or "")
        bare = folded.strip(" ")
        if not bare:
            self._widen(" " if folded else "")
            return
        if folded[0] == " ":
            self._widen(" ")
        self._close_gap(bare)
        self._pieces.append(bare)
        self.length += len(bare)
        self._gap = " " if folded[-1] == " " else ""

    def break_block(self) -> None:
        """End a block: a blank line, or a blank in flat text."""
        self._widen(" " if self.flat else "\n\n")

    def break_line(self) -> None:
        """End a line within a block."""
        self._widen(" " if self.flat else "\n")

    def joint(self) -> None:
        """A page or line ended here: a word that was hyphenated over it is joined."""
        self._joint = True

    def text(self) -> str:
        return "".join(self._pieces)

    @contextmanager
    def marked(self, kind: str, key: str = "") -> Iterator[None]:
        """Mark what is written meanwhile; nothing written, nothing marked."""
        place = [-1]
        self._open.append(place)
        yield
        self._open.remove(place)
        if place[0] >= 0 and self.length > place[0]:
            self.marks.append(Mark(place[0], self.length, kind, key))

    def point(self, kind: str, key: str) -> None:
        """Mark a place between two characters."""
        self.marks.append(Mark(self.length, self.length, kind, key))

    def _widen(self, gap: str) -> None:
        if len(gap) > len(self._gap) or (gap == "\n" and self._gap == " "):
            self._gap = gap

    def _close_gap(self, following: str) -> None:
        joins = self._joint and self._is_split_word(following)
        if joins:
            self._drop_hyphen()
        elif self.length and self._gap:
            self._pieces.append(self._gap)
            self.length += len(self._gap)
        self._gap, self._joint = "", False
        for place in self._open:
            if place[0] < 0:
                place[0] = self.length

    def _is_split_word(self, following: str) -> bool:
        last = self._pieces[-1] if self._pieces else ""
        return len(last) > 1 and last[-1] == "-" and last[-2].islower() and following[0].islower() and self._gap != "\n\n"

    def _drop_hyphen(self) -> None:
        self._pieces[-1] = self._pieces[-1][:-1]
        for number in range(len(self.marks) - 1, -1, -1):  # marks stand in the order of their ends
            if self.marks[number].end != self.length:
                break
            self.marks[number] = replace(self.marks[number], end=self.length - 1)
        self.length -= 1
