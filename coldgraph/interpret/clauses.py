"""Small grammar of a sentence's words: chains of verbs, negation, questions, conditions, modality."""

from __future__ import annotations

import re

from coldgraph.interpret.words import words
from coldgraph.model import Modality

# In a masked sentence an actor's name is SLOT followed by FILL, so that offsets stay what they were.
SLOT, FILL = "§", "¤"
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*(?:-(?:bearer|in-arms))?")
_TOKEN = re.compile(r"[\w'’§¤-]+|[^\w\s]")

_AUXILIARY = words("auxiliary")
_LINKING = words("linking")
_HEADS = words("head-nouns")
_NEGATIVE = words("negative")
_STOP = words("phrase-ends")
_CONDITION = re.compile(
    r"\b(?:if|unless|whether|in case|in the event|provided|assuming|suppose|supposing|lest|had we|were we|as though)\b", re.IGNORECASE
)
_INVERTED = re.compile(r"^\W*Should\b")
_ASKED = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|inquired?|wonder(?:ed|s|ing)?|enquired|question(?:ed|s)?|doubt(?:ed|s|ful)?|"
    r"not (?:know|sure|clear|certain)|discuss(?:ed)?|consider(?:ed)?)\b[^.;]{0,40}\b(?:whether|if|what|why|how|when|who)\b",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:—]|,? but |, (?:then|we|the|i|he|they|it|you|china|§)", re.IGNORECASE)
_FUTURE, _CONDITIONAL = re.compile(r"\b(?:will|shall|won[’']t)\b|[’']ll\b"), re.compile(r"\b(?:would|could|might|may|should)\b|[’']d\b")


def tokens(words: str) -> list[str]:
    """The words and marks of a stretch, lower case, apostrophes straight."""
    return [t.lower().replace("’", "'") for t in _TOKEN.findall(words)]


def is_chain(between: str, limit: int = 9) -> bool:
    """Whether words between an actor and a verb let the actor be its subject: 'leaders have always wanted to'."""
    some = tokens(between.removeprefix("'s").removeprefix("’s"))
    return len(some) <= limit and some.count(",") != 1 and all(_links(t) for t in some)


def _links(token: str) -> bool:
    return token in _AUXILIARY or token in _LINKING or token in _HEADS or token in _NEGATIVE or (token.endswith("ly") and len(token) > 4)


def is_phrase(between: str, limit: int = 5) -> bool:
    """Whether words lie within one noun phrase: articles, adjectives, nouns and 'of', no other preposition or verb."""
    some = tokens(between)
    return len(some) <= limit and all(t not in _STOP and (t[0].isalnum() or t in ("“", "‘", '"', "'s", "'")) for t in some)


def is_negated(between: str) -> bool:
    """Whether a word of negation stands in a stretch, and not twice ('never refused')."""
    some = tokens(between)
    return sum(t in _NEGATIVE or t.endswith("n't") for t in some) % 2 == 1


def has_negation(between: str) -> bool:
    return any(t in _NEGATIVE or t.endswith("n't") for t in tokens(between))


def is_question(sentence: str) -> bool:
    return sentence.rstrip("\"”’')] ").endswith("?")


def is_asked(sentence: str, at: int) -> bool:
    """Whether an offset lies in an indirect question: 'asked whether China would support ...'."""
    found = _ASKED.search(sentence, 0, at)
    return found is not None


def is_conditional(sentence: str, at: int) -> bool:
    """Whether an offset lies in the if-clause of a sentence, not in its main clause."""
    ends = [m.end() for m in _CONDITION.finditer(sentence, 0, at)]
    start = ends[-1] if ends else 0 if _INVERTED.match(sentence) else -1
    if start >= 0 and sentence[start : start + 1] == ",":
        start = sentence.find(",", start + 1, at) + 1 or start + 1
    return start >= 0 and not _BREAK.search(sentence, start, at)


def has_condition(sentence: str) -> bool:
    return bool(_CONDITION.search(sentence)) or bool(_INVERTED.match(sentence))


def modality(between: str, head: str, conditional: bool) -> Modality:
    """Future ('will'), conditional ('would', an if-clause beside), past (a form in -ed), else actual."""
    if conditional or _CONDITIONAL.search(between):
        return Modality.CONDITIONAL
    if _FUTURE.search(between):
        return Modality.FUTURE
    return Modality.PAST if head.endswith("ed") or re.search(r"\b(?:was|were|had|did)\b", between) else Modality.ACTUAL


def is_alleged(sentence: str, at: int) -> bool:
    """Whether the word at an offset is only quoted with distance: 'the so-called aggression'."""
    before = sentence[max(0, at - 40) : at].lower()
    quoted = before.rstrip().endswith(("“", '"')) and sentence[at:].find("”") in range(1, 25)
    return quoted or bool(re.search(r"so-called[^,;.]*$|alleg\w+ (?:\w+ )?$", before))
