"""The vocabulary of written dates: months, weekdays, seasons, ordinals, and the patterns made of them.

All patterns bound their repetitions, so that matching at one place takes constant time.
"""

from __future__ import annotations

import re

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASON_NUMBERS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12}

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth")
ORDINALS = {word: number for number, word in enumerate((*_UNITS, *_TEENS, "twentieth"), start=1)}
ORDINALS |= {f"twenty-{word}": 20 + number for number, word in enumerate(_UNITS, start=1)} | {"thirtieth": 30, "thirty-first": 31}

START = re.compile(r"(?<!\w)(?<![0-9][.,:/-])(?:[0-9]{4}(?![0-9])|[0-9]{1,2}(?=[a-z]{0,2}\s{0,2}[A-Za-z/.\-\[(&])|[A-Za-z]{1,13})")
WORD = re.compile(r"[A-Za-z]{1,13}")
SHORT_MONTHS = ("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec")

_SHORT = "|".join(SHORT_MONTHS)
_MONTH = rf"(?i:(?:{'|'.join(MONTHS)})(?![a-z])|(?:{_SHORT})(?![a-z])\.?)"
_DAY = r"[0-9]{1,2}"
_DAY_END = r"(?:st|nd|rd|th|d)?(?![\w:]|[.,][0-9])"
_YEAR = r"(?:1[89]|20)[0-9][0-9](?!\w|\.[0-9]|,[0-9]{3}|\s?(?:hours|hrs)\b)"
_YEAR_GAP = r"(?:[\])]?\s{0,3},?\s{0,3}|,?\s{1,3}of\s{1,3})"
_UNTIL = r"(?:\s{0,2}-\s{0,2}|\s{1,2}(?:to|through|until)\s{1,2}(?:the\s)?)"
_ALSO = r"(?P<and>\s{1,2}(?:and|or|&)\s{1,2}(?:the\s)?|\s{0,2}/\s{0,2})"
_OF = r"\s{0,2}[\[(]?\s{0,2}(?:(?:day\s)?of\s{1,2})?"


def _month(number: int) -> str:
    return rf"(?P<m{number}>{_MONTH})"


def _day(number: int) -> str:
    return rf"(?P<d{number}>{_DAY}){_DAY_END}"


def _year(number: int) -> str:
    return rf"(?P<y{number}>{_YEAR})"


_MAYBE_YEAR_1, _MAYBE_YEAR_2 = (rf"(?:{_YEAR_GAP}{_year(number)})?" for number in (1, 2))
_MORE_DAYS = rf"(?:(?:{_UNTIL}|{_ALSO}){_day(2)})?"

# Each list is tried in order; the groups y1 m1 d1 (and y2 m2 d2) are what the builders read.
MONTH_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_month(1)}\s{{0,3}}{_day(1)}{_MAYBE_YEAR_1}{_UNTIL}{_month(2)}\s{{0,3}}{_day(2)}{_MAYBE_YEAR_2}",
        rf"{_month(1)}\]?,?\s{{0,3}}(?:the\s)?{_day(1)}{_MORE_DAYS}{_MAYBE_YEAR_1}",
        rf"{_month(1)}{_MAYBE_YEAR_1}{_UNTIL}{_month(2)}{_YEAR_GAP}{_year(2)}",
        rf"{_month(1)}{_MAYBE_YEAR_1}",
    )
)
DAY_FIRST = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_day(1)}{_OF}{_month(1)}{_MAYBE_YEAR_1}{_UNTIL}{_day(2)}{_OF}{_month(2)}{_MAYBE_YEAR_2}",
        rf"{_day(1)}{_MORE_DAYS}{_OF}{_month(1)}{_MAYBE_YEAR_1}(?!\s[0-9]{{1,2}}(?![0-9:.]))",
    )
)
MILITARY = re.compile(rf"(?P<d1>{_DAY})\s?(?P<m1>(?i:{_SHORT}))\s?(?P<short>[0-9][0-9])(?![\w:.])")
ORDINAL = re.compile(rf"(?i:(?P<word>(?:twenty|thirty)-[a-z]{{5,7}}|[a-z]{{5,11}})\s(?:day\s)?of\s){_month(1)}{_MAYBE_YEAR_1}")
ISO = re.compile(r"(?P<y1>[12][0-9]{3})-(?P<m1>[0-9][0-9])-(?P<d1>[0-9][0-9])(?![\w-])")
YEARS = re.compile(r"(?P<y1>(?:1[89]|20)[0-9][0-9])(?:\s?[-/]\s?|\sto\s)(?P<y2>(?:1[89]|20)[0-9][0-9]|[0-9][0-9])(?![\w/-]|[.,][0-9])")
DECADE = re.compile(r"(?P<y1>(?:1[89]|20)[0-9])0['’]?s(?!\w)")
YEAR = re.compile(_year(1))
NUMERIC = re.compile(
    r"(?P<a>[0-9]{1,2})(?P<sep>[./-])\s?(?P<b>[0-9]{1,2})(?P=sep)\s?(?P<y1>(?:1[89]|20)[0-9][0-9]|[0-9][0-9])(?!\w|[./-][0-9])"
)
ROMAN_MONTH = re.compile(r"(?P<d1>[0-9]{1,2})[./ -]{1,2}(?P<roman>[IVX]{1,4})(?:[./-]\s?|\s)(?P<y1>(?:1[89]|20)[0-9][0-9])(?!\w)")
SEASON = re.compile(
    rf"(?P<season>(?i:{'|'.join(SEASON_NUMBERS)}))(?!\w)"
    rf"(?:\s{{1,3}}(?:of\s{{1,3}})?(?P<y1>{_YEAR})(?:[-/](?P<y2>[0-9]{{4}}|[0-9][0-9])(?!\w))?)?"
)

WEEKDAY = re.compile(rf"(?i:(?P<weekday>{'|'.join(WEEKDAYS)}))(?!\w)(?P<gap>,?\s{{1,3}}(?:the\s{{1,2}})?)?")
QUALIFIER = re.compile(
    r"(?i:(?P<part>early|late|mid|middle|end|beginning|start|close|first\shalf|second\shalf))"
    r"(?:\s?-\s?|\s{1,3}(?:(?:of|in)\s{1,3})?(?:the\s{1,3})?)"
)
ABOUT = re.compile(r"(?i:about|around|approximately|circa|ca\.?|c\.)\s{0,3}(?:the\s)?")
PERHAPS = re.compile(r"(?i:perhaps)\s{1,3}")
THE = re.compile(r"(?i:the)\s{1,3}(?=1[89]|20)")

AT_END = re.compile(r"[.\s\])]{0,4}")
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9][0-9])?"
_HALF = r"(?:\s?[ap]\.?\s?m\.?|\s?Z|\s?hours|\s?hrs\.?|\s?o'clock)"
TIME_OF_DAY = re.compile(
    rf"(?i:[,;]?\s{{0,3}}(?:-\s{{0,3}})?(?:at\s|from\s)?(?:{_CLOCK}{_HALF}?\s{{0,2}}(?:-|to)\s{{0,2}}(?:{_CLOCK}{_HALF}|[0-9][0-9]?:[0-9][0-9])"
    rf"|{_CLOCK}{_HALF}|[0-9][0-9]?:[0-9][0-9]|[0-9]{{4}}\s?(?:Z|hours|hrs\.?)?|noon|midnight)(?:\s?\(?[A-Z]{{2,4}}\)?)?)?[.\s\])]{{0,4}}"
)
