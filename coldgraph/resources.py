"""Where the shipped data lies: beside the package in a checkout, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

from coldgraph.errors import AuthorityError

_HERE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder 'ontology' or 'triples' with its shipped files.

    Raises AuthorityError where an installation lacks it.
    """
    for place in (_HERE / "_data" / name, _HERE.parent / name):
        if place.is_dir():
            return place
    raise AuthorityError(f"the shipped folder {name!r} is missing", _HERE, "install coldgraph again")
