"""The frames of `coldgraph.graph.Graph` out of the tables: the rows that the queries table-*.rq give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from coldgraph.store.tables.read import Tables

if TYPE_CHECKING:
    import pandas

    Frame = pandas.DataFrame

_EVIDENCE = ("quote", "start", "end")
_STANCE = ("act", "modality", "attributed", "confidence", *_EVIDENCE)
_COLUMNS = {
    "documents": "document title date earliest latest type archive record collection citation rights url sourceFile",
    "meetings": "meeting date earliest latest place placeLabel participant participantLabel side sideLabel role capacity known document title quote",  # noqa: E501
    "mentions": "mention entity label quote start end voice document title",
    "stances": "stance speaker speakerLabel holder holderLabel holderSide holderSideLabel target targetLabel targetSide targetSideLabel polarity act modality attributed confidence quote start end document title date earliest latest citation",  # noqa: E501
}


def frame(tables: Tables, name: str, asked: Mapping[str, str]) -> pandas.DataFrame:
    """The rows of documents, meetings, mentions or stances that fit what is asked for.

    ``asked`` holds parameters of the query table-NAME: actors as IRIs, days as ISO dates.
    """
    import pandas as pd

    columns = _COLUMNS[name].split()
    found = _MAKERS[name](tables, asked)
    if "citation" in columns:
        found = found.assign(citation=found["citation"].fillna(found["document"].map(_citations(tables))))
    return pd.DataFrame({c: _values(found[c]) for c in columns}, columns=columns, dtype=object).infer_objects()


def _citations(tables: Tables) -> dict[str, str]:
    """How to cite each document that has no citation of its archive's own: as the named questions do."""
    columns = ("document", "title", "date", "archive", "sourceFile")
    rows = tables.texts("documents", *columns)
    return {d: ", ".join(filter(None, (title, day, archive or file))) for d, title, day, archive, file in rows if d}


def _values(column: pandas.Series[Any]) -> list[Any]:
    """The values as Python has them, None where there is none."""
    return [None if isinstance(v, float) and v != v else v for v in column.to_list()]


def _documents(tables: Tables, asked: Mapping[str, str]) -> Frame:
    return _within(tables.frame("documents"), asked)


def _mentions(tables: Tables, asked: Mapping[str, str]) -> Frame:
    found = tables.frame("mentions").dropna(subset=[*_EVIDENCE, "document"])
    return found[found["entity"] == asked["actor"]] if "actor" in asked else found


def _stances(tables: Tables, asked: Mapping[str, str]) -> Frame:
    found = _within(tables.frame("stances").dropna(subset=list(_STANCE)), asked)
    for parameter, role in (("from", "holder"), ("towards", "target")):
        if parameter in asked:
            found = found[(found[role] == asked[parameter]) | (found[f"{role}Side"] == asked[parameter])]
    for parameter, column in (("polarity_is", "polarity"), ("attributed_is", "attributed")):
        if parameter in asked:
            found = found[found[column].astype(str).str.lower() == asked[parameter].lower()]
    return found


def _meetings(tables: Tables, asked: Mapping[str, str]) -> Frame:
    found = _within(tables.frame("participations"), asked)
    if "actor" in asked:
        there = (found["participant"] == asked["actor"]) | (found["side"] == asked["actor"])
        found = found[found["meeting"].isin(set(found["meeting"][there]))]
    found = found.explode(["places", "placeLabels"], ignore_index=True)
    found = found.rename(columns={"places": "place", "placeLabels": "placeLabel"})
    return found.drop_duplicates(_COLUMNS["meetings"].split())


def _within(found: Frame, asked: Mapping[str, str]) -> Frame:
    """What touches the days from 'since' to 'until'; nothing undated where either is given."""
    for parameter, column, sign in (("since", "latest", 1), ("until", "earliest", -1)):
        if parameter in asked:
            day = date.fromisoformat(asked[parameter]).toordinal() * sign
            found = found[[isinstance(v, date) and v.toordinal() * sign >= day for v in found[column]]]
    return found


_MAKERS: dict[str, Callable[[Tables, Mapping[str, str]], Frame]] = {
    "documents": _documents,
    "meetings": _meetings,
    "mentions": _mentions,
    "stances": _stances,
}
