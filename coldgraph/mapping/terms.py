"""RDF terms as N-Quads text, in the canonical form of RDF Dataset Canonicalization 1.0 (W3C).

Every function returns a finished term: an IRI in angle brackets or a quoted literal.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from coldgraph import ids
from coldgraph.namespaces import EDTF, XSD_BOOLEAN, XSD_DATE, XSD_DECIMAL, XSD_INTEGER

_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SPECIAL = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNSAFE = re.compile(r"[^A-Za-z0-9/._~-]")


def _escape(found: re.Match[str]) -> str:
    char = found[0]
    if "\ud800" <= char <= "\udfff":
        return "\ufffd"
    return _SHORT.get(char) or f"\\u{ord(char):04X}"


def literal(text: str) -> str:
    """A plain string literal; a lone surrogate, which no RDF string can hold, becomes U+FFFD.

    >>> print(literal('"we"'))
    "\\"we\\""
    """
    return f'"{_SPECIAL.sub(_escape, text)}"'


def typed(lexical: str, datatype: str) -> str:
    """A literal with a datatype other than xsd:string."""
    return f"{literal(lexical)}^^<{datatype}>"


def integer(number: int) -> str:
    """A whole number as xsd:integer."""
    return f'"{number}"^^<{XSD_INTEGER}>'


def boolean(value: bool) -> str:
    """True or false as xsd:boolean."""
    return f'"{"true" if value else "false"}"^^<{XSD_BOOLEAN}>'


@lru_cache(maxsize=1024)
def share(number: float) -> str:
    """A number from 0 to 1 as xsd:decimal, to four places, without trailing zeros.

    >>> share(0.90)
    '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    """
    if not 0 <= number <= 1:
        raise ValueError(f"a confidence lies between 0 and 1, not at {number}")
    exact = Decimal(repr(round(float(number), 4))).normalize() + 0
    return f'"{exact:f}"^^<{XSD_DECIMAL}>'


def day(value: date) -> str:
    """A calendar day as xsd:date."""
    return f'"{value.isoformat()}"^^<{XSD_DATE}>'


def edtf(value: str) -> str:
    """A date as uncertain as its text, in the Extended Date/Time Format."""
    return typed(value, EDTF)


@lru_cache(maxsize=65536)
def local(name: str) -> str:
    """The IRI of a local identifier; what an IRI cannot hold is percent-encoded as UTF-8.

    >>> local("topic/a b")
    '<https://w3id.org/coldgraph/id/topic/a%20b>'
    """
    if _UNSAFE.search(name):
        name = quote(_SURROGATE.sub("\ufffd", name), safe="/~")
    return f"<{ids.iri(name)}>"
