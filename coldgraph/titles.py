"""Titles and offices that stand before a name, or alone for the person who holds them."""

from __future__ import annotations

from coldgraph.text import fold

# Forms of address: no office, never a mention when they stand alone.
ADDRESS = "mr mister mrs miss ms dr doctor comrade cde com tov sir lord lady dame madame madam mme m herr frau prof professor senor don rev father count baron viscount earl marquess duke hon honorable messrs excellency miss".split()
# Ranks and seats that many hold at once: they need a name.
RANKS = (
    "general|gen|lieutenant general|lt general|lt gen|major general|maj gen|brigadier general|brig gen|brigadier|colonel|col|lieutenant colonel|lt col|"
    "major|maj|captain|capt|commander|cdr|lieutenant commander|lt cdr|lcdr|lieutenant|lt|sergeant|admiral|adm|vice admiral|rear admiral|fleet admiral|"
    "marshal|air marshal|field marshal|senator|sen|congressman|congresswoman|representative|rep|delegate|judge|justice|attorney general|bishop|archbishop|cardinal|maj general|brig general|under secretary general|cia director|director of central intelligence"
).split("|")
# Offices that one person holds for a side on a day: title -> office key of the authority.
OFFICES = {
    "president": "president", "pres": "president", "president-elect": "president", "vice president": "vice-president",
    "premier": "premier", "prime minister": "premier", "pm": "premier", "chairman of the council of ministers": "premier",
    "chancellor": "premier", "federal chancellor": "premier", "vice premier": "vice-premier", "deputy premier": "vice-premier",
    "deputy prime minister": "vice-premier", "vice chancellor": "vice-premier", "first deputy premier": "vice-premier",
    "vice pm": "vice-premier", "vp": "vice-president",
    "foreign minister": "foreign-minister", "fonmin": "foreign-minister", "minister of foreign affairs": "foreign-minister", "fm": "foreign-minister",
    "minister for foreign affairs": "foreign-minister", "foreign secretary": "foreign-minister", "acting foreign minister": "foreign-minister",
    "deputy foreign minister": "deputy-foreign-minister", "vice foreign minister": "deputy-foreign-minister", "vice minister": "deputy-foreign-minister",
    "vm": "deputy-foreign-minister", "vice minister of foreign affairs": "deputy-foreign-minister", "deputy minister": "deputy-foreign-minister",
    "defense minister": "defense-minister", "minister of defense": "defense-minister", "minister of national defense": "defense-minister",
    "defence minister": "defense-minister", "minister of defence": "defense-minister",
    "secretary": "secretary-of-state", "secretary of state": "secretary-of-state", "acting secretary": "secretary-of-state",
    "acting secretary of state": "secretary-of-state", "sec": "secretary-of-state", "secy": "secretary-of-state",
    "under secretary": "under-secretary-of-state", "under secretary of state": "under-secretary-of-state", "undersecretary": "under-secretary-of-state",
    "acting under secretary": "under-secretary-of-state",
    "deputy secretary": "deputy-secretary", "deputy under secretary": "deputy-under-secretary-of-state", "assistant secretary": "assistant-secretary",
    "deputy assistant secretary": "deputy-assistant-secretary", "assistant secretary of state": "assistant-secretary",
    "secretary of defense": "secretary-of-defense", "secdef": "secretary-of-defense", "deputy secretary of defense": "deputy-secretary-of-defense",
    "ambassador": "ambassador", "amb": "ambassador", "charge": "charge", "charge d'affaires": "charge", "counselor": "counselor", "counsellor": "counselor",
    "minister": "minister", "minister-counselor": "minister", "consul general": "consul-general", "consul": "consul", "high commissioner": "high-commissioner",
    "first secretary": "party-leader", "general secretary": "party-leader", "secretary general": "secretary-general", "secretary-general": "secretary-general",
    "chairman": "chairman", "vice chairman": "vice-chairman", "generalissimo": "generalissimo", "gimo": "generalissimo", "marshal of the soviet union": "marshal",
    "king": "king", "queen": "queen", "emperor": "emperor", "prince": "prince", "princess": "princess", "shah": "shah", "sultan": "sultan", "emir": "emir", "pope": "pope",
    "mayor": "mayor", "governing mayor": "mayor", "governor": "governor", "governor general": "governor-general", "director": "director", "administrator": "administrator",
    "commissioner": "commissioner", "speaker": "speaker", "commandant": "commandant", "chief of staff": "chief-of-staff", "chief of general staff": "chief-of-staff",
    "u.n. representative": "un-representative", "permanent representative": "un-representative",
}
# Offices that a text may use alone for one person ('the Premier'), given that the context tells who.
ALONE = {
    "president", "premier", "prime minister", "chancellor", "vice president", "foreign minister", "foreign secretary", "defense minister", "secretary", "secretary of state", "secretary of defense",
    "under secretary", "ambassador", "chairman", "generalissimo", "gimo", "king", "shah", "emperor", "prince", "mayor", "governing mayor", "vice minister", "deputy prime minister",
    "vice premier", "minister", "charge", "secretary general", "general secretary", "first secretary", "acting secretary", "vice foreign minister", "deputy foreign minister", "high commissioner", "governor", "minister of foreign affairs",
    "minister of defense", "defence minister",
}


def _table() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for title in {*ADDRESS, *RANKS, *OFFICES}:
        words = tuple(fold(w) for w in title.replace("-", " ").split())
        table.setdefault(words[0], []).append((words, title))
    return {first: sorted(rows, key=lambda r: (-len(r[0]), r[1])) for first, rows in sorted(table.items())}


TABLE = _table()
_RANKS = frozenset(RANKS)
_ADDRESS = frozenset(ADDRESS)


def at(words: list[str], position: int) -> tuple[str, int]:
    """The longest title that begins at ``position`` of folded words: (title, number of words); ('', 0) for none."""
    for pattern, title in TABLE.get(words[position], ()):
        if tuple(words[position : position + len(pattern)]) == pattern:
            return title, len(pattern)
    return "", 0


def is_address(title: str) -> bool:
    """Whether the title is only a form of address such as 'Mr.'."""
    return title in _ADDRESS


def is_rank(title: str) -> bool:
    """Whether the title is a rank or seat that many hold at once."""
    return title in _RANKS


def office(title: str) -> str:
    """The office key of a title ('' for forms of address and ranks)."""
    return OFFICES.get(title, "")


def within(words: str) -> list[str]:
    """The office keys of all titles in a stretch of words, in order: 'Acting PRC Foreign Minister' -> ['foreign-minister'].

    >>> within("Prime Minister and Minister of Foreign Affairs")
    ['premier', 'foreign-minister']
    """
    folds = [f for f in (fold(w) for w in words.replace("-", " ").replace(",", " , ").split()) if f]
    found, position = [], 0
    while position < len(folds):
        title, length = at(folds, position)
        if office(title):
            found.append(office(title))
        position += max(1, length)
    return found
