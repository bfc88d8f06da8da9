"""A sign's name in plain words."""

from __future__ import annotations

import re

_SHAPES = {
    "H..T": "holder named before target",
    "T..H": "target named before holder",
    "..T": "only the target named",
    "H..": "only the holder named",
    "..": "neither named",
}
_PARTIES = {"own": "the speaker's side", "you": "the side spoken to", "third": "a third party"}
_MANNERS = {
    "turn": "in the speaker's own turn",
    "told": "in words that a narrator tells",
    "author": "in the author's words",
    "none": "in nobody's words",
}
_SLOTS = {
    "named": "by name",
    "we": "as 'we'",
    "i": "as 'I'",
    "you": "as 'you'",
    "they": "as 'they'",
    "he": "as 'he' or 'she'",
    "implied": "not at all, only meant",
    "recent": "some sentences before",
}
_WHOLE = {
    "pairs": "how many pairs of actors the sentence has",
    "length": "the length of the sentence",
    "question": "it is a question",
    "condition": "it states a condition",
    "net": "the balance of praise and blame around the two",
    "frame none": "no construction of the lexicon claims an attitude between the two",
    "near target distance": "how far the nearest word of attitude is from the target",
    "behind holder distance": "how far the first word of attitude is behind the holder",
}
_ROLES = {
    "subject": "its subject",
    "object": "its object",
    "owner": "whose it is",
    "doer": "who does it",
    "opponent": "the side spoken to",
    "predicated": "who is called so",
    "foreign-subject": "its subject, if not of the speaker's side",
    "own-subject": "its subject, if of the speaker's side",
    "addressed-subject": "'you' as its subject",
    "nearest": "the side named last before it",
    "third": "the third party named last before it",
    "addressee": "the side spoken to",
    "voice": "the speaker's side",
}
_POLARITIES = {"Positive": "praise", "Negative": "blame"}
_ZONES = {"between": "between the two", "before": "before them", "after": "after them", "anywhere": "anywhere in the sentence"}
_PAIR = re.compile(r"(\w+)>(\w+)")


def in_words(sign: str) -> str:
    """What a sign says; whatever is not known here stays as it is named.

    >>> in_words("H..T between Accusation verb negated")
    'holder named before target: a negated verb of accusation between the two'
    >>> in_words("roles own>third"), in_words("near target Praise")
    ("the speaker's side towards a third party", 'the word nearest to the target tells praise')
    """
    if sign in _WHOLE:
        return _WHOLE[sign]
    head, _, rest = sign.partition(" ")
    if head in _SHAPES:
        return f"{_SHAPES[head]}: {_zone(rest)}"
    if head in _ZONES:
        return _cue(rest.split(), _ZONES[head])
    return _STARTS[head](rest) if head in _STARTS else sign


def role(name: str) -> str:
    """Who bears a role of a frame.

    >>> role("third")
    'the third party named last before it'
    """
    return _ROLES.get(name, f"its {name}")


def _towards(rest: str) -> str:
    """'own>third' and the like.

    >>> _towards("own>third")
    "the speaker's side towards a third party"
    """
    match = _PAIR.search(rest)
    names = [_PARTIES.get(n, n) for n in match.groups()] if match else [rest]
    return " towards ".join(names)


def _manner(rest: str) -> str:
    manner, _, pair = rest.partition(" ")
    return _MANNERS.get(manner, manner) + (f", {_towards(pair)}" if pair else "")


def _words(rest: str) -> str:
    holder, _, target = rest.partition(">")
    return f"the holder is named {_SLOTS.get(holder, holder)}, the target {_SLOTS.get(target, target)}"


def _frame(rest: str) -> str:
    return (
        f"a construction of the lexicon claims a {rest.lower()} attitude"
        if rest in ("Positive", "Negative")
        else f"the construction {rest!r}"
    )


def _zone(rest: str) -> str:
    """The part of a sign behind the shape: 'between Negative own>third', 'distance', 'actors'."""
    if rest in ("distance", "actors"):
        return {"distance": "how far they stand apart", "actors": "how many others are named around them"}[rest]
    zone, *parts = rest.split()
    return _cue(parts, _ZONES.get(zone, zone))


def _cue(parts: list[str], where: str) -> str:
    roles = [p for p in parts if _PAIR.fullmatch(p)]
    forms = [p for p in parts if p in ("verb", "noun", "word")]
    kinds = [_told(p) for p in parts if p not in roles and p not in forms and p != "negated"]
    told = f"a {'negated ' if 'negated' in parts else ''}{forms[0] if forms else 'word'} of {' '.join(kinds)} {where}"
    return told + (f", {_towards(roles[0])}" if roles else "")


def _told(name: str) -> str:
    """What a word tells: an act, or praise or blame."""
    return _POLARITIES.get(name, name.lower())


def _kinds(rest: str) -> str:
    return f"a {rest.replace('>', ' towards a ')}"


def _net(rest: str) -> str:
    return f"the balance of praise and blame, {_towards(rest)}"


def _near(rest: str) -> str:
    return f"the word nearest to the target tells {_told(rest.removeprefix('target '))}"


def _behind(rest: str) -> str:
    return f"the first word behind the holder tells {_told(rest.removeprefix('holder '))}"


def _shape(rest: str) -> str:
    return _SHAPES.get(rest, rest)


_STARTS = {
    "shape": _shape,
    "roles": _towards,
    "manner": _manner,
    "words": _words,
    "kinds": _kinds,
    "frame": _frame,
    "net": _net,
    "near": _near,
    "behind": _behind,
}
