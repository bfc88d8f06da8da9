"""Is every quotation where its offsets say, and is every file what the manifest says?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from coldgraph.ask.findings import Finding
from coldgraph.ids import BASE
from coldgraph.store import index
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term

_PASSAGES = """PREFIX cg: <https://w3id.org/coldgraph/ontology#>
SELECT ?passage ?document ?start ?end ?quote
WHERE { ?passage cg:quote ?quote ; cg:start ?start ; cg:end ?end ; cg:inDocument ?document }"""
_SUMS = """PREFIX cg: <https://w3id.org/coldgraph/ontology#>
SELECT ?document ?sum WHERE { ?document cg:textChecksum ?sum }"""
_PREFIX = BASE + "document/"


def quotations(graph: Path, store: Store) -> Iterator[Finding]:
    """Each passage whose words are not in the kept text at its offsets (code points), and each text that is not the one that was read."""
    texts = _Texts(graph)
    for row in store.query(_SUMS).rows:
        document, told = _values(row)
        if (text := texts.of(document)) is not None and told != hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest():
            yield Finding("text", f"texts/{document}.txt", "not the text that the document was made from")
    for row in store.query(_PASSAGES).rows:
        passage, document, start, end, quote = _values(row)
        yield from _passage(texts.of(document), passage, document, start, end, quote)


def checksums(graph: Path) -> Iterator[Finding]:
    """Files that are missing, changed by hand, or unknown to the manifest."""
    manifest: Mapping[str, Any] = index.manifest(graph)
    documents: Mapping[str, Any] = manifest["documents"]
    for name, entry in sorted(documents.items()):
        yield from _file(graph, f"documents/{name}.nq", entry.get("nquads"))
        yield from _file(graph, f"texts/{name}.txt", entry.get("text"))
    for name, checksum in sorted(manifest.get("common", {}).items()):
        yield from _file(graph, f"{name}.nq", checksum, "build again")
    yield from _background(graph)
    for file in sorted((graph / "documents").glob("*.nq")):
        if file.stem not in documents:
            yield Finding("manifest", f"documents/{file.name}", "not in the manifest; build again with its source, or remove it")


def _background(graph: Path) -> Iterator[Finding]:
    """The files of published facts against the checksums beside them; a label whose facts are gone counts too."""
    files = (file for kind in ("nq", "json") for file in (graph / "background").glob(f"[!.]*.{kind}"))
    for name in sorted({file.stem for file in files}):
        again = f"add it again: coldgraph background add {name}"
        try:
            told = json.loads((graph / "background" / f"{name}.json").read_text(encoding="utf-8"))["checksums"].items()
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            yield Finding("background", f"background/{name}.json", f"missing or broken; {again}")
            continue
        for file, checksum in sorted(told):
            yield from _file(graph, f"background/{file}", checksum, again)


class _Texts:
    """The kept texts, each read once; None where one is missing or not UTF-8."""

    def __init__(self, graph: Path) -> None:
        self._folders = {"": graph / "texts", "background": graph / "background"}
        self._known: dict[str, str | None] = {}

    def of(self, document: str) -> str | None:
        if document not in self._known:
            self._known[document] = self._read(document)
        return self._known[document]

    def _read(self, document: str) -> str | None:
        place, _, name = document.rpartition("/")
        folder = self._folders.get(place)
        file = folder / f"{name}.txt" if folder else None
        if file is None or folder is None or file.resolve().parent != folder.resolve():
            return None
        try:
            return file.read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None


def _values(row: tuple[Term | None, ...]) -> list[str]:
    return [term.value.removeprefix(_PREFIX) if term else "" for term in row]


def _passage(text: str | None, passage: str, document: str, start: str, end: str, quote: str) -> Iterator[Finding]:
    where = passage.removeprefix(BASE)
    if text is None:
        yield Finding("quotation", where, f"texts/{document}.txt cannot be read")
    elif not (start.isdigit() and end.isdigit()) or text[int(start) : int(end)] != quote:
        yield Finding("quotation", where, f"the text has other words at {start}-{end}")


def _file(graph: Path, name: str, told: object, advice: str = "") -> Iterator[Finding]:
    try:
        found = hashlib.sha256((graph / name).read_bytes()).hexdigest()
    except OSError as broken:
        yield Finding("manifest", name, f"cannot be read: {broken.strerror}; {advice or 'build again with its source'}")
        return
    if told and found != told:
        yield Finding("manifest", name, f"changed since it was built; {advice or 'delete it and build again'}")
