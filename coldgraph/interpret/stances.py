"""Stances that sentences express."""

from __future__ import annotations

from coldgraph.interpret.scene import Scene
from coldgraph.model import Stance


def stances(scene: Scene) -> tuple[Stance, ...]:
    """The stances of a document."""
    return ()
