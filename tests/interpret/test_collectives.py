"""Capitals as towns or governments, names that states share, states before and after their time."""

import pytest
import world

from coldgraph.interpret.collectives import acts

HEAD = "Memorandum\n\nOslo, May 4, 1962\n\n"


def meant(words: str, sentence: str, head: str = HEAD) -> str:
    found = world.extracted(head + sentence + "\n")
    body = world.quoted(found, [m for m in found.mentions if not m.pronoun and m.start >= len(head)])
    (entity,) = [who for w, who in body if w == words]
    return entity


GOVERNMENT = [
    "Moscow has decided to wait.",
    "Moscow will not agree.",
    "Moscow wants an answer.",
    "Moscow refused the offer.",
    "Moscow believed that they had lost.",
    "Moscow’s policy was clear.",
    "Moscow's demands grew.",
    "Moscow insisted on its rights.",
    "Moscow announced a new plan.",
    "They had a dispute with Moscow.",
    "The plan was turned down by Moscow.",
    "It was a blow against Moscow.",
    "Relations between Moscow and the party were bad.",
    "They asked Moscow for grain.",
    "They told Moscow the truth.",
    "He thought that Moscow would fail.",
    "It failed because Moscow did nothing.",
    "It was late. Moscow is strong.",
    "They informed Moscow of the plan.",
]
TOWN = [
    "He was in Moscow at the time.",
    "She flew to Moscow on Monday.",
    "They left Moscow at noon.",
    "He visited Moscow in May.",
    "They met at Moscow.",
    "He returned from Moscow ill.",
    "He returned to Moscow ill.",
    "The trip to Moscow was long.",
    "The embassy in Moscow was small.",
    "The Mayor of Moscow spoke.",
    "She came to Moscow as a child.",
    "Snow fell near Moscow.",
    "The train went through Moscow.",
    "He arrived in Moscow late.",
    "He went to Moscow.",
    "They drove around Moscow.",
    "The streets of the city of Moscow were wet.",
    "He got back from Moscow yesterday.",
]


@pytest.mark.parametrize("sentence", GOVERNMENT)
def test_a_capital_that_acts_is_its_government(sentence: str) -> None:
    assert meant("Moscow", sentence) == "state/soviet-union"


@pytest.mark.parametrize("sentence", TOWN)
def test_a_capital_where_one_goes_is_a_town(sentence: str) -> None:
    assert meant("Moscow", sentence) == "place/moscow"


def test_a_capital_alone_does_not_act() -> None:
    assert not acts("Moscow", 0, 6)
    assert acts("Moscow agrees.", 0, 6)


def test_a_capital_keeps_the_other_sense_as_a_candidate() -> None:
    found = world.extracted(HEAD + "Moscow has decided to wait.\n")
    (mention,) = [m for m in found.mentions if m.kind == "state"]
    assert mention.candidates == ("place/moscow",)


def test_a_form_that_is_only_a_metonym_acts_always() -> None:
    assert meant("Kremlin", "He was in the Kremlin.") == "state/soviet-union"


TABLE = "Memorandum of Conversation\n\nOslo, May 4, 1962\n\nPARTICIPANTS\n\n{}\n\nMr. Rusk\n\nSUBJECT\n\nTrade\n\n"


def test_chinese_is_beijing_when_nothing_else_tells() -> None:
    assert meant("Chinese", "The Chinese waited.") == "state/china"


def test_chinese_at_a_table_with_taiwan_is_taiwan() -> None:
    head = TABLE.format("Republic of China\nMr. Osterberg\n\nUnited States")
    assert meant("Chinese", "The Chinese waited.", head) == "state/taiwan"


def test_the_vietnamese_at_the_table_are_those_who_sit_there() -> None:
    assert meant("Vietnamese", "The Vietnamese waited.", TABLE.format("DRV\nMr. Osterberg\n\nU.S.")) == "state/north-vietnam"
    assert meant("Vietnamese", "The Vietnamese waited.", TABLE.format("South Vietnam\nMr. Osterberg\n\nU.S.")) == "state/south-vietnam"


def test_germans_are_those_of_the_federal_republic_unless_told() -> None:
    assert meant("Germans", "The Germans waited.") == "state/west-germany"
    assert meant("German", "A German plan was read.", TABLE.format("GDR\nMr. Osterberg\n\nU.S.")) == "state/east-germany"


def test_germany_by_its_own_name_is_germany() -> None:
    assert meant("Germany", "They spoke of Germany.") == "state/germany"


def test_germans_before_there_were_two_states() -> None:
    assert meant("Germans", "The Germans waited.", "Memorandum\n\nOslo, May 4, 1947\n\n") == "state/germany"


def test_the_koreans_are_those_of_the_south_unless_told() -> None:
    assert meant("Korean", "A Korean plan was read.") == "state/south-korea"
    assert meant("Korean", "A Korean plan was read.", TABLE.format("DPRK\nMr. Osterberg\n\nU.S.")) == "state/north-korea"


def test_a_state_that_is_gone_is_not_meant() -> None:
    assert meant("the South", "Then the South waited.", "Memorandum\n\nOslo, May 4, 1980\n\n") == "state/south-korea"


def test_the_department_is_the_one_body_of_that_name() -> None:
    assert meant("the Department", "He told the Department so.") == "organization/us-department-of-state"
