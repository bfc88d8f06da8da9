"""The annotated stances: complete records, no archive text, every sentence found again."""

import csv
import json
from pathlib import Path

import annotations
import pytest

from coldgraph import vocabulary
from coldgraph.ids import ONTOLOGY

FILES = sorted((annotations.GOLD / "stances").glob("*.json"))
ACTS = {term.removeprefix(ONTOLOGY).lower() for name, term in vars(vocabulary).items() if name.startswith("ACT_")}
TEXT = "One. We thank you. Two.\n"
NOTED = {
    "id": "volume-d1",
    "stances": [
        {
            "evidence": "We thank you.",
            "speaker": "A",
            "holder": ["China"],
            "target": ["Cuba"],
            "polarity": "positive",
            "act": "thanks",
            "attributed": False,
            "modality": "actual",
            "about": [],
        }
    ],
}


def records(file: Path) -> list[dict]:
    return json.loads(file.read_text(encoding="utf-8"))["stances"]


def test_there_are_enough_in_every_split() -> None:
    found = {annotations.splits()[annotations.volume(f.stem)] for f in FILES}
    assert found == {"train", "development", "test"}
    assert len(FILES) >= 100 or sum(len(records(f)) for f in FILES) >= 1500


def test_no_volume_is_in_two_splits() -> None:
    with (annotations.GOLD / "splits.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert len({r["volume"] for r in rows}) == len(rows)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_a_record_is_complete_and_holds_no_text(file: Path) -> None:
    for record in records(file):
        assert record.keys() <= {"start", "end", "digest", *annotations.FIELDS}
        assert record["act"] in ACTS
        assert record["polarity"] in ("positive", "negative", "mixed")
        assert record["modality"] in ("actual", "conditional", "future", "past")
        assert record["holder"] and record["target"] and isinstance(record["attributed"], bool)
        assert 0 <= record["start"] < record["end"]
        assert max(len(v) for key in ("speaker",) for v in [record[key]]) < 80


def test_words_become_offsets_and_words_again() -> None:
    kept = annotations.packed(NOTED, TEXT)
    assert "thank" not in json.dumps({k: v for k, v in kept["stances"][0].items() if k != "act"})
    assert annotations.unpacked(kept, TEXT)["stances"][0]["evidence"] == "We thank you."


def test_a_moved_sentence_is_found_and_a_lost_one_is_told() -> None:
    kept = annotations.packed(NOTED, TEXT)
    assert annotations.unpacked(kept, "A longer beginning. " + TEXT)["stances"][0]["evidence"] == "We thank you."
    with pytest.raises(ValueError, match="volume-d1: 1 sentences are no longer in the text"):
        annotations.unpacked(kept, "Nothing of that.")


def test_a_quotation_that_is_not_in_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not in the text"):
        annotations.packed(NOTED, "Something else.")


def test_every_sentence_is_found_in_the_volumes(shared: Path, tmp_path: Path) -> None:
    count = annotations.unpack(shared / "corpus" / "frus", tmp_path, "development")
    found = [json.loads(f.read_text(encoding="utf-8")) for f in sorted((tmp_path / "gold").glob("*.json"))]
    assert count == len(found) > 10
    for gold in found:
        text = (tmp_path / "text" / gold["file"]).read_text(encoding="utf-8")
        assert all(s["evidence"] in text for s in gold["stances"])
