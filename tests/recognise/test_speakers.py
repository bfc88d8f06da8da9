"""Speakers' labels in every form that archives use, and the words before a colon that are none."""

import pytest
import world

from coldgraph.found import Recognised
from coldgraph.model import Voice
from coldgraph.recognise.speakers import labels

HEAD = "Discussion between Zhou Enlai and Le Duan\n\nBeijing, 23 March 1966\n\n"


def talk(*lines: str) -> Recognised:
    return world.recognised(HEAD + "\n\n".join(lines) + "\n")


def spoken(found: Recognised) -> list[tuple[str, str]]:
    """(label, the words up to the next label or the end of the body)"""
    body = [s for s in found.document.segments if s.voice in (Voice.BODY, Voice.EDITOR_INSERTION, Voice.SPEAKER_LABEL)]
    ends = [label.start for label in found.labels[1:]] + [body[-1].end]
    return [(label.words, found.document.text[label.speech : end].strip()) for label, end in zip(found.labels, ends, strict=True)]


FORMS = {
    "Zhou Enlai: We agree.": [("Zhou Enlai", "We agree.")],
    "ZHOU ENLAI: We agree.": [("ZHOU ENLAI", "We agree.")],
    "Premier Zhou: We agree.": [("Premier Zhou", "We agree.")],
    "PM Chou: We agree.": [("PM Chou", "We agree.")],
    "Cde. Khrushchev: We agree.": [("Cde. Khrushchev", "We agree.")],
    "Comrade Zhou Enlai: We agree.": [("Comrade Zhou Enlai", "We agree.")],
    "KHRUSHCHEV. We agree.": [("KHRUSHCHEV", "We agree.")],
    "Zhou Enlai:\nWe agree.": [("Zhou Enlai", "We agree.")],
    "North (KIM): We agree.\n\nSouth: No.\n\nNorth (KIM): Yes.": [("North (KIM)", "We agree."), ("South", "No."), ("North (KIM)", "Yes.")],
    "Zhou Enlai [laughing]: We agree.": [("Zhou Enlai [laughing]", "We agree.")],
    "The Secretary: We agree.": [("The Secretary", "We agree.")],
    "Mr. Rusk: We agree.": [("Mr. Rusk", "We agree.")],
    "Ambassador Thompson: We agree.": [("Ambassador Thompson", "We agree.")],
    "Zhou: We agree. Le Duan: So do we.": [("Zhou", "We agree. Le Duan: So do we.")],
    "Zhou: Yes. Rusk: No.\n\nRusk: Good.": [("Zhou", "Yes."), ("Rusk", "No."), ("Rusk", "Good.")],
    "NC: We agree.\n\nNC: And so.": [("NC", "We agree."), ("NC", "And so.")],
    "Cde. NC: We agree.\n\nCde. NC: And so.": [("Cde. NC", "We agree."), ("Cde. NC", "And so.")],
    "Zhou Enlai: We agree.\n\nThis goes on without a label.": [("Zhou Enlai", "We agree.\n\nThis goes on without a label.")],
}
NOT_SPEAKERS = [
    "PLACE: The Great Hall",
    "Comment: He was tired.",
    "Source: The Party Archive",
    "Dear Mr. President: I thank you.",
    "SUBJECT: Trade",
    "Place and date: Oslo",
    "Participants: none",
    "Begin text: nothing.",
    "The Chairman told us the following: we wait.",
    "Zhou said: we wait.",
    "Our points are these: we wait.",
    "Mr. President: I thank you.",
    "Somebody Nobody Knows: We agree.",
    "At 10:30 we met.",
    "1. First: we wait.",
]


@pytest.mark.parametrize("text", FORMS)
def test_a_label(text: str) -> None:
    assert spoken(talk(*text.split("\n\n"))) == FORMS[text]


@pytest.mark.parametrize("text", NOT_SPEAKERS)
def test_no_label(text: str) -> None:
    assert [label.words for label in talk("Zhou Enlai: We begin.", text).labels] == ["Zhou Enlai"]


def test_speech_ends_where_the_notes_begin() -> None:
    found = talk("Zhou Enlai: We agree.[1]", "Le Duan: So do we.", "[1] Zhou Enlai: an editor's remark.")
    assert spoken(found) == [("Zhou Enlai", "We agree.[1]"), ("Le Duan", "So do we.")]


def test_an_editors_insertion_does_not_end_the_speech() -> None:
    assert spoken(talk("Zhou Enlai: They [the Soviets] left. We stayed.")) == [("Zhou Enlai", "They [the Soviets] left. We stayed.")]


def test_a_label_knows_who_is_named() -> None:
    (label,) = talk("PM Chou: We agree.").labels
    assert label.expression is not None and label.expression.people == ("person/zhou-enlai",)


def test_an_unknown_label_counts_when_it_returns() -> None:
    document = world.document(HEAD + "Zabel: Yes.\n\nZabel: No.\n")
    assert [x.words for x in labels(document.text, document.segments, lambda start, end: None)] == ["Zabel", "Zabel"]


def test_a_label_behind_a_heading_on_its_line() -> None:
    talk = "Mr. Rusk: Yes.\n\nII. Situation Report Secretary Rusk: {}\n\nMr. Gromyko: No.\n"
    found = world.recognised("Memorandum of Conversation\n\nWashington, May 4, 1962\n\n" + talk.format("The text is out.")).labels
    assert [label.words for label in found] == ["Mr. Rusk", "Secretary Rusk", "Mr. Gromyko"]


def test_an_address_is_no_label_behind_a_heading() -> None:
    talk = "Mr. Rusk: Yes.\n\nText For Secretary Rusk: It is out.\n\nMr. Gromyko: No.\n"
    found = world.recognised("Memorandum of Conversation\n\nWashington, May 4, 1962\n\n" + talk).labels
    assert [label.words for label in found] == ["Mr. Rusk", "Mr. Gromyko"]
