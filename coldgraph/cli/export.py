"""coldgraph export: the whole graph as one file, or as a folder of tables."""

from __future__ import annotations

from pathlib import Path

import click

from coldgraph.cli import options


@click.command("export")
@options.graph
@click.option("--format", "form", type=click.Choice(("nquads", "trig", "turtle", "jsonld", "parquet")), default="nquads", show_default=True)
@click.option("--by-year", is_flag=True, help="Parquet only: a file a year, in folders that Spark, Trino and DuckDB know.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The file to write; for parquet the folder.")
def command(graph: str, form: str, by_year: bool, output: Path) -> None:
    """Write GRAPH as one RDF file, the same bytes each time. Turtle has no named graphs: there all are joined.

    Parquet is a folder of tables: documents, meetings, participations, mentions, turns, stances, entities.

    \b
    Examples:
      coldgraph export GRAPH --format trig -o graph.trig
      coldgraph export GRAPH --format parquet -o tables/
    """
    if by_year and form != "parquet":
        raise click.UsageError("--by-year is for --format parquet")
    if form == "parquet":
        from coldgraph.store.tables.export import export as export_tables

        count, what = export_tables(options.folder(graph), output, by_year), "rows"
    else:
        from coldgraph.store.export import export

        if output.is_dir():
            raise click.UsageError(f"{output} is a folder; name a file")
        count, what = export(options.folder(graph), form, output), "triples" if form == "turtle" else "quads"
    click.echo(f"written: {output} ({count:,} {what})", err=True)
