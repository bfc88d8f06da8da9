"""Small helpers for TEI elements, with or without a namespace."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from coldgraph.errors import UnreadableSource
from coldgraph.read.lines import squeeze

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


def parser(recover: bool = False) -> etree.XMLParser:
    """A parser that opens nothing, expands nothing and refuses excessive depth."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover)


def parse(data: bytes) -> etree._Element:
    """The root of a document. Raises etree.XMLSyntaxError where it is not well-formed, UnreadableSource where it uses entities."""
    root = etree.fromstring(data, parser())
    if next(root.iter(etree.Entity), None) is not None:
        raise UnreadableSource("uses XML entities of its own, which are never expanded", advice="write the characters themselves")
    return root


def tag(element: etree._Element) -> str:
    """The local name; '' for comments and processing instructions."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def below(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Descendants (and the element itself) with one of the local names, in document order."""
    return (e for e in element.iter(*(f"{{*}}{name}" for name in names)))


def child(element: etree._Element, name: str) -> etree._Element | None:
    return next((e for e in element if tag(e) == name), None)


def words(element: etree._Element | None) -> str:
    """All text of an element, folded."""
    return "" if element is None else squeeze(str(element.xpath("string()")))


def words_without(element: etree._Element | None, name: str) -> str:
    """The folded text of an element without its descendants of a name (a head without its notes)."""
    if element is None:
        return ""
    return squeeze("".join(_texts(element, name)))


def _texts(element: etree._Element, name: str) -> Iterator[str]:
    if tag(element):
        yield element.text or ""
    for part in element:
        if tag(part) != name:
            yield from _texts(part, name)
        yield part.tail or ""
