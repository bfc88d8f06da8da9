"""The statements that the measures count: own ones with a side at both ends."""

from __future__ import annotations

import pandas as pd

from coldgraph.errors import QueryError
from coldgraph.measures import periods
from coldgraph.measures.reliability import Reliability, right

UNKNOWN = "unknown"  # whose archive holds a document
NEEDED = ("document", "holderSide", "targetSide", "polarity", "confidence", "attributed", "earliest", "latest")
SIGNS = {"positive": 1, "negative": -1, "mixed": 0}


def statements(stances: pd.DataFrame, by: str | None = None, attributed: bool = False, reliable: Reliability | None = None) -> pd.DataFrame:
    """One row a statement: period, holder, target, sign (1, -1, 0), right (how likely it is), document.

    Left out, and counted in ``.attrs['left_out']``: what only others tell of the holder (unless ``attributed``), statements
    without a side, of a side about itself, and without a date that lies within one period. Raises QueryError for a table
    that lacks a column, and for an unknown period.
    """
    _check(stances, by)
    made = _columns(stances, by, reliable)
    keep, left_out = pd.Series(True, index=made.index), {}
    for why, wrong in _faults(made, stances, attributed).items():
        left_out[why] = int((keep & wrong).sum())
        keep &= ~wrong
    kept = made[keep]
    if "stance" in kept:
        kept = kept[~kept.duplicated(["stance", "holder", "target"])]
    kept.attrs["left_out"] = {why: count for why, count in left_out.items() if count}
    return kept.reset_index(drop=True)


def _check(stances: pd.DataFrame, by: str | None) -> None:
    periods.known(by)
    if missing := [column for column in NEEDED if column not in stances]:
        raise QueryError(f"the table of stances has no column {missing[0]!r}", advice="take it from Graph.stances()")
    if unknown := sorted(set(stances["polarity"].dropna().str.lower()) - set(SIGNS)):
        raise QueryError(f"no polarity {unknown[0]!r}", advice=f"the table may hold {', '.join(SIGNS)}")


def _columns(stances: pd.DataFrame, by: str | None, reliable: Reliability | None) -> pd.DataFrame:
    found = stances.reset_index(drop=True)
    made = pd.DataFrame({"period": periods.of(found, by), "holder": _names(found, "holder"), "target": _names(found, "target")})
    made["sign"] = found["polarity"].str.lower().map(SIGNS)
    made["right"] = right(found["confidence"], reliable)
    made["document"] = found["document"]
    if "stance" in found:
        made["stance"] = found["stance"]
    if "teller" in found:
        made["teller"] = found["teller"].where(found["teller"] != UNKNOWN)
    return made


def _names(found: pd.DataFrame, end: str) -> pd.Series:
    """The sides' labels where the table has them, and no label stands for two sides; else their identifiers."""
    sides = found[f"{end}Side"]
    if f"{end}SideLabel" not in found:
        return sides
    pairs = pd.concat([found[[f"{e}Side", f"{e}SideLabel"]].set_axis(["side", "label"], axis=1) for e in ("holder", "target")])
    pairs = pairs.dropna().drop_duplicates()
    labels = pairs.drop_duplicates("label", keep=False).drop_duplicates("side", keep=False).set_index("side")["label"]
    return sides.map(labels).fillna(sides)


def _faults(made: pd.DataFrame, stances: pd.DataFrame, attributed: bool) -> dict[str, pd.Series]:
    told = stances["attributed"].reset_index(drop=True).astype(bool)
    return {
        "told by others": told if not attributed else told & False,
        "no side": made["holder"].isna() | made["target"].isna(),
        "of a side about itself": made["holder"] == made["target"],
        "no date within one period": made["period"].isna(),
        "no polarity": made["sign"].isna(),
    }
