"""Documents that are made to hurt: depth, length, numbers of notes, and characters that nobody sees."""

import resource
import time
from collections.abc import Callable
from pathlib import Path

import builds
import pyoxigraph as ox
import pytest
import world

from coldgraph.mapping.quads import document_quads
from coldgraph.model import Document, Voice
from coldgraph.read import Failure, read

LEVELS = NOTES = 100_000
SECONDS = 20  # of processor time; an algorithm that is not linear takes minutes
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><div type="document" xml:id="d1"><head>1. Letter From A</head>{}</div></text></TEI>'


def one(tmp_path: Path, name: str, data: str | bytes) -> Document | Failure:
    (tmp_path / name).write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    began = time.process_time()
    (found,) = read(tmp_path / name, name)
    assert time.process_time() - began < SECONDS
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("deep.xml", TEI.format("<hi>" * LEVELS + "words" + "</hi>" * LEVELS)),
        ("deep.html", "<html><body>" + "<div>" * LEVELS + "words" + "</div>" * LEVELS + "</body></html>"),
        ("spans.html", "<html><body><p>" + "<span>" * LEVELS + "words"),
        ("lists.html", "<html><body>" + "<ol><li>" * LEVELS + "words"),
        ("deep.pdf", builds.pdf("words").replace(b"/Kids [3 0 R]", b"/Kids " + b"[" * LEVELS)),
    ],
)
def test_depth_is_refused_or_read(tmp_path: Path, name: str, data: str | bytes) -> None:
    found = one(tmp_path, name, data)
    assert (isinstance(found, Failure) and found.advice) or (isinstance(found, Document) and "words" in found.text)


TALK = "Letter from A to B\n\nVienna, 4 May 1961\n\nDear B: coats.{}\n\n"
MANY: dict[str, Callable[[], str]] = {
    "notes.txt": lambda: TALK.format("[1]") + "\n".join(f"[{n % 999 + 1}] Box {n}." for n in range(NOTES)),
    "calls.txt": lambda: TALK.format("".join(f"[{n}]" for n in range(NOTES))),
    "notes.xml": lambda: TEI.format("<p>" + "".join(f'a-<pb n="1"/>b<note n="{n}">Box {n}.</note>' for n in range(NOTES)) + "</p>"),
    "notes.html": lambda: "<p>Letter</p>" + "".join(f"<p>[{n % 999 + 1}] Box.</p>" for n in range(NOTES)),
    "people.xml": lambda: TEI.format(
        "<list><item>" + "".join(f'<persName xml:id="p{n}">Berg {n}</persName>, ' for n in range(NOTES // 10)) + "</item></list>"
    ),
}


@pytest.mark.parametrize("name", MANY)
def test_a_hundred_thousand_notes_are_read_in_time(tmp_path: Path, name: str) -> None:
    found = one(tmp_path, name, MANY[name]())
    assert isinstance(found, Document) and len(found.text) > NOTES // 2
    if name == "notes.xml":
        assert sum(s.voice is Voice.NOTE for s in found.segments) == NOTES


UNSEEN = "\u202e\u2066\u200b\u200d\u2060\ufeff\u00ad\u061c\U000e0041\ufffe\u2028\u0085"


@pytest.mark.parametrize("name", ["talk.txt", "talk.html", "talk.xml"])
def test_characters_that_nobody_sees_keep_offsets_and_break_no_quad(tmp_path: Path, name: str) -> None:
    said = f'Khrushchev: {UNSEEN}We trust{UNSEEN} the Poles. The Chinese{UNSEEN} have \x1b[31mlied\\u0000 to" us> .\n'
    shapes = {"talk.txt": f"{builds.TITLE}\n\nVienna, 4 May 1961\n\n{said}", "talk.html": f"<p>Talk</p><p>&#27;{said}</p>"}
    data = shapes.get(name) or TEI.format(f"<p>{said}</p>".replace("\x1b", "").replace("\ufffe", ""))
    found = one(tmp_path, name, data)
    assert isinstance(found, Document) and "\u202e" in found.text and "\x1b" not in found.text
    quads = document_quads(world.extracted(found))
    assert len(list(ox.parse(quads, format=ox.RdfFormat.N_QUADS))) == quads.count("\n") > 10


HALVES = [("half.txt", "\ud800"), ("half.html", "<p>a&#xD800;\ud800b</p>"), ("half.xml", TEI.format("<p>\udfff</p>"))]


@pytest.mark.parametrize(("name", "inner"), HALVES)
def test_half_a_surrogate_pair_is_read_or_refused_and_never_kept(tmp_path: Path, name: str, inner: str) -> None:
    found = one(tmp_path, name, f"Words of a talk. {inner}" if name != "half.xml" else inner)
    assert isinstance(found, Failure) or found.text.encode("utf-8")


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", ["line.txt", "line.html"])
def test_the_longest_line_that_is_allowed_is_read_in_time_and_memory(tmp_path: Path, name: str) -> None:
    """49 MB; what is larger is refused by its size (tests/pipeline/test_bad_input.py), and so is HTML with one text of that length."""

    def bounded() -> tuple[bool, int]:
        found = one(tmp_path, name, "The Chinese have lied to us. " * 1_690_000)
        return isinstance(found, Document), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    (read_whole, kilobytes), status = builds.in_child(bounded)
    assert (status, read_whole) == (0, not name.endswith(".html")) and kilobytes < 1_500_000
