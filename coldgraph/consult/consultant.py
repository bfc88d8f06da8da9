"""Judges the stances of a document by a model's verified answers; where it gives none, coldgraph's own stand in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coldgraph.consult.answer import checked, opened
from coldgraph.consult.endpoint import Endpoint
from coldgraph.consult.kept import Answers
from coldgraph.consult.question import Question, questions
from coldgraph.errors import ExtractorError
from coldgraph.interpret.interpreter import Extractor
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.model import Stance

PATIENCE = 2
"""Documents in a row for which a model may fail before it is not asked any more in this build."""
_BROKEN = 2


@dataclass(frozen=True, slots=True)
class Report:
    """What came of asking about one document: the model whose answers stand ('' none), and what was refused or failed."""

    model: str
    notes: tuple[str, ...] = ()


class Consultant:
    """One model, asked about one document after another."""

    def __init__(self, endpoint: Endpoint, folder: Path, own: Extractor) -> None:
        self._endpoint, self._answers, self._own = endpoint, Answers(folder), own
        self._failures = 0
        self.report = Report("")

    def stances(self, scene: Scene, sentences: Sequence[Sentence]) -> tuple[Stance, ...]:
        """The stances of a document; what became of it is in ``report``."""
        try:
            found, refused = self._all(scene, sentences)
        except ExtractorError as failed:
            self._failures += 1
            self.report = Report("", (f"{failed.what}: the stances of this document are coldgraph's own",))
            return self._own(scene, sentences)
        told = [f"{n} of the model's stances refused: {why}" for why, n in sorted(refused.items())]
        self.report = Report(self._endpoint.model, tuple(told))
        return found

    def _all(self, scene: Scene, sentences: Sequence[Sentence]) -> tuple[tuple[Stance, ...], Counter[str]]:
        """All that holds, each claim once, in the order of the text."""
        found: dict[tuple[object, ...], Stance] = {}
        refused: Counter[str] = Counter()
        for question in questions(scene, sentences):
            one = checked(scene, question, self._answer(question), self._endpoint.model)
            refused += one.refused
            for stance in one.stances:
                found.setdefault((stance.evidence, stance.holder, stance.target, stance.polarity), stance)
        return tuple(sorted(found.values(), key=lambda s: (s.evidence, s.holder, s.target, s.polarity))), refused

    def _answer(self, question: Question) -> str:
        """The kept answer, else one that is at least what was asked for, which is then kept."""
        kept = self._answers.get(self._endpoint.model, question.messages)
        if kept is not None and not _unfit(kept):
            return kept
        if self._failures >= PATIENCE:
            raise ExtractorError("the model was not asked any more, for it failed before")
        answer = self._asked(question)
        self._answers.put(self._endpoint.model, question.messages, answer)
        self._failures = 0
        return answer

    def _asked(self, question: Question) -> str:
        for _ in range(_BROKEN):
            answer = self._endpoint.ask(question.messages)
            wrong = _unfit(answer)
            if not wrong:
                return answer
        raise ExtractorError(wrong)


def _unfit(answer: str) -> str:
    """Why an answer is not what was asked for; '' where it is."""
    try:
        opened(answer)
    except ExtractorError as wrong:
        return wrong.what
    return ""
