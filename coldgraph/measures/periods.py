"""Months, quarters and years as the names of periods: '1961-04', '1961-Q2', '1961'."""

from __future__ import annotations

import pandas as pd

from coldgraph.errors import QueryError

WHOLE = "all"
_CODES = {"month": "M", "quarter": "Q", "year": "Y"}
_EARLIEST, _LATEST = pd.Timestamp("1678-01-01"), pd.Timestamp("2261-12-31")


def known(by: str | None) -> None:
    """Raises QueryError for what is no kind of period."""
    if by is not None and by not in _CODES:
        raise QueryError(f"no period {by!r}", advice=f"choose one of {', '.join(_CODES)}, or None for all time as one")


def of(stances: pd.DataFrame, by: str | None) -> pd.Series:
    """The period of each row, missing where the date is unknown or goes over the bounds of one period."""
    if by is None:
        return pd.Series(WHOLE, index=stances.index)
    first, last = (name(stances[column], by) for column in ("earliest", "latest"))
    return first.where(first == last)


def name(dates: pd.Series, by: str) -> pd.Series:
    """The period of each day; missing for what is no day."""
    days = pd.to_datetime(dates.astype("str"), errors="coerce", format="%Y-%m-%d")
    days = days.where(days.between(_EARLIEST, _LATEST))
    code = days.dt.to_period(_CODES[by]).astype("str").str.replace("Q", "-Q")
    return code.where(days.notna())


def span(first: str, last: str) -> list[str]:
    """All periods from one to another, both included. Raises QueryError for all time as one.

    >>> span("1961-Q3", "1962-Q1")
    ['1961-Q3', '1961-Q4', '1962-Q1']
    """
    if WHOLE in (first, last):
        raise QueryError("all time as one period has no course", advice="count the ties by month, quarter or year")
    found = pd.period_range(pd.Period(first.replace("-Q", "Q")), pd.Period(last.replace("-Q", "Q")))
    return [str(period).replace("Q", "-Q") for period in found]
