"""The documents of a volume that is not well-formed: each is parsed alone, so that a broken one costs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from coldgraph.read.tei import parse, parser
from coldgraph.read.values import Failure

_START = re.compile(rb"<div\b[^<>]{0,2000}\btype=[\"']document[\"'][^<>]{0,2000}>")
_ID = re.compile(rb"xml:id=[\"']([\w.-]{1,60})[\"']")
_WRAP = b'<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0">'


@dataclass(frozen=True, slots=True)
class Salvage:
    """The volume's front matter as far as it can be read, and its documents or what is wrong with each."""

    front: etree._Element
    pieces: Iterator[etree._Element | Failure]


def salvage(data: bytes, name: str) -> Salvage | None:
    """Take a broken volume apart; None where no document begins in it, or where it declares entities."""
    starts = list(_START.finditer(data))
    if not starts or b"<!ENTITY" in data:
        return None
    ends = [*(m.start() for m in starts[1:]), len(data)]
    return Salvage(_front(data[: starts[0].start()]), _pieces(data, starts, ends, name))


def _front(data: bytes) -> etree._Element:
    """What can be read of the front matter; half a surrogate pair, which libxml2 lets through, is replaced."""
    front = etree.fromstring(data or b"<TEI/>", parser(recover=True))
    if front is None:
        return parse(b"<TEI/>")
    clean = etree.tostring(front, encoding="utf-8").decode("utf-8", "replace")
    return etree.fromstring(clean.encode(), parser(recover=True))


def _pieces(data: bytes, starts: list[re.Match[bytes]], ends: list[int], name: str) -> Iterator[etree._Element | Failure]:
    for start, end in zip(starts, ends, strict=True):
        key = _ID.search(start[0])
        where = f"{name}#{key[1].decode()}" if key else name
        yield _piece(data[start.start() : end], where)


def _piece(data: bytes, where: str) -> etree._Element | Failure:
    """The first complete div of a stretch; what follows it belongs to the volume around."""
    feed = etree.XMLPullParser(events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        feed.feed(_WRAP)
        for at in range(0, len(data), 65536):
            feed.feed(data[at : at + 65536])
    except etree.XMLSyntaxError as error:
        done = _complete(feed)
        return done if done is not None else Failure(where, f"is not well-formed XML: {error}", "mend this document in the file")
    done = _complete(feed)
    return done if done is not None else Failure(where, "is cut off before its end", "fetch the file again")


def _complete(feed: etree.XMLPullParser) -> etree._Element | None:
    for _, element in feed.read_events():
        if isinstance(element, etree._Element) and element.tag == "{http://www.tei-c.org/ns/1.0}div" and element.get("type") == "document":
            return element
    return None
