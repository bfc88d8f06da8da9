"""The date of a TEI element as EDTF, and of a FRUS document."""

from __future__ import annotations

from lxml import etree

from coldgraph.dates import Date, DateError, parse
from coldgraph.read.tei import below, child, tag, words


def edtf_of(element: etree._Element) -> str:
    """What the attributes of a date say: 'when', else 'from' and 'to', else 'notBefore' and 'notAfter'; '' for none."""
    when = element.get("when")
    if when:
        return when[:10]
    first = element.get("from") or element.get("notBefore") or ""
    last = element.get("to") or element.get("notAfter") or ""
    days = [day[:10] for day in (first, last) if day]
    return "/".join(dict.fromkeys(days))


def stated_date(div: etree._Element) -> Date | None:
    """The day that the mark-up states: dateline, else title, else the attributes of the document."""
    lines = [*below(div, "dateline"), *([head] if (head := child(div, "head")) is not None else [])]
    for line in lines:
        for element in below(line, "date"):
            if date := _of(element):
                return date
    return _of_attributes(div)


def _of(element: etree._Element) -> Date | None:
    if any(tag(a) == "note" for a in element.iterancestors()):
        return None
    stated, said = _valid(edtf_of(element)), parse(words(element))
    return said if stated and said and _swapped(stated, said) else stated or said


def _swapped(stated: Date, said: Date) -> bool:
    """Whether the attribute holds day and month of the words the wrong way round, a known slip of the mark-up."""
    one, other = stated.edtf.split("-"), said.edtf.split("-")
    return stated != said and len(one) == len(other) == 3 and one == [other[0], other[2], other[1]]


def _valid(edtf: str) -> Date | None:
    try:
        return Date.from_edtf(edtf) if edtf else None
    except DateError:
        return None


def _of_attributes(div: etree._Element) -> Date | None:
    """The day or span of frus:doc-dateTime-min and -max, when it is no longer than a year."""
    ends = {str(k).rpartition("}")[2].rpartition(":")[2]: str(v)[:10] for k, v in div.attrib.items()}
    first, last = ends.get("doc-dateTime-min", ""), ends.get("doc-dateTime-max", "")
    date = _valid("/".join(dict.fromkeys(d for d in (first, last) if d)))
    return date if date and (date.latest - date.earliest).days <= 366 else None
