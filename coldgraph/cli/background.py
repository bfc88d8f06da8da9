"""coldgraph background: published facts beside the documents."""

from __future__ import annotations

from pathlib import Path

import click

from coldgraph.cli import options

_SHOWN = 10


@click.group("background")
def command() -> None:
    """Published facts: alliances, leaders, visits, travels, un-votes, state-codes.

    Each set becomes a named graph of its own, with its source and version; builds leave it alone.
    visits, travels, un-votes and state-codes are shipped, the others are read from your own download.

    \b
    Example:
      coldgraph background add visits GRAPH
    """


@command.command("add")
@click.argument("name")
@options.graph
@click.option("--file", type=click.Path(dir_okay=False, path_type=Path), help="Your own download, a CSV file (docs/background.md).")
@click.option("--version", default="", metavar="TEXT", help="The version of your download.")
def add(name: str, graph: str, file: Path | None, version: str) -> None:
    """Bring the set NAME into GRAPH, in place of an earlier state of it.

    Rows that cannot be used are told with line and column, all others are kept.

    \b
    Examples:
      coldgraph background add visits GRAPH
      coldgraph background add alliances GRAPH --file atop5_1ddyr.csv --version 5.1
    """
    from coldgraph.background import shelf
    from coldgraph.store.formats import harmless

    added = shelf.add(options.folder(graph), name, file, version)
    for problem in added.problems[:_SHOWN]:
        click.echo(harmless(f"{added.source}, {problem}"), err=True)
    if len(added.problems) > _SHOWN:
        click.echo(f"and {len(added.problems) - _SHOWN:,} more", err=True)
    click.echo(f"{name}: {added.rows:,} rows used, {added.quads:,} quads; the index follows at the next query", err=True)


@command.command("list")
@options.graph
def show(graph: str) -> None:
    """What of each set GRAPH holds, and what could be added."""
    from coldgraph.background import shelf
    from coldgraph.background.catalogue import catalogue
    from coldgraph.store.formats import harmless

    there = {added.name: added for added in shelf.listed(options.folder(graph))}
    for name, told in catalogue().items():
        added = there.get(name)
        state = f"{added.rows:,} rows, {added.version}" if added else f"not added; {'shipped' if told.file else 'bring your own file'}"
        click.echo(harmless(f"{name:12} {state}: {told.title}"))


@command.command("remove")
@click.argument("name")
@options.graph
def remove(name: str, graph: str) -> None:
    """Take the set NAME out of GRAPH."""
    from coldgraph.background import shelf

    shelf.remove(options.folder(graph), name)
    click.echo(f"removed: {name}", err=True)
