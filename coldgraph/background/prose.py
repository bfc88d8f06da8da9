"""Whom somebody met, as the remarks of the lists of visits and travels word it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TITLES = (
    "Deputy Prime Minister", "Prime Minister", "Foreign Minister", "Foreign Secretary", "Defense Minister", "President-elect",
    "Acting President", "Vice President", "President", "Premier", "Vice Chancellor", "Chancellor", "Chairman", "General Secretary",
    "First Secretary", "Secretary of State", "Secretary-General", "Secretary General", "Secretary for External Affairs",
    "Governor General", "Governor-General", "Secretary", "Crown Prince", "Prince", "Princess", "King", "Queen", "Emperor", "Empress",
    "Shah", "Sultan", "Emir", "Amir", "Sheikh", "Grand Duke", "Generalissimo", "Marshal", "General", "Pope", "Captain", "Colonel",
    "Chief Minister",
)  # fmt: skip
_TITLE = "|".join(re.escape(title) for title in TITLES)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_WORD = rf"(?!(?:{_MONTHS}|Assembly)\b)[A-Z][\w’'.-]*"
_SMALL = r"(?:(?:van|von|den|der|de|da|di|du|la|le|al|bin|arap|ul|el)\s+)*"
_NAME = rf"{_SMALL}{_WORD}(?:\s+{_SMALL}{_WORD})*"
_TITLED = re.compile(
    rf"(?:(?P<nation>(?!(?:{_TITLE})\b)(?:(?:West|East|North|South)\s+)?[A-Z][a-z]+)\s+)?\b(?P<title>{_TITLE})\s+(?P<name>{_NAME})"
)
_VERB = r"[Mm](?:et|eetings?)|[Dd]iscuss(?:ed|ions?)|[Cc]onsult(?:ed|ations?)|[Cc]onferred|[Tt]alks?|[Nn]egotiat(?:ed|ions)"
_MET = re.compile(rf"\b(?:{_VERB})\b(?:[^.;]|(?<=\b[A-Z])\.){{0,100}}?\bwith\s+(?P<whom>(?:[^.;]|(?<=\b[A-Z])\.)+)")
_VISITOR = re.compile(rf"(?P<title>{_TITLE})\s+(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A person by title and name; ``nation`` is the adjective before the title, if there is one."""

    title: str
    name: str
    nation: str = ""


def met(remarks: str) -> Iterator[Titled]:
    """The people whom the remarks say somebody met, by title and name; officials without a name are left out.

    >>> [(p.nation, p.title, p.name) for p in met("Met with Chancellor Kohl and Soviet Foreign Minister Gromyko April 1. Saw King X.")]
    [('', 'Chancellor', 'Kohl'), ('Soviet', 'Foreign Minister', 'Gromyko')]
    """
    for sentence in _MET.finditer(remarks):
        for found in _TITLED.finditer(sentence["whom"]):
            yield Titled(found["title"], found["name"].rstrip(".,"), found["nation"] or "")


def visitors(text: str) -> Iterator[Titled]:
    """The visitors that a cell names.

    >>> [(v.title, v.name) for v in visitors("President Francesco Cossiga and Prime Minister Giulio Andreotti")]
    [('President', 'Francesco Cossiga'), ('Prime Minister', 'Giulio Andreotti')]
    """
    for part in re.split(rf"\s+and\s+(?=(?:{_TITLE})\s)", text):
        found = _VISITOR.fullmatch(part.strip())
        yield Titled(found["title"], found["name"]) if found else Titled("", part.strip())
