"""What holds for every document: drawn from sentences, names and layouts that the archives have, in any mixture."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

import builds
import pyoxigraph as ox
import pytest
import world
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coldgraph import pipeline, vocabulary, workshop
from coldgraph.mapping.quads import document_quads
from coldgraph.model import Document, Extraction
from coldgraph.pipeline import build
from coldgraph.store.export import export

NAMES = ["Khrushchev", "Dean Rusk", "Mr. Thompson", "Zhou Enlai", "Chou En-lai", "Charles de Gaulle", "Ambassador Dobrynin", "Kim Yong-ho"]
SIDES = ["the Soviet Union", "the Chinese", "Americans", "the U.S.S.R.", "Hanoi", "the North Vietnamese", "NATO", "West Germans", "the PRC"]
SENTENCES = [
    *(
        "{0} said that {1} have lied to {2}.",
        "We trust {1}, and you know it.",
        "{0} and {3} met in Warsaw in late May.",
        "They thanked {1}!",
    ),
    *("If {1} leave, we shall not help {2} [applause].", "“We condemn {1}”, {0} told me.[1]", "I met {3} on 3 May.", "You attacked {1}?"),
    *("Việt Nam’s {1} – naïve, “brave” – praised\n{2}.", "越南 \U0001f600 {0} e\u0301tude.", "He warned him of {1}; so did she.", "No. 5."),
    *("\t{0}’s   letter\u00a0to {3}\u2028 pleased {1}.", '<b>{1}</b> & \\n "{0}" {{x}}', "\x0b{2}\x0c opposed {1}.", "THE {0} IS ILL."),
]
HEADS = [
    "Discussion between {0} and {3}\n\nMoscow, {4} May 1962\n\n",
    "Skip to content\n\nMay {4}, 1962\n\nRecord of a Conversation of {0} with {3}\n\nMoscow, {4} May 1962\n\n",
    "7. Memorandum of Conversation\n\nWashington, May {4}, 1962, 3 p.m.\n\nPARTICIPANTS\n\n{0}\n\n{3}\n\n",
    "Telegram From the Embassy in Poland to the Department of State\n\nWarsaw, May {4}, 1962—noon.\n\n",
    "",
]
TAILS = [
    "",
    "\n\n[1] {0} was then in Oslo.\n",
    "\n\nDocument Information\n\nSource\n\nOur Papers, Box 2.\n\nRecord ID\n\n110011\n",
    "\r\n\r\n",
]
QUIET = settings(derandomize=True, database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def papers(draw: st.DrawFn) -> str:
    """A text with a header, turns or prose, and what an archive puts behind it."""
    names, sides, day = st.sampled_from(NAMES), st.sampled_from(SIDES), draw(st.integers(1, 28))

    def filled(words: str) -> str:
        return words.format(draw(names), draw(sides), draw(sides), draw(names), day)

    parts = [
        draw(st.sampled_from(["", "{0}: ", "{3}:\n", "\n"])) + draw(st.sampled_from(SENTENCES)) for _ in range(draw(st.integers(1, 8)))
    ]
    joint = draw(st.sampled_from(["\n\n", "\n", " ", "\r\n"]))
    return filled(draw(st.sampled_from(HEADS))) + joint.join(filled(part) for part in parts) + filled(draw(st.sampled_from(TAILS)))


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Builds with the world of tests and a short common graph."""
    monkeypatch.setattr(workshop, "_here", [workshop.Workshop(world.authority())])
    line = '<https://w3id.org/coldgraph/id/topic/salt> <http://www.w3.org/2004/02/skos/core#prefLabel> "salt" .'
    monkeypatch.setattr(pipeline, "lines", lambda: iter([line]))


def parsed(nquads: bytes | str) -> set[ox.Quad]:
    return set(ox.parse(nquads, format=ox.RdfFormat.N_QUADS))


def passages(quads: set[ox.Quad]) -> Iterator[tuple[int, int, str]]:
    """Start, end and words of everything that stands in a text."""
    facts: dict[str, dict[str, str]] = {}
    for quad in quads:
        facts.setdefault(quad.subject.value, {})[quad.predicate.value] = quad.object.value
    for told in facts.values():
        if vocabulary.START in told or vocabulary.QUOTE in told:
            yield int(told[vocabulary.START]), int(told[vocabulary.END]), told[vocabulary.QUOTE]


def spans(found: Extraction) -> set[tuple[int, int]]:
    """The spans of all that was found."""
    meetings = [x.evidence for m in found.meetings for x in (m, *m.participations) if x.evidence]
    spoken = [*found.mentions, *found.turns, *(s.evidence for s in found.stances), *meetings]
    return {(x.start, x.end) for x in spoken}


@settings(QUIET, max_examples=150)
@given(papers())
def test_every_quotation_stands_at_its_offsets(text: str) -> None:
    document: Document = world.document(text.replace("\r\n", "\n"))
    found = world.extracted(document)
    told = set(passages(parsed(document_quads(found))))
    assert {(start, end) for start, end, _ in told} >= spans(found)
    assert [(start, quote) for start, end, quote in told if document.text[start:end] != quote or not quote.strip()] == []


def test_the_papers_hold_something_to_find() -> None:
    """Else the others would hold for want of anything to look at."""
    counts = {"mentions": 0, "turns": 0, "meetings": 0, "stances": 0}

    @settings(QUIET, max_examples=40)
    @given(papers())
    def count(text: str) -> None:
        found = world.extracted(world.document(text.replace("\r\n", "\n")))
        for name in counts:
            counts[name] += len(getattr(found, name))

    count()
    assert min(counts.values()) >= 10, counts


@settings(QUIET, max_examples=15)
@given(st.lists(papers(), min_size=1, max_size=3))
def test_building_twice_gives_the_same_bytes_and_keeps_the_text(texts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        files = {f"{n}.txt": text.encode() for n, text in enumerate(texts)}
        told = build(builds.put(home / "papers", files), home / "one")
        build(home / "papers", home / "two")
        assert told.documents == len(texts)
        assert builds.contents(home / "one") == builds.contents(home / "two")
        assert build(home / "papers", home / "one").unchanged == len(texts)
        for file in (home / "one" / "documents").iterdir():
            quads, kept = parsed(file.read_bytes()), (home / "one" / "texts" / f"{file.stem}.txt").read_bytes()
            assert all(kept.decode()[start:end] == quote for start, end, quote in passages(quads))
            assert hashlib.sha256(kept).hexdigest() in {q.object.value for q in quads if q.predicate.value == vocabulary.TEXT_CHECKSUM}


FORMS = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}


@settings(QUIET, max_examples=15)
@given(st.lists(papers(), min_size=1, max_size=2), st.text(max_size=30))
def test_a_graph_survives_every_export(texts: list[str], odd: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        files = {f"{n}.txt": (text + odd).encode("utf-8", "replace") for n, text in enumerate(texts)}
        build(builds.put(home / "papers", files), home / "graph")
        quads = {quad for file in (home / "graph").rglob("*.nq") for quad in parsed(file.read_bytes())}
        for form, kind in FORMS.items():
            count = export(home / "graph", form, home / "out")
            back = set(ox.parse((home / "out").read_bytes(), format=kind))
            assert count == len(quads)
            assert back == quads if form != "turtle" else {q.triple for q in back} == {q.triple for q in quads}
