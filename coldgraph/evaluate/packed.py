"""Annotations without archive text: the words of a record found again by its offsets and digest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from coldgraph.errors import GoldError
from coldgraph.evaluate.gold import Gold
from coldgraph.ids import digest
from coldgraph.model import Document
from coldgraph.read import read

Texts = Callable[[str], str | None]
"""The canonical text of a document by its identifier, None where there is none."""


def volume(document: str) -> str:
    """The FRUS volume of a document.

    >>> volume("frus1961-63v06-d8")
    'frus1961-63v06'
    """
    return document.rsplit("-d", 1)[0]


def texts(documents: Iterable[str], corpus: Path) -> Iterator[tuple[str, str]]:
    """(document, canonical text) of documents of FRUS volumes that lie in a folder."""
    wanted = set(documents)
    for name in sorted({volume(d) for d in wanted}):
        for found in read(corpus / f"{name}.xml", f"{name}.xml"):
            if isinstance(found, Document) and found.id in wanted:
                yield found.id, found.text


def kept(graph: Path) -> Texts:
    """The texts that a graph's folder keeps."""

    def of(document: str) -> str | None:
        file = graph / "texts" / f"{document}.txt"
        return file.read_bytes().decode("utf-8", "surrogatepass") if file.is_file() else None

    return of


def nothing(document: str) -> None:
    """The texts of a graph that keeps none."""


def evidence(text: str, start: int, end: int, known: str) -> str:
    """The words of a record, at its offsets or, where the text has moved, wherever they are; '' where they are gone."""
    at = found_at(text, start, end, known)
    return "" if at is None else text[at : at + end - start]


def found_at(text: str, start: int, end: int, known: str) -> int | None:
    """Where the words of a digest begin: at the offsets or nearest to them; None where they are gone."""
    length = end - start
    if digest(text[start:end]) == known:
        return start
    starts = sorted(range(len(text) - length + 1), key=lambda s: abs(s - start))
    return next((s for s in starts if digest(text[s : s + length]) == known), None)


def unpacked(documents: Iterable[Gold], text_of: Texts) -> tuple[Gold, ...]:
    """The documents with the words of every record. Raises GoldError where a text or a sentence is gone."""
    return tuple(_unpacked(document, text_of) if any(r.digest for r in document.stances or ()) else document for document in documents)


def _unpacked(document: Gold, text_of: Texts) -> Gold:
    text = text_of(document.id)
    if text is None:
        advice = "build it from the FRUS volumes or from texts named by their documents, or say where the volumes are (--corpus)"
        raise GoldError("the words of the annotations are not at hand: the graph keeps no text of this document", document.id, advice)
    found = [r if r.evidence else replace(r, evidence=evidence(text, r.start, r.end, r.digest)) for r in document.stances or ()]
    if lost := sum(not r.evidence for r in found):
        raise GoldError(f"{lost} annotated sentences are no longer in the text", document.id, "annotate them anew from the present text")
    return replace(document, stances=tuple(found))
