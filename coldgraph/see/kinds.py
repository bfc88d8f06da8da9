"""Parts of a network: the ties of some actors, and an actor's surroundings."""

from __future__ import annotations

from collections.abc import Collection

from coldgraph.see.sources import Ties


def of(found: Ties, actors: Collection[str]) -> Ties:
    """The ties of these actors."""
    wanted = set(actors)
    return found.only(lambda tie: not wanted.isdisjoint(tie[:2]), "of others")


def ego(found: Ties, actors: Collection[str]) -> Ties:
    """These actors, whoever has a tie with one of them, and the ties among all of these (an ego network)."""
    chosen = set(actors)
    near = chosen | {other for tie in found.evidence if not chosen.isdisjoint(tie[:2]) for other in tie[:2]}
    joined = any(not chosen.isdisjoint(tie[:2]) for tie in found.evidence)
    return found.only(lambda tie: joined and near.issuperset(tie[:2]), "of others")
