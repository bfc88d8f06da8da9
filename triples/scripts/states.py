"""States of 1945-1991 with the names, adjectives, demonyms and metonyms that documents use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entities import TABLES, entity, existence, name_use, nt, parts, rows, told_as

ARTICLES = ("the ", "The ")
NOT_COMPOSED = frozenset({"Franco", "Indo", "Anglo", "Sino", "Russo", "Finno", "Italo", "Luso", "Turco", "Sov"})
Row = dict[str, str]


def lines(facts: Path) -> Iterator[str]:
    """All triples about states; ``facts`` holds states.csv of Gleditsch and Ward."""
    dates = {r["gwcode"]: (r["start"], r["end"]) for r in rows(facts / "states.csv")}
    epithets = _epithets()
    composed = composed_words()
    uses = rows(TABLES / "name_uses.csv")
    for row in rows(TABLES / "states.csv"):
        id_ = f"state/{row['id']}"
        yield from _state(id_, row, epithets.get(id_, []), composed, _ambiguous(id_, uses))
        yield from existence(id_, *_span(row, dates))
    yield from _name_uses(uses, composed)


def _epithets() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in rows(TABLES / "epithets.csv"):
        found.setdefault(row["entity"], []).extend(parts(row["form"]))
    return found


def composed_words() -> dict[str, list[str]]:
    """The words that are joined to an adjective, a name and a metonym."""
    found: dict[str, list[str]] = {"adjective": [], "name": [], "metonym": []}
    for row in rows(TABLES / "composed.csv"):
        found[row["of"]].append(row["word"])
    return found


def _span(row: Row, dates: dict[str, tuple[str, str]]) -> tuple[str, str]:
    """The state's own dates, or those of Gleditsch and Ward as far as they lie inside the table's time."""
    start, end = dates.get(row["gwcode"], ("", ""))
    return row["since"] or start, row["until"] or (end if end < "1992" else "")


def _ambiguous(id_: str, uses: list[Row]) -> set[str]:
    """Forms of this state that other entities share: they are name uses of every one of them."""
    return {use["form"] for use in uses if use["entity"] == id_}


def _state(id_: str, row: Row, epithets: list[str], words: dict[str, list[str]], apart: set[str]) -> Iterator[str]:
    label, names = row["label"], parts(row["names"])
    adjectives, demonyms, metonyms = parts(row["adjectives"]), parts(row["demonyms"]), parts(row["metonyms"])
    capital = row["capital"]
    composed = composed_forms([label, *names], adjectives, metonyms, words)
    every = {label, *names, *adjectives, *demonyms, *metonyms, *epithets, *composed} - apart
    yield from entity(id_, label, every, row["source"])
    for kind, forms in (("adjective", adjectives), ("demonym", demonyms), ("metonym", metonyms), ("epithet", epithets)):
        yield from told_as(id_, kind, [form for form in forms if form not in apart])
    if capital:
        yield nt.line(id_, "cg:capital", nt.term(f"place/{capital}"))


def composed_forms(names: list[str], adjectives: list[str], metonyms: list[str], words: dict[str, list[str]]) -> set[str]:
    """'Soviet side', 'USSR Government', 'Kremlin leaders', 'Government of the USSR', 'people of the United States'."""
    found = {f"{one} {word}" for one in adjectives if one not in NOT_COMPOSED for word in words["adjective"]}
    for name in names:
        bare = name.removeprefix("the ").removeprefix("The ")
        found |= {f"{bare} {word}" for word in words["name"] if not bare.endswith(("Government", "government", "regime"))}
        found |= _of(bare)
    found |= {f"{one} {word}" for one in metonyms if not one.startswith(ARTICLES) for word in words["metonym"]}
    return found


def _of(name: str) -> set[str]:
    heads = ("Government", "government", "Govt", "people", "peoples", "leaders", "leadership", "representatives")
    if name.endswith(("Government", "government", "regime", "authorities", "Govt")):
        return set()
    return {f"{head} of {article}{name}" for head in heads for article in ("", "the ")}


def _name_uses(uses: list[Row], words: dict[str, list[str]]) -> Iterator[str]:
    for use in uses:
        kind, of = use["kind"], use["entity"]
        yield from name_use(use["form"], kind, of, use["since"], use["until"], use["source"])
        if kind in words and of.startswith("state/") and use["form"] not in NOT_COMPOSED:
            for word in words[kind]:
                composed = f"{use['form'].removeprefix('the ')} {word}"
                yield from name_use(composed, "name", of, use["since"], use["until"], use["source"])
