"""coldgraph: diplomatic documents of the Cold War as a knowledge graph that a historian can cite."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "build", "open"]

if TYPE_CHECKING:
    from coldgraph.graph import Graph, open
    from coldgraph.pipeline import build

_HOMES = {"Graph": "coldgraph.graph", "open": "coldgraph.graph", "build": "coldgraph.pipeline"}


def __getattr__(name: str) -> Any:
    """Load what a newcomer needs only when it is asked for, so that ``import coldgraph`` is quick."""
    if name not in _HOMES:
        raise AttributeError(f"module 'coldgraph' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
