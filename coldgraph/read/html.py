"""HTML pages, saved from any site: block elements become lines, and the lines are read like copied text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree, html

from coldgraph.errors import UnreadableSource
from coldgraph.model import Document, Dropped
from coldgraph.read.canvas import Canvas
from coldgraph.read.decode import canonical, decode
from coldgraph.read.text_document import document_of

_HIDDEN = {
    *("script", "style", "noscript", "template", "head", "iframe", "svg", "canvas", "form", "button", "select", "nav"),
    *("object", "audio", "video", "math", "footer", "aside", "dialog"),
}
_ASIDE_ROLES = {"navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "banner", "alert"}
_NOTICE = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr)(?:$|[\s_-])", re.IGNORECASE)
_INLINE = {
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label"),
    *("mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img"),
}
_BOXES = {"div", "section", "p", "ul"}
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:body|html)\s{0,20}>", re.IGNORECASE)
_DEPTH = 255  # of libxml2 without huge_tree


def html_document(data: bytes, name: str) -> Document:
    """A document from a saved page. Raises UnreadableSource for a page without text or nested beyond measure."""
    words, dropped = _decoded(data)
    root = _root(words, name)
    canvas = Canvas()
    for child in root:
        _walk(child, canvas, 0, name)
    text = canonical(canvas.text())
    if not text.strip():
        raise UnreadableSource("is HTML without any readable text", name, "save the page again when it is fully shown")
    found = document_of(text, name, dropped)
    return found if found.url or not (url := _address(root)) else _with_url(found, url)


def _root(words: str, name: str) -> etree._Element:
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(_without_declaration(words), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableSource(f"cannot be read as HTML: {error}", name, "save the page again") from error
    if any(e.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for e in parser.error_log):
        raise _too_deep(name)  # else libxml2 leaves out what lies deeper
    if root is None:
        raise UnreadableSource("is HTML without any readable text", name, "save the page again when it is fully shown")
    return root


def _too_deep(name: str) -> UnreadableSource:
    return UnreadableSource(f"is nested more than {_DEPTH} levels deep", name, "save the page as text instead")


def _without_declaration(words: str) -> str:
    """Without the XML declaration, and without </body> and </html>, behind which libxml2 drops what a browser shows."""
    return _CLOSING.sub("", re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", words))


def _decoded(data: bytes) -> tuple[str, tuple[Dropped, ...]]:
    """Characters by the byte order mark or UTF-8, else by the charset that the page names, else cp1252."""
    words, encoding = decode(data)
    named = _CHARSET.search(data[:4096])
    if encoding == "cp1252" and named and (own := _by_name(data, named[1].decode("ascii"))) is not None:
        words, encoding = own, named[1].decode("ascii").lower()
    return words.replace("\0", " "), () if encoding == "utf-8" else (Dropped("encoding", f"read as {encoding}"),)


def _by_name(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None


def _walk(element: etree._Element, canvas: Canvas, depth: int, name: str) -> None:
    if depth > _DEPTH:
        raise _too_deep(name)
    kind = element.tag if isinstance(element.tag, str) else ""
    if kind and kind not in _HIDDEN and not _is_hidden(element):
        _shown(kind, element, canvas, depth, name)
    canvas.write(element.tail)


def _shown(kind: str, element: etree._Element, canvas: Canvas, depth: int, name: str) -> None:
    if kind == "br":
        canvas.break_line()
        return
    block = kind not in _INLINE
    if block:
        canvas.break_block()
    if kind == "ol":
        _numbered(element)
    elif kind == "li":
        canvas.write(_number(element))
    canvas.write(element.text)
    for child in element:
        _walk(child, canvas, depth + 1, name)
    if block:
        canvas.break_block()


def _is_hidden(element: etree._Element) -> bool:
    if "hidden" in element.attrib or element.get("aria-hidden") == "true" or element.get("role") in _ASIDE_ROLES:
        return True
    named = f"{element.get('id') or ''} {element.get('class') or ''}"
    return bool(_UNSEEN.search(element.get("style") or "")) or (element.tag in _BOXES and _NOTICE.search(named) is not None)


def _numbered(items: etree._Element) -> None:
    """Give each entry of a numbered list the number that a browser shows before it."""
    number = _whole(items.get("start"), 1)
    for item in items.iterchildren("li"):
        number = _whole(item.get("value"), number)
        item.set("value", str(number))
        number += 1


def _number(item: etree._Element) -> str:
    """'2. ' before an entry of a numbered list."""
    around = item.getparent()
    return f"{item.get('value')}. " if around is not None and around.tag == "ol" else ""


def _whole(words: str | None, otherwise: int) -> int:
    return int(words) if words and words.isdecimal() and len(words) < 9 else otherwise


def _address(root: etree._Element) -> str:
    """The page's own address, from its canonical link or Open Graph mark."""
    return next(_addresses(root), "")


def _addresses(root: etree._Element) -> Iterator[str]:
    for element in root.iter("link", "meta"):
        told = {"canonical": element.get("href"), "og:url": element.get("content")}
        value = told.get(element.get("rel") or element.get("property") or "")
        if value and value.startswith("http"):
            yield value


def _with_url(document: Document, url: str) -> Document:
    return replace(document, url=url)
