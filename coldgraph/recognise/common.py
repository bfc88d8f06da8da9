"""Words that look like names and seldom are."""

from __future__ import annotations

from pathlib import Path

from coldgraph import titles
from coldgraph.text import fold

# Made by triples/scripts/common_words.py; these are added: months, days and words of headings.
_MORE = """january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
the this that these those there then they their he she it its his her we our you your i my a an and or but if in on at by to from for of with as not no yes so do did does is was are were be been being has have had will would
shall should can could may might must what when where which who whom whose why how all any some each every both either neither one two three first second third document telegram memorandum conversation letter note
department embassy government mission office secret confidential priority central file files subject participants reference state states united nations council security general assembly committee communist party republic
people soviet american chinese british french german korean vietnamese north south east west eastern western european asian african prime deputy acting security affairs
staff chief member members library place house white board bureau division section branch force forces army navy air air-force military command commander group team task joint special foreign economic political national international
central federal european policy planning paper papers report reports records archives collection lot box folder volume part page pages chapter annex tab attachment enclosure drafted approved cleared sent repeated received
immediate niact nodis exdis limdis eyes top limited official use classified washington time greenwich hotel room street avenue hall building palace""".split()


def _load() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "common_words.txt").read_text(encoding="utf-8").split())


NEVER = frozenset([*_MORE, *(fold(w) for title in titles.OFFICES for w in title.split())]) - frozenset(("may", "king", "prince", "don", "will", "august", "bureau"))
"""Words that are no name at all, with or without a title."""

COMMON = NEVER | _load()
"""These, and family names that are common words too: names only behind a title, a given name or an introduction."""
