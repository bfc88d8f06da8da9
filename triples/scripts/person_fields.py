"""Words of people's offices and fields of work, for telling namesakes apart.

For each person: the distinct words of the remarks and titles of people.csv (ranks, bodies,
countries, regions), folded, without dates and function words. Single words are facts; no
sentence of the source is kept.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from entities import nt

_WORD = re.compile(r"[A-Za-z]{3,}")
_SOURCE = re.compile(r'^<([^>]*/id/person/[^>]*)> <http://purl.org/dc/terms/source> "HistoryAtState/people (\d+)')
_RANK = re.compile(r"\b(?:General|Admiral|Colonel|Major|Captain|Senator|Marshal|Lord|Commander|Lieutenant|Governor|Ambassador|Dr)\b")
_EMPTY = frozenset(
    (  # noqa: SIM905 - reads better than a list of sixty strings
        "the and for from until after before with also then thereafter previously january february march april may june july "
        "august september october november december member members who was were that his her their this which into through "
        "during since between united states first second third vol see not former became early late mid served serving service "
        "career non appointee appointed assumed left office officer official officials extraordinary plenipotentiary"
    ).split()
)


def lines(facts: Path, people: Path) -> Iterator[str]:
    """The triples <person> cg:field "admiral commander navy pacific" for all people of people.nt."""
    words = _words(facts)
    entities: dict[str, set[str]] = {}
    for line in people.read_text(encoding="utf-8").split("\n"):
        found = _SOURCE.match(line)
        if found:
            entities.setdefault(found.group(1), set()).update(words.get(found.group(2), ()))
    for entity, known in sorted(entities.items()):
        if known:
            yield nt.line(entity, "cg:field", nt.text(" ".join(sorted(known))))


def _words(facts: Path) -> dict[str, set[str]]:
    with (facts / "people.csv").open(encoding="utf-8", newline="") as source:
        return {row["id"]: _of_row(row) for row in csv.DictReader(source)}


def _of_row(row: dict[str, str]) -> set[str]:
    ranks = _RANK.findall(row["variants"])
    found = {w.lower() for w in _WORD.findall(row["remarks"])} | {r.lower() for r in ranks}
    return found - _EMPTY
