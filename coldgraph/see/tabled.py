"""The rows that this room's queries give, out of the graph's tables: the same, and many times as fast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

Row = dict[str, str | None]


class Tables(Protocol):
    """The tables of a graph: rows of some columns as text, a column of lists a row an entry."""

    def texts(self, name: str, *columns: str) -> Iterator[tuple[str | None, ...]]: ...


def rows(tables: Tables, query: str) -> Iterator[Row]:
    """The rows of the query of this name, one of `QUERIES`."""
    return _MAKERS[query](tables)


def _plain(table: str, columns: str, **renamed: str) -> Callable[[Tables], Iterator[Row]]:
    """Columns as they are (names with spaces between), then those that the query calls otherwise."""
    names = (*columns.split(), *renamed)

    def make(tables: Tables) -> Iterator[Row]:
        for row in tables.texts(table, *columns.split(), *renamed.values()):
            yield dict(zip(names, row, strict=True))

    return make


def _filled(make: Callable[[Tables], Iterator[Row]], column: str) -> Callable[[Tables], Iterator[Row]]:
    return lambda tables: (row for row in make(tables) if row[column] is not None)


def _meetings(tables: Tables) -> Iterator[Row]:
    """As the query has them: a passage only where the document tells of the meeting, a row a place."""
    places: dict[str | None, list[str | None]] = {}
    for meeting, place in tables.texts("meetings", "meeting", "places"):
        places.setdefault(meeting, []).append(place)
    columns = ("meeting", "date", "earliest", "latest", "known", "document", "passage", "quote")
    for meeting, date, earliest, latest, known, document, passage, quote in tables.texts("meetings", *columns):
        told = known != "record"
        row: Row = {"meeting": meeting, "date": date, "earliest": earliest, "latest": latest}
        row |= {"record": None if told else document, "telling": document if told else None}
        row |= {"passage": passage if told else None, "quote": quote if told else None}
        for place in sorted(set(places.get(meeting, [None])), key=str):
            yield row | {"place": place}


def _participations(tables: Tables) -> Iterator[Row]:
    """Each once, though a meeting that several documents tell of has them for each."""
    make = _plain("participations", "participation meeting participant side role capacity")
    return iter({row["participation"]: row for row in make(tables)}.values())


def _sides(tables: Tables) -> Iterator[Row]:
    for stance, holder, target in tables.texts("stances", "stance", "holderSide", "targetSide"):
        yield from ({"stance": stance, "role": role, "side": side} for role, side in (("holder", holder), ("target", target)) if side)


_MAKERS: dict[str, Callable[[Tables], Iterator[Row]]] = {
    "documents": _plain("documents", "document title date earliest latest archive record citation", source="url"),
    "meetings": _meetings,
    "mentions": _plain("mentions", "mention document start end entity quote voice"),
    "names": _plain("entities", "entity kind label"),
    "participations": _participations,
    "stance-addressees": _plain("stances", "stance", addressee="addressees"),
    "stance-sides": _sides,
    "stances": _plain("stances", "stance speaker holder target polarity act attributed modality confidence passage quote document"),
    "turns": _filled(_plain("turns", "turn document start end speaker quote"), "speaker"),
}

QUERIES = frozenset(_MAKERS)
