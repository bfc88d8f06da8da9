"""Who speaks, on which side, to whom: turns, pronouns, participants, sides."""

import world

from coldgraph.interpret import context
from coldgraph.interpret.facts import Facts
from coldgraph.model import Extraction, Role

TALK = "Discussion between Zhou Enlai and Le Duan\n\nBeijing, 23 March 1966\n\n"
MEMCON = """Memorandum of Conversation

Washington, May 4, 1962, 3 p.m.

PARTICIPANTS

U.S.
The Secretary
Mr. Lindauer, notetaker

U.S.S.R.
Ambassador Dobrynin
Mr. Zubatkin, Interpreter

SUBJECT

Trade

"""


def turns(found: Extraction) -> list[tuple[str, str]]:
    return [(t.speaker.removeprefix("person/"), found.document.quote(t.start, t.end)) for t in found.turns]


def present(found: Extraction) -> dict[str, tuple[str, Role]]:
    """person -> (side, role), of the documented meeting"""
    (meeting,) = [m for m in found.meetings if m.documented]
    return {p.participant.removeprefix("person/"): (p.side.removeprefix("state/"), p.role) for p in meeting.participations}


def test_turns_in_order_with_their_words() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree.\n\nThat is all.\n\nLe Duan: So do we.\n")
    assert turns(found) == [("zhou-enlai", "We agree.\n\nThat is all."), ("le-duan", "So do we.")]
    assert [t.order for t in found.turns] == [1, 2]
    assert all(t.label and found.document.quote(t.label.start, t.label.end).endswith(":") for t in found.turns)


def test_initials_are_those_of_somebody_named_in_full() -> None:
    found = world.extracted(TALK + "Zhou Enlai was there.\n\nZE: We agree.\n\nLD: So do we.\n\nZE: Good.\n\nLD: Yes.\n")
    assert turns(found) == [("zhou-enlai", "We agree."), ("le-duan", "So do we."), ("zhou-enlai", "Good."), ("le-duan", "Yes.")]


def test_initials_behind_a_comrade() -> None:
    found = world.extracted(TALK + "Cde. ZE: We agree.\n\nCde. LD: So do we.\n\nCde. ZE: Good.\n\nCde. LD: Yes.\n")
    assert [who for who, _ in turns(found)] == ["zhou-enlai", "le-duan", "zhou-enlai", "le-duan"]


def test_a_label_of_nobody_known_does_not_speak_for_the_one_before() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree.\n\nXX: No.\n\nXX: Never.\n\nLe Duan: So do we.\n")
    assert turns(found) == [("zhou-enlai", "We agree."), ("le-duan", "So do we.")]


MEMO = """Memorandum of Conversation

Washington, March 23, 1966.

PARTICIPANTS
Secretary Rusk
Ambassador Dobrynin

"""


def test_what_a_narrative_tells_is_a_turn() -> None:
    talk = "The talk opened at noon. Dobrynin said that trade was useful. It should grow. Rusk listened. He replied that he saw it.\n"
    found = world.extracted(MEMO + talk)
    assert [(w, t.reported) for (_, w), t in zip(turns(found), found.turns, strict=True)] == [
        ("Dobrynin said that trade was useful. It should grow.", True),
        ("He replied that he saw it.", True),
    ]
    assert [t.order for t in found.turns] == [1, 2]


def test_what_i_said_is_not_the_others_speech() -> None:
    found = world.extracted(MEMO + "Dobrynin said that trade was useful. I said that it was not. He replied that I was wrong.\n")
    assert [words for _, words in turns(found)] == ["Dobrynin said that trade was useful.", "He replied that I was wrong."]


def test_a_footnote_is_nobodys_speech() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree.[1]\n\n[1] Le Duan was in Moscow from 6 to 10 February 1965.\n")
    assert turns(found) == [("zhou-enlai", "We agree.[1]")]


def test_speakers_address_the_other_side() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree with you.\n\nLe Duan: So do we.\n")
    assert [t.addressees for t in found.turns] == [("person/le-duan",), ("person/zhou-enlai",)]


def test_we_i_and_you() -> None:
    found = world.extracted(TALK + "Zhou Enlai: I think that we can help you. Our aid is yours.\n\nLe Duan: We thank you.\n")
    pronouns = [m for m in found.mentions if m.pronoun]
    assert world.quoted(found, pronouns) == [
        ("I", "person/zhou-enlai"),
        ("we", "state/china"),
        ("you", "state/north-vietnam"),
        ("Our", "state/china"),
        ("yours", "state/north-vietnam"),
        ("We", "state/north-vietnam"),
        ("you", "state/china"),
    ]


def test_you_between_two_other_sides_stays_open() -> None:
    head = MEMCON.replace("Mr. Zubatkin, Interpreter", "\nNorway\nMiss Dahlin")
    found = world.extracted(head + "Mr. Lindauer: We will help you.\n\nAmbassador Dobrynin: No.\n\nMiss Dahlin: We will not.\n")
    first = [w for w, who in world.quoted(found, [m for m in found.mentions if m.pronoun and m.start < found.turns[0].end])]
    assert first == ["We"]


def test_pronouns_outside_speech_stay_open() -> None:
    found = world.extracted(MEMCON + "The Secretary said that we would wait for you.\n")
    assert [m for m in found.mentions if m.pronoun] == []


def test_sides_and_roles_of_a_list() -> None:
    found = world.extracted(MEMCON + "The Secretary said that all was well.\n")
    assert present(found) == {
        "dean-rusk": ("united-states", Role.SPEAKER),
        "robert-lindauer": ("united-states", Role.NOTE_TAKER),
        "anatoly-dobrynin": ("soviet-union", Role.SILENT),
        "talk/zubatkin": ("soviet-union", Role.INTERPRETER),
    }


def test_the_title_tells_who_was_present() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree.\n")
    assert present(found) == {"zhou-enlai": ("china", Role.SPEAKER), "le-duan": ("north-vietnam", Role.SILENT)}


def test_whoever_speaks_is_present() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree.\n\nTadeusz Wolnik: So do we.\n")
    assert present(found)["tadeusz-wolnik"] == ("poland", Role.SPEAKER)


def test_whoever_is_only_spoken_of_is_not() -> None:
    found = world.extracted(TALK + "Zhou Enlai: We agree with Gromyko.\n")
    assert "andrei-gromyko" not in present(found)


def test_the_last_of_the_list_has_not_signed() -> None:
    found = world.extracted(MEMCON + "The Secretary said that all was well.\n")
    assert present(found)["anatoly-dobrynin"][1] is Role.SILENT


def test_the_words_on_an_office_tell_the_side() -> None:
    head = "Memorandum of Conversation\n\nOslo, May 4, 1962\n\nPARTICIPANTS\n\nIvar Quaxton, {}\nMr. Rusk\n\nSUBJECT\n\nTrade\n\n"
    sides = {
        "Norwegian Ministry of Trade": "norway",
        "Embassy of Poland": "poland",
        "Soviet Foreign Ministry": "soviet-union",
        "Office of Trade": "",
    }
    found = {words: present(world.extracted(head.format(words) + "Mr. Rusk said no.\n"))["talk/ivar-quaxton"][0] for words in sides}
    assert found == sides


def test_a_desk_is_not_the_country_it_looks_at() -> None:
    head = "Memorandum of Conversation\n\nOslo, May 4, 1962\n\nPARTICIPANTS\n\nRobert Lindauer, Office of Polish Affairs\n\n"
    found = world.extracted(head + "SUBJECT\n\nTrade\n\nDepartment of State.\n\nMr. Lindauer said no.\n")
    assert present(found)["robert-lindauer"][0] in ("united-states", "")


def test_context_of_an_american_paper() -> None:
    facts = Facts(world.authority())
    made = context.build(world.recognised(MEMCON + "Department of State. The Soviets and the Soviet Union; France.\n"), facts)
    assert (str(made.day), made.home) == ("1962-05-04", "state/united-states")
    assert made.share("state/soviet-union") > made.share("state/france") > 0
    assert made.share("state/united-states") == 0.0  # the home side does not count


def test_context_of_somebody_elses_paper() -> None:
    made = context.build(world.recognised(TALK + "Zhou Enlai: We agree.\n"), Facts(world.authority()))
    assert (str(made.day), made.home) == ("1966-03-23", "")


def test_who_held_an_office_on_a_day() -> None:
    facts, day = Facts(world.authority()), world.document(MEMCON + "Mr. Rusk left.\n").date
    assert day is not None
    assert facts.holders("ambassador", day.earliest, ["state/soviet-union"]) == ["person/anatoly-dobrynin"]
    assert facts.holders("ambassador", day.earliest, ["state/soviet-union"], "state/france") == []
    assert facts.side("person/zhou-enlai", day.earliest) == "state/china"
    assert facts.held("person/le-duan", "party-leader", day.earliest) == 0.5  # undated
    assert facts.held("person/u-alexis-johnson", "ambassador", day.earliest) == 0.2  # at another time


def test_an_unknown_title_before_a_known_family_name_speaks() -> None:
    head = MEMCON.replace("Ambassador Dobrynin", "Anatoly Dobrynin")
    found = world.extracted(head + "Comdr. Dobrynin: Yes.\n\nMr. Lindauer: No.\n\nComdr. Dobrynin: Well.\n")
    assert ("anatoly-dobrynin", "Yes.") in turns(found)
