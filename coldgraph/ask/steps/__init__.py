"""What a question needs after its query: a step in Python from the rows to the answer.

The head of a query names its step: ``# step: chain`` is the function `step` of `coldgraph.ask.steps.chain`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Protocol, cast

from coldgraph.errors import QueryError
from coldgraph.store.answer import Answer
from coldgraph.store.contract import Store

STEPS = ("behind", "chain", "examples", "holders", "lasting", "records", "triads")


class Step(Protocol):
    """From the rows of the query to the answer; the store is there for a second look."""

    def __call__(self, rows: Answer, store: Store) -> Answer: ...


def named(name: str) -> Step:
    """The step of a name. Raises QueryError where there is none."""
    if name not in STEPS:
        raise QueryError(f"no step is called {name!r}", advice=f"there are: {', '.join(STEPS)}")
    return cast(Step, import_module(f"{__name__}.{name}").step)
