"""Finds who bears which role of a cue: its subject, object, owner, victim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coldgraph.interpret.clauses import FILL, SLOT, is_chain, is_phrase, tokens
from coldgraph.interpret.frames import lexicon
from coldgraph.interpret.slots import Slot

_AND = re.compile(r"(?:['’]s)?\s*(?:,\s*and|and|or|&)\s+(?:the\s+|to\s+|of\s+)?$")
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?$")
_OBLIQUE = re.compile(
    r"\b(?:with|to|in|from|for|on|against|by|at|into|between|than|toward|towards|like|upon|about|over|within|under|via|through|if|of)\s+(?:the\s+|its\s+|their\s+|our\s+|both\s+|all\s+|any\s+)?$",
    re.IGNORECASE,
)
_HEADED = re.compile(r"\b(?:leaders?|leadership|government|people|peoples|representatives?|authorities|ambassador|minister|president|secretary|embassy|that|side|party|republic)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_DETERMINED = re.compile(r"(\w+)\s+(?:the\s+)?$")
# What is done to the next named actor is not done by it: 'condemned the invasion of X' is no word against X.
_SUFFERED = re.compile(
    r"\b(?:invasion|seizure|occupation|partition|loss|departure|withdrawal|death|illness|cessation|end|absence|removal|violations?|attacks?|bombing|raids?|threats?|pressure|aggression|recognition|admission|return|visit|trip|role|question|release)\b",
    re.IGNORECASE,
)

_BY = re.compile(rf"\s+(?:\w+\s+){{0,2}}?(?:by|of|from|on the part of)\s+(?:the\s+|both\s+|all\s+)?(?P<slot>{SLOT}{FILL}*)")
_PASSIVE_BY = re.compile(rf"\s+(?:\w+ly\s+)?by\s+(?:the\s+)?(?P<slot>{SLOT}{FILL}*)")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+|not\s+|also\s+)?$", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are|was|were|be|been|being|am|seems?|seemed|appears?|appeared|remains?|remained|becomes?|became|prove[ds]?|'m|’m|'re|’re|acted|act|behave[ds]?)\b", re.IGNORECASE)
_INTENT = re.compile(
    rf"(?P<slot>{SLOT}{FILL}*)(?:['’]s?)?\s+(?:\w+\s+){{0,3}}?(?:purpose|aim|goal|intention|objective|object|design|strategy|plan|ambition|policy|desire|want|wants|wanted|seek|seeks|sought|intend|intends|intended|plot|plots|try|tries|trying|attempt|attempts|attempting|hope|hopes|wish|wishes|wished)(?:\s+(?:is|was|has been))?\s+to\b"
)
_HELD = re.compile(rf"(?P<slot>{SLOT}{FILL}*)\s+(?:\w+ly\s+)?(?:hold|believe|think|maintain|consider|feel)s?(?:\s+that)?\s*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word in a masked sentence, with the sentence's slots."""

    masked: str
    start: int
    end: int
    slots: tuple[Slot, ...]

    @property
    def before(self) -> list[Slot]:
        return [s for s in self.slots if s.end <= self.start]

    def between(self, slot: Slot) -> str:
        """The words between a slot before the cue and the cue."""
        return self.masked[slot.end : self.start]


def subject(cue: Cue) -> list[Slot]:
    """The actors that do what the verb says: those right before it, or whose intent an infinitive tells."""
    for slot in reversed(cue.before):
        if is_chain(cue.between(slot)) and is_head(cue.masked, slot):
            return _coordinated_before(cue, slot)
        if tokens(cue.between(slot))[:1] != ["'s"] and len(tokens(cue.between(slot))) > 9:
            break
    return _intending(cue) or _holding(cue)


def is_head(masked: str, slot: Slot) -> bool:
    """Whether a slot can be the subject of what follows: not after a preposition, nor the object of a verb before it."""
    before = masked[max(0, slot.start - 50) : slot.start]
    if _OBLIQUE.search(before):
        return bool(_HEADED.search(before))
    word = _DETERMINED.search(before)
    return word is None or word.group(1).lower() not in _transitive()


@cache
def _transitive() -> frozenset[str]:
    return frozenset(word for word, frames in lexicon().items() if any(f.form == "verb" and "object" in f.target for f in frames))


def passive_agent(cue: Cue, after: int) -> list[Slot]:
    """'... rejected by X'."""
    return _at(cue, _PASSIVE_BY.match(cue.masked, after))


def is_passive(cue: Cue) -> bool:
    """Whether a form of 'be' stands right before the cue's participle."""
    word = cue.masked[cue.start : cue.end].lower()
    return not word.endswith("ing") and bool(_BE.search(cue.masked, 0, cue.start))


def objects(cue: Cue, after: int, limit: int = 5) -> list[Slot]:
    """The actors at the head of what follows the cue, coordinated ones too."""
    following = [s for s in cue.slots if s.start >= after]
    if not following:
        return []
    between = cue.masked[after : following[0].start]
    if not is_phrase(between, limit) or _SUFFERED.search(between):
        return []
    found = [following[0]]
    for slot in following[1:]:
        gap = cue.masked[found[-1].end : slot.start].lower()
        if not (_AND.fullmatch(gap) or _COMMA.fullmatch(gap)):
            break
        found.append(slot)
    return found


def owner(cue: Cue) -> list[Slot]:
    """Whose the noun is: 'Soviet aggression', 'China's refusal', 'aggression by the Soviets'."""
    if cue.before and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}", cue.between(cue.before[-1])) and is_phrase(cue.between(cue.before[-1])):
        return _coordinated_before(cue, cue.before[-1])
    return _at(cue, _BY.match(cue.masked, cue.end))


def predicated(cue: Cue) -> list[Slot]:
    """Of whom a predicate is said: 'China is ... reliable'."""
    for slot in reversed(cue.before[-2:]):
        between = cue.between(slot)
        verb = _IS.search(between)
        if verb and is_head(cue.masked, slot) and is_chain(between[: verb.start()]) and is_phrase(between[verb.end() :].replace(" not ", " "), 6):
            return _coordinated_before(cue, slot)
    return []


def _coordinated_before(cue: Cue, slot: Slot) -> list[Slot]:
    found = [slot]
    for other in reversed([s for s in cue.slots if s.end <= slot.start]):
        if not _AND.fullmatch(cue.masked[other.end : found[-1].start].lower()):
            break
        found.append(other)
    return found[::-1]


def _intending(cue: Cue) -> list[Slot]:
    """The subject of 'their purpose is to ..., to <cue>', for a cue that is an infinitive or gerund further on."""
    if not re.search(r"(?:\bto|,|\band)\s+(?:\w+ly\s+)?$", cue.masked[: cue.start]):
        return []
    found = None
    for found in _INTENT.finditer(cue.masked, 0, cue.start):
        pass
    if found is None or re.search(r"[;:]|\bbut\b|\bwhile\b", cue.masked[found.end() : cue.start]):
        return []
    return _at(cue, found)


def _holding(cue: Cue) -> list[Slot]:
    """The subject of 'we hold that <cue>ing ...'."""
    if not cue.masked[cue.start : cue.end].endswith("ing"):
        return []
    return _at(cue, _HELD.search(cue.masked, 0, cue.start))


def _at(cue: Cue, match: re.Match[str] | None) -> list[Slot]:
    return [s for s in cue.slots if match and s.start == match.start("slot")]
