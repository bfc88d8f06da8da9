"""Who wrote a document: the name that stands alone at the foot of the body, or in its 'From:' line."""

from __future__ import annotations

import re

from coldgraph.interpret.scene import Scene
from coldgraph.model import Voice

_FOOT = 400
_HEAD = 3000
_FROM = re.compile(
    r"^[ \t]*(?:(?:From|FROM|Sender|Author)[ \t]*:|From the (?:journal|diary|record|notes) of\b|\d{1,5}\. From\b)[^\n]{1,120}",
    re.MULTILINE | re.IGNORECASE,
)


def author(scene: Scene) -> str:
    """The signer of a letter or telegram ('' for an unsigned text or a conversation)."""
    if any(not t.reported for t in scene.turns):
        return ""
    document = scene.context.recognised.document
    end = max((s.end for s in document.segments if s.voice is Voice.BODY), default=0)
    foot = [m for m in scene.within(max(0, end - _FOOT), end) if m.kind == "person" and m.voice is Voice.BODY]
    signed = [m for m in foot if _alone(document.text, m.start, m.end)]
    return signed[-1].refers_to if signed else _sender(scene)


def _sender(scene: Scene) -> str:
    """The person in a header's 'From:' line, or of a diary's 'From the journal of'."""
    found = _FROM.search(scene.text, 0, _HEAD)
    if not found:
        return ""
    people = [m for m in scene.within(found.start(), found.end()) if m.kind == "person"]
    return people[0].refers_to if people else ""


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    after = text[end : line_end if line_end >= 0 else len(text)]
    return not before.strip(" /sS") and not after.strip(" .*†‡0123456789[]")
