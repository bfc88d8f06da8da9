"""Who signed a document: the name that stands alone at the foot of the body."""

from __future__ import annotations

from coldgraph.interpret.scene import Scene
from coldgraph.model import Voice

_FOOT = 400


def author(scene: Scene) -> str:
    """The signer of a letter or telegram ('' for an unsigned text or a conversation)."""
    if any(not t.reported for t in scene.turns):
        return ""
    document = scene.context.recognised.document
    end = max((s.end for s in document.segments if s.voice is Voice.BODY), default=0)
    signed = [m for m in scene.within(max(0, end - _FOOT), end) if m.kind == "person" and _alone(document.text, m.start, m.end)]
    return signed[-1].refers_to if signed else ""


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    line_end = text.find("\n", end)
    after = text[end : line_end if line_end >= 0 else len(text)]
    return not before.strip(" /sS") and not after.strip(" .*†‡0123456789[]")
