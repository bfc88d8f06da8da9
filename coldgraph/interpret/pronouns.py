"""'We', 'I' and 'you' in speech: the speaker's side, the speaker, the side addressed."""

from __future__ import annotations

import re

from coldgraph.interpret.scene import Scene
from coldgraph.model import Mention, Turn, Voice

_PRONOUN = re.compile(r"\b(?:(?P<we>[Ww]e|[Oo]ur|ours|us)|(?P<i>I|[Mm]y|me)|(?P<you>[Yy]ou|[Yy]our|yours))\b")


def pronouns(scene: Scene) -> tuple[Mention, ...]:
    """The pronouns of all turns that refer to somebody for sure."""
    return tuple(m for turn in scene.turns for m in _of_turn(scene, turn))


def _of_turn(scene: Scene, turn: Turn) -> list[Mention]:
    own = scene.side(turn.speaker)
    addressed = {scene.side(a) for a in turn.addressees} - {"", own}
    meant = {"we": own, "i": turn.speaker, "you": next(iter(addressed)) if len(addressed) == 1 else ""}
    found = []
    for match in _PRONOUN.finditer(scene.text, turn.start, turn.end):
        entity = meant[str(match.lastgroup)]
        if entity:
            found.append(
                Mention(
                    match.start(), match.end(), entity, scene.kind(entity), Voice.BODY, pronoun=True, how=f"{match.lastgroup} in speech"
                )
            )
    return found
