"""Everything that a graph knows of one person, state, body, place or topic, with where it comes from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from coldgraph import namespaces as ns
from coldgraph import vocabulary
from coldgraph.ask.lookup import Row, rows, thing
from coldgraph.ids import ONTOLOGY
from coldgraph.store.contract import Store

_NAMES = (ns.ALT_LABEL, vocabulary.FAMILY_NAME, vocabulary.ADJECTIVE, vocabulary.DEMONYM, vocabulary.METONYM, vocabulary.EPITHET)
_MATCHES = tuple(ns.SKOS + name for name in ("exactMatch", "closeMatch"))
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_CLASSES = ("Person", "State", "Organization", "Movement", "Alliance", "Place", "Topic")


@dataclass(frozen=True, slots=True)
class Office:
    """An affiliation in words; days are ISO, '' where open or unknown."""

    office: str
    side: str
    at: str
    since: str
    until: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One mention with its place in a document."""

    document: str
    title: str
    date: str
    citation: str
    start: int
    end: int
    quote: str
    method: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """What `who` tells. ``spellings`` and ``methods`` count mentions; ``facts`` are years and numbers of volumes.

    ``first`` and ``last`` are days; ``spoken_of`` has holder, polarity, act, attributed and count, ``could_be`` the mentions
    for which this one is only a candidate.
    """

    id: str
    label: str
    kind: str
    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    identifiers: tuple[str, ...]
    sources: tuple[str, ...]
    offices: tuple[Office, ...]
    mentions: int
    documents: int
    first: str
    last: str
    spellings: tuple[tuple[str, int], ...]
    methods: tuple[tuple[str, int], ...]
    examples: tuple[Example, ...]
    turns: int
    meetings: int
    spoken_of: tuple[Row, ...]
    could_be: tuple[Row, ...]
    decisions: tuple[Row, ...]


def portrait(store: Store, local: str, examples: int = 3) -> Portrait:
    """What the graph knows of an entity (a local identifier); ``examples`` mentions, spread over its documents in time."""
    who = thing(local)
    facts = rows(store, "facts", entity=who)
    values = {p: tuple(r["value"] for r in facts if r["property"] == p) for p in dict.fromkeys(r["property"] for r in facts)}
    documents = sorted(rows(store, "documents-of", entity=who), key=lambda r: (not r["day"], r["day"]))
    words = rows(store, "words-of", entity=who)
    days = [r["day"] for r in documents if r["day"]]
    speaks = rows(store, "speaks", entity=who, participant=who)[0]
    return Portrait(
        local, *_called(values, local), _facts(values), tuple(v for p in _MATCHES for v in values.get(p, ())), values.get(ns.SOURCE, ()),
        _offices(store, local), sum(int(r["mentions"]) for r in documents), len(documents), min(days, default=""), max(days, default=""),
        _counted(words, "quote"), _counted(words, "method"), _examples(store, local, documents, examples),
        int(speaks["turns"]), int(speaks["meetings"]), tuple(rows(store, "stances-on", entity=who)),
        tuple(rows(store, "could-be", entity=who)), tuple(rows(store, "decisions-on", entity=who)),
    )  # fmt: skip


def _called(values: dict[str, tuple[str, ...]], local: str) -> tuple[str, str, tuple[str, ...]]:
    """Label, kind and all other written forms."""
    label = next(iter(values.get(ns.PREF_LABEL, ())), local)
    kind = next((c for c in _CLASSES if c in values.get(ns.TYPE, ())), "")
    names = dict.fromkeys(n for p in _NAMES for n in values.get(p.removeprefix(ONTOLOGY), ()) if n != label)
    return label, kind, tuple(names)


def _facts(values: dict[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    words = {"birthYear": "born", "deathYear": "died", "activeFrom": "known from", "activeUntil": "known until",
             "earliest": "from", "latest": "until", "listedIn": "listed in volumes"}  # fmt: skip
    return tuple((said, values[name][0]) for name, said in words.items() if values.get(name))


def _offices(store: Store, local: str) -> tuple[Office, ...]:
    """Offices and sides; what several sources tell alike stands once."""
    found: dict[tuple[str, str, str, str, str], list[str]] = {}
    for r in rows(store, "affiliations", entity=thing(local)):
        office = r["capacity"] or r["officeLabel"] or r["office"]
        key = (office, r["sideLabel"] or r["side"], r["atLabel"] or r["at"], r["earliest"], r["latest"])
        found.setdefault(key, []).append(r["source"])
    return tuple(Office(*key, tuple(dict.fromkeys(sources))) for key, sources in found.items())


def _counted(found: list[Row], column: str) -> tuple[tuple[str, int], ...]:
    counts: Counter[str] = Counter()
    for row in found:
        words = _DAY.sub("that day", " ".join(row[column].split())) or "the name itself"
        counts[words] += int(row["mentions"])
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _examples(store: Store, local: str, documents: list[Row], wanted: int) -> tuple[Example, ...]:
    """The first mention in each of some documents: the first, the last, and some between."""
    count = min(wanted, len(documents))
    chosen = sorted({round(n * (len(documents) - 1) / max(count - 1, 1)) for n in range(count)})
    return tuple(mention for n in chosen for mention in named_in(store, local, documents[n])[:1])


def named_in(store: Store, local: str, document: Row) -> list[Example]:
    """All mentions of an entity in one document (a row of lookups/documents-of.rq)."""
    about = (document["document"], document["title"], document["date"], document["citation"])
    found = rows(store, "mentions-in", document=thing(f"document/{document['document']}"), entity=thing(local))
    return [Example(*about, int(r["start"]), int(r["end"]), r["quote"], r["method"]) for r in found]
