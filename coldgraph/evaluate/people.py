"""Scores of the people whom editors marked by hand, and of their identity over volumes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

from coldgraph.errors import GoldError
from coldgraph.evaluate.facts import Facts, Said
from coldgraph.evaluate.gold import Gold, Marked
from coldgraph.evaluate.names import folded, near
from coldgraph.evaluate.packed import volume
from coldgraph.evaluate.tally import Link, Tally

Found = Counter[tuple[str, str]]
"""How often a folded expression was linked to a person ('' several at once)."""


def score_people(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """Marked people: found, linked right, and how much of what was found carries a mark at all.

    Editors mark most people, not all: what carries no mark is no error.
    """
    found: Found = Counter((folded(m.quote), m.actor) for m in said.mentions if not m.actor or m.actor in facts.people)
    for marked in gold.mentions:
        _one(facts, gold, marked, found, tally)
    surfaces = [folded(m.surface) for m in gold.mentions]
    stray = {key: n for key, n in found.items() if not any(near(s, key[0]) for s in surfaces)}
    tally.add(gold.file, "person mentions that are marked", found.total() - sum(stray.values()), 0, sum(stray.values()))
    for (surface, actor), n in sorted(stray.items()):
        tally.note("unmarked", "unmarked", gold.file, [f"{surface} x{n} = {facts.label(actor) if actor else 'several'}"])


def _one(facts: Facts, gold: Gold, marked: Marked, found: Found, tally: Tally) -> None:
    """One mark; a title before the name belongs to the expression or not."""
    surface = folded(marked.surface)
    alike = {key: n for key, n in found.items() if near(surface, key[0])}
    right = min(sum(n for (_, who), n in alike.items() if facts.is_person(who, marked.names)), marked.count)
    strangers = sum(n for (words, who), n in alike.items() if words == surface and not facts.is_person(who, marked.names))
    tally.add(gold.file, "person mentions found", right, marked.count - right)
    tally.add(gold.file, "person mentions linked right", right, 0, min(strangers, marked.count - right))
    exact = {key: n for key, n in alike.items() if key[0] == surface} or alike
    entities: Counter[str] = Counter()
    for (_, who), n in exact.items():
        entities[who] += n
    tally.links += [Link(volume(gold.id), marked.key, who, min(n, marked.count)) for who, n in sorted(entities.items())]
    if right < marked.count:
        tally.note("persons", "missed", gold.file, [f"{marked.surface} x{marked.count - right} = {marked.names[0]}"])


def identity(links: list[Link], table: Path) -> tuple[float, float, int]:
    """B-cubed precision and recall of entities against people, by mention (Bagga and Baldwin 1998), and how many mentions.

    ``table``: a CSV file that says which person each editors' identifier of a volume is
    (columns volume, persName_id, person). Raises GoldError.
    """
    person = _identifiers(table)
    cells: Counter[tuple[str, str]] = Counter()
    for link in links:
        if (link.volume, link.key) in person:
            cells[person[link.volume, link.key], link.entity] += link.count
    people, entities = Counter[str](), Counter[str]()
    for (who, entity), n in cells.items():
        people[who] += n
        entities[entity] += n
    number = cells.total()
    precision = sum(n * n / entities[entity] for (_, entity), n in sorted(cells.items())) / (number or 1)
    recall = sum(n * n / people[who] for (who, _), n in sorted(cells.items())) / (number or 1)
    return precision, recall, number


def _identifiers(table: Path) -> dict[tuple[str, str], str]:
    try:
        with table.open(encoding="utf-8", newline="") as source:
            return {(row["volume"], row["persName_id"]): row["person"] for row in csv.DictReader(source)}
    except (OSError, KeyError, UnicodeDecodeError) as error:
        advice = "give a CSV file with the columns volume, persName_id and person"
        raise GoldError(f"the table of people cannot be read: {error}", table, advice) from error
