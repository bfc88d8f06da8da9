"""An explanation as text for a historian, plain words first and numbers after them, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from math import exp
from typing import Any

from coldgraph.explain.again import Explained
from coldgraph.explain.wording import in_words
from coldgraph.interpret.forest import forest
from coldgraph.interpret.frames import Frame, lexicon
from coldgraph.interpret.reasons import Reason, Weight
from coldgraph.interpret.scene import Scene

MOST = 8


def as_text(told: Explained) -> str:
    """A paragraph for each pair that was claimed, or for the likeliest one, then a line for each other; or why there is nothing to tell."""
    lines = ["The source has changed since the graph was built: this is about the source as it is now.", ""] if told.changed else []
    if not told.reasons:
        lines.append("No two actors and no word of attitude were found in this sentence: nothing was judged.")
    sentence = None
    for reason in told.reasons:
        first = reason.sentence != sentence
        sentence = reason.sentence
        lines += [*_sentence(told, reason), ""] if first else []
        lines += _claimed(told, reason) if reason.stance or first else _passed(told.scene, reason)
    return "\n".join(lines).rstrip() + "\n"


def _sentence(told: Explained, reason: Reason) -> Iterator[str]:
    start, end = reason.sentence.start, reason.sentence.end
    yield f"“{' '.join(told.scene.text[start:end].split())}”"
    yield f"{told.document}, characters {start}-{end}"


def _claimed(told: Explained, reason: Reason) -> Iterator[str]:
    scene, stance, pair = told.scene, reason.stance, reason.pair
    act = f" ({stance.act.lower()})" if stance else ""
    yield f"{scene.label(pair.holder)} -> {scene.label(pair.target)}: {reason.polarity.lower()}{act}{_voice(scene, reason)}"
    if stance:
        yield f"  {told.key(reason)}"
    yield ""
    yield from (f"  {line}" for line in [*_cues(told, reason), _frame_of(reason), *_sureness(reason)])
    yield from _signs("  What spoke for it", [w for w in reason.weights if w.added > 0])
    yield from _signs("  What spoke against it", [w for w in reason.weights if w.added < 0])
    yield from _numbers(reason)
    yield ""


def _voice(scene: Scene, reason: Reason) -> str:
    if not reason.pair.said.speaker:
        return ""
    speaker = scene.label(reason.pair.said.speaker)
    return f", as {speaker} tells it" if reason.stance and reason.stance.attributed else f", in the words of {speaker}"


def _cues(told: Explained, reason: Reason) -> Iterator[str]:
    if not reason.cues:
        yield "No word of the lexicon of attitudes stands in the sentence."
    for cue in reason.cues:
        no = "negated, " if cue.negated else ""
        yield f"The word '{cue.word}' ({no}{' or '.join(a.lower() for a in cue.acts)}) stands at character {cue.span.start}."
    if reason.stance and reason.stance.why:
        yield f"The act was told by: {reason.stance.why}."


def _frame_of(reason: Reason) -> str:
    claim = reason.claim
    if claim is None:
        return "No construction of the lexicon claims an attitude between the two."
    name, _, word = claim.why.partition(": ")
    frame = next((f for f in lexicon().get(word, ()) if f.name == name), None)
    agrees = "the same" if claim.polarity is reason.polarity else f"the contrary ({claim.polarity.lower()})"
    return f"The construction '{name}' claims {agrees}: {_described(frame, word)}."


def _described(frame: Frame | None, word: str) -> str:
    if frame is None:
        return f"the word '{word}'"
    return (
        f"'{word}' as a {frame.form}, whose holder is its {' or '.join(frame.holder)} and whose target is its {' or '.join(frame.target)}"
    )


def _sureness(reason: Reason) -> Iterator[str]:
    share = round(reason.confidence * 100)
    yield f"Confidence {reason.confidence:.2f}: of stances as sure as this, about {share} in 100 were right where that was tried."
    if reason.stance is None:
        unsure = reason.confidence < forest().least
        yield f"It was not claimed: {f'it is below {forest().least:g}' if unsure else 'another pair of the same two was surer'}."


def _signs(title: str, some: Sequence[Weight]) -> Iterator[str]:
    if some:
        yield ""
        yield title
        yield from (f"    {w.added:+.2f}  {in_words(w.sign)}{_value(w)}" for w in some[:MOST])
    if len(some) > MOST:
        yield f"    {sum(w.added for w in some[MOST:]):+.2f}  {len(some) - MOST} weaker signs together"


def _value(weight: Weight) -> str:
    """A sign's number where it is more than that the sign is there; of pairs it is the logarithm."""
    value = round(exp(weight.value)) if weight.sign == "pairs" else weight.value
    return "" if weight.value == 1 else f" ({value:g})"


def _numbers(reason: Reason) -> Iterator[str]:
    """The sums: log-odds of the polarity against no attitude, the trees' probabilities, and their calibration."""
    model = forest()
    more, less = (sum(w.added for w in reason.weights if (w.added > 0) == up) for up in (True, False))
    yield ""
    yield "  Numbers"
    yield f"    without any sign {reason.start:+.2f}, for {more:+.2f}, against {less:+.2f}: {reason.start + more + less:+.2f} in log-odds"
    yield f"    of {reason.polarity.lower()} against none"
    yield f"    the trees' probabilities: {reason.positive:.3f} positive, {reason.negative:.3f} negative"
    calibrated = model.confidence(max(reason.positive, reason.negative))
    yield f"    calibrated on documents left out of training (slope {model.slope:g}, shift {model.shift:g}): {calibrated:.3f}"
    if reason.claim and reason.claim.polarity is reason.polarity:
        yield f"    where a construction claims the same, at least {model.told:g}"


def _passed(scene: Scene, reason: Reason) -> Iterator[str]:
    who = f"{scene.label(reason.pair.holder)} -> {scene.label(reason.pair.target)}"
    yield f"Not claimed: {who}, {reason.polarity.lower()} at confidence {reason.confidence:.2f} (least {forest().least:g})"


def as_json(told: Explained) -> str:
    """All pairs with all their signs."""
    found = {"document": told.document, "source changed": told.changed, "reasons": [_reason(told, r) for r in told.reasons]}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def _reason(told: Explained, reason: Reason) -> dict[str, Any]:
    start, end = reason.sentence.start, reason.sentence.end
    claim = reason.claim
    return {
        "stance": told.key(reason),
        "start": start,
        "end": end,
        "quote": told.scene.text[start:end],
        "speaker": reason.pair.said.speaker,
        "holder": reason.pair.holder,
        "target": reason.pair.target,
        "polarity": reason.polarity.lower(),
        "confidence": reason.confidence,
        "probabilities": {"positive": round(reason.positive, 4), "negative": round(reason.negative, 4)},
        "cues": [{"word": c.word, "start": c.span.start, "acts": c.acts, "negated": c.negated} for c in reason.cues],
        "frame": {"name": claim.why, "polarity": claim.polarity.lower(), "act": claim.act} if claim else None,
        "start weight": round(reason.start, 4),
        "signs": [{"sign": w.sign, "words": in_words(w.sign), "value": w.value, "added": round(w.added, 4)} for w in reason.weights],
    }


WRITERS = {"text": as_text, "json": as_json}
