"""The annotated stances of triples/gold: from the words of a text to offsets, and back.

    python triples/scripts/annotations.py pack NOTES --corpus VOLUMES --into triples/gold/stances
    python triples/scripts/annotations.py unpack --corpus VOLUMES --into FOLDER [--split test]

NOTES holds one JSON file a document, in which each record quotes its sentence ('evidence'). `pack`
keeps offsets and a digest in place of the words, so that no archive text enters the repository.
`unpack` finds the words again in the volumes and writes FOLDER/text/<id>.txt and
FOLDER/gold/<id>.json, to build a graph from and to score it against.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coldgraph.evaluate.packed import evidence, texts, volume
from coldgraph.ids import digest

GOLD = Path(__file__).resolve().parent.parent / "gold"
FIELDS = ("speaker", "addressee", "holder", "target", "about", "polarity", "act", "attributed", "modality", "optional")
Record = dict[str, Any]


def packed(noted: Record, text: str) -> Record:
    """The record of a document without its words. Raises ValueError where a quotation is not in the text."""
    stances = [_packed(s, text, noted["id"]) for s in noted["stances"]]
    checksum = hashlib.sha256(text.encode()).hexdigest()
    return {"id": noted["id"], "text": checksum, "stances": sorted(stances, key=lambda s: (s["start"], s["end"], json.dumps(s)))}


def _packed(stance: Record, text: str, document: str) -> Record:
    words = stance["evidence"]
    start = text.find(words)
    if start < 0:
        raise ValueError(f"{document}: not in the text: {words[:80]!r}")
    place = {"start": start, "end": start + len(words), "digest": digest(words)}
    return place | {k: stance[k] for k in FIELDS if stance.get(k) not in (None, [], "") or k in ("speaker", "attributed")}


def unpacked(kept: Record, text: str) -> Record:
    """What the scorer reads. Raises ValueError where a sentence is gone."""
    stances = [
        {"evidence": evidence(text, s["start"], s["end"], s["digest"]), **{k: v for k, v in s.items() if k in FIELDS}}
        for s in kept["stances"]
    ]
    if lost := [s for s in stances if not s["evidence"]]:
        raise ValueError(f"{kept['id']}: {len(lost)} sentences are no longer in the text")
    blank = {"title": "", "date": None, "places": [], "type": ""}
    return {"id": kept["id"], "file": f"{kept['id']}.txt", "document": blank, "meetings": [], "mentions": [], "stances": stances}


def splits() -> dict[str, str]:
    """Volume -> train, development or test."""
    with (GOLD / "splits.csv").open(encoding="utf-8", newline="") as source:
        return {row["volume"]: row["split"] for row in csv.DictReader(source)}


def pack(notes: Path, corpus: Path, into: Path) -> int:
    """Packs a folder of notes; returns the number of documents."""
    noted = {n["id"]: n for n in (json.loads(f.read_text(encoding="utf-8")) for f in sorted(notes.glob("*.json")))}
    into.mkdir(parents=True, exist_ok=True)
    written = []
    for document, text in texts(list(noted), corpus):
        _write(into / f"{document}.json", packed(noted[document], text))
        written.append(document)
    return _all(written, noted)


def unpack(corpus: Path, into: Path, split: str) -> int:
    """Unpacks the documents of a split ('' all); returns their number."""
    files = {f.stem: f for f in sorted((GOLD / "stances").glob("*.json")) if split in ("", splits()[volume(f.stem)])}
    for part in ("text", "gold"):
        (into / part).mkdir(parents=True, exist_ok=True)
    written = []
    for document, text in texts(list(files), corpus):
        written.append(document)
        kept = json.loads(files[document].read_text(encoding="utf-8"))
        _write(into / "gold" / f"{document}.json", unpacked(kept, text))
        (into / "text" / f"{document}.txt").write_text(text, encoding="utf-8")
    return _all(written, files)


def _all(written: list[str], wanted: Iterable[str]) -> int:
    """The number of documents. Raises ValueError for those that their volumes do not hold."""
    if missing := sorted(set(wanted) - set(written)):
        raise ValueError(f"not in the volumes: {', '.join(missing[:5])}")
    return len(written)


def _write(file: Path, value: Record) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = given.add_subparsers(dest="part", required=True)
    for name in ("pack", "unpack"):
        part = parts.add_parser(name)
        if name == "pack":
            part.add_argument("notes", type=Path)
        else:
            part.add_argument("--split", choices=("train", "development", "test"), default="")
        part.add_argument("--corpus", type=Path, required=True)
        part.add_argument("--into", type=Path, required=True)
    options = given.parse_args()
    count = (
        pack(options.notes, options.corpus, options.into) if options.part == "pack" else unpack(options.corpus, options.into, options.split)
    )
    sys.stdout.write(f"{count} documents\n")


if __name__ == "__main__":
    main()
