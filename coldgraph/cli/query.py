"""coldgraph query: ask a graph."""

from __future__ import annotations

import shutil
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.ask.run import Limits
    from coldgraph.store.answer import Answer

_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown", "turtle")


@click.command("query")
@options.graph
@click.argument("query", required=False, metavar="[QUERY.rq | 'SELECT ...']")
@click.option("--named", metavar="NAME", help="A named question; see 'coldgraph questions'.")
@click.option("--set", "given", multiple=True, metavar="KEY=VALUE", help='A parameter\'s value, such as actor="Zhou Enlai".')
@click.option("--format", "form", type=click.Choice(_FORMATS), help="Default: table; turtle for CONSTRUCT and DESCRIBE.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N rows.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, metavar="SECONDS", help="Stop after so long.")
@click.option("--no-limit", is_flag=True, help="No limit of time and memory: the query runs in this process.")
@click.option("--trust", is_flag=True, help="Let SERVICE and foreign FROM clauses pass: the query may then call other servers.")
@click.option(
    "--guard/--no-guard",
    default=True,
    show_default=True,
    help="CSV: an apostrophe before cells that a spreadsheet would take for a formula.",
)
@click.option("--show", is_flag=True, help="Show the SPARQL with its values, and do not run it.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
def command(
    graph: str, query: str | None, named: str | None, given: tuple[str, ...], form: str | None, limit: int | None,
    timeout: float, no_limit: bool, trust: bool, guard: bool, show: bool, output: Path | None,
) -> None:  # fmt: skip
    """Ask GRAPH (a folder, or the address of a SPARQL endpoint) a query or a named question.

    \b
    Examples:
      coldgraph query GRAPH --named meetings-of --set actor="Zhou Enlai"
      coldgraph query GRAPH 'SELECT * { ?s ?p ?o }' --limit 10 --format csv
    """
    from coldgraph.ask.run import Limits
    from coldgraph.store.formats import comma_separated

    settings = options.settings(given)
    if show:
        options.emit(_text(graph, query, named, settings), output)
        return
    limits = Limits(None if no_limit else timeout, limit, trusted=trust)
    if named and query is None:
        answer = _named(graph, named, settings, limits)
    else:
        answer = _ran(graph, _text(graph, query, named, settings), limits)
    form = form or ("turtle" if answer.kind == "construct" else "table")
    _fits(form, answer.kind)
    options.emit(comma_separated(answer, guard) if form == "csv" else _written(answer, form, output), output)
    if answer.truncated:
        click.echo(f"cut off after {len(answer)} rows", err=True)
    if answer.absence:
        click.echo(answer.absence.words, err=True)


def _named(graph: str, named: str, given: dict[str, str], limits: Limits) -> Answer:
    from coldgraph.ask import asking
    from coldgraph.ask.run import opened

    with closing(opened(graph)) as store:
        one = asking.asked(store, named, given)
        rows = _ran(graph, one.text, replace(limits, rows=one.limit(limits.rows)))
        return asking.finished(store, one, rows, limits.rows)


def _ran(graph: str, text: str, limits: Limits) -> Answer:
    """Within the limits in a process of its own; in this one where there is no time limit."""
    from coldgraph.ask.run import here, opened, run

    return run(graph, text, limits) if limits.seconds else here(opened(graph), text, limits.rows, limits.trusted)


def _text(graph: str, query: str | None, named: str | None, given: dict[str, str]) -> str:
    from coldgraph.ask import bind
    from coldgraph.graph import Graph
    from coldgraph.store.terms import Term

    if (query is None) == (named is None):
        raise click.UsageError("give either a query or --named NAME")
    if named is not None:
        with Graph(graph) as asked:
            return asked.text_of(named, **given)
    return bind.bind(_read(query or ""), {name: Term("literal", value) for name, value in given.items()})


def _read(query: str) -> str:
    """The text of a query file, of standard input ('-'), or the words themselves."""
    from coldgraph.errors import QueryError

    if query == "-":
        return sys.stdin.read()
    if any(c in query for c in "{ \n") or len(query) > 1000:
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        raise QueryError(f"the query file cannot be read: {broken}", query, "give a .rq file, or the query itself") from broken


def _fits(form: str, kind: str) -> None:
    if form == "turtle" and kind != "construct":
        raise click.UsageError("turtle is for CONSTRUCT and DESCRIBE; choose another --format")


def _written(answer: Answer, form: str, output: Path | None) -> str:
    from coldgraph.store.formats import WRITERS, table

    if form != "table":
        return WRITERS[form](answer)
    width = shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else 160
    return table(answer, width)
