"""Writing of sorted N-Triples: the one place where the authority's scripts make lines."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

CG = "https://w3id.org/coldgraph/ontology#"
ID = "https://w3id.org/coldgraph/id/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"

_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_PREFIXES = {"cg": CG, "skos": SKOS, "dcterms": DCTERMS, "xsd": XSD, "rdfs": RDFS}


def term(name: str) -> str:
    """'cg:side' or 'state/china' as an IRI in angle brackets.

    >>> term("state/china")
    '<https://w3id.org/coldgraph/id/state/china>'
    """
    prefix, colon, rest = name.partition(":")
    if colon and prefix in _PREFIXES:
        return f"<{_PREFIXES[prefix]}{rest}>"
    if name.startswith(("http://", "https://")):
        return f"<{name}>"
    return f"<{ID}{name}>"


def text(value: str, datatype: str = "") -> str:
    """A literal; ``datatype`` such as 'xsd:date', none for a plain string.

    >>> text('say "no"')
    '"say \\\\"no\\\\""'
    """
    plain = f'"{value.translate(_ESCAPES)}"'
    return f"{plain}^^{term(datatype)}" if datatype else plain


def line(subject: str, predicate: str, value: str) -> str:
    """One triple; ``value`` is already a literal or an IRI from `text` or `term`."""
    verb = RDF_TYPE if predicate == "a" else term(predicate)
    return f"{term(subject)} {verb} {value} ."


def write(path: Path, lines: Iterable[str]) -> int:
    """Writes the lines sorted and without repetition; returns how many there are."""
    unique = sorted(set(lines))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{one}\n" for one in unique), encoding="utf-8", newline="\n")
    return len(unique)
