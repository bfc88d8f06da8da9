"""A sentence made ready for judging: its tokens, who stands where in it, what the frames claim, and its tone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from coldgraph.interpret.claims import claims
from coldgraph.interpret.lexis import Tokens
from coldgraph.interpret.pairs import Pair, Pairs, is_readable, relation
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.tones import Tone, Tones
from coldgraph.model import Stance

_SILENT = Tone()
_CODES = {"own": "OWN", "you": "YOU", "third": "OTH"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A slot at its place among the tokens; ``relation``: own, you or third."""

    place: int
    actor: str
    kind: str
    how: str
    relation: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the pairs of one sentence share. ``claims`` are the stances of the frames by holder and target."""

    scene: Scene
    sentence: Sentence
    tokens: Tokens
    spots: tuple[Spot, ...]
    pairs: Sequence[Pair] = ()
    claims: Mapping[tuple[str, str], Stance] | None = None
    tone: Tone = _SILENT
    before: Tone = _SILENT
    after: Tone = _SILENT

    def place(self, start: int) -> int:
        """The token at an offset of the sentence; -1 for a slot that is not named there."""
        return _place(self.tokens, start)

    def claim(self, pair: Pair) -> Stance | None:
        """The frames' stance between the two, or their sides."""
        sides = self.scene.side(pair.holder), self.scene.side(pair.target)
        keys = ((pair.holder, pair.target), (sides[0], pair.target), (pair.holder, sides[1]))
        known = self.claims or {}
        return next((known[k] for k in keys if k in known), None)

    def coded(self) -> list[str]:
        """The tokens, with who is meant in place of names: OWN, YOU, OTH, WE, I, TOPIC or PLACE."""
        words = list(self.tokens.words)
        for spot in self.spots:
            if spot.place >= 0:
                words[spot.place] = _code(spot)
        return words


def prepared(scene: Scene, sentences: Iterable[Sentence], tones: Tones) -> list[Setting]:
    """All sentences of a document in order, each with its pairs and with the tone of its neighbours."""
    pairs, found = Pairs(scene), []
    for sentence in sentences:
        tokens = Tokens(sentence.masked if is_readable(sentence) else "")
        bare = Setting(scene, sentence, tokens, _spots(scene, sentence, tokens) if tokens.words else (), pairs.of(sentence))
        found.append(replace(bare, tone=tones.of(tokens.words, bare.coded())))
    heard = [_SILENT, *(s.tone for s in found), _SILENT]
    return [replace(s, before=heard[i], after=heard[i + 2]) for i, s in enumerate(found)]


def claimed(setting: Setting) -> Setting:
    """The setting with what the frames claim."""
    return replace(setting, claims={(c.holder, c.target): c for c in claims(setting.scene, setting.sentence)})


def _spots(scene: Scene, sentence: Sentence, tokens: Tokens) -> tuple[Spot, ...]:
    return tuple(
        Spot(_place(tokens, s.start), s.actor, s.kind, s.how, relation(scene, sentence.utterance(s.start), s.actor)) for s in sentence.slots
    )


def _place(tokens: Tokens, start: int) -> int:
    return bisect_right(tokens.starts, start) - 1 if start >= 0 else -1


def _code(spot: Spot) -> str:
    if spot.how in ("we", "i"):
        return spot.how.upper()
    return spot.kind.upper() if spot.kind in ("topic", "place") else _CODES[spot.relation]
