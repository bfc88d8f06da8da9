"""Names of people, and offices that stand for them, read off runs of capitalised words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coldgraph import titles
from coldgraph.dates import parts
from coldgraph.recognise.lexicon import Lexicon
from coldgraph.recognise.tokens import Tokens, tokens
from coldgraph.text import fold

_LONGEST = 6
_NAMED = frozenset("CAIp")
_DAYS = frozenset(fold(day) for day in (*parts.MONTHS, *parts.SHORT_MONTHS, *parts.WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Found:
    """A name or office in terms of word positions: title from ``first``, name from ``name``, both up to ``last``."""

    first: int
    name: int
    last: int
    title: str = ""
    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    listed: bool = False


class Scanner:
    """Finds names in texts; made once from the lexicon and the words that need an introduction."""

    def __init__(self, lexicon: Lexicon, common: frozenset[str]) -> None:
        self.lexicon, self.common = lexicon, common

    def scan(self, text: str) -> Iterator[tuple[Found, Tokens]]:
        """Everything found in a text, in order, never overlapping."""
        words = tokens(text, self._apart)
        position = 0
        while position < len(words.folds):
            found = self._at(words, position) if words.shapes[position] in "CAI" or words.folds[position] in titles.TABLE else None
            if found is None:
                position += 1
            else:
                yield found, words
                position = found.last + 1

    def _apart(self, parts: list[str]) -> bool:
        """Whether hyphens stand between the names of several people: 'the Rusk-Gromyko talks', not 'Jean-Paul'."""
        families, given = self.lexicon.families, self.lexicon.given_names
        return "".join(parts) not in families and all(p in families and p not in given and p not in self.common for p in parts)

    def _at(self, words: Tokens, position: int) -> Found | None:
        title, length = titles.at(words.folds, position)
        if title and _runs(words, position, length):
            after = position + length
            if words.glued[after - 1]:
                found = self.name(words, after, titled=True)
                if found and not self._no_name(found, title, words, position):
                    return Found(position, found.name, found.last, title, found.given, found.family, found.people, found.listed)
            if title in titles.ALONE and words.shapes[position] in "CA" and not titles.is_address(title):
                return Found(position, after, after - 1, title)
            if length > 1 or words.folds[position] not in self.lexicon.families:
                return None
        return self.name(words, position, titled=False) if words.shapes[position] in "CAI" else None

    def _no_name(self, found: Found, title: str, words: Tokens, position: int) -> bool:
        """Whether something else follows a title: 'Commander Taiwan', 'major Soviet-Chinese', 'Lt. Colonel', 'GENERAL SUBJECTS'.

        Whom the authority lists, whoever has a given name, and whoever is addressed ('Mr. King'), bears a name.
        """
        if found.people or found.given or titles.is_address(title):
            return False
        if titles.is_rank(title) and words.shapes[position] not in "CA":
            return True
        name = words.folds[found.name : found.last + 1]
        return words.shapes[found.last] == "A" or name[-1] in titles.WORDS or "".join(name) in self.lexicon.things

    def name(self, words: Tokens, position: int, titled: bool) -> Found | None:
        """The name that begins at a word, or None."""
        run = _run(words, position)
        folds = words.folds[position : position + run]
        if not folds:
            return None
        for reading in (self._whole, self._western, self._eastern, self._bare):
            found = reading(words, position, folds, titled)
            if found:
                return found
        return self._unlisted(words, position, folds, titled)

    def _whole(self, words: Tokens, position: int, folds: list[str], titled: bool) -> Found | None:
        for length in range(len(folds), 1, -1):
            key = "".join(folds[:length])
            people = self.lexicon.full.get(key)
            if people and words.shapes[position + length - 1] != "p":
                given, family = self._split(people[0], folds[:length])
                return Found(position, position, position + length - 1, "", given, family, people, True)
        return None

    def _split(self, person: str, folds: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        for size in range(len(folds) - 1, 0, -1):
            for first, rest in ((folds[-size:], folds[:-size]), (folds[:size], folds[size:])):
                if person in self.lexicon.families.get("".join(first), ()):
                    return tuple(rest), ("".join(first),)
        return tuple(folds[:-1]), (folds[-1],)

    def _western(self, words: Tokens, position: int, folds: list[str], titled: bool) -> Found | None:
        shapes = words.shapes
        for size in range(min(4, len(folds) - 1), 0, -1):
            if any(shapes[position + k] == "p" for k in range(size)):
                continue
            given = tuple(g for k in range(size) for g in (folds[k] if shapes[position + k] == "I" else [folds[k]]))
            if not (titled or shapes[position] == "I" or folds[0] in self.lexicon.given_names) or any(
                g in self.common and len(g) > 1 for g in given
            ):
                continue
            for length in range(min(3, len(folds) - size), 0, -1):
                family = "".join(folds[size : size + length])
                people = self.lexicon.fitting(family, given)
                if people:
                    return Found(position, position, position + size + length - 1, "", given, (family,), people, True)
        return None

    def _eastern(self, words: Tokens, position: int, folds: list[str], titled: bool) -> Found | None:
        """A family name first, then a hyphenated given name: 'Kim Chong-hui', listed or not."""
        if len(folds) < 2 or folds[0] in self.common or folds[0] not in self.lexicon.eastern or words.shapes[position] != "C":
            return None
        start, end = words.starts[position + 1], words.ends[position + 1]
        if end - start <= len(folds[1]):
            return None
        people = (
            self.lexicon.fitting(folds[0], (folds[1],)) if folds[1] in self._known_givens(folds[0]) else self.lexicon.misspelt(folds[:2])
        )
        return Found(position, position, position + 1, "", (folds[1],), (folds[0],), people, bool(people))

    def _known_givens(self, family: str) -> set[str]:
        return {g for p in self.lexicon.families.get(family, ()) for g in self.lexicon.givens[p]}

    def _bare(self, words: Tokens, position: int, folds: list[str], titled: bool) -> Found | None:
        for length in range(min(3, len(folds)), 0, -1):
            family = "".join(folds[:length])
            last = position + length - 1
            if family not in self.lexicon.families or words.shapes[last] in "pI" or (len(family) < 3 and not titled):
                continue
            if self._goes_on(words, last):
                return None
            return Found(position, position, last, "", (), (family,), self.lexicon.families[family], True)
        return None

    def _goes_on(self, words: Tokens, last: int) -> bool:
        """Whether another capitalised word follows that is no title and no date: 'Johnson Island', not 'Johnson July 4'."""
        if not words.glued[last] or words.ends[last] == 0 or words.shapes[last + 1] not in "CA" or words.folds[last + 1] in _DAYS:
            return False
        return titles.at(words.folds, last + 1)[1] == 0 and words.starts[last + 1] - words.ends[last] == 1

    def _unlisted(self, words: Tokens, position: int, folds: list[str], titled: bool) -> Found | None:
        shapes = words.shapes[position : position + len(folds)]
        size = next((k for k, s in enumerate(shapes) if s in "CA" and folds[k] not in self.lexicon.given_names), None)
        if titled:
            size = len(folds) - 1 if size is None else size
            if shapes[0] == "p" or any(f in self.common for f in folds[: size + 1]) or shapes[size] not in "CA":
                return None
        elif (
            size is None
            or size == 0
            or folds[0] not in self.lexicon.given_names
            or any(f in self.common for f in folds[: size + 1])
            or "A" in shapes
            or self._goes_on(words, position + size)
        ):
            return None
        given = tuple(g for k in range(size) for g in (folds[k] if shapes[k] == "I" else [folds[k]]))
        people = self.lexicon.misspelt(folds[: size + 1]) if size else self.lexicon.families.get(folds[0], ())
        return Found(position, position, position + size, "", given, (folds[size],), people, bool(people))


def _runs(words: Tokens, position: int, length: int) -> bool:
    return all(words.glued[position + k] for k in range(length - 1))


def _run(words: Tokens, position: int) -> int:
    """How many words from ``position`` on may belong to one name."""
    length = 0
    while length < _LONGEST and position + length < len(words.folds):
        if words.shapes[position + length] not in _NAMED:
            break
        length += 1
        at = position + length - 1
        if not words.glued[at] or (words.shapes[at] in "CA" and at + 1 < len(words.folds) and words.starts[at + 1] - words.ends[at] > 1):
            break
    while length and words.shapes[position + length - 1] == "p":
        length -= 1
    return length
