"""The people of the authority, by family name and by full name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from coldgraph import titles
from coldgraph.tables import Authority, Name
from coldgraph.text import fold, fold_words

# Short forms of English given names, as the documents use them.
NICKNAMES = {
    short: tuple(full.split())
    for short, full in (
        line.split(": ")
        for line in [
            "al: albert alexander alfred",
            "alex: alexander",
            "andy: andrew",
            "art: arthur",
            "ben: benjamin",
            "bill: william",
            "bob: robert",
            "brad: bradley",
            "bud: buddy",
            "chip: charles",
            "chris: christopher christian",
            "chuck: charles",
            "cy: cyrus",
            "dan: daniel",
            "dave: david",
            "dick: richard",
            "don: donald",
            "doug: douglas",
            "ed: edward edwin edmund",
            "fred: frederick alfred",
            "gene: eugene",
            "george: georgi",
            "gerry: gerald gerard",
            "hal: harold",
            "hank: henry",
            "harry: harold henry",
            "herb: herbert",
            "jack: john",
            "jerry: gerald jerome",
            "jim: james",
            "jimmy: james",
            "joe: joseph",
            "johnny: john",
            "ken: kenneth",
            "larry: lawrence",
            "lew: lewis",
            "llew: llewellyn",
            "lou: louis",
            "mac: mcgeorge",
            "matt: matthew",
            "max: maxwell",
            "mel: melvin",
            "mike: michael",
            "nat: nathaniel",
            "ned: edward",
            "nick: nicholas nikolai",
            "pat: patrick",
            "pete: peter",
            "phil: philip phillip",
            "ray: raymond",
            "rod: rodney",
            "ron: ronald",
            "sam: samuel",
            "sandy: alexander",
            "stu: stuart",
            "sy: seymour",
            "ted: theodore edward",
            "terry: terence",
            "tim: timothy",
            "tom: thomas",
            "tommy: thomas llewellyn",
            "tony: anthony",
            "vic: victor",
            "walt: walter",
            "will: william",
            "zbig: zbigniew",
        ]
    )
}
_TYPO_LENGTH = 11
# Letters that scanning takes for each other.
_LOOK_ALIKE = str.maketrans("lj1t0cu", "iiiioen")
_EAST = re.compile(r"^[A-Z][\w’'ʼ]+ [A-Z][\w’'ʼ]+[-‐‑–][a-zA-Z]")


@dataclass(slots=True)
class Lexicon:
    """Indexes of people by folded forms.

    ``families``: family name without blanks -> people; ``full``: whole name without blanks
    -> people; ``givens``: person -> folded given names and initials; ``given_names``: given
    names that several people bear; ``eastern``: family names that stand first; ``things``: what
    states, organisations, movements and places are called, without blanks.
    """

    families: dict[str, tuple[str, ...]] = field(default_factory=dict)
    full: dict[str, tuple[str, ...]] = field(default_factory=dict)
    givens: dict[str, frozenset[str]] = field(default_factory=dict)
    given_names: frozenset[str] = frozenset()
    eastern: frozenset[str] = frozenset()
    anagrams: dict[str, tuple[str, ...]] = field(default_factory=dict)
    things: frozenset[str] = frozenset()
    lookalikes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def misspelt(self, words: Iterable[str]) -> tuple[str, ...]:
        """The one whose full name has these letters in another order, or letters that look alike: 'Hsuing Hsiang-hui', 'Hoidridge'."""
        name = "".join(words)
        return self.anagrams.get("".join(sorted(name)), ()) or self.lookalikes.get(name.translate(_LOOK_ALIKE), ())

    def fitting(self, family: str, given: Iterable[str]) -> tuple[str, ...]:
        """The people of this family name whose given names do not contradict ``given``."""
        wanted = tuple(given)
        return tuple(p for p in self.families.get(family, ()) if all(self._fits(p, g) for g in wanted))

    def _fits(self, person: str, given: str) -> bool:
        has = self.givens[person]
        if given in has or not has or any(full in has for full in NICKNAMES.get(given, ())):
            return True
        if len(given) == 1:
            return any(h.startswith(given) for h in has)
        return any(len(h) == 1 and given.startswith(h) for h in has) or any(alike(given, h) for h in has)


def alike(one: str, other: str) -> bool:
    """Whether two given names are one in two spellings: one begins the other, or a vowel or two differ.

    >>> alike("llewelyn", "llewellyn"), alike("anatoliy", "anatoly"), alike("robert", "john")
    (True, True, False)
    """
    if min(len(one), len(other)) < 3:
        return False
    return one.startswith(other) or other.startswith(one) or _skeleton(one) == _skeleton(other)


def _skeleton(word: str) -> str:
    consonants = re.sub(r"[aeiouyj]", "", word[1:].replace("h", ""))
    return word[0] + re.sub(r"(.)\1", r"\1", consonants)


def build(authority: Authority, never: frozenset[str] = frozenset()) -> Lexicon:
    """The lexicon of all people of the authority; family names among the ``never`` words are left out."""
    forms: dict[str, list[Name]] = defaultdict(list)
    for name in authority.names:
        entity = authority.entities.get(name.entity)
        if entity and entity.kind == "person":
            forms[name.entity].append(name)
    families: dict[str, set[str]] = defaultdict(set)
    full: dict[str, set[str]] = defaultdict(set)
    givens: dict[str, frozenset[str]] = {}
    for person in sorted(forms):
        own = _families(forms[person]) - never
        givens[person] = _givens(forms[person], own)
        for family in own:
            families[family].add(person)
        for key in _full(forms[person], never):
            full[key].add(person)
    counts = Counter(g for some in givens.values() for g in some if len(g) > 2)
    return Lexicon(
        {k: tuple(sorted(v)) for k, v in families.items()},
        {k: tuple(sorted(v)) for k, v in full.items()},
        givens,
        frozenset(g for g, n in counts.items() if n >= 4),
        _eastern(authority, forms),
        _unique(full, lambda name: "".join(sorted(name))),
        _things(authority),
        _unique(full, lambda name: name.translate(_LOOK_ALIKE)),
    )


def _things(authority: Authority) -> frozenset[str]:
    kinds = {entity.id: entity.kind for entity in authority.entities.values()}
    return frozenset(fold(n.form) for n in authority.names if kinds.get(n.entity, "person") not in ("person", "topic")) - {""}


def _unique(full: dict[str, set[str]], key: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """People by a key of their full names; only names of some length, and only where one person has the key."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, people in full.items():
        if len(name) >= _TYPO_LENGTH:
            found[key(name)].update(people)
    return {k: tuple(v) for k, v in found.items() if len(v) == 1}


def _families(names: list[Name]) -> set[str]:
    told = {fold(n.form) for n in names if n.kind == "family"}
    if told:
        return told - {""}
    last = {fold_words(n.form.split(",")[0])[-1:] for n in names}
    return {w[0] for w in last if w} - {""}


def _givens(names: list[Name], families: set[str]) -> frozenset[str]:
    words: set[str] = set()
    for name in names:
        if name.kind != "family":
            words.update(w for w in fold_words(name.form) if w not in families and not any(w in f and len(w) > 2 for f in families))
    return frozenset(words - {"jr", "sr", "ii", "iii", "iv"})


def _full(names: list[Name], never: frozenset[str]) -> set[str]:
    keys: set[str] = set()
    for name in names:
        if name.kind == "family" or "," in name.form:
            continue
        words = fold_words(name.form)
        if all(w in never or w in titles.WORDS for w in words if len(w) > 1):
            continue
        long = tuple(w for w in words if len(w) > 1)
        keys.update("".join(some) for some in (words, long) if len(long) > 1)
    return keys


def _eastern(authority: Authority, forms: dict[str, list[Name]]) -> frozenset[str]:
    """Family names that stand first, read off the labels with a hyphened given name behind."""
    first = Counter(fold(n.form.split()[0]) for names in forms.values() for n in names if _EAST.match(n.form) and "," not in n.form)
    return frozenset(w for w, n in first.items() if n >= 2)
