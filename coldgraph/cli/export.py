"""coldgraph export: the whole graph as one file."""

from __future__ import annotations

from pathlib import Path

import click

from coldgraph.cli import options


@click.command("export")
@options.graph
@click.option("--format", "form", type=click.Choice(("nquads", "trig", "turtle", "jsonld")), default="nquads", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
def command(graph: str, form: str, output: Path) -> None:
    """Write GRAPH as one RDF file, the same bytes each time. Turtle has no named graphs: there all are joined.

    \b
    Example:
      coldgraph export GRAPH --format trig -o graph.trig
    """
    from coldgraph.store.export import export

    count = export(options.folder(graph), form, output)
    click.echo(f"written: {output} ({count:,} quads)", err=True)
