"""What a machine builds with. Two machines with the same equipment make the same bytes of the same source."""

from __future__ import annotations

import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from coldgraph.authority.load import checksum
from coldgraph.program import program

_LIBRARIES = ("ahocorasick-rs", "anyascii", "lxml", "numpy", "pyoxigraph", "pypdf", "rdflib")


@cache
def equipment() -> dict[str, str]:
    """The versions of coldgraph, its authority, Python and the libraries through which a document goes."""
    own = {"coldgraph": program(), "authority": checksum()[:12], "Python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    return own | {name: _version(name) for name in _LIBRARIES}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def differences(there: dict[str, str], here: dict[str, str]) -> str:
    """In words, '' where there are none.

    >>> differences({"lxml": "5.2"}, {"lxml": "6.0"})
    'lxml 5.2 (here 6.0)'
    """
    names = [*here, *(there.keys() - here.keys())]
    return ", ".join(f"{n} {there.get(n, 'missing')} (here {here.get(n, 'missing')})" for n in names if there.get(n) != here.get(n))
