"""Principal officers and ambassadors of the United States with their dates, from the Office of the Historian's pocom tables."""

from __future__ import annotations

import calendar
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from coldgraph.ids import slug

PRINCIPALS = "HistoryAtState/pocom principals"  # Office of the Historian, commit 44d2226
AMBASSADORS = "HistoryAtState/pocom chiefs of mission"
LABELS: dict[str, str] = {}
_FIRST, _LAST = "1945-01-01", "1991-12-31"
_ROLES = {
    "ambassador-e-p": "ambassador",
    "envoy-extraordinary-minister-plenipotentiary": "envoy",
    "minister-plenipotentiary": "envoy",
    "charge-daffaires": "charge-daffaires",
    "charge-daffaires-ad-interim": "charge-daffaires",
}
LABELS["envoy"] = "Envoy Extraordinary and Minister Plenipotentiary"
_KEYS = {
    "Under Secretary of State": "under-secretary-of-state",
    "Counselor": "counselor-of-the-department-of-state",
    "Legal Adviser": "legal-adviser-of-the-department-of-state",
}
# Names of territories in the table that are not the state's identifier; those that depend on the day are in _territory.
_TERRITORIES = {
    "czechoslovakia-1993": "czechoslovakia",
    "german-democratic-republic": "east-germany",
    "korea": "south-korea",
    "south-vietnam-1975": "south-vietnam",
    "state-of-vietnam-1955": "south-vietnam",
    "cote-divoire": "ivory-coast",
    "congo-kinshasa": "zaire",
    "russia": "soviet-union",
    "samoa": "western-samoa",
    "yugoslavia-1946": "yugoslavia",
    "socialist-federal-republic-of-yugoslavia-1992": "yugoslavia",
    "serbia": "yugoslavia",
    "zimbabwe": "rhodesia",
}


@dataclass(frozen=True, slots=True)
class Term:
    """An American in office; ``at`` is the state of an ambassador; days are ISO, '' where open."""

    office: str
    at: str
    since: str
    until: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Officer:
    id: str
    name: str
    birth: int
    death: int
    terms: tuple[Term, ...]


def read(facts: Path, states: frozenset[str]) -> list[Officer]:
    """All officers with their terms in 1945-1991; ``states`` are the known identifiers."""
    terms: dict[str, list[Term]] = defaultdict(list)
    people: dict[str, dict[str, str]] = {}
    for row in _rows(facts / "us_principals.csv"):
        people[row["person"]] = row
        terms[row["person"]] += _principal(row)
    for row in _rows(facts / "us_ambassadors.csv"):
        people.setdefault(row["person"], row)
        terms[row["person"]] += _ambassador(row, states)
    return [_officer(people[who], terms[who]) for who in sorted(people) if terms[who]]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return [{**row, "start": whole(row["start"], 0), "end": whole(row["end"], 1)} for row in csv.DictReader(source)]


def whole(day: str, end: int) -> str:
    """'1982-01' as its first day, or with ``end`` its last; '' stays.

    >>> whole("1982-01", 0), whole("1984-02", 1), whole("1984", 1)
    ('1982-01-01', '1984-02-29', '1984-12-31')
    """
    year, _, rest = day.partition("-")
    if not year or rest.count("-") == 1:
        return day
    month = int(rest) if rest else (1, 12)[end]
    return f"{year}-{month:02}-{calendar.monthrange(int(year), month)[1] if end else 1:02}"


def _officer(row: dict[str, str], terms: list[Term]) -> Officer:
    return Officer(row["person"], row["name"], int(row["birth"] or 0), int(row["death"] or 0), tuple(terms))


def _in_time(row: dict[str, str]) -> bool:
    return bool(row["start"]) and row["start"] <= _LAST and (row["end"] or row["start"]) >= _FIRST


def _principal(row: dict[str, str]) -> list[Term]:
    key = _KEYS.get(row["office"], slug(row["office"]))
    LABELS.setdefault(key, row["office"])
    return [Term(key, "", row["start"], row["end"], row["office"], PRINCIPALS)] if _in_time(row) else []


def _ambassador(row: dict[str, str], states: frozenset[str]) -> list[Term]:
    office = _ROLES.get(row["role"])
    state = _territory(row["territory"], row["start"])
    if not office or state not in states or not _in_time(row):
        return []
    return [Term(office, f"state/{state}", row["start"], row["end"], "", AMBASSADORS)]


def _territory(name: str, day: str) -> str:
    """The state to which a mission of that day was sent: Bonn from 1955, Taipei until 1978, Cairo in the union with Syria."""
    if name == "germany":
        return "germany" if day >= "1990-10-03" else "west-germany"
    if name == "china":
        return "china" if day >= "1979-01-01" else "taiwan"
    if name == "egypt" and "1958-02-22" <= day <= "1961-09-28":
        return "united-arab-republic"
    if name == "yemen":
        return "yemen" if day >= "1990-05-22" else "north-yemen"
    return _TERRITORIES.get(name, name)
