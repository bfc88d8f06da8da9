"""A named question from its name and values to its answer, whoever runs the query in between."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from coldgraph.ask import steps
from coldgraph.ask.absence import absence
from coldgraph.ask.bind import bind, values, without_blanks
from coldgraph.ask.citations import cited
from coldgraph.ask.names import resolve
from coldgraph.ask.questions import Question, question
from coldgraph.store.answer import Answer
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the terms of its parameters. ``text`` is the SPARQL to run."""

    question: Question
    values: Mapping[str, Term]

    @property
    def text(self) -> str:
        return without_blanks(bind(self.question.text, self.values))

    def limit(self, rows: int | None) -> int | None:
        """How many rows the query may give for an answer of at most ``rows``: all of them where a step makes the answer."""
        return None if self.question.step else rows


def asked(store: Store, named: str, given: Mapping[str, str]) -> Asked:
    """The question of a name with its values resolved. Raises QueryError for a wrong name, parameter or value."""
    found = question(named)
    return Asked(found, values(found, given, lambda kind, name: resolve(store, kind, name)))


def finished(store: Store, one: Asked, rows: Answer, limit: int | None = None) -> Answer:
    """The answer out of the query's rows: the question's step is taken, citations are completed, an empty answer says why it is."""
    answer = steps.named(one.question.step)(rows, store) if one.question.step else rows
    if limit is not None and len(answer) > limit:
        answer = replace(answer, rows=answer.rows[:limit], truncated=True)
    answer = cited(store, answer)
    return answer if len(answer) else replace(answer, absence=absence(store, one.question, one.values))
