"""Meetings of which a document only tells: visits, talks and calls with a date or place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coldgraph import dates
from coldgraph.dates import Date
from coldgraph.interpret.scene import Scene
from coldgraph.model import Meeting, Mention, Participation, Role, Span, Voice

_CUE = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|met|meet(?:s|ing|ings)?|talk(?:s|ed)? (?:with|between|to)|(?:had|long|private|recent|"
    r"earlier|further|our|his|my) talks?|conversations?|discussions?|call(?:ed)? (?:on|in)|lunch(?:eon)?|dinner|"
    r"received|"
    r"saw|interview(?:ed)?|conferred|negotiations?|summit|trip|received by|consultations?)\b",
    re.IGNORECASE,
)
_ACTORS = ("person", "state")
_VOICES = (Voice.BODY, Voice.NOTE)


def meetings(scene: Scene) -> tuple[Meeting, ...]:
    """The occasions told of, each with its sentence; at least one participant, and a date or a place."""
    found = [m for sentence in scene.context.recognised.sentences for m in _of_sentence(scene, sentence)]
    return tuple(found)


def _of_sentence(scene: Scene, sentence: Span) -> Iterator[Meeting]:
    words = scene.text[sentence.start : sentence.end]
    cue = _CUE.search(words)
    if not cue:
        return
    mentions = [m for m in scene.within(sentence.start, sentence.end) if m.voice in _VOICES]
    people = [m for m in mentions if m.kind == "person"]
    near = scene.context.recognised.document.date
    when = [f for f in dates.find(scene.text, near, sentence.start, sentence.end) if f.date.precision in ("day", "interval", "month")]
    if not people or not when:
        return
    date = min(when, key=lambda f: abs(f.start - sentence.start - cue.start())).date
    if near is None or date != near:
        yield Meeting(date, _places(scene, mentions, people), _present(scene, people, mentions), False, sentence)


def _places(scene: Scene, mentions: list[Mention], people: list[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.refers_to for m in mentions if m.kind == "place"))[:1]


def _present(scene: Scene, people: list[Mention], mentions: list[Mention]) -> tuple[Participation, ...]:
    actors = dict.fromkeys(m.refers_to for m in people)
    return tuple(Participation(a, scene.side(a), Role.SILENT) for a in actors)


__all__ = ["Date", "meetings"]
