"""Dates: the forms that archives write, what running text must and must not yield, and the EDTF behind both."""

import datetime
import time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from coldgraph.dates import Date, DateError, find, in_words, parse
from coldgraph.errors import ColdgraphError

WHOLE = {
    "March 23, 1966": "1966-03-23",
    "23 March 1966": "1966-03-23",
    "MARCH 23, 1966": "1966-03-23",
    "[23 March 1966]": "1966-03-23",
    "Thursday, February 24, 1972": "1972-02-24",
    "22-25 March 1966": "1966-03-22/1966-03-25",
    "March 22–25, 1966": "1966-03-22/1966-03-25",
    "Feb. 28-Mar. 2, 1966": "1966-02-28/1966-03-02",
    "28 February to 2 March 1966": "1966-02-28/1966-03-02",
    "December 30, 1964-January 2, 1965": "1964-12-30/1965-01-02",
    "December 30-January 2, 1965": "1964-12-30/1965-01-02",
    "Oct 20, 1971-Dec 31, 1971": "1971-10-20/1971-12-31",
    "9 and 10 February 1965": "1965-02-09/1965-02-10",
    "October 25, 1971, 10:21-11:00 a.m.": "1971-10-25",
    "February 24, 1972 - 3:30-3:45 p.m.": "1972-02-24",
    "15 May 1965, 3:30 - 6:30 pm": "1965-05-15",
    "November 30, 1967, 2356Z": "1967-11-30",
    "September 23, 1958, 2 p.m.": "1958-09-23",
    "March 3, 1966, noon": "1966-03-03",
    "31.X 1962": "1962-10-31",
    "31.X.1962": "1962-10-31",
    "11.7.1964": "1964-07-11",
    "October 11, 1963,10:07 a.m.": "1963-10-11",
    "October 30, 1958, 8:21[?] p.m.": "1958-10-30",
    "October, 23, 1964": "1964-10-23",
    "20.06.1971": "1971-06-20",
    "12.31.1964": "1964-12-31",
    "10/14/50": "1950-10-14",
    "10/14/1950": "1950-10-14",
    "1966-03-23": "1966-03-23",
    "17 Dec 71": "1971-12-17",
    "March 1966": "1966-03",
    "October 1962.": "1962-10",
    "Sept. 1978": "1978-09",
    "October-November 1962": "1962-10/1962-11",
    "spring 1965": "1965-21",
    "spring of 1965": "1965-21",
    "winter 1965-66": "1965-12/1966-02",
    "late autumn 1956": "1956-11",
    "early 1957": "1957-01/1957-04",
    "mid-October 1962": "1962-10-11/1962-10-20",
    "late February 1964": "1964-02-21/1964-02-29",
    "end of 1956": "1956-11/1956-12",
    "the end of June 1965": "1965-06-24/1965-06-30",
    "second half of 1965": "1965-07/1965-12",
    "early in October 1964": "1964-10-01/1964-10-10",
    "about 1965": "1965~",
    "about March 3, 1966": "1966-03-03~",
    "perhaps October 1956": "1956-10?",
    "1965-66": "1965/1966",
    "1956-10": "1956-10",
    "1950 to 1953": "1950/1953",
    "the 1950s": "195X",
    "the late 1950s": "1957/1959",
    "14th of October 1964": "1964-10-14",
    "Oct 14th, 1964": "1964-10-14",
    "the thirty-first of October 1964": "1964-10-31",
    "14 [October] 1964": "1964-10-14",
    "14 [of October] 1964": "1964-10-14",
    "l966": "1966",
    "March 23, l966": "1966-03-23",
    "1957": "1957",
}

NO_DATE = (
    "New York, undated",
    "undated",
    "",
    "[]",
    "Marcli 23, 1966",
    "February 30, 1966",
    "31.XI.1962",
    "13.13.1964",
    "11.7.64",
    "1724",
    "March 23",
    "may 1966",
    "Washington, April 12, 1961, 1:24 p.m.",
    "March 23, 1966 was a Wednesday",
    "1966-02-30",
    "25-22 March 1966",
    "yesterday",
)


@pytest.mark.parametrize(("words", "edtf"), WHOLE.items())
def test_a_whole_expression_is_read(words: str, edtf: str) -> None:
    date = parse(words)
    assert date is not None
    assert date.edtf == edtf
    assert date.earliest <= date.latest


@pytest.mark.parametrize("words", NO_DATE)
def test_what_is_no_date_is_not_read(words: str) -> None:
    assert parse(words) is None


@pytest.mark.parametrize("edtf", sorted(set(WHOLE.values())))
def test_every_form_is_valid_edtf_and_reads_back(edtf: str) -> None:
    assert parse_edtf(edtf)
    assert Date.from_edtf(edtf) == parse(edtf)
    assert parse(in_words(Date.from_edtf(edtf))) == Date.from_edtf(edtf)


@pytest.mark.parametrize(
    ("order", "near", "edtf"),
    [
        (None, None, "1964-07-11"),
        ("mdy", None, "1964-11-07"),
        ("dmy", None, "1964-07-11"),
        (None, "1964-11-07", "1964-11-07"),
        (None, "1964-11", "1964-11-07"),
        (None, "1971-06-20", "1964-07-11"),
        ("dmy", "1964-11-07", "1964-07-11"),
    ],
)
def test_an_ambiguous_number_is_settled(order: str | None, near: str | None, edtf: str) -> None:
    date = parse("11.7.1964", order, Date.from_edtf(near) if near else None)
    assert date == Date.from_edtf(edtf)


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(DateError, match="order"):
        parse("11.7.1964", "ymd")


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest", "precision"),
    [
        ("1966-03-23", "1966-03-23", "1966-03-23", "day"),
        ("1964-02", "1964-02-01", "1964-02-29", "month"),
        ("1957", "1957-01-01", "1957-12-31", "year"),
        ("1965~", "1964-01-01", "1966-12-31", "year"),
        ("1965?", "1965-01-01", "1965-12-31", "year"),
        ("1965-01%", "1964-12-01", "1965-02-28", "month"),
        ("1964-10-14/1964-10-16", "1964-10-14", "1964-10-16", "interval"),
        ("196X", "1960-01-01", "1969-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("1966-21", "1966-03-01", "1966-05-31", "season"),
        ("1966-24", "1966-01-01", "1967-02-28", "season"),
        ("1966-03-XX", "1966-03-01", "1966-03-31", "month"),
    ],
)
def test_the_span_of_an_edtf_string(edtf: str, earliest: str, latest: str, precision: str) -> None:
    date = Date.from_edtf(edtf)
    assert (str(date.earliest), str(date.latest), date.precision, str(date)) == (earliest, latest, precision, edtf)


BAD = ["66", "1966-13", "1966-02-30", "1966/1965", "1966/..", "March", "1966-03-23T10:00", "0000", "1966-XX-01", "19６6"]


@pytest.mark.parametrize("bad", ["", *BAD])
def test_a_bad_edtf_string_is_refused(bad: str) -> None:
    with pytest.raises(DateError) as caught:
        Date.from_edtf(bad)
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, ColdgraphError)


def test_dates_sort_by_their_first_then_their_last_day() -> None:
    sorted_forms = ["1956", "1966-03", "1966-03-01/1966-03-02", "1966-03-23", "1967"]
    dates = [Date.from_edtf(form) for form in ("1967", "1966-03-23", "1966-03", "1956", "1966-03-01/1966-03-02")]
    assert [date.edtf for date in sorted(dates)] == ["1956", "1966-03-01/1966-03-02", "1966-03", "1966-03-23", "1967"] != sorted_forms


def test_a_month_contains_its_days_only() -> None:
    month = Date.month(1956, 10)
    assert month.contains(datetime.date(1956, 10, 31))
    assert not month.contains(datetime.date(1956, 11, 1))
    assert month.overlaps(Date.year(1956))


NEAR = Date.day(1971, 12, 15)  # a Wednesday
RUNNING = {
    "Kosygin visited Hanoi on 6-10 February 1965.": [("6-10 February 1965", "1965-02-06/1965-02-10")],
    "we met on April 12, until January 3": [("April 12", "1971-04-12"), ("January 3", "1972-01-03")],
    "Laos will fall after the fall of it; this spring": [("this spring", "1971-21")],
    "message of November 16 with": [("November 16", "1971-11-16")],
    "[1] October 10; see Document 173.": [("October 10", "1971-10-10")],
    "telegram 1953, December 9. (Ibid.)": [("December 9", "1971-12-09")],
    "On Sunday December 12, the U.S.": [("Sunday December 12", "1971-12-12")],
    "last year, this year and next month": [("last year", "1970"), ("this year", "1971"), ("next month", "1972-01")],
    "yesterday and today": [("yesterday", "1971-12-14"), ("today", "1971-12-15")],
    "He came on Tuesday, or last Wednesday": [("Tuesday", "1971-12-14?"), ("last Wednesday", "1971-12-08")],
    "next Monday, this week": [("next Monday", "1971-12-20"), ("this week", "1971-12-13/1971-12-19")],
    "last June in Bonn, since last summer": [("last June", "1971-06"), ("last summer", "1971-22")],
    "until last December": [("last December", "1970-12")],
    "late in June, his January visit": [("late in June", "1971-06-21/1971-06-30"), ("January", "1972-01")],
    "in the 1950s and early 1960s": [("the 1950s", "195X"), ("early 1960s", "1960/1963")],
    "in 1956 and 1957, since 1945": [("1956", "1956"), ("1957", "1957"), ("1945", "1945")],
    "of 1954, the 1954 Geneva accords, a 1954 agreement": [("1954", "1954")] * 3,
    "from 1950 to 1953 it": [("1950 to 1953", "1950/1953")],
    "between 3 and 15 March 1966": [("3 and 15 March 1966", "1966-03-03/1966-03-15")],
    "March 3 and 10, 1966": [("March 3", "1966-03-03")],
    "27 [of October]": [("27 [of October", "1971-10-27")],
    "Beijing,October 25, 1971, 10:21-11:00 a.m.": [("October 25, 1971", "1971-10-25")],
    "12:30 p.m. on 3/5/1971": [("3/5/1971", "1971-03-05")],
    "in May he left": [("May", "1971-05")],
    "the October Revolution of 1917": [("1917", "1917")],
    "ends at 6:45 p.m. April 18. Another": [("April 18", "1971-04-18")],
    "the thirty-first of\nOctober": [("thirty-first of\nOctober", "1971-10-31")],
}
SILENT = (
    "I may 5 go. You May go. March on! They march 5 miles.",
    "telegram 1724. Deptel 947 and 1953",
    "to 1950 men; in 1950 troops; of 1900 tons",
    "10:21-11:00 a.m., see pp. 12-14 and 1965, p. 3",
    "Foreign Relations, 1961-1963, vol. VI",
    "Sec. 5, Mar a Lago, the second of them, Document 12",
    "version 1.2.3, 192.168.1.1, 3/4 of them",
    "at 1956 hours",
    "Augustus, Maybe, Decide 3, Separate 4",
)


@pytest.mark.parametrize(("text", "expected"), RUNNING.items())
def test_dates_in_running_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[one.start : one.end], one.date.edtf) for one in find(text, NEAR)] == expected


@pytest.mark.parametrize("text", SILENT)
def test_text_without_dates_is_silent(text: str) -> None:
    assert list(find(text, NEAR)) == []


def test_without_a_near_date_what_lacks_its_year_is_skipped() -> None:
    text = "yesterday, on April 12, last year, on Tuesday, in October, 6-10 February; but 12 April 1961"
    assert [one.date.edtf for one in find(text)] == ["1961-04-12"]


def test_a_vague_near_date_does_not_settle_what_needs_a_day() -> None:
    text = "yesterday, last month, on Tuesday, last year"
    assert [one.date.edtf for one in find(text, Date.year(1966))] == ["1965"]


def test_a_stretch_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "In 1945 or on 3 May 1966, and in 1956 again, 4 June 1967."
    found = [(text[one.start : one.end]) for one in find(text, start=11, end=40)]
    assert found == ["3 May 1966", "1956"]
    assert [one.start for one in find(text, start=33)] == [33, 45]


WORST = [*("March |12 |1956 |in 1956 |late |the |about |12-|1-2-|12 of |a| |9|[|Monday |1956-".split("|"))]  # noqa: SIM905 - reads better
WORST += ["first half of ", "perhaps ", "March 12 to ", "Monday, ", "12, "]


def _seconds(text: str) -> float:
    """Processor time for all dates of a text."""
    start = time.process_time()
    sum(1 for _ in find(text, NEAR))
    return time.process_time() - start


@pytest.mark.parametrize("piece", WORST)
def test_a_megabyte_of_the_worst_costs_ten_times_a_tenth_of_it(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    small = min(_seconds(text[:100_000]) for _ in range(2))
    assert _seconds(text) < 25 * small + 0.5
    assert parse(text) is None or len(text) < 20


DAYS = st.dates(datetime.date(1800, 1, 1), datetime.date(2029, 12, 31)).map(Date.of)
MONTHS = st.builds(Date.month, st.integers(1800, 2029), st.integers(1, 12))
YEARS = st.builds(Date.year, st.integers(1800, 2029))
SEASONS = st.builds(lambda year, season: Date.from_edtf(f"{year}-{season}"), st.integers(1800, 2029), st.integers(21, 24))
ANY = st.one_of(DAYS, MONTHS, YEARS, SEASONS)
SPANS = st.tuples(DAYS, DAYS).map(lambda pair: Date.between(*sorted(pair)))


@given(st.one_of(ANY, SPANS))
def test_words_read_back_as_the_same_date(date: Date) -> None:
    assert parse(in_words(date)) == date
    assert parse(date.edtf) == date
    assert date.earliest <= date.latest
    assert parse_edtf(date.edtf)


@given(st.one_of(DAYS, MONTHS, SPANS))
def test_words_are_found_in_a_sentence(date: Date) -> None:
    text = f"The talks (of {in_words(date)}) failed."
    covered = [one.date for one in find(text)]
    assert min(one.earliest for one in covered) == date.earliest
    assert max(one.latest for one in covered) == date.latest


@given(st.text(alphabet="0123456789 .,-/[]~?X MarchOctobelstwi", max_size=40))
def test_any_words_give_a_date_or_none(words: str) -> None:
    date = parse(words, near=NEAR)
    assert date is None or date.earliest <= date.latest
    for one in find(words, NEAR):
        assert 0 <= one.start < one.end <= len(words)
        assert Date.from_edtf(one.date.edtf) == one.date
