"""What is wrong with a graph, as one kind of value whatever found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """``check`` is the rule, ``where`` the file, document or identifier, ``what`` the trouble in words."""

    check: str
    where: str
    what: str
