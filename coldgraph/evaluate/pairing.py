"""Who goes with whom: one-to-one pairing of what was marked with what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


class Paired(Generic[Wanted, Found]):
    """Greedy, in the order given: ``both``, what was ``missed`` and what is ``left`` over."""

    def __init__(self, wanted: Sequence[Wanted], found: Sequence[Found], same: Callable[[Wanted, Found], bool]) -> None:
        self.both: list[tuple[Wanted, Found]] = []
        self.missed: list[Wanted] = []
        self.left = list(found)
        for one in wanted:
            place = next((i for i, other in enumerate(self.left) if same(one, other)), None)
            if place is None:
                self.missed.append(one)
            else:
                self.both.append((one, self.left.pop(place)))
