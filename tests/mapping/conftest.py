"""One small extraction, on an invented record, that uses every kind of value of the model."""

from __future__ import annotations

import pytest

from coldgraph.dates import Date
from coldgraph.model import (
    Actor,
    Document,
    Dropped,
    Extraction,
    Meeting,
    Mention,
    Modality,
    Participation,
    Polarity,
    Role,
    Segment,
    Span,
    Stance,
    Turn,
    Voice,
)

HEADER = "Talk in Peking, 1 May 1960\n"
LABEL = "Minister A:"
WORDS = ' We say "no" to the Soviets.\nMr. Doe agrees. '
NOTE = "A visit was made in 1959."
TEXT = HEADER + LABEL + WORDS + NOTE


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def segments() -> tuple[Segment, ...]:
    lengths = ((HEADER, Voice.HEADER), (LABEL, Voice.SPEAKER_LABEL), (WORDS, Voice.BODY), (NOTE, Voice.NOTE))
    made, at = [], 0
    for words, voice in lengths:
        made.append(Segment(at, at + len(words), voice))
        at += len(words)
    return tuple(made)


def mention(words: str, refers_to: str, kind: str, **more: object) -> Mention:
    where = span(words)
    return Mention(where.start, where.end, refers_to, kind, **more)  # type: ignore[arg-type]


def meetings() -> tuple[Meeting, ...]:
    talk = Meeting(
        Date.day(1960, 5, 1),
        ("place/beijing",),
        (
            Participation("person/a", "state/china", Role.SPEAKER, "Minister", span(LABEL)),
            Participation("person/sample/doe", "state/poland"),
        ),
        documented=True,
    )
    visit = Meeting(Date.from_edtf("1959"), (), (), documented=False, evidence=span(NOTE))
    return talk, visit


def stances() -> tuple[Stance, ...]:
    return (
        Stance(
            span('We say "no" to the Soviets.'),
            "state/china",
            "state/soviet-union",
            Polarity.NEGATIVE,
            "Refusal",
            speaker="person/a",
            addressees=("person/sample/doe",),
            about=("topic/aid",),
            modality=Modality.ACTUAL,
            holder_side="state/china",
            target_side="state/soviet-union",
            confidence=0.9,
            why="say no to",
        ),
    )


@pytest.fixture
def example() -> Extraction:
    document = Document(
        "sample",
        "sample.txt",
        TEXT,
        segments(),
        title="Talk",
        date=Date.day(1960, 5, 1),
        places=("Peking",),
        kind="meeting record",
        archive="An archive",
        record_id="7",
        rights="none",
        citation="A book, p. 1",
        url="https://example.org/7",
        collection="samples",
        description="A talk.",
        dropped=(Dropped("figure", "no text"),),
    )
    body = span(WORDS.strip())
    return Extraction(
        document,
        document.date,
        ("place/beijing",),
        (Turn(body.start, body.end, "person/a", 1, ("person/sample/doe",), span(LABEL)),),
        (
            mention("Soviets", "state/soviet-union", "state", how="name"),
            mention("Peking", "place/beijing", "place", voice=Voice.HEADER),
            mention("Mr. Doe", "person/sample/doe", "person", how="only of that name", candidates=("person/john-doe",)),
            mention("We", "state/china", "state", pronoun=True, how="speaker's side"),
        ),
        meetings(),
        stances(),
        (Actor("person/sample/doe", "person", "Mr. Doe", ("Doe", "Mr. Doe")),),
    )
