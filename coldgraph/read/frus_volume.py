"""What a FRUS volume tells of itself: its title, and its list of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from lxml import etree

from coldgraph.model import ListedPerson
from coldgraph.read.lines import squeeze
from coldgraph.read.tei import XML_ID, below, child, tag, words, words_without

_SUFFIX = re.compile(r"\b(?:Jr|Sr|II|III|IV)\b\.?")
_TRIM = " ,;:"
_LONGEST_ROLE = 2_000
_STRUCTURE = ("document", "chapter", "compilation", "subchapter")


@dataclass(frozen=True, slots=True)
class Volume:
    """``id`` as in 'frus1961-63v06', ``title`` complete with series and years ('' where the file has no header)."""

    id: str
    title: str
    people: dict[str, ListedPerson]

    def citation(self, number: str) -> str:
        return f"{self.title}, Document {number}" if self.title and number else self.title


def volume_of(root: etree._Element, name: str) -> Volume:
    """Read the volume's own header; a bare document takes the file's name for its volume."""
    stem = PurePosixPath(name).stem
    titles = {e.get("type"): words(e) for s in below(root, "titleStmt") for e in below(s, "title")}
    number = next((words(e) for e in below(root, "idno") if e.get("type") == "frus"), "")
    own = root.get(XML_ID) if tag(root) == "TEI" else ""
    return Volume(own or number or stem, titles.get("complete", "") or titles.get(None, ""), people(root))


def people(root: etree._Element) -> dict[str, ListedPerson]:
    """The persons listed in the volume's front matter, by their identifier."""
    found: dict[str, ListedPerson] = {}
    entries: dict[etree._Element, str] = {}
    for element in below(root, "persName"):
        key = element.get(XML_ID)
        if key:
            found[key] = _listed(key, element, entries)
    return found


def _listed(key: str, element: etree._Element, entries: dict[etree._Element, str]) -> ListedPerson:
    """A person and the words of the entry behind the name; ``entries`` keeps the words of those that were read."""
    listed = words(element).strip(_TRIM + ".")
    item = next((a for a in element.iterancestors() if tag(a) == "item"), None)
    also = re.findall(r"\(([^()]{3,40})\)", listed)
    bare = _trimmed(re.sub(r"\([^()]*\)", "", words(element)))
    names = [natural(bare), bare, *(natural(a) for a in also)]
    if item is not None and item not in entries:
        entries[item] = words(item)
    role = entries[item][len(listed) : len(listed) + _LONGEST_ROLE].strip(_TRIM + ".") if item is not None else ""
    return ListedPerson(key, tuple(dict.fromkeys(n for n in names if n)), role)


def natural(name: str) -> str:
    """The name in speaking order.

    >>> natural("Kissinger, Henry A."), natural("Chou En-lai")
    ('Henry A. Kissinger', 'Chou En-lai')
    """
    name = _trimmed(name)
    last, comma, first = name.partition(",")
    return squeeze(f"{_trimmed(_SUFFIX.sub('', first))} {last}") if comma else name


def _trimmed(name: str) -> str:
    """Without the punctuation around a list's entry; the full stop of an initial stays."""
    bare = squeeze(name).strip(_TRIM)
    return bare if re.search(r"(?:^|[ .])[A-Z]\.$", bare) else bare.rstrip(_TRIM + ".")


def unused(root: etree._Element) -> list[str]:
    """Headings of the parts of a volume that are no documents (preface, lists, index)."""
    parts = (e for e in below(root, "div") if e.get("type") not in _STRUCTURE and next(below_documents(e), None) is None)
    return [words_without(child(e, "head"), "note") or e.get(XML_ID) or e.get("type") or "a part" for e in parts]


def below_documents(root: etree._Element) -> Iterator[etree._Element]:
    """The documents of a volume, in order."""
    return (e for e in below(root, "div") if e.get("type") == "document")
