"""States, bodies, places and topics in running text."""

import pytest
import world

FOUND = {
    "They asked the US for help.": ["US"],
    "They asked us for help.": [],
    "They asked the U.S. for help.": ["U.S."],
    "A USUAL day; BUS and USA.": ["USA"],
    "The Chinaware was sold in Chinatown.": [],
    "China's answer came.": ["China"],
    "CHINA and the SOVIETS met.": ["CHINA", "SOVIETS"],
    "The North Koreans came.": ["North Koreans"],
    "Then the North came.": ["the North"],
    "They went north and up North.": [],
    "The South Vietnamese came to the South.": ["South Vietnamese", "the South"],
    "The Soviet Foreign Ministry knew.": ["Soviet Foreign Ministry"],
    "The State Department and the Department knew.": ["State Department", "the Department"],
    "Republic of\nChina": ["Republic of\nChina"],
    "Republic\u00a0of China": ["Republic\u00a0of China"],
    "anti-Soviet, pro-American": ["Soviet", "American"],
    "the Viet Cong (VC)": ["Viet Cong", "VC"],
    "US_Army": [],
}


@pytest.mark.parametrize("text", FOUND)
def test_forms_stand_as_words(text: str) -> None:
    found = world.recogniser().gazetteer.find(text)
    assert [text[start:end] for start, end, _ in found] == FOUND[text]


def test_topics_stand_beside_what_they_contain() -> None:
    text = "The Warsaw talks fight revisionism."
    found = {text[a:b]: {n.entity for n in names} for a, b, names in world.recogniser().gazetteer.find(text)}
    assert found == {
        "Warsaw talks": {"topic/warsaw-talks"},
        "Warsaw": {"place/warsaw", "state/poland"},
        "revisionism": {"topic/revisionism"},
    }


def test_a_shared_form_keeps_all_its_candidates() -> None:
    ((_, _, names),) = world.recogniser().gazetteer.find("the Chinese")
    assert [n.entity for n in names] == ["state/china", "state/china", "state/taiwan", "state/taiwan"]


def test_a_country_inside_a_full_name_goes() -> None:
    found = world.recognised("Then Robert Lindauer of the United Nations spoke.")
    assert [(e.kind, e.words) for e in found.expressions] == [("person", "Robert Lindauer"), ("named", "United Nations")]
