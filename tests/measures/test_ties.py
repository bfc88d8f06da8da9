"""Ties by period, their weights, and what is left out."""

from __future__ import annotations

import pandas as pd
import pytest
from measures.conftest import table

from coldgraph import measures
from coldgraph.errors import QueryError

WEIGHTS = ["positive", "negative", "documents", "friendly", "hostile", "net"]


def test_one_document_counts_once_however_much_it_says() -> None:
    """d1: 1 - 0.5 * 0.2 = 0.9 friendly; d2: 1 - 0.4 * 0.5 = 0.8, of which 6/11 friendly and 5/11 hostile."""
    said = table(("d1", "a", "b", "Positive", 0.5), ("d1", "a", "b", "Positive", 0.8), ("d2", "a", "b", "Positive", 0.6),
                 ("d2", "a", "b", "Negative", 0.5))  # fmt: skip
    row = measures.ties(said).iloc[0]
    assert row[WEIGHTS].tolist() == pytest.approx([3, 1, 2, 0.9 + 4.8 / 11, 4 / 11, (0.9 + 0.8 / 11) / 1.7], abs=1e-5)


def test_nine_friendly_words_and_one_hostile_are_no_even_balance() -> None:
    said = table(*[("d1", "a", "b", "Positive", 1.0)] * 9, ("d1", "a", "b", "Negative", 1.0), ("d2", "a", "b", "Mixed", 1.0))
    assert measures.ties(said).iloc[0][[*WEIGHTS, "mixed"]].tolist() == pytest.approx([9, 1, 2, 0.9, 0.1, 0.8, 1])


def test_what_is_surely_wrong_weighs_nothing() -> None:
    assert measures.ties(table(("d1", "a", "b", "Positive", 0.0))).iloc[0][WEIGHTS].tolist() == [1, 0, 1, 0.0, 0.0, 0.0]


def test_periods() -> None:
    said = table(("d1", "a", "b", "Positive", 0.5), ("d2", "a", "b", "Negative", 0.5), dates={"d1": "1958-09-30", "d2": "1958-10-01"})
    assert measures.ties(said, by="quarter")["period"].tolist() == ["1958-Q3", "1958-Q4"]
    assert measures.ties(said, by="month")["period"].tolist() == ["1958-09", "1958-10"]
    assert measures.ties(said, by="year")[["period", "net"]].values.tolist() == [["1958", 0.0]]


def test_what_is_left_out_is_counted() -> None:
    said = table(*[("d1", "a", "b", "Positive", 0.5)] * 5)
    said.loc[0, "attributed"] = True
    said.loc[1, "targetSide"] = None
    said.loc[2, "targetSide"] = "a"
    said.loc[3, "latest"] = "1962-01-01"
    found = measures.ties(said, by="year")
    assert found["positive"].tolist() == [1]
    assert found.attrs["left_out"] == {
        "told by others": 1, "no side": 1, "of a side about itself": 1, "no date within one period": 1,
    }  # fmt: skip
    assert measures.ties(said, by="year", attributed=True)["positive"].tolist() == [2]


def test_a_year_is_a_date_within_one_year_and_none_within_a_quarter() -> None:
    said = table(("d1", "a", "b", "Positive", 0.5)).assign(earliest="1962-01-01", latest="1962-12-31")
    assert len(measures.ties(said, by="year")) == 1
    assert measures.ties(said, by="quarter").empty


def test_one_statement_with_two_speakers_counts_once() -> None:
    said = table(("d1", "a", "b", "Positive", 0.5))
    assert measures.ties(pd.concat([said, said]))["positive"].tolist() == [1]


def test_labels_are_shown_unless_two_sides_share_one() -> None:
    said = table(("d1", "x/1", "x/2", "Positive", 0.5), ("d1", "x/3", "x/2", "Positive", 0.5))
    named = said.assign(holderSideLabel=["Korea", "Korea"], targetSideLabel=["China", "China"])
    assert measures.ties(named)[["holder", "target"]].values.tolist() == [["x/1", "China"], ["x/3", "China"]]


def test_the_reliability_table_gives_the_weights() -> None:
    said = table(("d1", "a", "b", "Positive", 0.55), ("d2", "a", "b", "Negative", 0.9))
    bands = pd.DataFrame({"from": [0.5, 0.8], "to": [0.6, 1.0], "right": [0.25, 0.75]})
    assert measures.ties(said, reliable=bands).iloc[0][["friendly", "hostile"]].tolist() == [0.25, 0.75]


def test_networks() -> None:
    said = table(("d1", "a", "b", "Positive", 0.6), ("d2", "b", "a", "Negative", 0.9), ("d3", "c", "a", "Positive", 0.5))
    found = measures.ties(said)
    both, one = measures.directed(found), measures.signed(found)
    assert {(a, b): tie["sign"] for a, b, tie in both.edges(data=True)} == {("a", "b"): 1, ("b", "a"): -1, ("c", "a"): 1}
    assert (one["a"]["b"]["sign"], one["a"]["b"]["weight"], one["a"]["b"]["documents"]) == (-1, 0.3, 1)
    assert measures.signed(found, documents=2).number_of_edges() == 0
    assert measures.signed(found, margin=0.5).graph["left_out"] == 1


def test_even_evidence_has_no_sign() -> None:
    found = measures.signed(measures.ties(table(("d1", "a", "b", "Positive", 0.6), ("d2", "a", "b", "Negative", 0.6))))
    assert (found.number_of_edges(), found.graph["left_out"]) == (0, 1)


@pytest.mark.parametrize("wrong", [{"by": "week"}, {"drop": "confidence"}, {"polarity": "good"}])
def test_bad_input_is_named(wrong: dict[str, str]) -> None:
    said = table(("d1", "a", "b", wrong.get("polarity", "Positive"), 0.6)).drop(columns=[wrong["drop"]] if "drop" in wrong else [])
    with pytest.raises(QueryError):
        measures.ties(said, by=wrong.get("by"))


def test_an_empty_table_gives_an_empty_table() -> None:
    said = table(("d1", "a", "b", "Positive", 0.6)).iloc[:0]
    assert measures.ties(said, by="quarter").empty
    assert measures.signed(measures.ties(said)).number_of_edges() == 0


def test_a_reliability_table_is_read_and_checked(tmp_path) -> None:
    good = tmp_path / "good.csv"
    good.write_text("from,to,right,n\n0.6,0.8,0.7,10\n0.4,0.6,0.5,30\n")
    assert measures.reliability(good)["right"].tolist() == [0.5, 0.7]
    for text in ("from,to\n0,1\n", "from,to,right\n0,1,2\n", ""):
        bad = tmp_path / "bad.csv"
        bad.write_text(text)
        with pytest.raises(QueryError):
            measures.reliability(bad)


def test_one_document_that_speaks_for_both_is_one_document() -> None:
    said = table(("d1", "a", "b", "Positive", 0.6), ("d1", "b", "a", "Positive", 0.6), ("d2", "a", "c", "Negative", 0.6),
                 ("d3", "a", "c", "Negative", 0.6))  # fmt: skip
    assert set(measures.signed(measures.ties(said), documents=2).edges) == {("a", "c")}


def test_periods_are_summed_where_none_is_named() -> None:
    said = table(("d1", "a", "b", "Positive", 0.6), ("d2", "a", "b", "Negative", 0.9), dates={"d1": "1961-05-02", "d2": "1962-05-02"})
    found = measures.ties(said, by="year")
    assert measures.directed(found)["a"]["b"]["documents"] == 2
    assert [measures.signed(found, year)["a"]["b"]["sign"] for year in ("1961", "1962")] == [1, -1]
