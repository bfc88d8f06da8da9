"""Files of facts: what is wrong is told with line and column, and costs that row alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldgraph.background.sheets import Row, Wrong, read
from coldgraph.errors import UnreadableSource


def days(data: bytes) -> tuple[list[str], list[str]]:
    """The days of a column 'day', and what was wrong."""
    sheet = read(data, "a.csv", ("day",))
    found = [sheet.used(row, lambda row: row.day("day").isoformat()) for row in sheet.each()]
    return [day for day in found if day], [str(p) for p in sheet.problems]


def test_a_wrong_row_is_told_and_others_are_kept() -> None:
    good, wrong = days(b'day,x\n1962-10-22,"a\nb"\n1962-13-01,b\n,c\n1963-01-01,d,e\n1964-01-01,f\n')
    assert good == ["1962-10-22", "1964-01-01"]
    assert wrong == [
        "line 6: 3 values, the heading has 2 columns",
        "line 4, column day: '1962-13-01' is no day (YYYY-MM-DD)",
        "line 5, column day: is empty",
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "line 1: column day is missing"),
        (b"date,x\n1,2\n", "it has date, x"),
        (b"day\n\x00\n", "binary"),
        (b'day\n"1962-10-22\n', "line 2"),
        (b"PK\x03\x04\x00\x00", "binary"),
    ],
)
def test_a_malformed_file_is_named(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableSource, match=what):
        read(data, "a.csv", ("day",))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        days(b"day,x\n" + data)
    except UnreadableSource as refused:
        assert refused.what


@pytest.mark.parametrize("value", ["nan", "inf", "x", "", "1e999"])
def test_a_number_is_finite(value: str) -> None:
    with pytest.raises(Wrong):
        Row(1, {"n": value}).number("n")
