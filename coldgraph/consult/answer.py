"""An answer taken apart and held against the document: what cannot be found there is refused."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from coldgraph.consult.question import ACTS, HOLDERS, MODALITIES, POLARITIES, TARGETS, Question
from coldgraph.errors import ExtractorError
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.model import Stance
from coldgraph.text import fold

CONFIDENCE = 0.5
"""Of every stance: nobody has tried how often a model that anybody may name is right."""
MOST = 500
_FENCED = re.compile(r"\s*```(?:json)?\s*\n(.*)\n\s*```\s*", re.DOTALL)
_ARTICLE = re.compile(r"^\s*(?:the|an?)\s+", re.IGNORECASE)


class _UnfitError(Exception):
    """Why one stance of an answer is refused."""


@dataclass(slots=True)
class Checked:
    """What held, and how many stances were refused for which reason."""

    stances: list[Stance] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)


def opened(words: str) -> list[Any]:
    """The stances of an answer, unchecked. Raises ExtractorError where it is not the JSON that was asked for."""
    fenced = _FENCED.fullmatch(words)
    try:
        found = json.loads(fenced.group(1) if fenced else words)
    except (ValueError, RecursionError) as error:
        raise ExtractorError("the model's answer is not JSON", advice="try another model") from error
    if not isinstance(found, dict) or not isinstance(found.get("stances"), list):
        raise ExtractorError("the model's answer has no list of stances", advice="try another model")
    return list(found["stances"])


def checked(scene: Scene, question: Question, words: str, model: str) -> Checked:
    """The stances of an answer that hold. Raises ExtractorError as `opened` does."""
    check, found = _Check(scene, question, model), Checked()
    given = opened(words)
    if len(given) > MOST:
        found.refused["more stances than can be"] += len(given) - MOST
    for item in given[:MOST]:
        try:
            stance = check.stance(item)
        except _UnfitError as unfit:
            found.refused[str(unfit)] += 1
        else:
            found.stances.append(stance)
    return found


class _Check:
    """Knows the names that a question's sentences hold."""

    def __init__(self, scene: Scene, question: Question, model: str) -> None:
        self.scene, self.question, self.model = scene, question, model
        self.names: dict[str, set[str]] = {}
        for actor, form in self._forms():
            self.names.setdefault(_key(form), set()).add(actor)

    def _forms(self) -> Iterator[tuple[str, str]]:
        for sentence in self.question.sentences.values():
            for slot in sentence.slots:
                yield slot.actor, self.scene.label(slot.actor)
                if slot.how == "named":
                    yield slot.actor, sentence.words[slot.start : slot.end]

    def stance(self, item: Any) -> Stance:
        """The stance of one item. Raises _UnfitError."""
        if not isinstance(item, dict):
            raise _UnfitError("not a stance")
        sentence = self._sentence(item.get("sentence"))
        at, quote = self._quoted(sentence, item.get("quote"))
        holder, target = self._actor(item.get("holder"), HOLDERS), self._actor(item.get("target"), TARGETS)
        sides = self.scene.side(holder), self.scene.side(target)
        if holder == target or (sides[0] and sides[0] == sides[1] and {self.scene.kind(holder), self.scene.kind(target)} != {"person"}):
            raise _UnfitError("holder and target are of one side")
        if not isinstance(item.get("attributed"), bool):
            raise _UnfitError("'attributed' is not true or false")
        said = sentence.utterance(at)
        return Stance(
            sentence.span,
            holder,
            target,
            _one_of(POLARITIES, item.get("polarity"), "polarity"),
            _one_of(ACTS, item.get("act"), "act"),
            speaker=said.speaker,
            addressees=said.addressees,
            attributed=item["attributed"],
            modality=_one_of(MODALITIES, item.get("modality"), "modality"),
            holder_side=sides[0],
            target_side=sides[1],
            confidence=CONFIDENCE,
            why=f"asked {self.model}: “{quote}”",
        )

    def _sentence(self, number: Any) -> Sentence:
        if type(number) is not int or number not in self.question.sentences:
            raise _UnfitError("no sentence of this number was shown")
        return self.question.sentences[number]

    def _quoted(self, sentence: Sentence, quote: Any) -> tuple[int, str]:
        """Where the quoted words stand in the sentence, and the words as they stand there; only white space may differ."""
        some = quote.split() if isinstance(quote, str) and len(quote) <= len(sentence.words) + 20 else []
        found = re.search(r"\s+".join(map(re.escape, some)), sentence.words) if some else None
        if not found:
            raise _UnfitError("the quoted words do not stand in the sentence")
        return found.start(), " ".join(found.group().split())

    def _actor(self, given: Any, kinds: tuple[str, ...]) -> str:
        found = (
            {a for a in self.names.get(_key(given), ()) if self.scene.kind(a) in kinds}
            if isinstance(given, str) and len(given) < 200
            else set()
        )
        if len(found) != 1:
            raise _UnfitError("a name that nobody in these sentences has" if not found else "a name that several have")
        return found.pop()


def _key(form: str) -> str:
    return fold(_ARTICLE.sub("", form))


def _one_of(known: dict[str, Any], given: Any, what: str) -> Any:
    if not isinstance(given, str) or given.lower() not in known:
        raise _UnfitError(f"an unknown {what}")
    return known[given.lower()]
