"""A small authority made by hand, and the rooms on it, for tests that must not change with the shipped one.

The well-known people have the days of office that triples/authority has; the others are invented.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from coldgraph.found import Expression, Recognised
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.model import Document, Extraction, Mention
from coldgraph.read.text_document import document_of
from coldgraph.recognise.common import COMMON
from coldgraph.recognise.recogniser import Recogniser
from coldgraph.tables import Affiliation, Authority, Entity, Name

STATES = {
    "united-states": ("United States", None, None, ["US", "U.S.", "USA", "America"], ["American"], ["Americans"], ["Washington"]),
    "soviet-union": ("Soviet Union", None, None, ["USSR", "U.S.S.R."], ["Soviet"], ["Soviets"], ["Moscow", "Kremlin"]),
    "china": ("China", date(1949, 10, 1), None, ["PRC"], ["Chinese"], ["Chinese"], ["Beijing", "Peking"]),
    "taiwan": ("Taiwan", date(1949, 12, 8), None, ["Republic of China", "China"], ["Chinese"], ["Chinese"], ["Taipei"]),
    "north-vietnam": ("North Vietnam", date(1954, 5, 1), None, ["DRV", "the North"], ["Vietnamese"], ["North Vietnamese"], ["Hanoi"]),
    "south-vietnam": (
        "South Vietnam",
        date(1955, 10, 26),
        date(1975, 4, 30),
        ["the South"],
        ["Vietnamese"],
        ["South Vietnamese"],
        ["Saigon"],
    ),
    "west-germany": ("West Germany", date(1949, 9, 21), None, ["FRG"], ["German", "West German"], ["Germans"], ["Bonn"]),
    "east-germany": ("East Germany", date(1949, 10, 5), date(1990, 10, 2), ["GDR"], ["German", "East German"], ["Germans"], ["Pankow"]),
    "germany": ("Germany", None, None, [], ["German"], ["Germans"], []),
    "north-korea": (
        "North Korea",
        date(1948, 9, 9),
        None,
        ["DPRK", "the North"],
        ["Korean", "North Korean"],
        ["North Koreans"],
        ["Pyongyang"],
    ),
    "south-korea": ("South Korea", date(1948, 8, 15), None, ["ROK", "the South"], ["Korean", "South Korean"], ["South Koreans"], ["Seoul"]),
    "korea": ("Korea", None, None, [], ["Korean"], ["Koreans"], []),
    "pakistan": ("Pakistan", date(1947, 8, 14), None, ["Pak"], ["Pakistani"], ["Pakistanis"], []),
    "norway": ("Norway", None, None, [], ["Norwegian"], ["Norwegians"], ["Oslo"]),
    "poland": ("Poland", None, None, [], ["Polish"], ["Poles"], ["Warsaw"]),
    "france": ("France", None, None, [], ["French"], ["French"], ["Paris"]),
    "japan": ("Japan", None, None, [], ["Japanese"], ["Japanese"], ["Tokyo"]),
}
CAPITALS = {
    "moscow": ("Moscow", "soviet-union"),
    "washington": ("Washington", "united-states"),
    "beijing": ("Beijing", "china"),
    "hanoi": ("Hanoi", "north-vietnam"),
    "bonn": ("Bonn", "west-germany"),
    "warsaw": ("Warsaw", "poland"),
    "paris": ("Paris", "france"),
    "oslo": ("Oslo", "norway"),
    "berlin": ("Berlin", "east-germany"),
}
# label, weight, active since, until, other written forms, family names
PEOPLE = {
    "john-f-kennedy": ("John F. Kennedy", 49, 1958, 1963, ["John Kennedy"], ["Kennedy"]),
    "robert-f-kennedy": ("Robert F. Kennedy", 25, 1961, None, ["Robert Kennedy"], ["Kennedy"]),
    "lyndon-b-johnson": ("Lyndon B. Johnson", 99, 1952, 1973, ["Lyndon Johnson"], ["Johnson"]),
    "u-alexis-johnson": ("U. Alexis Johnson", 119, 1951, 1997, ["Ural Alexis Johnson"], ["Johnson"]),
    "dean-rusk": ("Dean Rusk", 84, 1948, 1994, ["David Dean Rusk"], ["Rusk"]),
    "llewellyn-e-thompson": ("Llewellyn E. Thompson", 77, 1945, 1972, ["Llewellyn Thompson"], ["Thompson"]),
    "nikita-khrushchev": ("Nikita Khrushchev", 79, 1950, None, ["N. S. Khrushchev", "Nikita S. Khrushchev"], ["Khrushchev"]),
    "anatoly-dobrynin": ("Anatoly Dobrynin", 80, 1952, None, ["Anatoly F. Dobrynin"], ["Dobrynin"]),
    "andrei-gromyko": ("Andrei Gromyko", 121, 1943, None, ["Andrei A. Gromyko"], ["Gromyko"]),
    "zhou-enlai": ("Zhou Enlai", 59, 1945, None, ["Chou En-lai"], ["Zhou", "Chou"]),
    "le-duan": ("Le Duan", 11, 1958, 1980, [], ["Le"]),
    "konrad-adenauer": ("Konrad Adenauer", 50, 1947, None, ["Conrad Adenauer"], ["Adenauer"]),
    "charles-de-gaulle": ("Charles de Gaulle", 89, 1943, None, ["General de Gaulle"], ["de Gaulle"]),
    "kim-chong-su": ("Kim Chong-su", 4, 1955, 1975, [], ["Kim"]),
    "kim-yong-ho": ("Kim Yong-ho", 4, 1955, 1975, [], ["Kim"]),
    "pak-song-il": ("Pak Song-il", 4, 1955, 1975, [], ["Pak"]),
    "pak-chun-ho": ("Pak Chun-ho", 4, 1955, 1975, [], ["Pak"]),
    "karl-osterberg": ("Karl Osterberg", 9, 1950, 1970, [], ["Osterberg"]),
    "kurt-osterberg": ("Kurt Osterberg", 9, 1950, 1970, [], ["Osterberg"]),
    "anna-dahlin": ("Anna Dahlin", 12, 1950, 1970, [], ["Dahlin"]),
    "tadeusz-wolnik": ("Tadeusz Wolnik", 6, 1950, 1970, [], ["Wolnik"]),
    "robert-lindauer": ("Robert Lindauer", 5, 1950, 1970, [], ["Lindauer"]),
    "robert-vossler": ("Robert Vossler", 5, 1950, 1970, [], ["Vossler"]),
    "robert-amsel": ("Robert Amsel", 5, 1920, 1940, [], ["Amsel"]),
    "arthur-h-dean": ("Arthur H. Dean", 5, 1950, 1970, ["Arthur Dean"], ["Dean"]),
    "william-tarrow": ("William Tarrow", 5, 1950, 1970, [], ["Tarrow"]),
}
# person, side, office, accredited to, since, until
OFFICES = [
    ("john-f-kennedy", "united-states", "president", "", date(1961, 1, 20), date(1963, 11, 22)),
    ("robert-f-kennedy", "united-states", "attorney-general", "", date(1961, 1, 20), None),
    ("lyndon-b-johnson", "united-states", "president", "", date(1963, 11, 22), date(1969, 1, 20)),
    ("lyndon-b-johnson", "united-states", "vice-president", "", None, date(1963, 11, 22)),
    ("u-alexis-johnson", "united-states", "ambassador", "thailand", date(1958, 2, 14), date(1961, 4, 10)),
    ("dean-rusk", "united-states", "secretary-of-state", "", date(1961, 1, 21), date(1969, 1, 20)),
    ("llewellyn-e-thompson", "united-states", "ambassador", "soviet-union", date(1957, 7, 16), date(1962, 7, 27)),
    ("nikita-khrushchev", "soviet-union", "premier", "", date(1958, 3, 1), date(1964, 10, 15)),
    ("anatoly-dobrynin", "soviet-union", "ambassador", "united-states", date(1962, 3, 1), None),
    ("andrei-gromyko", "soviet-union", "foreign-minister", "", date(1957, 2, 1), date(1985, 12, 31)),
    ("zhou-enlai", "china", "premier", "", date(1949, 10, 1), date(1976, 1, 8)),
    ("le-duan", "north-vietnam", "party-leader", "", None, None),
    ("konrad-adenauer", "west-germany", "premier", "", date(1949, 9, 1), date(1963, 10, 31)),
    ("charles-de-gaulle", "france", "president", "", date(1959, 1, 1), date(1969, 4, 28)),
    ("kim-chong-su", "south-korea", "foreign-minister", "", date(1962, 1, 1), date(1966, 12, 31)),
    ("pak-song-il", "north-korea", "foreign-minister", "", date(1960, 1, 1), date(1968, 12, 31)),
    ("karl-osterberg", "norway", "", "", None, None),
    ("kurt-osterberg", "norway", "", "", None, None),
    ("anna-dahlin", "norway", "ambassador", "united-states", date(1960, 1, 1), date(1965, 12, 31)),
    ("tadeusz-wolnik", "poland", "foreign-minister", "", date(1958, 1, 1), date(1967, 12, 31)),
]
OTHERS = [
    ("organization/united-nations", "organization", "United Nations", "", ["UN", "U.N."]),
    ("organization/nato", "organization", "NATO", "", ["North Atlantic Treaty Organization"]),
    (
        "organization/us-department-of-state",
        "organization",
        "Department of State",
        "state/united-states",
        ["State Department", "the Department"],
    ),
    ("organization/soviet-foreign-ministry", "organization", "Soviet Foreign Ministry", "state/soviet-union", ["Foreign Ministry"]),
    ("movement/viet-cong", "movement", "Viet Cong", "", ["VC"]),
    ("place/quemoy", "place", "Quemoy", "state/taiwan", []),
    ("topic/warsaw-talks", "topic", "Warsaw talks", "", []),
    ("topic/revisionism", "topic", "revisionism", "", []),
]


@lru_cache
def authority() -> Authority:
    """The whole small authority."""
    entities: dict[str, Entity] = {}
    names: list[Name] = []
    for key, (label, since, until, forms, adjectives, demonyms, metonyms) in STATES.items():
        id_ = f"state/{key}"
        entities[id_] = Entity(id_, "state", label, since, until)
        for kind, some in (("name", [label, *forms]), ("adjective", adjectives), ("demonym", demonyms), ("metonym", metonyms)):
            names += [Name(form, id_, kind) for form in some]
    for key, (label, state) in CAPITALS.items():
        entities[f"place/{key}"] = Entity(f"place/{key}", "place", label, side=f"state/{state}")
        names += [Name(label, f"place/{key}")] + ([Name("Peking", "place/beijing")] if key == "beijing" else [])
    for id_, kind, label, side, forms in OTHERS:
        entities[id_] = Entity(id_, kind, label, side=side)
        names += [Name(form, id_) for form in (label, *forms)]
    for key, (label, weight, first, last, forms, families) in PEOPLE.items():
        id_ = f"person/{key}"
        entities[id_] = Entity(id_, "person", label, date(first, 1, 1), date(last, 12, 31) if last else None, weight)
        names += [Name(form, id_) for form in (label, *forms)] + [Name(form, id_, "family") for form in families]
    return Authority(entities, tuple(names), tuple(_affiliations()), "world")


def _affiliations() -> list[Affiliation]:
    return [
        Affiliation(f"person/{who}", f"state/{side}", office, f"state/{at}" if at else "", since, until, source="the world of tests")
        for who, side, office, at, since, until in OFFICES
    ]


@lru_cache
def recogniser() -> Recogniser:
    return Recogniser(authority())


@lru_cache
def interpreter() -> Interpreter:
    return Interpreter(authority(), COMMON)


def document(text: str, name: str = "talk.txt") -> Document:
    return document_of(text, name)


def recognised(text: str, name: str = "talk.txt") -> Recognised:
    return recogniser().recognise(document(text, name))


def extracted(text: str | Document, name: str = "talk.txt") -> Extraction:
    """All that comes out of a text, read by its layout, or of a document."""
    given = document(text, name) if isinstance(text, str) else text
    return interpreter().interpret(recogniser().recognise(given))


def people(text: str) -> list[Expression]:
    """The names of people in a text that has no layout."""
    return [e for e in recognised(text).expressions if e.kind == "person"]


def quoted(found: Extraction, mentions: list[Mention] | None = None) -> list[tuple[str, str]]:
    """(words, who or what is meant) of mentions: of all but pronouns where none are given."""
    some = [m for m in found.mentions if not m.pronoun] if mentions is None else mentions
    return [(found.document.quote(m.start, m.end), m.refers_to) for m in some]
