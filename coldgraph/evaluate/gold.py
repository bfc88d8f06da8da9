"""Annotated documents as values: what a reader marked, and what is right about a document."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coldgraph.errors import GoldError


@dataclass(frozen=True, slots=True)
class Record:
    """A stance that a reader saw. ``holder`` and ``target``: the best name first, then all that would be right too.

    ``start``, ``end`` and ``digest`` give the sentence where its words are left out (a packed record).
    """

    holder: tuple[str, ...]
    target: tuple[str, ...]
    polarity: str
    act: str
    attributed: bool
    speaker: str = ""
    evidence: str = ""
    optional: bool = False
    start: int = 0
    end: int = 0
    digest: str = ""

    @property
    def dyad(self) -> tuple[str, str, str]:
        return self.holder[0], self.target[0], self.polarity


@dataclass(frozen=True, slots=True)
class Present:
    """A participant: all names of the person, the side, and whether words of theirs are recorded."""

    names: tuple[str, ...]
    side: str = ""
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """An expression that refers ``count`` times to whom the names name; ``key`` is the editors' identifier, if any."""

    surface: str
    count: int
    names: tuple[str, ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """One document. ``stances`` is None where nobody looked for any (documents with editors' marks alone).

    ``file`` is the source file by which the graph knows the document, ``told`` the dates of meetings only told of.
    """

    id: str
    file: str
    date: str = ""
    places: tuple[str, ...] = ()
    kind: str = ""
    participants: tuple[Present, ...] = ()
    speakers: tuple[Present, ...] = ()
    told: frozenset[str] = frozenset()
    mentions: tuple[Marked, ...] = ()
    stances: tuple[Record, ...] | None = None
    facts: bool = True


def read(folder: Path, split: str = "") -> tuple[Gold, ...]:
    """The annotated documents of a folder, in the order of their files.

    Takes a folder of JSON files in the shape of the guidelines or of packed records, or one that holds
    packed records in 'stances' beside 'splits.csv', of which ``split`` chooses a part. Raises GoldError.
    """
    place = folder / "stances" if (folder / "stances").is_dir() else folder
    wanted = _volumes(place.parent / "splits.csv", split) if split else None
    files = [f for f in sorted(place.glob("*.json")) if wanted is None or f.stem.rsplit("-d", 1)[0] in wanted]
    if not files:
        raise GoldError("no annotated documents here", place, "give a folder of JSON files, one a document")
    return tuple(_document(file) for file in files)


def _volumes(file: Path, split: str) -> set[str]:
    try:
        with file.open(encoding="utf-8", newline="") as source:
            splits = {row["volume"]: row["split"] for row in csv.DictReader(source)}
    except (OSError, KeyError, UnicodeDecodeError) as error:
        advice = "leave --split away, or give the folder that holds the table"
        raise GoldError("a split needs a table splits.csv with the columns volume and split", file, advice) from error
    found = {volume for volume, name in splits.items() if name == split}
    if not found:
        raise GoldError(f"no volume is in the split {split!r}", file, f"choose one of: {', '.join(sorted(set(splits.values())))}")
    return found


def _document(file: Path) -> Gold:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        if "text" in found and "file" not in found:
            return Gold(found["id"], f"{found['id']}.txt", stances=tuple(map(_record, found["stances"])), facts=False)
        return _annotated(found) if "stances" in found else _edited(found)
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        what = f"cannot be read as an annotated document ({type(error).__name__}: {error})"
        raise GoldError(what, file, "see the annotation guidelines for its shape") from error


def _annotated(found: dict[str, Any]) -> Gold:
    meetings = found["meetings"]
    people = [p for m in meetings if m["kind"] == "documented" for p in m["participants"]]
    return Gold(
        **_about(found),
        participants=tuple(Present((p["name"],), p["side"], bool(p["speaks"])) for p in people),
        told=frozenset(m["date"] for m in meetings if m["kind"] == "mentioned" and m["date"]),
        mentions=tuple(Marked(m["surface"], int(m["count"]), tuple(m["names"])) for m in found["mentions"]),
        stances=tuple(map(_record, found["stances"])),
    )


def _edited(found: dict[str, Any]) -> Gold:
    return Gold(
        **_about(found),
        participants=tuple(Present(tuple(p["names"])) for p in found["participants"]),
        speakers=tuple(Present(tuple(p["names"])) for p in found["speakers"]),
        mentions=tuple(Marked(p["surface"], int(p["count"]), tuple(p["names"]), p["id"]) for p in found["persons"]),
    )


def _about(found: dict[str, Any]) -> dict[str, Any]:
    about = found["document"]
    places = about.get("places") or ([about["place"]] if about.get("place") else [])
    id_ = found.get("id") or found["file"].rsplit(".", 1)[0]
    return {"id": id_, "file": found["file"], "date": about["date"] or "", "places": tuple(places), "kind": about.get("type") or ""}


def _record(found: dict[str, Any]) -> Record:
    if not found["holder"] or not found["target"]:
        raise ValueError("a record without holder or target")
    if "evidence" not in found and not found.keys() >= {"start", "end", "digest"}:
        raise ValueError("a record without its sentence")
    return Record(
        tuple(found["holder"]),
        tuple(found["target"]),
        found["polarity"],
        found.get("act", ""),
        bool(found["attributed"]),
        found.get("speaker") or "",
        found.get("evidence", ""),
        bool(found.get("optional")),
        int(found.get("start", 0)),
        int(found.get("end", 0)),
        found.get("digest", ""),
    )
