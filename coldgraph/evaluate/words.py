"""Whether two quotations are of the same words."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from coldgraph.evaluate.names import folded

_SHARED = 0.5


@lru_cache(maxsize=100_000)
def overlap(one: str, other: str) -> bool:
    """Whether half of the longer one's words stand in the other in the same order (Ratcliff and Metzener 1988, as in `difflib`).

    >>> overlap("We trust the Poles.", "We trust the Poles"), overlap("We trust the Poles.", "They left early that day.")
    (True, False)
    """
    first, second = folded(one).split(), folded(other).split()
    least = _SHARED * max(len(first), len(second))
    if not first or not second or (Counter(first) & Counter(second)).total() < least:
        return False
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= least
