"""Annotated documents: what is read, what is refused."""

import json
from pathlib import Path

import pytest
from marked import GOLD, STANCES, write

from coldgraph.errors import GoldError
from coldgraph.evaluate.gold import read
from coldgraph.evaluate.packed import unpacked
from coldgraph.ids import digest

TEXT = "One. We thank you. Two.\n"
PLACE = {"start": 5, "end": 18, "digest": digest("We thank you.")}
PACKED = {
    "id": "volume-d1",
    "text": "0",
    "stances": [{**PLACE, "holder": ["A"], "target": ["B"], "polarity": "positive", "act": "thanks", "attributed": False, "speaker": ""}],
}


def test_a_document_of_the_guidelines(annotated: Path) -> None:
    gold = read(annotated)[0]
    assert (gold.file, gold.date, gold.kind, gold.told) == (GOLD["file"], "1961-05-02", "meeting record", {"1961-04"})
    assert [p.names for p in gold.participants] == [("Ada Vale",), ("Bo Orrin",)]
    assert [r.optional for r in gold.stances or ()] == [False, False, False, True]


def test_packed_records_get_their_words_back(tmp_path: Path) -> None:
    golds = read(write(tmp_path, PACKED))
    found = unpacked(golds, {"volume-d1": "Something before it. " + TEXT}.get)
    assert [r.evidence for r in found[0].stances or ()] == ["We thank you."]
    with pytest.raises(GoldError, match="1 annotated sentences are no longer in the text"):
        unpacked(golds, {"volume-d1": "Nothing of that."}.get)
    with pytest.raises(GoldError, match="keeps no text"):
        unpacked(golds, {}.get)


def test_a_split_chooses_volumes(tmp_path: Path) -> None:
    (tmp_path / "splits.csv").write_text("volume,split\nvolume,train\nother,test\n")
    write(tmp_path / "stances", PACKED, PACKED | {"id": "other-d2"})
    assert [g.id for g in read(tmp_path, "test")] == ["other-d2"]
    assert [g.id for g in read(tmp_path)] == ["other-d2", "volume-d1"]
    with pytest.raises(GoldError, match="no volume is in the split 'dev'"):
        read(tmp_path, "dev")


def test_a_broken_table_of_splits_is_named(tmp_path: Path) -> None:
    (tmp_path / "splits.csv").write_text("one\nvolume,a,b\n")
    write(tmp_path / "stances", PACKED)
    with pytest.raises(GoldError, match="columns volume and split"):
        read(tmp_path, "test")


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        "[]",
        json.dumps({**GOLD, "document": {}}),
        json.dumps({**GOLD, "stances": [{**STANCES[0], "holder": []}]}),
        json.dumps({**PACKED, "stances": [{k: v for k, v in PACKED["stances"][0].items() if k != "digest"}]}),
    ],
)
def test_what_is_no_annotation_is_named(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "wrong.json").write_text(wrong)
    with pytest.raises(GoldError, match=r"wrong\.json: cannot be read as an annotated document"):
        read(tmp_path)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no annotated documents"):
        read(tmp_path)
