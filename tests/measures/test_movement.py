"""Drift, change points, intervals and missing archives."""

from __future__ import annotations

import sys
from itertools import combinations, pairwise

import numpy as np
import pandas as pd
import pytest
from measures.conftest import table

from coldgraph import measures
from coldgraph.errors import ExtraMissing, QueryError
from coldgraph.measures.binomial import cost


def moving(*counts: tuple[int, int]) -> pd.DataFrame:
    """A dyad with so many friendly and hostile documents in each following year."""
    said, dates = [], {}
    for year, (friendly, hostile) in enumerate(counts, 1958):
        for number in range(friendly + hostile):
            name = f"d{year}-{number}"
            dates[name] = f"{year}-06-01"
            said.append((name, "a", "b", "Positive" if number < friendly else "Negative", 1.0))
    return table(*said, dates=dates)


def course(*counts: tuple[int, int]) -> pd.DataFrame:
    return measures.drift(measures.ties(moving(*counts), by="year"), "a", "b")


def test_all_time_has_no_course() -> None:
    with pytest.raises(QueryError):
        measures.drift(measures.ties(moving((1, 1))), "a", "b")


def test_drift_shows_gaps_and_a_wide_bound_for_little() -> None:
    """Wilson's interval of 1 in 1 reaches down to 1 / (1 + 1.96**2) = 0.2065, on the scale of net -0.587."""
    found = course((1, 0), (0, 0), (2, 2))
    assert found["period"].tolist() == ["1958", "1959", "1960"]
    assert found["documents"].tolist() == [1, 0, 4]
    assert np.isnan(found["net"][1]) and np.isnan(found["low"][1])
    assert (found["low"][0], found["high"][0]) == pytest.approx((2 / (1 + 1.959964**2) - 1, 1.0), abs=1e-4)
    assert found["low"][2] == pytest.approx(-found["high"][2])


def test_drift_of_nobody_is_empty() -> None:
    assert measures.drift(measures.ties(moving((1, 0)), by="year"), "a", "nobody").empty
    assert measures.change_points(measures.drift(measures.ties(moving((1, 0)), by="year"), "a", "nobody")).empty


def test_the_change_is_found_where_it_is() -> None:
    found = measures.change_points(course((4, 0), (5, 1), (0, 6), (1, 5)))
    assert found[["period", "documents_before", "documents_after"]].values.tolist() == [["1960", 10, 12]]
    assert found["before"][0] == pytest.approx(0.8)
    assert found["gain"][0] == pytest.approx(cost(10, 12) - cost(9, 1) - cost(1, 11), abs=1e-3)


def test_few_documents_show_no_change() -> None:
    assert measures.change_points(course((1, 0), (0, 1))).empty


def test_chance_alone_seldom_looks_like_a_change() -> None:
    """120 dyads of one unchanging share, ten years of three documents each: a false alarm in one of twenty or fewer."""
    chance, alarms = np.random.default_rng(3), 0
    for _ in range(120):
        friendly = chance.binomial(3, 0.4, size=10).astype(float)
        moved = pd.DataFrame({"period": [str(y) for y in range(1950, 1960)], "friendly": friendly, "hostile": 3 - friendly, "documents": 3})
        alarms += not measures.change_points(moved).empty
    assert alarms <= 6


@pytest.mark.parametrize("seed", range(6))
def test_the_cut_is_the_best_of_all(seed: int) -> None:
    chance = np.random.default_rng(seed)
    signal = chance.integers(0, 6, size=(8, 2)).astype(float)
    from coldgraph.measures.drift import _cut

    def price(ends: tuple[int, ...]) -> float:
        bounds = [0, *ends, 8]
        return sum(cost(*signal[a:b].sum(axis=0)) for a, b in pairwise(bounds)) + 2.0 * len(ends)

    best = min(price(ends) for count in range(8) for ends in combinations(range(1, 8), count))
    assert price(tuple(_cut(signal, 2.0)[:-1])) == pytest.approx(best)


def test_the_cost_by_hand() -> None:
    assert cost(1, 1) == pytest.approx(4 * np.log(2))
    assert cost(5, 0) == 0


def test_a_negative_penalty_is_refused() -> None:
    with pytest.raises(QueryError):
        measures.change_points(course((1, 1)), penalty=-1)


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruptures", None)
    with pytest.raises(ExtraMissing, match="measures"):
        measures.change_points(course((4, 0), (0, 6)))


def hostile(said: pd.DataFrame) -> float:
    found = measures.ties(said)
    total = found[["friendly", "hostile"]].sum().sum()
    return float(found["hostile"].sum() / total) if total else float("nan")


def test_an_interval_holds_the_figure_and_is_the_same_twice() -> None:
    said = moving((6, 4))
    one, two = (measures.interval(said, hostile, draws=100) for _ in range(2))
    pd.testing.assert_frame_equal(one, two)
    row = one.loc["value"]
    assert row["value"] == pytest.approx(0.4)
    assert 0 <= row["low"] < 0.3 and 0.5 < row["high"] < 0.9


def test_resampling_documents_has_the_binomial_spread() -> None:
    """The share of hostile among 100 documents of one statement: the standard error is sqrt(0.4 * 0.6 / 100) = 0.049."""
    row = measures.interval(moving((60, 40)), hostile, draws=200, level=0.6827).loc["value"]
    assert (row["high"] - row["low"]) / 2 == pytest.approx(0.049, abs=0.012)


def test_sentences_of_one_document_stand_together() -> None:
    """Ten statements in one document are one document: drawn again and again, nothing varies."""
    said = table(*[("d1", "a", "b", "Negative", 1.0)] * 10)
    row = measures.interval(said, hostile, draws=20).loc["value"]
    assert (row["low"], row["high"]) == (1.0, 1.0)


def test_errors_widen_and_can_take_all_away() -> None:
    said = moving((30, 10)).assign(confidence=0.5)
    without, with_errors = (measures.interval(said, hostile, draws=100, errors=errors).loc["value"] for errors in (False, True))
    assert with_errors["high"] - with_errors["low"] > without["high"] - without["low"]
    assert measures.interval(moving((1, 0)).assign(confidence=0.0), hostile, draws=10).loc["value", "draws"] == 0


def test_the_order_of_the_rows_changes_nothing() -> None:
    said = moving((6, 4)).assign(confidence=0.6)
    pd.testing.assert_frame_equal(measures.interval(said, hostile, draws=20), measures.interval(said[::-1], hostile, draws=20))


def test_an_interval_without_draws_is_refused() -> None:
    with pytest.raises(QueryError):
        measures.interval(moving((1, 1)), hostile, draws=0)


def told() -> pd.DataFrame:
    said = table(("d1", "a", "b", "Positive", 0.6), ("d2", "a", "b", "Negative", 0.9), ("d1", "c", "b", "Positive", 0.5),
                 ("d2", "b", "a", "Positive", 0.5), ("d3", "b", "a", "Positive", 0.5), ("d3", "b", "c", "Negative", 0.5))  # fmt: skip
    return said.assign(teller=said["document"].map({"d1": "a", "d2": "b", "d3": "a"}))


def test_what_would_change_without_an_archive() -> None:
    found = measures.without(told(), "b").set_index(["holder", "target"])["change"]
    assert found.to_dict() == {("a", "b"): "turned", ("b", "a"): "weaker", ("b", "c"): "same", ("c", "b"): "same"}
    assert (measures.without(told(), "a")["change"] == "lost").sum() == 2


def test_an_archive_that_is_not_there_is_named() -> None:
    with pytest.raises(QueryError, match="'x'"):
        measures.without(told(), "x")
    with pytest.raises(QueryError, match="teller"):
        measures.without(told().drop(columns="teller"), "a")


def test_tellers() -> None:
    documents = pd.DataFrame({
        "document": ["d1", "d2", "d3"], "archive": [None, "AVP RF, fond 0100", "Box 2"],
        "citation": ["Foreign Relations of the United States, 1958–1960, China, Volume XIX, Document 10", None, None],
    })  # fmt: skip
    found = measures.tellers(documents, {r"AVP RF": "Soviet Union"})
    assert found.to_dict() == {"d1": "United States", "d2": "Soviet Union", "d3": "unknown"}
    assert measures.ties(told())["tellers"].tolist() == [2, 2, 1, 1]


def test_a_rule_that_is_no_expression_is_named() -> None:
    with pytest.raises(QueryError, match="regular expression"):
        measures.tellers(pd.DataFrame({"document": ["d"]}), {"(": "a"})
