"""Whose archive tells it, and what would be known without it."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from coldgraph.errors import QueryError
from coldgraph.measures.reliability import Reliability
from coldgraph.measures.statements import UNKNOWN
from coldgraph.measures.ties import ties

# The series' own name, as coldgraph cites it: its editors print documents of the United States government.
RULES = {r"^Foreign Relations of the United States\b": "United States"}
_WHERE = ("citation", "archive", "collection", "document")
_PAIR = ["period", "holder", "target"]
_KEPT = ["documents", "net"]


def tellers(documents: pd.DataFrame, rules: Mapping[str, str] | None = None) -> pd.Series:
    """The side whose archive holds each document, by the document's identifier: the column ``teller`` for a table of stances.

    >>> documents = pd.DataFrame({"document": ["d1", "d2"], "archive": ["AVP RF, fond 0100", "Box 2"]})
    >>> tellers(documents, {"^AVP RF": "Soviet Union"}).to_dict()
    {'d1': 'Soviet Union', 'd2': 'unknown'}

    ``documents`` is such a table as `Graph.documents()` gives. ``rules`` are regular expressions and the side they stand for, looked
    for in citation, archive, collection and identifier; the first that is found holds, the built-in rule for *Foreign Relations of
    the United States* comes last. Where nothing is found the side is 'unknown'.
    """
    all_rules = {**(rules or {}), **{rule: side for rule, side in RULES.items() if rule not in (rules or {})}}
    compiled = [(_compiled(rule), side) for rule, side in all_rules.items()]
    columns = [column for column in _WHERE if column in documents]
    told = {}
    for row in documents[columns].fillna("").astype("str").to_dict("records"):
        told[row["document"]] = next((side for rule, side in compiled for text in row.values() if rule.search(text)), UNKNOWN)
    return pd.Series(told, name="teller", dtype="object").rename_axis("document")


def _compiled(rule: str) -> re.Pattern[str]:
    try:
        return re.compile(rule)
    except re.error as wrong:
        raise QueryError(f"no regular expression: {wrong}", rule, "escape brackets, dots and the like with a backslash") from None


def without(
    stances: pd.DataFrame, side: str, by: str | None = None, attributed: bool = False, reliable: Reliability | None = None
) -> pd.DataFrame:
    """What would change if the archive of one side were missing: one row a tie, with ``documents`` and ``net`` as they are and
    as they would be (``documents_left``, ``net_left``), and the ``change``: 'lost' (nothing left), 'turned' (the sign is another),
    'weaker' (fewer documents), 'same'.

    ``stances`` need a column ``teller`` (see `tellers`). Raises QueryError where it is missing or no document is told by the side.
    """
    if "teller" not in stances:
        raise QueryError("the table of stances has no column 'teller'", advice="map the column 'document' through tellers()")
    if side not in set(stances["teller"]):
        held = ", ".join(sorted(set(stances["teller"].dropna()))) or "none"
        raise QueryError(f"no document comes from the archive of {side!r}", advice=f"the archives are those of: {held}")
    all_ties = ties(stances, by, attributed, reliable).set_index(_PAIR)[_KEPT]
    left = ties(stances[stances["teller"] != side], by, attributed, reliable).set_index(_PAIR)[_KEPT]
    made = all_ties.join(left.add_suffix("_left"))
    made["documents_left"] = made["documents_left"].fillna(0).astype(int)
    made["change"] = [_change(*row) for row in made[["documents", "net", "documents_left", "net_left"]].itertuples(index=False)]
    return made.reset_index()


def _change(documents: int, net: float, documents_left: int, net_left: float) -> str:
    if not documents_left:
        return "lost"
    if (net > 0) - (net < 0) != (net_left > 0) - (net_left < 0):
        return "turned"
    return "weaker" if documents_left < documents else "same"
