"""RDF terms as plain values, the same whatever store answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

XSD = "http://www.w3.org/2001/XMLSchema#"
STRING = XSD + "string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

_INTEGERS = frozenset(XSD + n for n in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger", "unsignedInt"))
_FLOATS = frozenset((XSD + "double", XSD + "float"))
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')

Plain = str | int | float | bool | Decimal | date


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """An RDF term. ``kind``: iri, literal or blank; datatype and language are '' except in literals.

    >>> Term("literal", "12", XSD + "integer").python()
    12
    """

    kind: str
    value: str
    datatype: str = ""
    language: str = ""

    def n3(self) -> str:
        """The term in N-Triples, every special character escaped. Raises ValueError for an IRI that cannot be one."""
        if self.kind == "iri":
            return _iri(self.value)
        return f"_:{self.value}" if self.kind == "blank" else self._literal()

    def _literal(self) -> str:
        quoted = '"' + "".join(_ESCAPES.get(c, c) for c in self.value) + '"'
        if self.language:
            return f"{quoted}@{self.language}"
        return quoted if self.datatype in ("", STRING) else f"{quoted}^^{_iri(self.datatype)}"

    def python(self) -> Plain:
        """The value as Python has it; the text itself where the literal is ill-typed or its type unknown."""
        try:
            return _python(self)
        except (ValueError, ArithmeticError):
            return self.value

    def json(self) -> dict[str, str]:
        """The term as the SPARQL 1.1 results format (JSON) writes it."""
        kind = {"iri": "uri", "blank": "bnode"}.get(self.kind, "literal")
        found = {"type": kind, "value": self.value}
        if self.language:
            found["xml:lang"] = self.language
        elif self.datatype not in ("", STRING):
            found["datatype"] = self.datatype
        return found


def iri(value: str) -> Term:
    return Term("iri", value)


def text(value: str, language: str = "") -> Term:
    return Term("literal", value, LANG_STRING if language else "", language)


def typed(value: object, name: str) -> Term:
    """A literal of an XML Schema type.

    >>> typed("1966-03-23", "date").n3()
    '"1966-03-23"^^<http://www.w3.org/2001/XMLSchema#date>'
    """
    return Term("literal", str(value), XSD + name)


def from_json(found: Mapping[str, str]) -> Term:
    """A term of the SPARQL 1.1 results format (JSON); 'typed-literal' of older servers is understood."""
    kind = {"uri": "iri", "bnode": "blank"}.get(found["type"], "literal")
    language = found.get("xml:lang", "")
    datatype = LANG_STRING if language else found.get("datatype", "")
    return Term(kind, found["value"], "" if datatype == STRING else datatype, language)


def _iri(value: str) -> str:
    if _BAD_IRI.search(value):
        raise ValueError(f"not an IRI: {value!r}")
    return f"<{value}>"


def _python(term: Term) -> Plain:
    kind, value = term.datatype, term.value
    if kind in _INTEGERS:
        return int(value)
    if kind in _FLOATS:
        return float(value)
    if kind == XSD + "decimal":
        return float(value)
    if kind == XSD + "boolean":
        return value in ("true", "1")
    return date.fromisoformat(value) if kind == XSD + "date" else value
