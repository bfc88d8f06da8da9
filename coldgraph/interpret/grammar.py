"""Signs of grammar: who stands where in the sentence, and what stands beside them. Their names say it in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coldgraph.interpret.pairs import Pair
from coldgraph.interpret.setting import Setting, Spot
from coldgraph.interpret.words import words

_CLAUSE, _MODAL, _BEING, _SAYING, _LITTLE = (words(f"grammar-{name}") for name in ("clause", "modal", "being", "saying", "little"))
_NEGATIVE = words("negative")
_MARKS = {",": "a comma", ";": "a comma", ":": "a comma", ".": "the end", "?": "the end", "!": "the end"}
_ENDINGS = {"ing": "a word in -ing", "ed": "a word in -ed", "ly": "a word in -ly"}
_TOGETHER = ("to", "by", "with", "of", "and", "that")
_FARTHEST = 20
Told = Iterator[tuple[str, float]]


def of_sentence(setting: Setting) -> Told:
    """What all pairs of a sentence share."""
    some = setting.tokens.words
    actors = [s for s in setting.spots if s.kind not in ("place", "topic")]
    for party, named in (("own", "the speaker's side"), ("you", "the side spoken to"), ("third", "a third party")):
        yield f"how often {named} is named", min(4, sum(s.relation == party for s in actors))
    yield "how many third parties are named", len({s.actor for s in actors if s.relation == "third"})
    yield "how many matters are named", sum(s.kind == "topic" for s in setting.spots)
    yield "how many words of 'would' and the like the sentence has", sum(w in _MODAL for w in some)
    yield "how many words of saying the sentence has", sum(w in _SAYING for w in some)
    yield "how many words the sentence has", min(60, len(some))
    yield "a negation stands in the sentence", float(_is_negative(some))
    for word, others in (("but", ("however",)), ("would", ()), ("should", ("must",))):
        yield f"'{word}' stands in the sentence", float(any(w == word or w in others for w in some))


def of_pair(setting: Setting, pair: Pair) -> Told:
    """Where holder and target stand."""
    by, towards = setting.place(pair.by.start), setting.place(pair.towards.start)
    spots = [s for s in setting.spots if s.kind != "place"]
    for name, place in (("holder", by), ("target", towards)):
        if place >= 0:
            yield from _beside(setting.tokens.words, name, place)
            yield from _among(setting.tokens.words, name, place, spots)
    if by >= 0 and towards >= 0:
        yield from _between(setting.tokens.words, by, towards)
    yield "how often the target is named", sum(s.actor == pair.target for s in setting.spots)
    yield "how often the holder is named", sum(s.actor == pair.holder for s in setting.spots)


def _beside(some: Sequence[str], name: str, place: int) -> Told:
    """The words that stand next to a place."""
    before = _kind(some[place - 1]) if place else "the beginning"
    yield f"before the {name} stands {before}", 1.0
    yield f"behind the {name} stands {_kind(some[place + 1]) if place + 1 < len(some) else 'the end'}", 1.0
    if before == "'the'" and place > 1:
        yield f"before the {name} stands {_kind(some[place - 2])} with 'the'", 1.0
    yield f"the {name} is in the possessive", float(some[place].endswith("s") and "'" in some[place])


def _among(some: Sequence[str], name: str, place: int, spots: Sequence[Spot]) -> Told:
    yield f"how many are named before the {name}", sum(0 <= s.place < place for s in spots)
    yield f"how many are named behind the {name}", sum(s.place > place for s in spots)
    yield f"how far into the sentence the {name} stands", place / len(some)
    yield f"how many words stand before the {name}", min(_FARTHEST, place)
    yield f"how many clauses begin before the {name}", sum(w in _CLAUSE for w in some[:place])


def _between(some: Sequence[str], by: int, towards: int) -> Told:
    """The words between the two."""
    middle = some[min(by, towards) + 1 : max(by, towards)]
    yield "how many clauses begin between the two", sum(w in _CLAUSE for w in middle)
    for word in _TOGETHER:
        yield f"'{word}' stands between the two", float(word in middle)
    yield "a negation stands between the two", float(_is_negative(middle))
    yield "a word of saying stands between the two", float(any(w in _SAYING for w in middle))
    yield "'would' or the like stands between the two", float(any(w in _MODAL for w in middle))
    yield "how many words the target stands behind the holder", max(-_FARTHEST, min(_FARTHEST, towards - by))


def _is_negative(some: Sequence[str]) -> bool:
    return any(w in _NEGATIVE or w.endswith("n't") for w in some)


def _kind(word: str) -> str:
    """What kind of word stands there, in words.

    >>> _kind("to"), _kind("§¤"), _kind("helping"), _kind("help")
    ("'to'", 'somebody', 'a word in -ing', 'another word')
    """
    if word in _LITTLE:
        return f"'{word}'"
    if word.startswith("§"):
        return "somebody"
    if word in _MARKS:
        return _MARKS[word]
    if word in _BEING or word in _MODAL:
        return "a form of 'be' or 'have'" if word in _BEING else "'would' or the like"
    if word in _SAYING:
        return "a word of saying"
    return next((told for ending, told in _ENDINGS.items() if word.endswith(ending)), "another word")
