"""Hostile words in every field that a graph hands to a page, and the fields of a page by what they may hold."""
# ruff: noqa: E501 - hostile strings stay whole

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from invented import CG, ID, TYPE, Invented, literal

from coldgraph.see.feed import WORDED

HOSTILE = [
    "<script>window.ran=1</script>", "</script><script>window.ran=1</script>", "<img src=x onerror=window.ran=1>", "<svg onload=window.ran=1>",
    "<!--<script>window.ran=1", "--><script>window.ran=1</script>", "]]><script>window.ran=1</script>", "{{7*7}}", "{% raw %}", "${window.ran=1}",
    "';window.ran=1;'", '";window.ran=1;"', "`;window.ran=1;`", "\\';window.ran=1//", "\\u003cscript>window.ran=1</script>",
    "&lt;script&gt;window.ran=1&lt;/script&gt;", "<iframe srcdoc='<script>parent.ran=1</script>'>", "<a href=javascript:window.ran=1>x</a>",
    "javascript:window.ran=1", "<style>*{display:none}</style>", "</style><script>window.ran=1</script>", "<base href=https://example.org/>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>", "<link rel=stylesheet href=https://example.org/x.css>",
    "<object data=https://example.org/>", "<form action=https://example.org/><button autofocus>", "<input autofocus onfocus=window.ran=1>",
    "\u2028window.ran=1\u2029", "\u202ewindow.ran=1", "__proto__", "<details open ontoggle=window.ran=1>", "</title><script>window.ran=1</script>",
]  # fmt: skip
WEB = "https://example.org/"

# What a field of the feed holds. A field that stands in none of these sets fails the test: say where it belongs.
TEXTS = {
    "nodes.label", "nodes.meetings.0", "nodes.meetings.1", "nodes.sides", "nodes.offices.2", "nodes.offices.3", "nodes.members.0", "documents.title", "documents.date",
    "documents.archive", "documents.record", "documents.citation", "documents.link", *(f"evidence.{key}" for key in WORDED if key not in ("act", "modality")),
    "marks.ends",
}  # fmt: skip
IRIS = {"nodes.iri", "edges.acts", "evidence.act", "evidence.modality"}
DAYS = {
    "documents.earliest",
    "evidence.earliest",
    "edges.first",
    "edges.last",
    "nodes.offices.0",
    "nodes.offices.1",
    "nodes.members.1",
    "nodes.members.2",
}
OURS = {
    "about.kind", "about.level", "about.since", "about.until", "lines.word", "lines.light", "lines.dark", "nodes.kind", "edges.polarity",
    "marks.when", "marks.polarity", "marks.word", *(f"paper.{name}" for name in ("paper", "sheet", "ink", "quiet", "rule", "node", "focus", "tint")),
}  # fmt: skip
DAY = re.compile(r"(\d{4}-\d\d-\d\d)?")
PLAIN = re.compile(r"[\w ,:#–-]*")


def in_iri(text: str) -> str:
    """As much of a hostile text as an IRI may hold."""
    return quote(text, safe="';=*()!,:@&$~")


def hostile_world() -> Invented:
    """A ring of actors with hostile names, ids, titles, quotations, archives, acts, places, offices, alliances, days and addresses."""
    made = Invented()
    for i, text in enumerate(HOSTILE):
        _actors(made, i, text)
        for n, source in enumerate((text, WEB + text)):
            _paper(made, i, text, f"d{n}{in_iri(text)}", source, day="1960-04-30" if n else text)
    return made


def _actors(made: Invented, i: int, text: str) -> None:
    made.actor(me(i), text)
    made.actor(state(i), text, "State")
    made.actor(f"place/{i}{in_iri(text)}", text, "Place")
    made.office(me(i), state(i), text)
    made.fact(f"affiliation/broken-{i}", "earliest", literal(text))
    for prop, value in (("affiliate", me(i)), ("capacity", literal(text)), ("latest", literal(text)), ("side", state(i))):
        made.fact(f"affiliation/broken-{i}", prop, value)
    made.fact(f"affiliation/broken-{i}", TYPE, CG + "Affiliation")
    made.actor(f"alliance/{i}", text, "Alliance")
    made.fact(f"alliance/{i}", "http://www.w3.org/2000/01/rdf-schema#seeAlso", f"organization/{i}")
    made.actor(f"organization/{i}", text, "Organization")
    made.fact(f"alliance/{i}", "membership", f"membership/{i}")
    made.fact(f"membership/{i}", "member", state(i))
    for prop in ("earliest", "latest"):
        made.fact(f"membership/{i}", prop, literal(text))


def _paper(made: Invented, i: int, text: str, name: str, source: str, day: str) -> None:
    paper = made.document(name, text, f"196{i % 9}-05-02", text, text)
    made.lines = {line for line in made.lines if not line.startswith(f"<{ID}{paper}> <{CG}date>")}
    made.fact(paper, "date", literal(text))
    if day == text:
        made.fact(paper, "earliest", literal(day))
    made.fact(paper, "http://purl.org/dc/terms/bibliographicCitation", literal(text))
    made.fact(paper, "http://purl.org/dc/terms/source", literal(source))
    for ends in ((me(i), me(i + 1)), (state(i), state(i + 1)), (state(i), state(i + 2))):
        stance = made.stance(
            paper, *ends, "Negative", text, me(i), (me(i),), act=in_iri(text), attributed=i % 4 == 0, sides=(state(i), state(i + 1))
        )
        made.fact(stance.removeprefix(ID), "modality", CG + in_iri(text))
    made.turn(paper, 0, text + "!" * 20, me(i))
    made.mention(paper, 2, text[2:9], me(i + 1))
    meeting = made.meeting(paper, {me(i): state(i), me(i + 2): state(i + 2)}, role=in_iri(text)).removeprefix(ID)
    for prop, value in (("place", f"place/{i}{in_iri(text)}"), ("date", literal(text)), ("earliest", literal(day))):
        made.fact(meeting, prop, value)
    made.meeting(paper, {me(i): state(i), me(i + 3): state(i + 3)})


def me(i: int) -> str:
    return f"person/{in_iri(HOSTILE[i % len(HOSTILE)])}"


def state(i: int) -> str:
    return f"state/{in_iri(HOSTILE[i % len(HOSTILE)])}"


def fields(feed: dict[str, Any]) -> dict[str, set[str]]:
    """Every text of a feed by the field in which it stands; words that a field names by number are told."""
    found: dict[str, set[str]] = {}
    for name, text in _texts(feed, feed["words"]):
        found.setdefault(name, set()).add(text)
    return found


def _texts(feed: dict[str, Any], words: list[str]) -> Iterator[tuple[str, str]]:
    for name, value in feed.items():
        if name == "edges":
            yield from _under(name, [{k: v for k, v in edge.items() if k != "evidence"} for edge in value])
            pieces = [piece for edge in value for piece in edge["evidence"]]
            yield from _under("evidence", [{k: words[v] if k in WORDED else v for k, v in piece.items()} for piece in pieces])
        elif name != "words":
            yield from _under(name, list(value.values()) if name in ("lines", "paper") else value)


def _under(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Lists of records and plain lists by their name alone; pairs and tuples inside of lists by position too."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _under(f"{name}.{key}", each)
    elif isinstance(value, list | tuple):
        for each in value:
            rows = enumerate(each) if isinstance(each, list | tuple) else [("", each)]
            for place, one in rows:
                yield from _under(f"{name}.{place}".rstrip("."), one)
