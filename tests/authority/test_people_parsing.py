"""The readers of names, terms and remarks on people: varied wordings as the volumes print them."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "triples" / "scripts"))

import dates
import person_labels
import person_names
import person_sides
import remarks
import tenures


@pytest.mark.parametrize(
    ("form", "natural"),
    [
        ("Thompson, Llewellyn E. (“Tommy”), Jr.", "Llewellyn E. Thompson"),
        ("Goodpaster, Brigadier General Andrew J., USA (ret.),", "Andrew J. Goodpaster"),
        ("Eisenhower, General of the Army Dwight D.", "Dwight D. Eisenhower"),
        ("Chou En–lai.", "Chou En-lai"),
        ("Lodge. Henry Cabot, Jr.", "Henry Cabot Lodge"),
        ("Johnson, U. Alexis.", "U. Alexis Johnson"),
        ("Bruce, David K.E.", "David K. E. Bruce"),
        ("Walsh, Paul V.", "Paul V. Walsh"),
        ("Thant, U", "U Thant"),
        ("Roijen, Jan Herman \x98van\x9c", "Jan Herman van Roijen"),
        ("Mindszenty, Jozsef Cardinal", "Jozsef Mindszenty"),
        ("Prime Minister Eric E. Williams", "Eric E. Williams"),
        ("Paul VI (Giovanni Battista Montini)", "Paul VI"),
        ("Muhayshi, ‘Umar al-", "'Umar al-Muhayshi"),
    ],
)
def test_listed_form_in_natural_order(form: str, natural: str) -> None:
    parsed = person_names.parse(form)
    assert parsed is not None and parsed.natural == natural


@pytest.mark.parametrize(
    "form",
    [
        "General",
        "King",
        "Major General",
        "Gen. (USA)",
        "Lieutenant (jg)",
        "Sir",
        "(SPD)",
        "Bounlent Colonel Saycocie",
        "Vietnamese Vice President until November 4",
        "Member and Spokesman",
        "Bulgaria",
    ],
)
def test_no_name_in_titles_roles_and_debris(form: str) -> None:
    assert person_names.parse(form) is None


def test_both_names_of_a_parenthesis() -> None:
    found = person_labels.of_forms(["Zhou Enlai", "Zhou Enlai (Chou En-lai)"], ("china",))
    assert found.preferred == "Zhou Enlai"
    assert {"Chou En-lai", "Chou Enlai"} <= found.also
    assert {"Zhou", "Chou"} <= found.families
    assert not any("(" in name for name in found.also)


@pytest.mark.parametrize(
    ("form", "side", "preferred", "families"),
    [
        ("Park, Chung Hee", "south-korea", "Park Chung Hee", {"Park"}),
        ("Pham Van Dong", "north-vietnam", "Pham Van Dong", {"Pham", "Dong"}),
        ("Ch'iao Kuan-hua", "china", "Qiao Guanhua", {"Qiao", "Ch'iao", "Chiao"}),
        ("Chiang Kai-shek", "taiwan", "Chiang Kai-shek", {"Chiang"}),
        ("De Gaulle, Charles", "france", "Charles De Gaulle", {"De Gaulle", "de Gaulle"}),
        ("Malinovskiy, Rodion", "soviet-union", "Rodion Malinovskiy", {"Malinovsky", "Malinovskii"}),
        ("Schröder, Gerhard", "west-germany", "Gerhard Schröder", {"Schröder", "Schroeder", "Schroder"}),
        ("Frei Montalva, Eduardo", "chile", "Eduardo Frei Montalva", {"Frei Montalva", "Frei"}),
    ],
)
def test_label_and_family_names(form: str, side: str, preferred: str, families: set[str]) -> None:
    found = person_labels.of_forms([form], (side,))
    assert found.preferred == preferred
    assert families <= found.families


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Premier from March 27, 1958, until October 15, 1964", "1958-03-27", "1964-10-15"),
        ("British Prime Minister from January 1957 to October 1963", "1957-01-01", "1963-10-31"),
        ("Soviet Ambassador to the United States, 1943–46", "1943-01-01", "1946-12-31"),
        ("Ambassador to Uruguay May 6, 1965–December 16, 1967", "1965-05-06", "1967-12-16"),
        ("Minister of Finance, May 12, 1962-May 1, 1965", "1962-05-12", "1965-05-01"),
        ("Prime Minister, May 27–June 9, 1964", "1964-05-27", "1964-06-09"),
        ("Foreign Minister, December 7–17, 1971", "1971-12-07", "1971-12-17"),
        ("Supreme Commander, July–November 1945", "1945-07-01", "1945-11-30"),
        ("until 1964", None, "1964-12-31"),
        ("after January 20, 1953", "1953-01-20", None),
        ("from September 1954", "1954-09-01", None),
        ("to February 1956", None, "1956-02-29"),
    ],
)
def test_terms(text: str, since: str | None, until: str | None) -> None:
    (term,) = dates.spans(text)
    assert (term.since and term.since.first, term.until and term.until.last) == (since, until)


@pytest.mark.parametrize("text", ["Ambassador to France", "to July 26", "from March 6", "February 31, 1950–March 1950"])
def test_no_term_without_a_whole_date(text: str) -> None:
    assert dates.spans(text) == []


def claimed(remark: str) -> list[tuple[str, str, str, str | None, str | None]]:
    return [(c.office, c.side, c.at, c.since and c.since.first, c.until and c.until.last) for c in remarks.claims(remark)]


@pytest.mark.parametrize(
    ("remark", "claims"),
    [
        (
            "Soviet Minister of Defense to February 1955; thereafter Chairman of the Soviet Council of Ministers",
            [("defense-minister", "soviet-union", "", None, "1955-02-28"), ("premier", "soviet-union", "", "1955-02-01", None)],
        ),
        (
            "Premier and Foreign Minister of the People’s Republic of China.",
            [("premier", "china", "", None, None), ("foreign-minister", "china", "", None, None)],
        ),
        ("Prime Minister, United Kingdom. Visited U.S. 9 times, 1957–1962", [("premier", "united-kingdom", "", None, None)]),
        (
            "Soviet Ambassador in the United States, 1943–46.",
            [("ambassador", "soviet-union", "state/united-states", "1943-01-01", "1946-12-31")],
        ),
        (
            "Permanent Representative of Tunisia at the United Nations, 1961",
            [("permanent-representative", "tunisia", "organization/united-nations", None, None)],
        ),
        ("Private Secretary to Prime Minister Macmillan", []),
        ("President, Socony Mobil Oil Company", []),
        ("President of the Belgian Senate", []),
        ("former President of Brazil", []),
        ("Acting Foreign Minister of Laos", []),
        ("Minister of State for Foreign Affairs of the United Kingdom", [("minister", "united-kingdom", "", None, None)]),
        (
            "First Secretary of the Central Committee of the Communist Party of the Soviet Union",
            [("party-leader", "soviet-union", "", None, None)],
        ),
    ],
)
def test_claims_of_a_remark(remark: str, claims: list[tuple[str, str, str, str | None, str | None]]) -> None:
    assert claimed(remark) == claims


@pytest.mark.parametrize(
    ("remark", "side"),
    [
        ("Foreign Service Officer. Deputy Chief of Mission.", ("united-states",)),
        ("Democratic Senator from Georgia", ("united-states",)),
        ("Counselor of the British Embassy in the United States, 1955", ("united-kingdom",)),
        ("Korean Ambassador to the United States", ("south-korea",)),
        ("Director, Socony Mobil Oil Company", ()),
        ("daughter of Josef Stalin", ()),
    ],
)
def test_side(remark: str, side: tuple[str, ...]) -> None:
    assert person_sides.decide(person_sides.evidence([person_sides.settled(remark, 1961)])) == side


def test_terms_of_several_volumes_become_one() -> None:
    day, month, end = dates.bound("October 15, 1964"), dates.bound("October 1964"), dates.bound("1980")
    assert tenures.joined([(month, None), (day, None), (None, end)]) == [(day, end)]


def test_two_separate_terms_stay_apart() -> None:
    one = (dates.bound("July 1950"), dates.bound("March 1951"))
    other = (dates.bound("August 1951"), dates.bound("January 1952"))
    assert tenures.joined([other, one]) == [one, other]
