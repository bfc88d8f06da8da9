"""Which person a name means: full names, titles, days of office, namesakes, editors' marks."""

from dataclasses import replace

import pytest
import world

from coldgraph.model import Extraction, ListedPerson, Mark, Mention

HEAD = "Memorandum of Conversation\n\nWashington, May 4, 1962\n\n"


def told(body: str, head: str = HEAD) -> Extraction:
    return world.extracted(head + body + "\n")


def meant(body: str, head: str = HEAD) -> dict[str, str]:
    """words -> person (without 'person/'), of the people in the body"""
    found = told(body, head)
    return {w: who.removeprefix("person/") for w, who in world.quoted(found, [m for m in found.mentions if m.kind == "person"])}


def only(body: str, words: str, head: str = HEAD) -> Mention:
    found = told(body, head)
    (mention,) = [m for m in found.mentions if found.document.quote(m.start, m.end) == words]
    return mention


def test_full_names_tell_two_of_one_family_apart() -> None:
    assert meant("John Kennedy asked. Robert Kennedy replied. Then Bobby left.") == {
        "John Kennedy": "john-f-kennedy",
        "Robert Kennedy": "robert-f-kennedy",
    }


def test_a_bare_name_is_whoever_was_named_in_full() -> None:
    found = meant("Robert Kennedy asked. They waited. Kennedy replied.")
    assert found["Kennedy"] == "robert-f-kennedy"


def test_of_two_named_in_full_the_last_before_is_meant() -> None:
    found = told("John Kennedy asked. Kennedy waited. Robert Kennedy replied. Kennedy left.")
    assert [who for words, who in world.quoted(found) if words == "Kennedy"] == ["person/john-f-kennedy", "person/robert-f-kennedy"]


def test_a_name_in_full_further_down_counts_too() -> None:
    assert meant("Osterberg was the first to speak. Kurt Osterberg then left.")["Osterberg"] == "kurt-osterberg"


@pytest.mark.parametrize(
    ("day", "words", "person"),
    [
        ("May 4, 1962", "President Kennedy", "john-f-kennedy"),
        ("May 4, 1964", "President Johnson", "lyndon-b-johnson"),
        ("May 4, 1962", "Vice President Johnson", "lyndon-b-johnson"),
        ("May 4, 1959", "Ambassador Johnson", "u-alexis-johnson"),
        ("May 4, 1964", "Foreign Minister Kim", "kim-chong-su"),
        ("May 4, 1964", "Foreign Minister Pak", "pak-song-il"),
    ],
)
def test_the_title_decides_and_the_day(day: str, words: str, person: str) -> None:
    assert meant(f"Then {words} spoke.", f"Memorandum\n\nWashington, {day}\n\n") == {words: person}


def test_each_of_two_titled_namesakes_keeps_his_title() -> None:
    found = told(
        "Ambassador Johnson asked. President Johnson replied. Ambassador Johnson left. President Johnson stayed.",
        "Memorandum\n\nWashington, May 4, 1964\n\n",
    )
    assert [who for _, who in world.quoted(found) if who.startswith("person/")] == [
        "person/u-alexis-johnson",
        "person/lyndon-b-johnson",
        "person/u-alexis-johnson",
        "person/lyndon-b-johnson",
    ]


def test_somebody_of_that_name_long_dead_is_not_meant() -> None:
    assert meant("Robert Amsel spoke.") == {"Robert Amsel": "talk/robert-amsel"}


def test_somebody_unknown_gets_an_entity_of_the_documents_own() -> None:
    found = told("Colonel Zubatkin spoke. Later Zubatkin left.")
    assert [(a.id, a.label, a.names) for a in found.actors] == [
        ("person/talk/zubatkin", "Zubatkin", ("Colonel Zubatkin", "Zubatkin")),
    ]
    assert only("Colonel Zubatkin spoke.", "Colonel Zubatkin").how == "known from this document alone"


def test_one_unknown_person_in_two_forms_is_one() -> None:
    assert set(meant("Robert Zubatkin spoke. Then Mr. Zubatkin left.").values()) == {"talk/robert-zubatkin"}


def test_a_contradicting_given_name_is_somebody_else() -> None:
    assert meant("Mr. Robert Gromyko spoke.") == {"Mr. Robert Gromyko": "talk/robert-gromyko"}


def test_open_between_namesakes_keeps_the_candidates() -> None:
    mention = only("Then Mr. Osterberg spoke.", "Mr. Osterberg")
    assert mention.refers_to == "person/talk/osterberg"
    assert set(mention.candidates) == {"person/karl-osterberg", "person/kurt-osterberg"}
    assert "namesakes" in mention.how


def test_a_name_that_is_clear_says_why() -> None:
    assert only("Then Konrad Adenauer spoke.", "Konrad Adenauer").how == "full name"


def marked(words: str, key: str, *listed: ListedPerson) -> dict[str, str]:
    """What words mean in a document of 1962 whose editor marked them with a key."""
    given = world.document(HEAD + f"Then {words} spoke.\n")
    start = given.text.index(words) + words.rindex(" ") + 1
    mark = Mark(start, given.text.index(words) + len(words), "person", key)
    found = world.extracted(replace(given, marks=(mark,), people=listed, collection="frus1961-63v06"))
    return {w: who for w, who in world.quoted(found) if who.startswith("person/")}


ROBERT = ListedPerson("p_RK", ("Robert F. Kennedy", "Kennedy, Robert F."), "Attorney General")
KURT = ListedPerson("p_KO", ("Kurt Osterberg", "Osterberg, Kurt"), "Ministry of Trade")
NOBODY = ListedPerson("p_IO", ("Ivar Osterberg", "Osterberg, Ivar"), "Ministry of Trade")


def test_an_editors_mark_decides_between_namesakes() -> None:
    assert marked("Mr. Osterberg", "p_KO", KURT) == {"Mr. Osterberg": "person/kurt-osterberg"}


def test_a_marked_person_whom_the_authority_lacks_is_one_of_the_volume() -> None:
    assert marked("Mr. Osterberg", "p_IO", NOBODY) == {"Mr. Osterberg": "person/frus1961-63v06/ivar-osterberg"}


def test_a_mark_that_makes_a_president_of_his_brother_is_overruled() -> None:
    assert marked("President Kennedy", "p_RK", ROBERT) == {"President Kennedy": "person/john-f-kennedy"}


def test_the_same_mark_without_the_office_stands() -> None:
    assert marked("Mr. Kennedy", "p_RK", ROBERT) == {"Mr. Kennedy": "person/robert-f-kennedy"}


def test_a_mark_without_its_person_is_no_help_and_no_harm() -> None:
    assert marked("Mr. Rusk", "p_XX") == {"Mr. Rusk": "person/dean-rusk"}


def test_a_former_president_keeps_the_title() -> None:
    assert meant("President Kennedy had agreed. Kennedy was dead.", HEAD.replace("1962", "1966")) == {
        "President Kennedy": "john-f-kennedy",
        "Kennedy": "john-f-kennedy",
    }


def test_a_given_name_alone_is_that_of_somebody_named() -> None:
    assert meant("Mr. Rusk spoke first. They thanked Dean for it.") == {"Mr. Rusk": "dean-rusk", "Dean": "dean-rusk"}


def test_pak_is_no_state_where_nobody_speaks_of_it() -> None:
    head = HEAD.replace("1962", "1964")
    assert meant("Pak Song-il asked. They waited. Pak left.", head)["Pak"] == "pak-song-il"
    found = told("Pakistan waited. Pak left.", head)
    assert ("Pak", "state/pakistan") in world.quoted(found)


def test_a_letter_wrong_in_the_name_of_the_only_premier() -> None:
    assert meant("Premier Chou asked. Premier Chow replied.")["Premier Chow"] == "zhou-enlai"
