"""Finds who bears which role of a cue: its subject, object, owner, victim."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coldgraph.interpret.clauses import FILL, SLOT, is_chain, is_phrase, tokens
from coldgraph.interpret.frames import lexicon
from coldgraph.interpret.slots import Slot
from coldgraph.interpret.words import either

_AND = re.compile(r"(?:['’]s)?\s*(?:,\s*and|and|or|&)\s+(?:the\s+|to\s+|of\s+)?$")
_COMMA = re.compile(r"\s*,\s+(?:the\s+)?$")
_OBLIQUE = re.compile(
    r"\b(?:with|to|in|from|for|on|against|by|at|into|between|than|toward|towards|like|upon|about|over|within|under|via|through|if|of)\s+"
    r"(?:the\s+|its\s+|their\s+|our\s+|both\s+|all\s+|any\s+)?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"\b(?:leaders?|leadership|government|people|peoples|representatives?|authorities|ambassador|minister|president|secretary|embassy|"
    r"that|side|party|republic)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LISTED = re.compile(rf"{SLOT}{FILL}*(?:['’]s)?\s*(?:,\s*and|and|or|&)\s+(?:the\s+|to\s+|of\s+)?$")
_JOINED = re.compile(r"(?:,|\band|\bbut)\s+(?:also |then |has |have |had |will |would |therefore |\w+ly )?$")
_CLAUSE = re.compile(r"[;:—]|\bthat\b|\b(?:because|while|although|whereas)\b|^\W*\d+\.\s")
_OPENS = re.compile(
    rf"\W*(?:the |and |but |however, |in turn, |therefore, )?(?P<slot>{SLOT}{FILL}*)"
    r"(?: (?:side|government|leaders|people|delegation))? [a-z]+",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:who|which|he|they|it|she|we|you|I)\b")
_DETERMINED = re.compile(r"(\w+)\s+(?:the\s+)?$")
# What is done to the next named actor is not done by it: 'condemned the invasion of X' is no word against X.
_SUFFERED = re.compile(rf"\b(?:{either('suffered')})\b", re.IGNORECASE)

_BY = re.compile(rf"\s+(?:(?:\w+\s+){{0,2}}?(?:by|from)|on the part of)\s+(?:the\s+|both\s+|all\s+)?(?P<slot>{SLOT}{FILL}*)")
_OF = re.compile(rf"\s+of\s+(?:the\s+|both\s+|all\s+)?(?P<slot>{SLOT}{FILL}*)")
_PASSIVE_BY = re.compile(rf"\s+(?:\w+ly\s+)?by\s+(?:the\s+)?(?P<slot>{SLOT}{FILL}*)")
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+|not\s+|also\s+)?$", re.IGNORECASE)
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|am|seems?|seemed|appears?|appeared|remains?|remained|becomes?|became|prove[ds]?|"
    r"'m|’m|'re|’re|acted|act|behave[ds]?)\b",
    re.IGNORECASE,
)
_INTENT = re.compile(rf"(?P<slot>{SLOT}{FILL}*)(?:['’]s?)?\s+(?:\w+\s+){{0,3}}?(?:{either('intent')})(?:\s+(?:is|was|has been))?\s+to\b")
_HELD = re.compile(rf"(?P<slot>{SLOT}{FILL}*)\s+(?:\w+ly\s+)?(?:hold|believe|think|maintain|consider|feel)s?(?:\s+that)?\s*$")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word in a masked sentence, with the sentence's slots."""

    masked: str
    start: int
    end: int
    slots: tuple[Slot, ...]
    phrase: int = -1

    @property
    def head(self) -> int:
        """Where the phrase begins that the cue belongs to: at 'expressed' for 'expressed his deep regret'."""
        return self.phrase if self.phrase >= 0 else self.start

    @property
    def before(self) -> list[Slot]:
        return [s for s in self.slots if s.end <= self.head]

    def between(self, slot: Slot) -> str:
        """The words between a slot before the cue and the cue."""
        return self.masked[slot.end : self.head]


def subject(cue: Cue) -> list[Slot]:
    """The actors that do what the verb says: those right before it, or whose intent an infinitive tells."""
    for slot in reversed(cue.before):
        if is_chain(cue.between(slot)) and is_head(cue.masked, slot):
            return _coordinated_before(cue, slot)
        if tokens(cue.between(slot))[:1] != ["'s"] and len(tokens(cue.between(slot))) > 9:
            break
    return _intending(cue) or _holding(cue) or _sharing(cue)


def is_head(masked: str, slot: Slot) -> bool:
    """Whether a slot can be the subject of what follows: not after a preposition, nor the object of a verb before it."""
    before = _LISTED.sub("", masked[max(0, slot.start - 80) : slot.start])
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


def owner(cue: Cue, of: bool = True) -> list[Slot]:
    """Whose the noun is: 'Soviet aggression', 'China's refusal', 'aggression by the Soviets'; with ``of`` also 'refusal of China'."""
    if (
        cue.before
        and re.fullmatch(r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,2}", cue.between(cue.before[-1]))
        and is_phrase(cue.between(cue.before[-1]))
    ):
        return _coordinated_before(cue, cue.before[-1])
    return _at(cue, _BY.match(cue.masked, cue.end) or (_OF.match(cue.masked, cue.end) if of else None))


def predicated(cue: Cue) -> list[Slot]:
    """Of whom a predicate is said: 'China is ... reliable'."""
    for slot in reversed(cue.before[-2:]):
        between = cue.between(slot)
        verb = _IS.search(between)
        if (
            verb
            and is_head(cue.masked, slot)
            and is_chain(between[: verb.start()])
            and is_phrase(between[verb.end() :].replace(" not ", " "), 6)
        ):
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
    told = list(_INTENT.finditer(cue.masked, 0, cue.start))
    found = told[-1] if told else None
    if found is None or re.search(r"[;:]|\bbut\b|\bwhile\b", cue.masked[found.end() : cue.start]):
        return []
    return _at(cue, found)


def _holding(cue: Cue) -> list[Slot]:
    """The subject of 'we hold that <cue>ing ...'."""
    if not cue.masked[cue.start : cue.end].endswith("ing"):
        return []
    return _at(cue, _HELD.search(cue.masked, 0, cue.start))


def _sharing(cue: Cue) -> list[Slot]:
    """The subject of the verb before, for one coordinated with it: 'China criticized the plan and <cue> ...'."""
    joined = _JOINED.search(cue.masked, max(0, cue.head - 30), cue.head)
    if not joined:
        return []
    opening = max((m.end() for m in _CLAUSE.finditer(cue.masked, 0, joined.start())), default=0)
    match = _OPENS.match(cue.masked, opening)
    slot = next(iter(_at(cue, match)), None)
    return [slot] if slot and slot.end < joined.start() and not _OTHER.search(cue.masked, slot.end, joined.start()) else []


def _at(cue: Cue, match: re.Match[str] | None) -> list[Slot]:
    return [s for s in cue.slots if match and s.start == match.start("slot")]
