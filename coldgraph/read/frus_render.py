"""A FRUS document in TEI -> canonical text with marks: blocks apart by blank lines, notes at the end as '[1] ...'."""

from __future__ import annotations

from contextlib import ExitStack

from lxml import etree

from coldgraph.model import Mark
from coldgraph.read.canvas import Canvas
from coldgraph.read.frus_dates import edtf_of
from coldgraph.read.tei import child, tag

HEADER, NOTE = "#header", "#note"
_BLOCKS = {
    *("p", "head", "dateline", "item", "list", "closer", "opener", "signed", "salute", "row", "cell", "table", "div"),
    *("quote", "lg", "l", "postscript", "argument"),
}
_HEADERS = {"dateline"}
_HEADER_LISTS = {"participants", "subject", "to", "from", "references"}


def render(div: etree._Element) -> tuple[str, list[Mark]]:
    """The text of a document and its marks.

    Beside the editors' marks two kinds are ours: '#header' for head, dateline and the lists that head a
    document, '#note' (key: its number) for a footnote at the end.
    """
    canvas = Canvas()
    notes: list[etree._Element] = []
    _walk(div, canvas, notes)
    for note in notes:
        _append(note, canvas)
    return canvas.text(), sorted(canvas.marks)


def _append(note: etree._Element, canvas: Canvas) -> None:
    number = note.get("n") or "*"
    canvas.flat = False
    canvas.break_line() if _is_noted(canvas) else canvas.break_block()
    canvas.flat = True
    with canvas.marked(NOTE, number):
        canvas.write(f"[{number}] ")
        _inside(note, canvas, [])


def _is_noted(canvas: Canvas) -> bool:
    return any(m.kind == NOTE for m in canvas.marks[-1:])


def _walk(element: etree._Element, canvas: Canvas, notes: list[etree._Element]) -> None:
    name = tag(element)
    if not name:
        return
    if name == "note":
        canvas.point("note-call", element.get("n") or "*")
        notes.append(element)
        return
    if name in ("pb", "lb"):
        canvas.joint()
        if name == "lb":
            canvas.break_line()
        return
    _element(name, element, canvas, notes)


def _element(name: str, element: etree._Element, canvas: Canvas, notes: list[etree._Element]) -> None:
    block = name in _BLOCKS
    if block:
        canvas.break_block()
    with ExitStack() as stack:
        for kind, key in _marks(name, element):
            stack.enter_context(canvas.marked(kind, key))
        _inside(element, canvas, notes)
    if block:
        canvas.break_block()


def _inside(element: etree._Element, canvas: Canvas, notes: list[etree._Element]) -> None:
    nested = tag(element) == "item" and _is_participants(element) and child(element, "list") is not None
    with ExitStack() as stack:
        if nested:
            stack.enter_context(canvas.marked("group"))
        canvas.write(element.text)
        for part in element:
            if nested and tag(part) == "list":
                stack.close()
            _walk(part, canvas, notes)
            canvas.write(part.tail)


def _marks(name: str, element: etree._Element) -> list[tuple[str, str]]:
    """What to mark an element as: kinds and keys, the outermost first."""
    key = (element.get("corresp") or "").lstrip("#")
    kind = element.get("type") or ""
    if name == "persName":
        return [("person", key), *([(kind, key)] if kind in ("from", "to") else [])]
    if name == "gloss":
        return [(kind, "")] if kind in ("from", "to") else []
    if name == "date":
        return [("date", edtf_of(element))]
    if name in ("placeName", "signed"):
        return [("place" if name == "placeName" else name, "")]
    return _header_marks(name, element, kind)


def _header_marks(name: str, element: etree._Element, kind: str) -> list[tuple[str, str]]:
    if name == "item" and _is_participants(element) and child(element, "list") is None:
        return [("group" if _is_heading(element) else "participant", "")]
    around = element.getparent()
    is_title = name == "head" and around is not None and tag(around) == "div"
    if is_title or name in _HEADERS or (name == "list" and kind in _HEADER_LISTS):
        return [(HEADER, "")]
    return []


def _is_participants(item: etree._Element) -> bool:
    return any(tag(a) == "list" and a.get("type") == "participants" for a in item.iterancestors())


def _is_heading(item: etree._Element) -> bool:
    """Whether an entry is a heading in italics only, such as a country's name."""
    parts = [p for p in item if tag(p)]
    bare = not (item.text or "").strip() and all(not (p.tail or "").strip(" \n\t\r:") for p in parts)
    return bare and len(parts) == 1 and tag(parts[0]) == "hi" and len(parts[0]) == 0
