"""What the model is asked: some sentences of a document, who speaks them, and which actors may be named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from string import Template

from coldgraph import vocabulary
from coldgraph.consult.endpoint import Message
from coldgraph.ids import ONTOLOGY
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.model import Modality, Polarity

ROOM = 6_000  # characters of sentences in one question
HOLDERS = ("person", "state", "organization", "movement")
TARGETS = (*HOLDERS, "topic")
ACTS = {t.removeprefix(ONTOLOGY).lower(): t.removeprefix(ONTOLOGY) for n, t in sorted(vars(vocabulary).items()) if n.startswith("ACT_")}
POLARITIES = {p.lower(): p for p in Polarity}
MODALITIES = {m.lower(): m for m in Modality}


@dataclass(frozen=True, slots=True)
class Question:
    """``sentences`` by the number under which they are shown; ``messages`` are what is sent."""

    sentences: dict[int, Sentence]
    messages: tuple[Message, Message]


def questions(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[Question]:
    """The questions about a document: none about stretches in which nobody is named."""
    for some in _portions(list(enumerate(sentences, 1))):
        actors = sorted({s.actor for _, sentence in some for s in sentence.slots if s.kind in TARGETS})
        if actors:
            listed = [f"- {scene.label(a)} ({scene.kind(a)})" for a in actors]
            shown = [f"{n} [{_voice(scene, sentence)}] {' '.join(sentence.words.split())}" for n, sentence in some]
            asked = "\n".join(["Names:", *listed, "", "Sentences:", *shown])
            yield Question(dict(some), ({"role": "system", "content": _task()}, {"role": "user", "content": asked}))


@cache
def _task() -> str:
    """What the model is to do (task.txt), with the terms of the ontology."""
    text = resources.files(__package__).joinpath("task.txt").read_text(encoding="utf-8")
    terms = {"polarities": POLARITIES, "acts": ACTS, "modalities": MODALITIES}
    return Template(text).substitute({name: "|".join(known) for name, known in terms.items()})


def _portions(numbered: Sequence[tuple[int, Sentence]]) -> Iterator[list[tuple[int, Sentence]]]:
    portion: list[tuple[int, Sentence]] = []
    size = 0
    for number, sentence in numbered:
        if portion and size + len(sentence.words) > ROOM:
            yield portion
            portion, size = [], 0
        portion.append((number, sentence))
        size += len(sentence.words)
    if portion:
        yield portion


def _voice(scene: Scene, sentence: Sentence) -> str:
    """Who speaks to whom, as the document's own labels tell."""
    said = sentence.utterances[0]
    speaker = scene.label(said.speaker) if said.speaker else "unsigned"
    return f"{speaker} to {', '.join(scene.label(a) for a in said.addressees)}" if said.addressees else speaker
