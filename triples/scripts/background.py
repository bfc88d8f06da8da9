"""The published facts that may be shipped: triples/background.

    python triples/scripts/background.py --facts ../shared/facts --into triples/background

visits.csv and travels.csv are the Office of the Historian's (CC0), un_votes.csv is Bailey, Strezhnev and
Voeten's (MIT), cut to 1945-1991 as the facts folder has them. state_codes.csv joins the numbers of
Gleditsch and Ward's list and of the Correlates of War, as the data of votes use them, to our states.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from entities import ROOT, TABLES, parts, rows, slug

COPIES = {
    "visits": ("id", "start", "end", "visitor", "from", "description"),
    "travels": ("id", "role", "who", "name", "start", "end", "country", "locale", "remarks"),
    "un_votes": ("ccode", "country", "year", "votes", "ideal_point"),
}
SOURCES = {"un_votes": "un_ideal_points"}
CODES = ("system", "code", "state", "since", "until", "name", "source")
LAST = "2017-12-31"  # where Gleditsch and Ward's list ends, as peacesciencer has it
Row = dict[str, str]


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--facts", type=Path, default=ROOT.parent / "shared" / "facts", help="folder of the source tables")
    given.add_argument("--into", type=Path, default=ROOT / "triples" / "background", help="folder of the CSV files")
    options = given.parse_args()
    build(options.facts, options.into)


def build(facts: Path, into: Path) -> None:
    """Write all four files."""
    for name, columns in COPIES.items():
        write(into / f"{name}.csv", columns, rows(facts / f"{SOURCES.get(name, name)}.csv"))
    write(into / "state_codes.csv", CODES, sorted(codes(facts), key=lambda r: (r["system"], int(r["code"]), r["since"])))


def write(path: Path, columns: tuple[str, ...], lines: Iterator[Row] | list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows({key: _clean(value) for key, value in line.items()} for line in lines)


def _clean(value: str) -> str:
    """Latin-1's control character for an apostrophe ('Côte d\\x92Ivoire') as the apostrophe, white space as one blank."""
    return " ".join(value.replace("\x92", "’").split())


def codes(facts: Path) -> Iterator[Row]:
    """Both lists, each code with the state it means and the time in which it does."""
    ours = rows(TABLES / "states.csv")
    listed = {row["gwcode"]: row for row in rows(facts / "states.csv")}
    by_code = {row["gwcode"]: row for row in ours if row["gwcode"]}
    turns = _turns(listed, {row["id"]: row for row in ours})
    for number, row in listed.items():
        until = "" if row["end"] == LAST else row["end"]
        plain = [(by_code[number]["id"], row["start"], until)] if number in by_code else []
        for state, since, last in turns.get(("GW", number), plain):
            yield _code("GW", number, state, since, last, row["name"], "gw")
    names = {row["ccode"]: row["country"] for row in rows(facts / "un_ideal_points.csv")}
    for number in sorted({*names, *(n for s, n in turns if s == "COW"), *by_code}, key=int):
        listed_as = listed.get(number, {}).get("name", "")
        for one, since, last in turns.get(("COW", number)) or _alike(number, names.get(number, ""), listed_as, by_code, ours):
            yield _code("COW", number, one, since, last, names.get(number, ""), "un-votes")


def _code(system: str, number: str, state: str, since: str, until: str, name: str, source: str) -> Row:
    return dict(zip(CODES, (system, number, state, since, until, _clean(name), source), strict=True))


def _alike(number: str, name: str, listed_as: str, by_code: dict[str, Row], ours: list[Row]) -> list[tuple[str, str, str]]:
    """The state whose number and name agree in both lists, or which only this list has, by its name."""
    key = slug(_clean(name))
    if not name:
        return []
    if number in by_code:
        return [(by_code[number]["id"], "", "")] if key in _names(by_code[number]) | {slug(listed_as)} else []
    return [(row["id"], "", "") for row in ours if key in _names(row)][:1]


def _names(row: Row) -> set[str]:
    return {slug(name) for name in (row["label"], *parts(row["names"]))}


def _turns(listed: dict[str, Row], ours: dict[str, Row]) -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Codes that change their meaning, by the days on which the lists let a neighbour begin or end.

    Germany's list of the Correlates of War goes on under the number of the old state, that of
    Gleditsch and Ward under West Germany's; Yemen has a number of its own in one and North
    Yemen's in the other; both call Vietnam what North Vietnam was; Egypt is the United Arab
    Republic while Syria casts no votes; who voted for China until 1949 has Taiwan's number.
    """
    west, east, south, republic = listed["260"], listed["265"], listed["680"], listed["817"]
    old, union, taiwan = listed["255"], ours["united-arab-republic"], listed["713"]
    egypt = [
        ("egypt", "", _before(union["since"])),
        ("united-arab-republic", union["since"], union["until"]),
        ("egypt", _after(union["until"]), ""),
    ]
    vietnam = [("north-vietnam", listed["816"]["start"], republic["end"]), ("vietnam", _after(republic["end"]), "")]
    germany = ("germany", _after(east["end"]), "")
    before = ("germany", old["start"], old["end"])
    china = [("china", "", _before(taiwan["start"])), ("taiwan", taiwan["start"], "")]
    yemen = (_after(south["end"]), "")
    north = ("north-yemen", listed["678"]["start"], south["end"])
    return {
        ("GW", "255"): [before],
        ("COW", "255"): [before, germany],
        ("GW", "260"): [("west-germany", west["start"], east["end"]), germany],
        ("COW", "260"): [("west-germany", west["start"], east["end"])],
        ("COW", "265"): [("east-germany", east["start"], east["end"])],
        ("GW", "678"): [north, ("yemen", *yemen)],
        ("COW", "678"): [north],
        ("COW", "679"): [("yemen", *yemen)],
        ("COW", "680"): [("south-yemen", south["start"], south["end"])],
        ("GW", "816"): vietnam,
        ("COW", "816"): vietnam,
        ("COW", "817"): [("south-vietnam", republic["start"], republic["end"])],
        ("GW", "651"): [("egypt", listed["651"]["start"], egypt[0][2]), *egypt[1:]],
        ("COW", "651"): egypt,
        ("COW", "713"): china,
        ("COW", "484"): [("congo-brazzaville", "", "")],
    }


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


if __name__ == "__main__":
    main()
