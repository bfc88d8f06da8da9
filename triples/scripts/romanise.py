"""Spelling variants of Russian, Korean and Vietnamese names as documents write them.

Each rule says which spellings stand for one another and after which system:
BGN/PCGN 1947 and ALA-LC (Russian), McCune-Reischauer 1939, the Revised
Romanization of 2000 and the spellings that people chose for themselves (Korean),
quoc ngu without its marks (Vietnamese).
"""

from __future__ import annotations

import itertools
import unicodedata

# ALA-LC with its marks against BGN/PCGN and the press: endings of words, the usual spelling first.
RUSSIAN_ENDINGS: tuple[tuple[str, ...], ...] = (
    ("skii", "sky", "skiy", "ski", "skij"),
    ("ei", "ey", "ej"),
    ("ai", "ay", "aj"),
    ("oi", "oy", "oj"),
    ("ii", "y", "i", "iy", "ij"),
    ("yi", "y", "yy"),
)
# The same letter inside a word: ALA-LC, BGN/PCGN, German and scholarly systems.
RUSSIAN_INSIDE: tuple[tuple[str, ...], ...] = (
    ("iu", "yu", "ju"),
    ("ia", "ya", "ja"),
    ("kh", "ch", "h"),
    ("zh", "z"),
    ("ks", "x"),
    ("shch", "sch"),
    ("ts", "tz", "c"),
)
RUSSIAN_STARTS: tuple[tuple[str, ...], ...] = (("E", "Ye"), ("Iu", "Yu", "Ju"), ("Ia", "Ya", "Ja"), ("Iakov", "Yakov", "Jacob"))
RUSSIAN_WHOLE: tuple[tuple[str, ...], ...] = (
    ("Aleksei", "Alexei", "Aleksey", "Alexey"),
    ("Aleksandr", "Alexander", "Alexandr"),
    ("Andrei", "Andrey"),
    ("Anatolii", "Anatoly", "Anatoli", "Anatoliy"),
    ("Iosif", "Joseph", "Josef"),
    ("Nikolai", "Nikolay"),
    ("Sergei", "Sergey"),
    ("Iurii", "Yuri", "Yury", "Yuriy", "Iuri", "Juri"),
    ("Valerian", "Valeryan"),
    ("Viacheslav", "Vyacheslav", "Vjatscheslav"),
    ("Georgii", "Georgy", "Georgi", "Georgiy"),
    ("Dmitrii", "Dmitri", "Dmitry", "Dmitriy"),
    ("Vasilii", "Vasily", "Vasili", "Vassily", "Vasiliy"),
    ("Evgenii", "Yevgeny", "Evgeny", "Yevgeni", "Yevgeniy"),
    ("Mikhail", "Michail"),
    ("Petr", "Pyotr", "Piotr"),
    ("Fedor", "Fyodor", "Feodor"),
    ("Semen", "Semyon"),
)
# One Korean surname or syllable, as McCune-Reischauer, the Revised Romanization and people write it.
KOREAN: tuple[tuple[str, ...], ...] = (
    ("Kim", "Gim"),
    ("Park", "Pak", "Bak"),
    ("Lee", "Yi", "Rhee", "Ri", "Li", "Rhi"),
    ("Choe", "Choi", "Ch'oe", "Choy"),
    ("Chung", "Chong", "Jung", "Jeong", "Cheong"),
    ("Kang", "Gang"),
    ("Cho", "Jo", "Joh"),
    ("Yun", "Yoon", "Youn"),
    ("Chang", "Jang"),
    ("Paek", "Paik", "Baek", "Baik"),
    ("No", "Roh", "Ro", "Noh"),
    ("Im", "Lim", "Rim"),
    ("Ho", "Huh", "Heo", "Hur"),
    ("Chon", "Chun", "Jeon", "Jun"),
    ("Song", "Sung", "Seong"),
    ("Son", "Sohn"),
    ("Sin", "Shin"),
    ("Il", "Ir"),
    ("Hui", "Hee", "Hi", "Heui"),
    ("Un", "Eun"),
    ("Yong", "Young", "Yeong"),
    ("Hyon", "Hyun", "Hyeon"),
    ("Chin", "Jin"),
    ("Chu", "Ju", "Joo"),
    ("U", "Woo", "Wu"),
    ("Su", "Soo"),
)
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ĭ": "i", "ʹ": "", "ʺ": "", "’": "'", "ë": "e", "ė": "e"})
_MOST = 60


def plain(name: str) -> str:
    """Without diacritics and marks of transliteration.

    >>> plain("Phạm Văn Đồng"), plain("Andreĭ")
    ('Pham Van Dong', 'Andrei')
    """
    apart = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return unicodedata.normalize("NFC", "".join(c for c in apart if not unicodedata.combining(c)))


def vietnamese(name: str) -> set[str]:
    """A Vietnamese name with and without its marks, apart and hyphenated.

    >>> sorted(vietnamese("Lê Duẩn"))
    ['Le Duan', 'Le-Duan', 'Lê Duẩn']
    """
    bare = plain(name)
    return {name, bare, bare.replace(" ", "-")}


def russian(name: str) -> set[str]:
    """The spellings of a Russian name, word by word; at most 60.

    >>> sorted(russian("Andreĭ Gromyko"))
    ['Andrei Gromyko', 'Andrej Gromyko', 'Andrey Gromyko', 'Andreĭ Gromyko']
    """
    words = [_russian_word(word) for word in plain(name).split()]
    return _products(words) | {name}


def _russian_word(word: str) -> list[str]:
    whole = [spelling for group in RUSSIAN_WHOLE if word in group for spelling in group]
    found = [word, *whole]
    for spelling in list(found):
        found += _swap_start(spelling) + _swap_end(spelling)
    for spelling in list(found):
        found += _swap_inside(spelling)
    return list(dict.fromkeys(found))


def _swap_start(word: str) -> list[str]:
    found = []
    for group in RUSSIAN_STARTS:
        for one in filter(word.startswith, group):
            found += [other + word[len(one) :] for other in group if other != one]
    return found


def _swap_end(word: str) -> list[str]:
    for group in RUSSIAN_ENDINGS:
        for one in group:
            if len(one) > 1 and len(word) > len(one) + 1 and word.endswith(one):
                return [word.removesuffix(one) + other for other in group if other != one]
    return []


def _swap_inside(word: str) -> list[str]:
    found = []
    for first, *others in RUSSIAN_INSIDE:
        if first in word[1:]:
            found += [word[0] + word[1:].replace(first, other) for other in others[:2]]
    return found


def korean(name: str) -> set[str]:
    """The spellings of a Korean name of three syllables, surname first; at most 60 before joining.

    >>> {"Kim Il-sung", "Kim Il Sung", "Kim Ir Sen"} <= korean("Kim Il Sung")
    True
    """
    parts = plain(name).replace("-", " ").split()
    if not 2 <= len(parts) <= 3:
        return {name}
    spelled = _products([_korean_syllable(part.capitalize()) for part in parts])
    found = {form for one in spelled for form in _joined(one.split())}
    extra = {"Kim Ir Sen"} if "Kim Il Sung" in found else set()
    return found | extra | {name}


def _korean_syllable(syllable: str) -> list[str]:
    groups = [group for group in KOREAN if syllable in group]
    return list(dict.fromkeys([syllable, *itertools.chain.from_iterable(groups)]))


def _joined(parts: list[str]) -> set[str]:
    family, *given = parts
    if len(given) == 1:
        return {f"{family} {given[0]}"}
    one, two = given
    return {f"{family} {one} {two}", f"{family} {one}-{two.lower()}", f"{family} {one}-{two}", f"{family} {one}{two.lower()}"}


def _products(words: list[list[str]]) -> set[str]:
    return {" ".join(chosen) for chosen in itertools.islice(itertools.product(*words), _MOST)}
