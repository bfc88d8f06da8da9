"""The block 'Document Information' that closes a Wilson Center page: labels and values, either of which may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coldgraph.read.kinds import kind_of
from coldgraph.read.lines import Line, squeeze

_LABELS = {
    "source": "archive",
    "original archive": "archive",
    "rights": "rights",
    "type": "type",
    "document type": "type",
    "record id": "record_id",
    "document id": "record_id",
    "original uploaded date": "uploaded",
    "language": "language",
    "languages": "language",
    "original language": "language",
    "subjects discussed": "",
    "people mentioned": "",
    "geographic subjects": "",
    "keywords": "",
    "donors": "",
    "collection": "",
    "collections": "",
    "associated people & organizations": "",
    "associated places": "",
    "associated topics": "",
    "creator": "",
    "document summary": "summary",
    "summary": "summary",
    "associated people and organizations": "",
    "contributor": "",
}
_RIGHTS = re.compile(
    r"welcomes reuse of Digital Archive|enquire about this document|copyright|permission to reproduce|rights holders",
    re.IGNORECASE,
)
_RELATED = re.compile(r"^(?:related|similar|more) (?:documents?|content|items|collections?|from this archive)\b.{0,30}$", re.IGNORECASE)
_RECORD = re.compile(r"^\d{4,7}$")
_UPLOADED = re.compile(r"^(?:\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4})$")


def information(found: Sequence[Line]) -> dict[str, str]:
    """Archive, rights, type, record id and language from the lines behind 'Document Information'.

    A value is known by the label before it or, where the labels were lost, by its own shape.
    """
    told: dict[str, str] = {}
    label: str | None = None
    for line in _rows(found[_is_title(found) :]):
        name = _LABELS.get(line.rstrip(":").lower())
        if name is not None:
            label = name
            continue
        key = _shape(line) or label or ("archive" if label is None and "archive" not in told else "")
        _add(told, key, line)
        label = label if key == "rights" or label == "" else "done"
    return told


def _rows(found: Sequence[Line]) -> Iterator[str]:
    """The labels and values of the block, 'Type: Letter' as two; other documents that the page relates end it."""
    for line in found:
        if _RELATED.match(line.text):
            return
        label, colon, value = line.text.partition(":")
        if colon and value.strip() and label.lower() in _LABELS:
            yield label
            yield value.strip()
        else:
            yield line.text


def _is_title(found: Sequence[Line]) -> bool:
    return bool(found) and found[0].text.lower().startswith("document information")


def _shape(words: str) -> str:
    if _RIGHTS.search(words):
        return "rights"
    if _RECORD.match(words):
        return "record_id"
    if _UPLOADED.match(words):
        return "uploaded"
    return "type" if len(words.split()) <= 4 and kind_of(words) and "," not in words else ""


def _add(told: dict[str, str], key: str, words: str) -> None:
    if key == "rights" and key in told:
        told[key] += " " + squeeze(words)
    elif key and key != "done":
        told.setdefault(key, squeeze(words))
