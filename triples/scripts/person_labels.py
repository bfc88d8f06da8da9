"""All written forms of one person: the preferred label, the other labels and the family names.

Chinese, Korean and Vietnamese names stand with the family name first, with the other
romanisations beside them; Russian first names and endings with their usual spellings.
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field

import chinese
import person_names as names
import romanise

EAST = {
    "china": "chinese",
    "taiwan": "chinese",
    "north-korea": "korean",
    "south-korea": "korean",
    "north-vietnam": "vietnamese",
    "south-vietnam": "vietnamese",
}
_KOREAN = frozenset(word for group in romanise.KOREAN for word in group) | frozenset(
    ["Han", "Nam", "Kwon", "Pyun", "Chin", "Hahm", "Kwak", "Won", "Ro", "Shim", "Sim", "Min", "Ham", "Yang", "Yu", "Yoo", "Hong", "Hwang"]
)
_VIETNAMESE = frozenset(
    ["Nguyen", "Tran", "Le", "Pham", "Vu", "Vo", "Ngo", "Bui", "Do", "Dang", "Duong", "Dinh", "Hoang", "Huynh", "Phan", "Truong", "Ton", "Ha", "Ho", "Mai", "Luong", "Ly", "Lam", "Cao", "Dao", "Doan", "Thai", "Ta", "Trinh", "Vuong", "Xuan", "Au", "Chau", "Buu", "Vinh", "Van"]
)
_HISPANIC = frozenset(
    ["argentina", "bolivia", "chile", "colombia", "costa-rica", "cuba", "dominican-republic", "ecuador", "el-salvador", "guatemala", "honduras", "mexico", "nicaragua", "panama", "paraguay", "peru", "spain", "uruguay", "venezuela"]
)
_GERMANIC = frozenset({"west-germany", "east-germany", "austria", "switzerland", "sweden", "finland"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@dataclass(slots=True)
class Labels:
    """What a person is called. ``preferred`` may be overruled by the table of preferred names."""

    preferred: str = ""
    also: set[str] = field(default_factory=set)
    families: set[str] = field(default_factory=set)


def culture(name: names.Parsed, side: tuple[str, ...]) -> str:
    """'chinese', 'korean', 'vietnamese', 'russian', or '' for names written given name first."""
    east = EAST.get(side[0], "") if side else ""
    first = romanise.plain((name.family if name.inverted else name.natural).split()[0])
    if east == "chinese" and (chinese.to_pinyin(_east(name)) or all(chinese.syllables(w) for w in _east(name).split())):
        return east
    if (east == "korean" and first in _KOREAN) or (east == "vietnamese" and first in _VIETNAMESE):
        return east
    if not name.inverted and len(name.natural.split()) >= 3 and first in ("Nguyen", "Tran", "Pham", "Ngo"):
        return "vietnamese"
    return "russian" if side == ("soviet-union",) and name.inverted else ""


def _east(name: names.Parsed) -> str:
    return f"{name.family} {name.given}".strip() if name.inverted else name.natural


def of_forms(forms: list[str], side: tuple[str, ...]) -> Labels:
    """All labels from the listed forms, the preferred one first in ``forms``."""
    parsed = [p for p in map(names.parse, forms) if p]
    first = names.parse(forms[0]) or _fallback(forms[0])
    parsed = [first, *(_completed(p, first) for p in parsed)]
    kind = culture(first, side)
    found = Labels()
    extra = [n for form in forms for n in names.other_names(form) if "," not in form or first.family in n]
    for one in [*parsed, *(p for p in map(names.parse, extra) if p)]:
        _add(found, one, first, kind)
    found.preferred = _preferred(parsed, first, kind, side)
    _respell(found, first, kind)
    _families(found, parsed, first, kind, side)
    _finish(found, bool(side) and side[0] in _GERMANIC)
    return found


def _fallback(form: str) -> names.Parsed:
    family, _, given = names.split_parentheses(names.clean(form))[0].partition(", ")
    return names.Parsed(family, given, "", "", bool(given))


def _completed(one: names.Parsed, first: names.Parsed) -> names.Parsed:
    """'Harriman W. Averell', where only the comma is missing."""
    head, _, rest = one.family.partition(" ")
    if not one.inverted and first.inverted and rest and head == first.family and not rest.endswith(first.family):
        return names.Parsed(head, rest, one.suffix, one.nickname, True)
    return one


def _add(found: Labels, one: names.Parsed, first: names.Parsed, kind: str) -> None:
    if not one.inverted:
        words = one.natural.split()
        if len(words) > 1 or one.natural == first.natural:
            found.also.add(one.natural)
            found.also |= {f"{one.natural} {one.suffix}"} if one.suffix else set()
        elif (first.inverted or kind) and one.natural.lower() not in names.RANKS:
            found.families.add(one.natural)
        return
    _add_inverted(found, one, first, kind)


def _add_inverted(found: Labels, one: names.Parsed, first: names.Parsed, kind: str) -> None:
    if not one.given:
        found.families |= (
            {one.family}
            if one.family.isalpha() and one.family.lower() not in ("sir", "prince") and one.family.lower() not in names.RANKS
            else set()
        )
        return
    found.also |= {one.natural} | ({one.listed} if one == first else set())
    if kind in ("chinese", "korean", "vietnamese"):
        found.also.add(_east(one))
    found.also |= {f"{one.natural} {one.suffix}"} if one.suffix else set()
    found.also |= {f"{one.nickname} {one.family}"} if one.nickname else set()
    found.also |= set(names.short_forms(one.given, one.family)) if kind in ("", "russian") else set()


def _preferred(parsed: list[names.Parsed], first: names.Parsed, kind: str, side: tuple[str, ...]) -> str:
    if kind == "chinese":
        return _chinese(_east(first), side)
    if kind in ("korean", "vietnamese"):
        return romanise.plain(_east(first))
    usual = [p.natural for p in parsed[1:] if not p.inverted and p.natural.endswith(f" {first.family}")]
    usual = [u for u in usual if u[0] in {w[0] for w in first.given.split()}]
    if usual and first.inverted:
        return usual[0]
    return first.natural


def _chinese(name: str, side: tuple[str, ...]) -> str:
    """Pinyin for people of the People's Republic; others keep their own spelling."""
    pinyin = all(chinese.syllables(w) for w in name.split()) and "-" not in name and "'" not in name
    return name if pinyin or side != ("china",) else chinese.to_pinyin(name) or name


def _respell(found: Labels, first: names.Parsed, kind: str) -> None:
    if kind == "chinese":
        for name in sorted({found.preferred, *(a for a in found.also if "," not in a)}):
            _chinese_forms(found, name)
    elif kind == "korean":
        found.also |= hyphenations(found.preferred)
    elif kind == "vietnamese":
        found.also |= {romanise.plain(a) for a in found.also}
    elif kind == "russian":
        found.also |= russian_forms(first.given.split()[0] if first.given else "", first.family)


def _chinese_forms(found: Labels, name: str) -> None:
    is_pinyin = all(chinese.syllables(w) for w in name.split()) and "-" not in name and "'" not in name
    pinyin = name if is_pinyin else chinese.to_pinyin(name)
    if pinyin:
        found.also |= {pinyin} | {v.replace("’", "'") for v in chinese.variants(pinyin) if _usual_wade(v)}


def _usual_wade(form: str) -> bool:
    """'Ch'iao Kuan-hua', 'Chiao Kuan-hua', 'Chiao Kuanhua'; not every mixture of capitals, apostrophes and hyphens."""
    given = form.split(" ", 1)[-1]
    return "ü" not in form and given == given.capitalize()


def hyphenations(name: str) -> set[str]:
    """'Kim Il Sung' as 'Kim Il-sung' and 'Kim Il-Sung' too.

    >>> sorted(hyphenations("Kim Il-sung"))
    ['Kim Il Sung', 'Kim Il-Sung', 'Kim Il-sung', 'Kim Ilsung']
    """
    parts = name.replace("-", " ").split()
    if len(parts) != 3:
        return {name}
    family, one, two = parts[0], parts[1], parts[2]
    return {
        f"{family} {one} {two.capitalize()}",
        f"{family} {one}-{two.lower()}",
        f"{family} {one}-{two.capitalize()}",
        f"{family} {one}{two.lower()}",
    }


def russian_forms(given: str, family: str) -> set[str]:
    """'Aleksei Kosygin' with the usual spellings of first name and ending: Alexei, Aleksey, Alexey.

    >>> "Yuri Vorontsov" in russian_forms("Yuliy", "Vorontsov"), "Alexei Kosygin" in russian_forms("Aleksei", "Kosygin")
    (False, True)
    """
    if not given or names.is_initial(given):
        return set()
    plain = romanise.plain(given)
    firsts = [plain, *next((group for group in romanise.RUSSIAN_WHOLE if plain in group), ())]
    return {f"{one} {last}" for one, last in itertools.product(dict.fromkeys(firsts), russian_families(family))}


def russian_families(family: str) -> list[str]:
    """'Malinovskii' with 'Malinovsky', 'Malinovskiy', 'Malinovski'.

    >>> russian_families("Malinovskiy")
    ['Malinovskiy', 'Malinovskii', 'Malinovsky', 'Malinovski']
    """
    plain = romanise.plain(family)
    match = re.fullmatch(r"(.+[st]s?k)(?:ii|y|iy|i)", plain)
    return list(dict.fromkeys([plain, *(match[1] + end for end in ("ii", "y", "iy", "i"))])) if match else [plain]


def _families(found: Labels, parsed: list[names.Parsed], first: names.Parsed, kind: str, side: tuple[str, ...]) -> None:
    found.families |= {p.family for p in parsed if p.inverted and p.given}
    if kind in ("chinese", "korean", "vietnamese"):
        _eastern_families(found, parsed, kind)
    elif not first.inverted:
        found.families.add(first.natural if names.is_regnal(first.natural) else first.natural.split()[0])
        found.families |= {re.sub(r" [IVX]+$", "", first.natural)} if names.is_regnal(first.natural) else set()
    if kind == "russian":
        found.families |= set(russian_families(first.family))
    if side and side[0] in _HISPANIC and first.inverted:
        head = first.family.split()[0]
        found.families |= {head} if head.lower() not in names.PARTICLES else set()
    for family in list(found.families):
        found.families |= _cased(family)


def _eastern_families(found: Labels, parsed: list[names.Parsed], kind: str) -> None:
    """The first words of names in their own order; for Vietnamese also the last, by which people are called."""
    found.families = {f for f in found.families if " " not in f}
    listed = {p.family for p in parsed if p.inverted and p.given} | {found.preferred.split()[0]}
    own = [p.natural.split() for p in parsed if not p.inverted]
    found.families |= listed | {words[0] for words in own if len(words) > 1 and words[-1] not in listed}
    if kind == "vietnamese":
        found.families.add(found.preferred.split()[-1])
    if kind == "chinese":
        found.families |= {spelled for family in list(found.families) for spelled in _chinese_families(family)}


def _chinese_families(family: str) -> set[str]:
    """'Zhou' and 'Chou' of either."""
    pinyin = family if chinese.syllables(family) == (family.lower(),) else chinese.to_pinyin(family) or ""
    spelled = chinese.table().get(pinyin.lower(), ())
    return {pinyin} - {""} | {form.capitalize() for wade in spelled for form in (wade, wade.replace("'", ""))}


def _cased(family: str) -> set[str]:
    """'De Gaulle' and 'de Gaulle'; 'al-Quwatli' and 'Quwatli'; 'Roijen' of 'Jan Herman van Roijen' stays."""
    head, _, rest = family.partition(" ")
    if rest and head.lower() in names.PARTICLES:
        return {f"{head.capitalize()} {rest}", f"{head.lower()} {rest}"}
    return {family[3:]} if family[:3].lower() in ("al-", "el-") else set()


def _finish(found: Labels, umlauts: bool) -> None:
    found.families = {f for f in found.families if f and not f.islower() and len(f) > 1 and f != "Sir"}
    for one in list(found.also | {found.preferred}):
        found.also |= {names.tight(one), names.ascii_form(one), *([names.ascii_form(one.translate(_UMLAUTS))] if umlauts else [])}
    for one in list(found.families):
        found.families |= {names.ascii_form(one), *([names.ascii_form(one.translate(_UMLAUTS))] if umlauts else [])}
    found.also = {a for a in found.also if a != found.preferred and len(a) > 2}
