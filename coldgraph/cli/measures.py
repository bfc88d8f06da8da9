"""coldgraph measures: tables for who counts attitudes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    import pandas

    from coldgraph.store.terms import Term

_TABLES = ("ties", "balance", "triads", "changes")
_FORMATS = ("table", "csv", "tsv", "json", "markdown")


@click.command("measures")
@options.graph
@click.argument("what", type=click.Choice(_TABLES), default="ties")
@click.option("--by", type=click.Choice(("month", "quarter", "year")), default="quarter", show_default=True, help="The length of a period.")
@click.option("--all-time", is_flag=True, help="All time as one period.")
@click.option("--since", metavar="DATE", help="No earlier than this year, month or day.")
@click.option("--until", metavar="DATE", help="No later than this year, month or day.")
@click.option("--documents", type=click.IntRange(min=1), default=1, show_default=True, help="balance, triads: documents a tie needs.")
@click.option("--reliability", type=click.Path(path_type=Path), metavar="FILE", help="CSV: from, to, right of each band of confidence.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option(
    "--guard/--no-guard",
    default=True,
    show_default=True,
    help="CSV: an apostrophe before cells that a spreadsheet would take for a formula.",
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
def command(
    graph: str, what: str, by: str, all_time: bool, since: str | None, until: str | None, documents: int,
    reliability: Path | None, form: str, guard: bool, output: Path | None,
) -> None:  # fmt: skip
    """Count the attitudes of sides in GRAPH.

    \b
    ties      who is friendly and who hostile to whom, by period, with documents and weights
    balance   balanced triads and frustration index of each period
    triads    every triangle, with its hostile ties and whether it is balanced
    changes   when the attitude of one side to another changed

    \b
    Example:
      coldgraph measures GRAPH ties --by quarter --format csv -o ties.csv
    """
    from coldgraph import measures
    from coldgraph.graph import Graph

    table = measures.reliability(reliability) if reliability else None
    with Graph(graph) as known:
        stances = known.stances(since=since, until=until, attributed=False)
        stances["teller"] = stances["document"].map(measures.tellers(known.documents()))
    made = _made(stances, what, None if all_time else by, documents, table)
    _write(made, form, guard, output)


def _made(
    stances: pandas.DataFrame, what: str, by: str | None, documents: int, reliable: pandas.DataFrame | None
) -> pandas.DataFrame:  # fmt: skip
    from coldgraph import measures
    from coldgraph.measures.balance import TRIAD_COLUMNS

    if what == "changes" and by is None:
        raise click.UsageError("'changes' needs periods: leave out --all-time")
    ties = measures.ties(stances, by, reliable=reliable)
    if what == "ties":
        return ties
    if what == "balance":
        return measures.balances(ties, documents)
    if what == "changes":
        return _changes(ties)
    periods = sorted(set(ties["period"]))
    found: dict[tuple[str, ...], pandas.DataFrame] = {(p,): measures.triads(measures.signed(ties, p, documents)) for p in periods}
    return _joined(found, ["period"], TRIAD_COLUMNS)


def _changes(ties: pandas.DataFrame) -> pandas.DataFrame:
    from coldgraph import measures
    from coldgraph.measures.drift import CHANGE_COLUMNS

    pairs = sorted(set(zip(ties["holder"], ties["target"], strict=True)))
    return _joined({(a, b): measures.change_points(measures.drift(ties, a, b)) for a, b in pairs}, ["holder", "target"], CHANGE_COLUMNS)


def _joined(parts: Mapping[tuple[str, ...], pandas.DataFrame], keys: list[str], columns: list[str]) -> pandas.DataFrame:
    """Tables of these columns under one another, each with the columns that tell what it is of."""
    import pandas as pd

    return pd.concat(parts, names=keys).reset_index(keys).reset_index(drop=True) if parts else pd.DataFrame(columns=[*keys, *columns])


def _write(made: pandas.DataFrame, form: str, guard: bool, output: Path | None) -> None:
    from coldgraph.store.answer import Answer
    from coldgraph.store.formats import WRITERS, comma_separated, table

    answer = Answer(tuple(made.columns), tuple(tuple(map(_cell, row)) for row in made.astype(object).values.tolist()))
    text = comma_separated(answer, guard) if form == "csv" else table(answer, 160) if form == "table" else WRITERS[form](answer)
    options.emit(text, output)


def _cell(value: object) -> Term | None:
    """A value of a table as a term; None for what is not known."""
    from coldgraph.store.terms import text, typed

    if value is None or value != value:
        return None
    kind = {bool: "boolean", int: "integer", float: "double"}.get(type(value))
    return typed(str(value).lower() if kind == "boolean" else value, kind) if kind else text(str(value))
