"""Capitals, cities, regions and waters, with old and other spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from entities import TABLES, entity, name_use, nt, parts, rows, slug, told_as
from romanise import plain
from states import composed_forms, composed_words

# Countries of the travels table -> the state of ours, where the name there is not one of its names.
COUNTRIES = {
    "Brunei Darussalam": "brunei",
    "Byelorussia": "belarus",
    "China, People’s Republic of": "china",
    "Republic of China": "taiwan",
    "Cote d'Ivoire": "ivory-coast",
    "Democratic Republic of the Congo (Zaire)": "zaire",
    "German Democratic Republic": "east-germany",
    "Germany, Federal Republic of": "west-germany",
    "Korea, Republic of": "south-korea",
    "Southern Rhodesia (Zimbabwe)": "rhodesia",
    "U.S.S.R.": "soviet-union",
    "Vatican City": "holy-see",
}
SHARE_A_CAPITAL = frozenset({"germany", "united-arab-republic"})
# In these rows the locale lies in a dependency or belongs to a state that the table does not tell apart.
NOT_HERE = frozenset({"Vietnam", "Yemen", "Germany", "United Kingdom", "Kirghizia"})
UNFIT = re.compile(r"\d|Air|Base|Island|Bay|Castle|Field|Zone|Lake|^The |West Indies|D\.F\.|^Mexico$|Nasirabad|Guelin|La Paz|Kingston")


def lines(facts: Path) -> Iterator[str]:
    """All triples about places: the hand table, then what travels.csv adds to it."""
    table = rows(TABLES / "places.csv")
    ambiguous = {use["form"] for use in rows(TABLES / "name_uses.csv") if use["kind"] == "name" and use["entity"].startswith("place/")}
    seen: set[str] = set()
    for row in table:
        names = [row["label"], plain(row["label"]), *parts(row["names"])]
        seen |= set(names)
        yield from _place(row["id"], row["label"], set(names) - ambiguous, row["state"], row["source"])
    yield from _capitals(table)
    yield from _travelled(facts, seen)


def _place(id_: str, label: str, names: set[str], state: str, cited: str) -> Iterator[str]:
    local = f"place/{id_}"
    yield from entity(local, label, names, cited)
    if state:
        yield nt.line(local, "cg:inState", nt.term(f"state/{state}"))


def _capitals(table: list[dict[str, str]]) -> Iterator[str]:
    """A capital's names stand for its government too: 'Hanoi decided', 'Peking leaders'."""
    of = {row["capital"]: row["id"] for row in rows(TABLES / "states.csv") if row["id"] not in SHARE_A_CAPITAL}
    words = {"adjective": [], "name": [], "metonym": composed_words()["metonym"]}
    for row in table:
        if row["id"] in of:
            state = f"state/{of[row['id']]}"
            towns = [row["label"], plain(row["label"]), *parts(row["names"])]
            for form in dict.fromkeys(towns):
                yield from name_use(form, "metonym", state, cited=row["source"])
            for form in sorted(composed_forms([], [], towns, words)):
                yield nt.line(state, "skos:altLabel", nt.text(form))
                yield from told_as(state, "metonym", [form])


def _travelled(facts: Path, seen: set[str]) -> Iterator[str]:
    states = {name: row["id"] for row in rows(TABLES / "states.csv") for name in (row["label"], *parts(row["names"]))} | COUNTRIES
    for row in rows(facts / "travels.csv"):
        state = states.get(row["country"])
        if not state or row["country"] in NOT_HERE:
            continue
        for town in _towns(row["locale"]):
            if town not in seen:
                yield from _place(slug(town), town, {town}, state, "travels")


def _towns(locale: str) -> Iterator[str]:
    for piece in re.split(r"[,;]| and ", locale):
        town = re.sub(r"\(.*", "", piece).strip()
        if town and ")" not in town and not UNFIT.search(town):
            yield town
