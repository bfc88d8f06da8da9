"""How far two readers agree on the stances of the documents that both have annotated.

    python triples/scripts/agreement.py

The one is scored against the other as a program would be: the same sentence, holder and target among
the answers of both, the same polarity. F1 is the same whoever is taken for right (Hripcsak and
Rothschild 2005, JAMIA 12). Printed twice: once with the records that either reader marks as optional neither
missed nor wrong, and once with sure records held against sure ones alone, each matched once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotations import GOLD

from coldgraph.text import fold

Record = dict[str, Any]


def load(file: Path) -> list[Record]:
    stances: list[Record] = json.loads(file.read_text(encoding="utf-8"))["stances"]
    return stances


def same(one: Record, other: Record, best: bool = False) -> bool:
    """Whether two records tell the same stance: with ``best``, by their best answers, else by any that they share."""
    overlap = min(one["end"], other["end"]) - max(one["start"], other["start"])
    alike = 2 * overlap > min(one["end"] - one["start"], other["end"] - other["start"])
    return alike and one["polarity"] == other["polarity"] and all(_shared(one, other, slot, best) for slot in ("holder", "target"))


def _shared(one: Record, other: Record, slot: str, best: bool) -> bool:
    some, others = (r[slot][:1] if best else r[slot] for r in (one, other))
    return not {fold(n) for n in some}.isdisjoint(fold(n) for n in others)


def found(some: list[Record], others: list[Record], best: bool = False) -> tuple[int, int]:
    """(how many of the sure records the others have too, how many there are); those that meet optional ones alone are left out."""
    met = [[o for o in others if same(r, o, best)] for r in some if not r.get("optional")]
    counted = [m for m in met if not m or any(not o.get("optional") for o in m)]
    return sum(bool(m) for m in counted), len(counted)


def strictly(some: list[Record], others: list[Record], best: bool = False) -> tuple[int, int]:
    """The same for sure records against sure ones alone, each matched once."""
    sure, free = ([r for r in records if not r.get("optional")] for records in (some, others))
    hits = 0
    for record in sure:
        match = next((o for o in free if same(record, o, best)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return hits, len(sure)


def agreement(best: bool = False, count: Callable[..., tuple[int, int]] = found) -> tuple[int, float, float]:
    """(documents, the share of the first reader's records that the second has, and the other way round)."""
    files = sorted((GOLD / "second").glob("*.json"))
    pairs = [(load(GOLD / "stances" / f.name), load(f)) for f in files]
    first = [count(a, b, best) for a, b in pairs]
    second = [count(b, a, best) for a, b in pairs]
    shares = [sum(n for n, _ in some) / max(1, sum(n for _, n in some)) for some in (first, second)]
    return len(files), shares[0], shares[1]


def main() -> None:
    for name, best in (("any right answer shared", False), ("best answers equal", True)):
        for rule, count in (("optional ones left out", found), ("sure ones alone", strictly)):
            number, first, second = agreement(best, count)
            f1 = 2 * first * second / (first + second) if first + second else 0.0
            sys.stdout.write(f"{number} documents, {name}, {rule}: {first:.2f} and {second:.2f}, F1 {f1:.2f}\n")


if __name__ == "__main__":
    main()
