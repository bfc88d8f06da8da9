"""Names of people as the volumes list them: cut into family name, given names and titles.

What comes in is 'Thompson, Llewellyn E. (“Tommy”), Jr.', 'Chou En-lai (Zhou Enlai)',
'Brigadier General', 'Premier Khrushchev'; what goes out are names in natural order.
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "′": "'", "–": "-", "—": "-", "\x98": "", "\x9c": ""})
_SUFFIX = re.compile(r"^(Jr|Sr|II|III|IV|2nd|2d|3rd|3d|4th|Bart)\.?$")
_ORDINAL = re.compile(r"\b(2nd|2d|3rd|3d|4th)\b")
_TRAILING = re.compile(r"(?<=\w) (Cardinal|Sheikh|Shaikh|General|Admiral|Senator|Rep\.)$")
_NUMERAL = re.compile(r"^[IVX]+$")
_RANKS = ["general", "gen", "brigadier", "brig", "lieutenant", "lieut", "lt", "major", "maj", "colonel", "col", "admiral", "adm", "vice", "rear", "captain", "capt", "commander", "cmdr", "commodore", "marshal", "field", "air", "chief", "sir", "dr", "prof", "professor", "lord", "lady", "baron", "baroness", "count", "comte", "countess", "viscount", "prince", "princess", "king", "queen", "sheikh", "shaikh", "shaykh", "président", "president", "premier", "chancellor", "chairman", "secretary", "prime", "minister", "foreign", "acting", "ambassador", "senator", "representative", "rep", "congressman", "governor", "archbishop", "bishop", "cardinal", "father", "reverend", "rev", "monsignor", "pope", "generalissimo", "général", "sergeant", "corporal", "private", "ensign", "wing", "army", "hon", "honorable", "rt", "right", "very", "mr", "mrs", "miss", "ms", "madame", "madam", "mme", "doctor", "jonkheer", "archduke", "duke", "crown", "emperor", "empress", "rabbi", "president-elect", "comrade", "fleet", "sardar-i-ali", "yeoman", "technician", "steward", "warrant", "officer", "cook", "master", "technical", "staff", "first", "second", "third", "class", "grade", "(jg)", "lieutenant-general", "major-general", "lieutenant-colonel", "colonel-general", "(ret.)", "(ret)", "(usa)", "(usaf)", "(usn)", "(usmc)", "(junior", "tengku-i", "brigadegeneral", "squadron", "leader", "group", "vice-admiral", "rear-admiral", "director", "counselor", "member", "spokesman", "designate", "the"]
RANKS = frozenset(_RANKS)
_LINKS = re.compile(
    r"^(of the (army|soviet union|royal air force|fleet|air force)|of (aviation|the fleet|artillery)|d'armée|de brigade|de division)\b\s*",
    re.I,
)
_NEVER_FIRST = frozenset({"first", "second", "third", "class", "grade", "the", "private", "master", "staff"})
_ROLE = re.compile(
    r"\b(from|until|since|after|before|code|named|former|formerly|member|spokesman|director|ambassador|secretary|minister|see|pseudonym|"
    r"designate|counselor|chairman|officer|president|born|died|wife|husband|also|known|later|identified|bonze|führer|party|government)\b",
    re.I,
)
PARTICLES = frozenset(
    ["de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "d'", "van", "von", "der", "den", "ten", "ter", "la", "le", "el", "al", "bin", "ibn", "ben", "abu", "af", "av", "zu", "y", "e", "und", "st.", "st", "san", "ul", "ud"]
)
_NOT_NAMES = frozenset(
    ["bulgaria", "yugoslavia", "germany", "france", "romania", "greece", "chairman", "general", "king", "member", "secretary", "amir", "boncour", "ret", "usa", "the"]
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """One listed form: ``given`` and ``suffix`` are '' where the form has none; ``inverted`` tells whether a comma was in it."""

    family: str
    given: str = ""
    suffix: str = ""
    nickname: str = ""
    inverted: bool = False

    @property
    def natural(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def listed(self) -> str:
        """'Surname, Given, Jr.'"""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


def clean(text: str) -> str:
    """One kind of apostrophe and hyphen, no control characters, no stray full stop or comma at the end.

    >>> clean("Chou En–lai."), clean("O‘Connor, James F."), clean("Johnson, U. Alexis.")
    ('Chou En-lai', "O'Connor, James F.", 'Johnson, U. Alexis')
    """
    text = unicodedata.normalize("NFC", text).translate(_QUOTES)
    text = re.sub(r"\[|\]", "", text)
    text = re.sub(r"^(.+), (.+) ([ae]l-)$", r"\3\1, \2", text)
    text = re.sub(r"^([\w'-]+)\. (?=[A-Z])", lambda m: m[0] if len(m[1]) < 4 else f"{m[1]}, ", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:")
    return text[:-1] if re.search(r"[a-z]{3}\.$", text) else text


def split_parentheses(text: str) -> tuple[str, list[str]]:
    """The text without its parentheses and quoted nicknames, and what stood in them (a quoted one with its quotes).

    >>> split_parentheses("Thompson, Llewellyn E. (“Tommy”), Jr.")
    ('Thompson, Llewellyn E., Jr.', ['“Tommy”'])
    """
    inside = re.findall(r"\(([^()]*)\)", text)
    rest = re.sub(r"\([^()]*\)?", " ", text)
    inside += re.findall(r"“[^“”]*”?", rest)
    rest = re.sub(r"“[^“”]*”?", " ", rest).replace(")", " ").replace("”", " ")
    rest = re.sub(r"\s+,", ",", re.sub(r"\s+", " ", rest))
    return re.sub(r",(\s*,)+", ",", rest).strip(" ,"), inside


def drop_titles(text: str) -> str:
    """The words after ranks and titles at the start; '' where nothing else is there.

    >>> drop_titles("General of the Army Dwight D."), drop_titles("Major General"), drop_titles("Prime Minister Eric E. Williams")
    ('Dwight D.', '', 'Eric E. Williams')
    """
    rest = text.strip()
    while rest:
        word, _, after = rest.partition(" ")
        if word.lower().rstrip(".,") not in RANKS or (rest == text and word.lower() in _NEVER_FIRST):
            break
        rest = _LINKS.sub("", after.strip())
    return re.sub(r"^Earl of ", "", rest)


def _dots(given: str) -> str:
    """Initials with their full stop and a blank: 'K.E.' -> 'K. E.', 'C Douglas' -> 'C. Douglas'."""
    spaced = re.sub(r"\b([A-Z])\.(?=[A-Z]\b)", r"\1. ", given)
    spaced = re.sub(r"\b([A-Z])\.(?=[A-Z][a-z])", r"\1. ", spaced)
    if " " not in spaced:
        return spaced
    return " ".join(f"{w}." if re.fullmatch(r"[A-Z]", w) else w for w in spaced.split())


def _nickname(inside: list[str]) -> str:
    for text in inside:
        plain = text.strip("“”, ")
        if re.fullmatch(r"[A-Z][a-z]+", plain) and (text.startswith("“") or len(plain) <= 5) and plain.lower() not in RANKS:
            return plain
    return ""


def parse(text: str) -> Parsed | None:
    """One listed form without its parentheses; None for a bare title, a role phrase or debris.

    >>> parse("Goodpaster, Brigadier General Andrew J., USA (ret.),").natural
    'Andrew J. Goodpaster'
    >>> parse("Lieutenant General") is None, parse("Bounlent Colonel Saycocie") is None
    (True, True)
    """
    base, inside = split_parentheses(clean(text))
    if not base or re.search(r"\d", _ORDINAL.sub("", base)):
        return None
    parts = [p.strip() for p in base.split(",") if p.strip()]
    found = _inverted(parts, _nickname(inside)) if "," in base and len(parts) > 1 else _plain(parts[0] if parts else "", _nickname(inside))
    return found if found and _is_name(found) else None


def _inverted(parts: list[str], nickname: str) -> Parsed | None:
    suffix, given = "", []
    for part in parts[1:]:
        *front, last = part.split(" ")
        own = part
        if _SUFFIX.match(last):
            suffix, own = f"{last.rstrip('.')}." if last[0] in "JS" else last, " ".join(front)
        if own and not re.fullmatch(r"(USAF?|USN|USMC|R\. ?N\.|U\. ?S\. ?[AN]\.).*", own):
            given.append(own)
    first = _dots(_TRAILING.sub("", drop_titles(given[0]))) if given else ""
    if len(given) > 1 and re.fullmatch(r"([A-Z]\.? ?)+", given[1]):
        first = f"{first} {_dots(given[1])}"
    return Parsed(drop_titles(parts[0]) or parts[0], first, suffix, nickname, True)


def _plain(text: str, nickname: str) -> Parsed | None:
    words = drop_titles(text).split()
    suffix = ""
    if len(words) > 2 and re.fullmatch(r"(Jr|Sr)\.?|III|II|IV", words[-1]) and _looks_western(words[:-1]):
        suffix = f"{words[-1].rstrip('.')}." if words[-1][0] in "JS" else words[-1]
        words = words[:-1]
    return Parsed(_dots(" ".join(words)) if len(words) > 2 else " ".join(words), "", suffix, nickname) if words else None


def _looks_western(words: list[str]) -> bool:
    return any(re.fullmatch(r"[A-Z]\.?", w) for w in words) or len(words) >= 2


def _is_name(name: Parsed) -> bool:
    words = name.natural.split()
    if "&" in name.natural or _ROLE.search(name.natural) or not any(w[:1].isupper() or w[:1] in "'‘ʻ" for w in words) or len(words) > 8:
        return False
    if any(
        w.lower().rstrip(".") in RANKS - {"king", "prince", "count", "lord", "major", "field", "marshal", "father", "bishop", "miss"}
        for w in words[1:-1]
    ):
        return False
    return name.natural.lower() not in _NOT_NAMES and len(name.natural) > 1


def other_names(text: str) -> list[str]:
    """Names in parentheses: 'Zhou Enlai (Chou En-lai)' -> ['Chou En-lai']; several may stand between commas."""
    base, inside = split_parentheses(clean(text))
    found: list[str] = []
    for piece in inside:
        if piece.startswith("“") or re.search(r"\d|[a-z]\.$", piece):
            continue
        for one in [piece] if "," in base else piece.split(","):
            words = one.strip().split()
            if len(words) >= 2 and all(w[:1].isupper() for w in words):
                found.append(one.strip())
    return found


def is_initial(word: str) -> bool:
    return bool(re.fullmatch(r"(?:[A-Z]\.)+|[A-Z]", word))


def short_forms(given: str, family: str) -> list[str]:
    """'Henry A. Kissinger' and 'Henry Kissinger' of 'Henry Alfred Kissinger'; nothing where the first name is an initial only.

    >>> short_forms("Llewellyn Edward", "Thompson")
    ['Llewellyn Thompson', 'Llewellyn E. Thompson']
    >>> short_forms("U. Alexis", "Johnson")
    ['Alexis Johnson']
    """
    words = given.split()
    if len(words) < 2 or any(w.lower() in PARTICLES for w in words) or "-" in words[-1]:
        return []
    if is_initial(words[0]):
        return [f"{words[1]} {family}"] if not is_initial(words[1]) else []
    initials = " ".join(f"{w[0]}." for w in words[1:] if w[0].isalpha())
    return [f"{words[0]} {family}", f"{words[0]} {initials} {family}"]


def tight(name: str) -> str:
    """'David K. E. Bruce' -> 'David K.E. Bruce'."""
    return re.sub(r"\b([A-Z]\.) (?=[A-Z]\.)", r"\1", name)


def ascii_form(name: str) -> str:
    """The name without diacritics, in ASCII where that is possible."""
    plain = unicodedata.normalize(
        "NFKD",
        name.translate(
            str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"})
        ),
    )
    return "".join(c for c in plain if not unicodedata.combining(c))


def is_regnal(name: str) -> bool:
    """'Hassan II', 'Paul VI'"""
    return bool(_NUMERAL.match(name.split()[-1])) if name.split() else False
