"""What stands beside a bare year or a bare month, and whether that makes it a date.

'in 1956' and 'the 1954 agreement' are dates; 'telegram 1956' and 'to 1950 tons' are none.
"""

from __future__ import annotations

import re

_REACH = 40  # characters looked at on either side


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_BEFORE_YEAR = _words(
    "in since of by from until till after before during through between about around circa early late mid to year",
    "spring summer autumn fall winter middle end beginning start close half perhaps approximately",
)
_BEFORE_MONTH = _words(
    "in since of by from until till during before after early late mid last next this end beginning middle about around half"
)
_BEFORE_SEASON = _words("the this in by during since until early late mid")
_UNITS = _words(
    "percent men troops tons miles kilometers km meters feet aircraft soldiers people persons million thousand dollars rubles",
    "hours hrs prisoners refugees planes tanks copies words cases villages",
)
_EVENTS = _words(
    "agreement agreements accord accords geneva treaty treaties conference war crisis revolution armistice election elections",
    "declaration pact constitution uprising coup session summit congress frontiers borders boundaries line lines events",
    "invasion plenum protocol communique meeting meetings visit talks",
)
_OWNERS = _words("the their our its his her your")
_NO_MONTH = _words("revolution manifesto decree on against through toward towards")
_PLAIN_MONTHS = _words("january february july september october november december")
_WORD = re.compile(r"\s{1,3}([A-Za-z]{2,20})")


def year_may_stand(text: str, start: int, end: int) -> bool:
    """Whether the words around text[start:end], a number like a year, make it one."""
    before, after = _words_before(text, start), _word_after(text, end)
    if after in _UNITS or text[end : end + 1] == "%":
        return False
    if before and before[-1] in _OWNERS:
        return bool(after) or "/" in text[start:end] or before[-2:-1] in (["of"], ["in"])
    if before and before[-1] in _BEFORE_YEAR:
        return not text[start:end].endswith("00") or (before[-1] in ("in", "since") and not after)
    return after in _EVENTS or _second_of_two(before)


def _second_of_two(before: list[str]) -> bool:
    return len(before) > 1 and before[-1] in ("and", "or") and before[-2].isdecimal() and len(before[-2]) == 4


def month_may_stand(text: str, start: int, end: int, month: str) -> bool:
    """Whether a month without day or year is one, and not the verb, the name, or the October Revolution."""
    after = _word_after(text, end)
    if after in _NO_MONTH or not month[0].isupper():
        return False
    before = (_words_before(text, start) or [""])[-1]
    return month.lower() in _PLAIN_MONTHS or before in _BEFORE_MONTH or (before in _OWNERS and after in _EVENTS)


def season_may_stand(text: str, start: int, end: int) -> bool:
    """Whether a season without a year is one, and not the verb or the fall of a government."""
    before = _words_before(text, start)
    return bool(before) and before[-1] in _BEFORE_SEASON and _word_after(text, end) != "of"


def _words_before(text: str, start: int) -> list[str]:
    stretch = text[max(0, start - _REACH) : start]
    if not stretch[-1:].isspace() and not stretch.endswith("-"):
        return []
    return stretch.replace("-", " ").lower().split()[-2:]


def _word_after(text: str, end: int) -> str:
    match = _WORD.match(text, end, end + _REACH)
    return match[1].lower() if match else ""
