"""Capitals as towns or governments, names that states share, states before and after their time."""

from collections import Counter
from datetime import date

import pytest
import world

from coldgraph.authority.load import load
from coldgraph.found import Expression, Recognised
from coldgraph.interpret.collectives import Collectives, acts
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts
from coldgraph.model import Document, Voice

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
    "Moscow probably does not care.",
    "Moscow, in turn, would say no.",
    "It may lead Moscow to a mistake.",
    "They put pressure on Moscow.",
    "It was a victory for Moscow.",
    "It leans toward Moscow.",
    "He had advice for the leaders of Moscow.",
    "There was better behavior from Moscow.",
    "It was a direct approach to Moscow.",
    "If Moscow rejects it, they will wait.",
    "They wrote of Moscow–Peiping relations.",
    "He came at Moscow's request.",
    "They waited for the Moscow reaction.",
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
    "He left at noon for Moscow.",
    "He will leave tomorrow for Moscow.",
    "An attack on Moscow was expected.",
    "It was told in Moscow's 2902 of May.",
    "They have read Moscow 2902.",
    "He feared that Moscow talks may fail.",
    "It was said on Radio Moscow.",
    "Embassy Moscow has told them so.",
    "He took the Moscow-Khabarovsk train.",
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


FACTS = Facts(load())
NAMES = [n for n in load().names if n.form in ("Koreans", "South", "Communists", "Formosa")]


def decided(form: str, text: str, sides: tuple[str, ...] = (), **spoken: int) -> str:
    """What the whole authority's form in a text of 1966 stands for, where states are spoken of so often."""
    start = text.index(form)
    e = Expression(start, start + len(form), "named", Voice.BODY, form, names=tuple(n for n in NAMES if n.form == form))
    salient = Counter({f"state/{state.replace('_', '-')}": n for state, n in spoken.items()})
    recognised = Recognised(Document("d", "d.txt", text, ()), (), (), (), ())
    return Collectives(FACTS).resolve(e, Context(recognised, date(1966, 5, 4), "", salient, sides=list(sides)))[0]


def test_a_side_that_is_only_a_divided_country_is_its_usual_half() -> None:
    assert decided("Koreans", "The Koreans waited.", ("state/korea",)) == "state/south-korea"


def test_a_half_by_its_direction_is_that_of_the_country_spoken_of() -> None:
    assert decided("South", "The South waited.", south_vietnam=2, south_korea=1) == "state/south-vietnam"
    assert decided("South", "The South waited.", south_vietnam=1, south_korea=2) == "state/south-korea"


def test_the_communists_are_those_most_spoken_of() -> None:
    assert decided("Communists", "The Communists waited.", north_korea=3, china=1) == "state/north-korea"
    assert decided("Communists", "The Communists waited.", north_korea=1, china=1) == "state/china"


def test_what_is_on_an_island_is_at_a_place() -> None:
    assert decided("Formosa", "There were forces on Formosa.") == "place/taiwan"
    assert decided("Formosa", "They read a statement on Formosa.") == decided("Formosa", "Then Formosa waited.") == "state/taiwan"


def test_a_state_that_is_gone_is_not_meant() -> None:
    assert meant("the South", "Then the South waited.", "Memorandum\n\nOslo, May 4, 1980\n\n") == "state/south-korea"


def test_the_department_is_the_one_body_of_that_name() -> None:
    assert meant("the Department", "He told the Department so.") == "organization/us-department-of-state"
