"""English words for a date, such that `parse` reads the same date from them."""

from __future__ import annotations

from coldgraph.dates.parts import MONTHS
from coldgraph.dates.value import Date

_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def in_words(date: Date) -> str:
    """The date as a reader expects it.

    >>> in_words(Date.day(1966, 3, 23)), in_words(Date.from_edtf("1965~")), in_words(Date.from_edtf("195X"))
    ('23 March 1966', 'about 1965', 'the 1950s')
    >>> in_words(Date.from_edtf("1966-03-22/1966-03-25"))
    '22 March 1966 to 25 March 1966'
    """
    return " to ".join(_part(part) for part in date.edtf.split("/"))


def _part(edtf: str) -> str:
    plain = edtf.rstrip("~?%")
    if "XX" in plain:
        return edtf
    mark = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(edtf[len(plain) :], "")
    year, *rest = plain.split("-")
    return mark + _sure(year, [int(number) for number in rest])


def _sure(year: str, rest: list[int]) -> str:
    if not rest:
        return f"the {year[:3]}0s" if year.endswith("X") else year
    if rest[0] in _SEASONS:
        return f"{_SEASONS[rest[0]]} {year}"
    month = f"{MONTHS[rest[0] - 1].capitalize()} {year}"
    return f"{rest[1]} {month}" if len(rest) == 2 else month
