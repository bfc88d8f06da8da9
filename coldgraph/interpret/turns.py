"""Turns of speech: which label is whose, and what a narrative tells that somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coldgraph.found import Label, Recognised
from coldgraph.interpret.cast import Cast, Who
from coldgraph.interpret.initials import person_of
from coldgraph.interpret.reading import Sentence
from coldgraph.model import Span, Turn, Voice
from coldgraph.text import fold

_ARTICLE = re.compile(r"\b[Tt]he\s+$")
_SPOKEN = (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)


def turns(recognised: Recognised, decided: dict[tuple[int, int], Who], cast: Cast) -> tuple[Turn, ...]:
    """The turns of a document in order; a label of initials is resolved by the people named in full.

    A label that names nobody known makes no turn, but ends the one before it.
    """
    ends = [label.start for label in recognised.labels[1:]] + [len(recognised.document.text)]
    found: list[Turn] = []
    for label, following in zip(recognised.labels, ends, strict=False):
        speaker = _speaker(label, decided, cast)
        span = _speech(recognised, label, following)
        if speaker and span.start < span.end:
            found.append(Turn(span.start, span.end, speaker, len(found) + 1, label=Span(label.start, label.end), reported=label.reported))
    return tuple(found)


def narrated(text: str, sentences: Iterable[Sentence]) -> tuple[Turn, ...]:
    """The turns that a narrative tells ('The Ambassador said that ...'); sentences that go on with the same speaker are one turn."""
    found: list[Turn] = []
    for told in (t for sentence in sentences for t in _told(sentence)):
        if found and found[-1].speaker == told.speaker and not text[found[-1].end : told.start].strip():
            found[-1] = replace(found[-1], end=told.end)
        else:
            found.append(told)
    return tuple(found)


def _told(sentence: Sentence) -> Iterator[Turn]:
    """Each stretch of a sentence that is told as somebody's words."""
    starts = [_with_article(sentence.words, u.start) for u in sentence.utterances]
    for said, start, end in zip(sentence.utterances, starts, [*starts[1:], len(sentence.words)], strict=True):
        words = sentence.words[start:end].rstrip()
        if said.worded and said.speaker and words:
            begin = sentence.span.start + start
            yield Turn(begin, begin + len(words), said.speaker, 0, said.addressees, reported=True)


def _with_article(words: str, start: int) -> int:
    """Where 'the Secretary' begins, given where 'Secretary' does."""
    article = _ARTICLE.search(words, 0, start)
    return article.start() if article else start


def in_order(turns: Iterable[Turn]) -> tuple[Turn, ...]:
    """The turns as they come in the text, numbered from 1."""
    return tuple(replace(t, order=n) for n, t in enumerate(sorted(turns, key=lambda t: (t.start, t.end)), 1))


def _speaker(label: Label, decided: dict[tuple[int, int], Who], cast: Cast) -> str:
    e = label.expression
    if e is not None:
        who = decided.get((e.start, e.end))
        return who.person if who else ""
    return _by_family(label.words, cast) or person_of(label.words, cast.people())


def _by_family(words: str, cast: Cast) -> str:
    """'VC Yeh', 'Comdr. Howe': a title that nobody listed, before the family name of one person met in the document."""
    known = {i.person for i in cast.introduced.get(fold(words.split()[-1]), ())} if len(words.split()) == 2 else set()
    return known.pop() if len(known) == 1 else ""


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
