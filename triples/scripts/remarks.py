"""What a volume's remark says of a person: offices with their states and terms.

'Soviet Minister of Defense to February 1955; thereafter Chairman of the Soviet Council
of Ministers' gives two claims. Only offices that open a clause count, so that 'Private
Secretary to Prime Minister Macmillan' makes nobody Prime Minister.
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import dates
import office_words
import sides

_OPENING = re.compile(
    r"(?:thereafter|then|later|subsequently|also|concurrently|again|and|simultaneously|the|first|former leader and|interim|served as|became|as|"
    r"appointed|elected|thereafter also|,|Gen\.|Dr\.|Sir|Marshal|Prince|(?:Lieutenant |Major |Brigadier )?General|(?:Rear |Vice )?Admiral|"
    r"(?:Lieutenant )?Colonel|Major|Captain|Brigadier|\(\w+\)|USA|USAF|USN|USMC|ROKA|ARVN)(?=[ ,;])[ ,]*"
)
_JOINED = re.compile(r"(?:,? (?:and|as well as|&)(?: concurrently| also)?|,)\s+(?:also |concurrently |as )?(?:the )?")
_OF = re.compile(r",?\s*\(?(?:of|of the|for|for the|in|in the)?\s*(?:the )?(?:Government of (?:the )?)?")
_AT = re.compile(
    r"\s*(?:Extraordinary and Plenipotentiary )?(?:of (?:the )?)?(?P<own>[A-Z].*? )?(?:to|in|at)(?: the)? (?:Government of (?:the )?)?"
)
_UNITED_NATIONS = re.compile(r"(?:the )?(?:United Nations|U\.?N\.?)(?![\w])")
_NOW = re.compile(r"\b(?:former|formerly|ex-|acting|ad interim|designate|elect\b|candidate|nominated|retired)", re.I)
_ABBREVIATED = re.compile(r"\b(U\.S|U\.K|U\.N|U\.S\.S\.R|Dr|Gen|Mr|Mrs|St|Jr|Lt|Col|Maj|[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Claim:
    """An office that a remark gives to somebody; ``side`` and ``at`` are '' where it does not say whose and where."""

    office: str
    scope: str
    side: str
    at: str
    since: dates.Bound | None
    until: dates.Bound | None
    words: str


def plain(remark: str) -> str:
    """One kind of apostrophe, one blank, and Viet-Nam in one word."""
    text = re.sub(r"[’‘`′]", "'", remark).replace("Viet-Nam", "Vietnam").replace("Viet Nam", "Vietnam")
    text = re.sub(r"\bU\. S\.(?: A\.)?", "U.S.", text)
    return re.sub(r"\s+", " ", text).strip()


def clauses(remark: str) -> Iterator[str]:
    """The remark cut at semicolons and ends of sentences outside parentheses."""
    start = depth = 0
    for at, letter in enumerate(remark):
        depth += (letter == "(") - (letter == ")")
        ends = letter == ";" or (letter == "." and remark[at + 1 : at + 2] in (" ", "") and not _ABBREVIATED.search(remark[start : at + 1]))
        if ends and depth <= 0:
            yield remark[start:at].strip()
            start = at + 1
    yield remark[start:].strip()


def claims(remark: str) -> list[Claim]:
    """Every office that opens a clause of the remark.

    >>> [(c.office, c.side, c.since and c.since.first) for c in claims("Soviet Minister of Defense to February 1955; thereafter Chairman of the Soviet Council of Ministers")]
    [('defense-minister', 'soviet-union', None), ('premier', 'soviet-union', '1955-02-01')]
    """
    found: list[Claim] = []
    side, ended = "", None
    for clause in clauses(plain(remark)):
        terms = dates.spans(clause)
        here = [] if _NOW.search(clause) else _named(dates.without(clause))
        side = next((c.side for c in here if c.side), side)
        follows = ended if clause.startswith("thereafter") or re.match(r"(?:and )?(?:then|subsequently)\b", clause) else None
        found += [_dated(replace(c, side=c.side or side), terms, follows) for c in here]
        ended = terms[-1].until if terms else None
    return found


def _dated(claim: Claim, terms: list[dates.Term], follows: dates.Bound | None) -> Claim:
    """One term dates the claim; several in a clause leave its bounds to the first and the last only where they do not overlap."""
    if not terms:
        return replace(claim, since=follows)
    since = terms[0].since or (follows if not terms[0].since else None)
    until = terms[-1].until
    if len(terms) > 1 and not (terms[0].since and until and terms[-1].since is None):
        since, until = terms[0].since or follows, terms[0].until
    return replace(claim, since=since, until=until)


def _named(text: str) -> list[Claim]:
    at = _skip(text, 0)
    found: list[Claim] = []
    while True:
        side, after = sides.at(text, at)
        office = office_words.at(text, after)
        if not office:
            return _shared(found)
        claim, at = _claim(text, office, side)
        found += [claim] if claim else []
        joined = _JOINED.match(text, at)
        if not joined:
            return _shared(found)
        at = joined.end()


def _skip(text: str, at: int) -> int:
    while match := _OPENING.match(text, at):
        at = match.end()
    return at


def _shared(found: list[Claim]) -> list[Claim]:
    """'Premier and Foreign Minister of China': one state for all offices of a clause."""
    named = {c.side for c in found if c.side}
    return [replace(c, side=c.side or next(iter(named))) for c in found] if len(named) == 1 else found


def _claim(text: str, office: tuple[office_words.Office, re.Match[str]], side: str) -> tuple[Claim | None, int]:
    kind, match = office
    if kind.key in ("ambassador", "high-commissioner", "charge-daffaires", "permanent-representative"):
        return _accredited(text, kind, match.end(), side)
    named = next((sides.exact(group.strip()) for group in match.groups() if group), "")
    of, end = sides.at(text, _OF.match(text, match.end()).end())  # type: ignore[union-attr]
    end = end if of else match.end()
    if _goes_on(text[end:], bool(of), kind.key, bool(side or named)):
        return None, end
    kind = office_words.junior(kind, match[0], side or named or of)
    side = "united-states" if kind.scope == "us" and not side else "" if kind.scope == "un" else side or named or of
    return Claim(kind.key, kind.scope, side, "", None, None, text[match.start() : match.end()]), end


def _goes_on(rest: str, stated: bool, office: str, own: bool) -> bool:
    """Whether the office belongs to something else: 'President of the French Senate', 'President, Manpower Inc.'"""
    if stated:
        return bool(re.match(r"\s*[A-Z]", rest))
    if office in ("president", "vice-president") and not own:
        return bool(re.match(r"\s*[^\s,(]|, (?!and|Minister|Prime)", rest))
    return bool(re.match(r",?\s*(?:of|for)\b|'s", rest))


def _accredited(text: str, kind: office_words.Office, start: int, side: str) -> tuple[Claim | None, int]:
    match = _AT.match(text, start)
    if not match:
        return None, start
    own = sides.exact(match["own"].strip()) if match["own"] else ""
    if match["own"] and not own:
        return None, start
    nations = _UNITED_NATIONS.match(text, match.end())
    place, end = ("organization/united-nations", nations.end()) if nations else _state_at(text, match.end())
    if not place or (kind.key == "permanent-representative" and not nations):
        return None, start
    key = "permanent-representative" if nations else kind.key
    return Claim(key, kind.scope, side or own, place, None, None, kind.label), end


def _state_at(text: str, start: int) -> tuple[str, int]:
    state, end = sides.at(text, start)
    return (f"state/{state}" if state else "", end)
