"""The signs by which a pair of actors is judged: numbers, each with a name that a reader understands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from coldgraph.interpret import clauses
from coldgraph.interpret.lexis import Hit, Tokens
from coldgraph.interpret.pairs import Pair, relation
from coldgraph.interpret.reading import Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.model import Stance

Signs = dict[str, float]
_BEFORE, _AFTER, _NEAR = 8, 10, 8
_MOST = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """What the pairs of one sentence share. ``claims`` are the stances of the frames by holder and target."""

    scene: Scene
    sentence: Sentence
    tokens: Tokens
    claims: Mapping[tuple[str, str], Stance]
    pairs: int

    def place(self, start: int) -> int:
        """The token at an offset of the sentence; -1 for a slot that is not named there."""
        return bisect_right(self.tokens.starts, start) - 1 if start >= 0 else -1

    def claim(self, pair: Pair) -> Stance | None:
        """The frames' stance between the two, or their sides."""
        sides = self.scene.side(pair.holder), self.scene.side(pair.target)
        keys = ((pair.holder, pair.target), (sides[0], pair.target), (pair.holder, sides[1]))
        return next((self.claims[k] for k in keys if k in self.claims), None)


def signs(setting: Setting, pair: Pair) -> Signs:
    """All signs of a pair."""
    scene, said = setting.scene, pair.said
    roles = f"{relation(scene, said, pair.holder)}>{relation(scene, said, pair.target)}"
    found: Signs = {f"roles {roles}": 1.0, f"words {pair.by.how}>{pair.towards.how}": 1.0, f"manner {said.manner} {roles}": 1.0}
    found[f"kinds {scene.kind(pair.holder)}>{scene.kind(pair.target)}"] = 1.0
    found[f"manner {said.manner}"] = 1.0
    found["pairs"] = log(setting.pairs)
    found["length"] = min(8, len(setting.tokens.words) // 8)
    found["question"] = float(clauses.is_question(setting.sentence.words))
    found["condition"] = float(clauses.has_condition(setting.sentence.masked))
    found |= _frames(setting.claim(pair))
    found |= _lexis(setting, pair, roles)
    return found


def _frames(claim: Stance | None) -> Signs:
    if claim is None:
        return {"frame none": 1.0}
    return {f"frame {claim.polarity.value}": 1.0, f"frame {claim.why.split(':')[0]}": 1.0}


def zones(by: int, towards: int, length: int) -> dict[str, range]:
    """The stretches of tokens around two places, by name; -1 is a place that is not in the sentence."""
    first, last = sorted((by, towards))
    if first >= 0:
        return {"between": range(first + 1, last), "before": range(max(0, first - _BEFORE), first), "after": range(last + 1, last + _AFTER)}
    if last >= 0:
        return {"before": range(max(0, last - _AFTER), last), "after": range(last + 1, last + _AFTER + 4)}
    return {"anywhere": range(length)}


def _lexis(setting: Setting, pair: Pair, roles: str) -> Signs:
    """The words of attitude around holder and target."""
    by, towards = setting.place(pair.by.start), setting.place(pair.towards.start)
    shape = _shape(by, towards)
    found: Signs = {f"shape {shape}": 1.0, f"{shape} actors": _actors(setting, by, towards)}
    if by >= 0 and towards >= 0:
        found[f"{shape} distance"] = min(15, abs(by - towards))
    net = 0.0
    for name, zone in zones(by, towards, len(setting.tokens.words)).items():
        for hit in (h for h in setting.tokens.hits if h.at in zone):
            net += _count(found, hit, f"{shape} {name}", roles)
    found["net"] = max(-_MOST, min(_MOST, net))
    found[f"net {roles}"] = (net > 0) - (net < 0)
    return found | _nearest(setting.tokens.hits, by, towards)


def _shape(by: int, towards: int) -> str:
    if by >= 0 and towards >= 0:
        return "H..T" if by < towards else "T..H"
    return "..T" if towards >= 0 else "H.." if by >= 0 else ".."


def _actors(setting: Setting, by: int, towards: int) -> float:
    """How many others are named: between the two, or in the sentence where one of them is not named."""
    places = [setting.place(s.start) for s in setting.sentence.slots if s.kind != "topic"]
    first, last = (min(by, towards), max(by, towards)) if min(by, towards) >= 0 else (-1, len(setting.tokens.words))
    return min(_MOST, sum(first < p < last for p in places))


def _count(found: Signs, hit: Hit, zone: str, roles: str) -> float:
    """Adds a word's signs; returns what it weighs: 1 for praise, -1 for blame, less where it is negated."""
    no = " negated" if hit.negated else ""
    for polarity in sorted({s.polarity for s in hit.senses}):
        found[f"{zone} {polarity}{no}"] = min(_MOST, found.get(f"{zone} {polarity}{no}", 0) + 1)
        found[f"{zone} {polarity}{no} {roles}"] = 1.0
    for sense in hit.senses:
        found[f"{zone} {sense.act} {sense.form}{no}"] = 1.0
        found[f"{zone.split(' ')[-1]} {sense.act}{no}"] = 1.0
    return _weight(hit)


def _weight(hit: Hit) -> float:
    polarities = {s.polarity for s in hit.senses}
    if len(polarities) > 1:
        return 0.0
    sign = 1.0 if "Positive" in polarities else -1.0
    return sign * (-0.6 if hit.negated else 1.0)


def _nearest(hits: Iterable[Hit], by: int, towards: int) -> Signs:
    """The word of attitude nearest to the target, and the first behind the holder."""
    found: Signs = {}
    near = min((h for h in hits if towards >= 0 and abs(h.at - towards) < _NEAR), key=lambda h: (abs(h.at - towards), h.at), default=None)
    first = next((h for h in hits if by >= 0 and by < h.at < by + _NEAR), None)
    for name, hit in (("near target", near), ("behind holder", first)):
        for sense in hit.senses if hit else ():
            found[f"{name} {sense.act}"] = found[f"{name} {sense.polarity}"] = 1.0
    if near:
        found["near target distance"] = near.at - towards
    if first:
        found["behind holder distance"] = first.at - by
    return found
