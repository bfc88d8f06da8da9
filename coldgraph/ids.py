"""The only place where an IRI is made, always from content."""

from __future__ import annotations

import hashlib
import re
import unicodedata

ONTOLOGY = "https://w3id.org/coldgraph/ontology#"
BASE = "https://w3id.org/coldgraph/id/"
GRAPHS = BASE + "graph/"

_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ß": "ss", "ı": "i", "æ": "ae", "Æ": "ae", "œ": "oe"})


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens.

    >>> slug("Phạm Văn Đồng")
    'pham-van-dong'
    >>> slug("People's Republic of China")
    'peoples-republic-of-china'
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’ʼ`´]", "", plain)
    short = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return short or digest(text)


def digest(*parts: object) -> str:
    """Twelve hexadecimal digits of the SHA-256 of the parts.

    >>> digest("a", 1)
    '839e11a421d3'
    """
    joined = "\x1f".join(str(p) for p in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def iri(local: str) -> str:
    """The IRI of a local identifier such as 'person/zhou-enlai'.

    >>> iri("state/china")
    'https://w3id.org/coldgraph/id/state/china'
    """
    return BASE + local


def graph(name: str) -> str:
    """The IRI of a named graph: a document's id, 'authority', 'decisions' or 'provenance'.

    >>> graph("authority")
    'https://w3id.org/coldgraph/id/graph/authority'
    """
    return GRAPHS + name


def passage(document: str, start: int, end: int, role: str = "passage") -> str:
    """The local identifier of a span of a document; ``role`` tells mention, turn and passage apart.

    >>> passage("a", 3, 9)
    'passage/a/3-9'
    """
    return f"{role}/{document}/{start}-{end}"
