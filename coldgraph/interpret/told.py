"""Meetings of which a document only tells: visits, talks and calls with a date or place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coldgraph import dates
from coldgraph.interpret.scene import Scene
from coldgraph.model import Meeting, Mention, Participation, Role, Span, Voice

_CUE = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|met|meet(?:s|ing|ings)?|talk(?:s|ed)?|conversations?|discuss(?:ions?|ed)|"
    r"call(?:ed)? (?:on|in)|lunch(?:eon)?|dinner|"
    r"received|saw|interview(?:ed)?|conferred|negotiat(?:ions?|ed)|summit|trip|consultations?|told|said to|"
    r"said the same to|spoke (?:to|with)|spoken (?:to|with)|"
    r"led a delegation|headed|delegation|was in|were in|stay(?:ed|s)? in|travel(?:l?ed|s)? to|went to|came to|"
    r"arrived|returned from|summoned|announced|"
    r"exchange of views|session|conference|proposal to|message to|briefed|informed)\b",
    re.IGNORECASE,
)
# In running text a date beside a name is often no meeting; a footnote that gives both mostly tells of one.
_FIRM = re.compile(
    r"\b(?:visit(?:ed|s)?|met|meetings?|talks?|conversations?|discussions?|called (?:on|in)|lunch(?:eon)?|"
    r"dinner|received|saw|interview(?:ed)?|told|spoke (?:to|with)|negotiations?|summit|trip)\b",
    re.IGNORECASE,
)
_GONE_TO = re.compile(r"\b(?:visit(?:ed|s|ing)?|visit to|in|to)(?: the)?\s+$")
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
    in_note = any(m.voice is Voice.NOTE for m in people)
    if not people or not when or (not in_note and not _FIRM.search(words)):
        return
    date = min(when, key=lambda f: abs(f.start - sentence.start - cue.start())).date
    if near is None or date != near:
        yield Meeting(date, _places(scene, mentions, people), _present(scene, people, mentions), False, sentence)


def _places(scene: Scene, mentions: list[Mention], people: list[Mention]) -> tuple[str, ...]:
    """The first place named, else the state that was visited or gone to."""
    towns = [m.refers_to for m in mentions if m.kind == "place"]
    states = [m.refers_to for m in mentions if m.kind == "state" and _GONE_TO.search(scene.text[max(0, m.start - 20) : m.start])]
    return tuple(towns[:1] or states[:1])


def _present(scene: Scene, people: list[Mention], mentions: list[Mention]) -> tuple[Participation, ...]:
    actors = dict.fromkeys(m.refers_to for m in people)
    return tuple(Participation(a, scene.side(a), Role.SILENT) for a in actors)
