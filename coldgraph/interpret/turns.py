"""Turns of speech: which label is whose."""

from __future__ import annotations

from coldgraph.found import Label, Recognised
from coldgraph.interpret.cast import Cast, Who
from coldgraph.model import Span, Turn, Voice

_SPOKEN = (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)


def turns(recognised: Recognised, decided: dict[tuple[int, int], Who], cast: Cast) -> tuple[Turn, ...]:
    """The turns of a document in order; a label of initials is resolved by the people named in full."""
    known = [(label, _speaker(label, decided, cast)) for label in recognised.labels]
    known = [(label, speaker) for label, speaker in known if speaker]
    found: list[Turn] = []
    for order, (label, speaker) in enumerate(known):
        following = known[order + 1][0].start if order + 1 < len(known) else len(recognised.document.text)
        span = _speech(recognised, label, following)
        if span.start < span.end:
            found.append(Turn(span.start, span.end, speaker, len(found) + 1, label=Span(label.start, label.end), reported=label.reported))
    return tuple(found)


def _speaker(label: Label, decided: dict[tuple[int, int], Who], cast: Cast) -> str:
    e = label.expression
    if e is not None:
        who = decided.get((e.start, e.end))
        return who.person if who else ""
    return _by_initials(label.words, cast)


def _by_initials(words: str, cast: Cast) -> str:
    """'NC' for Nicolae Ceausescu, where exactly one person named in full has these initials."""
    letters = "".join(c for c in words.split()[-1] if c.isalpha())
    if not 1 <= len(letters) <= 3 or not letters.isupper():
        return ""
    people = {i.person for some in cast.introduced.values() for i in some}
    fitting = sorted(p for p in people if _initials(p) == letters.lower())
    return fitting[0] if len(fitting) == 1 else ""


def _initials(person: str) -> str:
    return "".join(w[0] for w in person.rsplit("/", 1)[-1].split("-") if w)


def _speech(recognised: Recognised, label: Label, following: int) -> Span:
    """From behind the label to the next one or the end of the body, blanks at both ends left out."""
    text, end = recognised.document.text, label.speech
    for segment in recognised.document.segments:
        if segment.end > label.end:
            if segment.voice not in _SPOKEN:
                break
            end = segment.end
    end = min(end, following, label.until or end)
    start = label.speech
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
