"""coldgraph view: a network as one page."""

from __future__ import annotations

from pathlib import Path

import click

from coldgraph.cli import options


@click.command("view")
@options.graph
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("network.html"), show_default=True)
@click.option("--kind", type=click.Choice(("stances", "meetings", "mentions")), default="stances", show_default=True)
@click.option(
    "--level", type=click.Choice(("actor", "state")), default="actor", show_default=True, help="'state' joins people to their sides."
)
@click.option("--since", metavar="DATE", help="No earlier than this year, month or day.")
@click.option("--until", metavar="DATE", help="No later than this year, month or day.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True)
@click.option("--title", default="", help="The page's heading.")
def command(
    graph: str, output: Path, kind: str, level: str, since: str | None, until: str | None, min_confidence: float, title: str
) -> None:
    """Draw GRAPH as one page that needs no network; a click on an edge shows the quoted sentences.

    \b
    Example:
      coldgraph view GRAPH -o network.html --kind stances --level state
    """
    from coldgraph.graph import Graph

    with Graph(graph) as known:
        place = known.view(output, kind=kind, level=level, since=since, until=until, min_confidence=min_confidence, title=title)
    click.echo(f"written: {place}")
