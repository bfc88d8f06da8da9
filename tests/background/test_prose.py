"""Who met whom, by the wording of the lists."""

import time

import pytest

from coldgraph.background.prose import met, visitors


@pytest.mark.parametrize(
    ("remarks", "people"),
    [
        ("Official visit. Met with President Reagan February 5.", ["President Reagan"]),
        (
            "Met with Chairman Mao Tse-tung, Premier Chou En-lai, and senior Chinese officials.",
            ["Chairman Mao Tse-tung", "Premier Chou En-lai"],
        ),
        ("Discussed the Rhodesia question with Foreign Secretary Owen. Saw King Hussein.", ["Foreign Secretary Owen"]),
        ("Met with President Carter while attending the U.N. General Assembly.", ["President Carter"]),
        ("Met with President de Gaulle and Foreign Minister van den Broek.", ["President de Gaulle", "Foreign Minister van den Broek"]),
        ("Met with senior Soviet officials.", []),
        ("Signed a treaty with Canada.", []),
        ("", []),
    ],
)
def test_people_whom_somebody_met(remarks: str, people: list[str]) -> None:
    assert [f"{p.title} {p.name}" for p in met(remarks)] == people


def test_an_adjective_tells_the_nation() -> None:
    (found,) = met("Met with West German Chancellor Kohl.")
    assert found.nation == "West German"


def test_a_visitor_without_a_known_title_is_a_name() -> None:
    assert [(v.title, v.name) for v in visitors("Sir X and Lady Y")] == [("", "Sir X and Lady Y")]


@pytest.mark.parametrize("unit", ["Met ", "Met with ", "Met with President A. ", "discuss with President de ", "A"])
def test_long_remarks_take_time_in_proportion(unit: str) -> None:
    text = "Met with President " + unit * (100_000 // len(unit))
    start = time.process_time()
    list(met(text))
    assert time.process_time() - start < 3
