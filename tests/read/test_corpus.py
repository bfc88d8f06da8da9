"""The readers on real documents, which lie beside the checkout and not in it."""

import json
from pathlib import Path

import pytest

from coldgraph.model import Document, Voice
from coldgraph.read import read, sources

VOLUMES = {
    "frus1958-60v19": 404,
    "frus1961-63v06": 120,
    "frus1961-63v15": 256,
    "frus1964-68v14": 335,
    "frus1964-68v29p1": 369,
    "frus1969-76ve13": 175,
    "modern_snippet": 1,
}


@pytest.mark.parametrize(("volume", "count"), VOLUMES.items())
def test_every_document_of_a_volume(shared: Path, volume: str, count: int) -> None:
    path = shared / "corpus" / "frus" / f"{volume}.xml"
    found = [d for d in read(path, path.name) if isinstance(d, Document)]
    assert len(found) == count == len({d.id for d in found})
    for document in found:
        assert document.segments[0].start == 0 and document.segments[-1].end == len(document.text)
        assert all(0 <= m.start <= m.end <= len(document.text) for m in document.marks)


def test_the_seed(shared: Path) -> None:
    path = shared / "corpus" / "discussion-zhou-enlai-le-duan-1966-03-23.txt"
    (seed,) = read(path, path.name)
    assert isinstance(seed, Document)
    assert seed.text == path.read_text(encoding="utf-8")
    assert seed.quote(670, 784).startswith("After Kosygin returned")
    voices = [(s.voice, s.note) for s in seed.segments]
    assert (Voice.NOTE, "1") in voices and (Voice.NOTE, "2") in voices and (Voice.ARCHIVE_DESCRIPTION, "") in voices
    assert {seed.quote(s.start, s.end) for s in seed.segments if s.voice is Voice.EDITOR_INSERTION} == {"[2]", "[their]"}
    assert seed.date is not None and (seed.date.edtf, seed.places) == ("1966-03-23", ("Beijing",))


def test_days_places_and_kinds_of_the_annotated_documents(shared: Path) -> None:
    wrong, count = [], 0
    for source in sources([shared / "gold" / "dev" / "text"]):
        gold = json.loads((shared / "gold" / "dev" / "gold" / source.name).with_suffix(".json").read_text(encoding="utf-8"))["document"]
        (found,) = read(source.path, source.name)
        assert isinstance(found, Document)
        count += 1
        told = (found.date.edtf if found.date else None, [p.replace("Peking", "Beijing") for p in found.places], found.kind)
        if told != (gold["date"], gold["places"], gold["type"]):
            wrong.append((source.name, told))
    assert count and not wrong
