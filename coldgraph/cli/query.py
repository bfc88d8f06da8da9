"""coldgraph query: ask a graph."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from coldgraph.cli import options

_FORMATS = ("table", "csv", "tsv", "json", "markdown", "turtle")


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
@click.option("--guard", is_flag=True, help="CSV: an apostrophe before cells that a spreadsheet would take for a formula.")
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
    from coldgraph.ask.run import Limits, here, opened, run
    from coldgraph.store.formats import comma_separated

    text = _text(graph, query, named, options.settings(given))
    if show:
        options.emit(text, output)
        return
    limits = Limits(timeout, limit, trusted=trust)
    answer = here(opened(graph), text, limit, trust) if no_limit else run(graph, text, limits)
    form = form or ("turtle" if answer.kind == "construct" else "table")
    _fits(form, answer.kind)
    options.emit(comma_separated(answer, guard) if form == "csv" else _written(answer, form, output), output)
    if answer.truncated:
        click.echo(f"cut off after {len(answer)} rows", err=True)


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


def _written(answer: object, form: str, output: Path | None) -> str:
    from coldgraph.store.answer import Answer
    from coldgraph.store.formats import WRITERS, table

    if not isinstance(answer, Answer):
        raise TypeError("not an answer")
    if form != "table":
        return WRITERS[form](answer)
    width = shutil.get_terminal_size().columns if output is None and sys.stdout.isatty() else 160
    return table(answer, width)
