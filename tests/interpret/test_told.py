"""Meetings of which a document only tells, in its text and in its footnotes."""

import pytest
import world

from coldgraph.model import Meeting

BOTH = ["andrei-gromyko", "nikita-khrushchev"]
HEAD = "Discussion between Zhou Enlai and Le Duan\n\nBeijing, 23 March 1966\n\nZhou Enlai: We agree.[1]\n\n{}\n"


def told(body: str) -> list[tuple[str, list[str], list[str]]]:
    """(date, places, people) of each"""
    found = world.extracted(HEAD.format(body))
    return [
        (m.date.edtf if m.date else "", [p.removeprefix("place/") for p in m.places], people(m)) for m in found.meetings if not m.documented
    ]


def people(meeting: Meeting) -> list[str]:
    return [p.participant.removeprefix("person/") for p in meeting.participations]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[1] Gromyko visited Hanoi from 6 to 10 February 1965.", [("1965-02-06/1965-02-10", ["hanoi"], ["andrei-gromyko"])]),
        ("Le Duan: Gromyko met Khrushchev in Moscow on 3 May 1964.", [("1964-05-03", ["moscow"], BOTH)]),
        ("Le Duan: I had talks with Gromyko in March 1965.", [("1965-03", [], ["andrei-gromyko"])]),
        ("Le Duan: Gromyko wrote to Khrushchev on 3 May 1964.", []),
        ("Le Duan: Gromyko met Khrushchev often.", []),
        ("Le Duan: They met on 3 May 1964.", []),
        ("Le Duan: Gromyko met us on 23 March 1966.", []),
        ("Le Duan: Gromyko had met with Khrushchev Friday in Moscow.", [("1966-03-18", ["moscow"], BOTH)]),
        ("Le Duan: Gromyko had lunch with Khrushchev last week.", [("1966-03", [], BOTH)]),
        ("Le Duan: Aid is currently being discussed by Gromyko and Khrushchev.", [("1966-03", [], BOTH)]),
        (
            "Le Duan: The schedule takes Gromyko to Moscow on April 4 and 5, with a visit to Hanoi on April 6.",
            [("1966-04-04/1966-04-05", ["moscow"], ["andrei-gromyko"]), ("1966-04-06", ["hanoi"], ["andrei-gromyko"])],
        ),
        ("Le Duan: We redrafted the text that I explained to you last night.", [("1966-03-22", [], ["le-duan", "zhou-enlai"])]),
        ("Le Duan: You said this morning that it was late.", [("1966-03-23", [], ["le-duan", "zhou-enlai"])]),
        ("Le Duan: I read it last night.", []),
        ("Le Duan: I said to my colleague last night that it was late.", []),
        ("Le Duan: In the talk of Gromyko with\n\nthe President on 5 May 1965 aid was named.", [("1965-05-05", [], ["andrei-gromyko"])]),
    ],
)
def test_meetings_told_of(sentence: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert told(sentence) == expected


def test_the_sentence_is_the_evidence() -> None:
    sentence = "Gromyko visited Hanoi from 6 to 10 February 1965."
    found = world.extracted(HEAD.format(f"[1] Before that it rained. {sentence}"))
    (meeting,) = [m for m in found.meetings if not m.documented]
    assert meeting.evidence is not None and found.document.quote(meeting.evidence.start, meeting.evidence.end) == sentence


def test_people_told_of_have_their_sides() -> None:
    found = world.extracted(HEAD.format("[1] Gromyko visited Hanoi from 6 to 10 February 1965."))
    (meeting,) = [m for m in found.meetings if not m.documented]
    assert [p.side for p in meeting.participations] == ["state/soviet-union"]


def test_the_documents_own_meeting_is_one() -> None:
    found = world.extracted(HEAD.format("Le Duan: So do we."))
    assert [(m.documented, m.date.edtf if m.date else "", m.places) for m in found.meetings] == [(True, "1966-03-23", ("place/beijing",))]
