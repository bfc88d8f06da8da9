"""coldgraph build: documents in, a graph out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coldgraph.pipeline import BuildReport


@click.command("build")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="GRAPH", help="The graph's folder.")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="How many at once (default: as the machine allows).")
@click.option("--prune", is_flag=True, help="Remove documents whose source is not among SOURCES any more.")
@click.option("--strict", is_flag=True, help="Exit status 1 where a source could not be used.")
@click.option("--quiet", is_flag=True, help="No progress.")
def command(sources: tuple[Path, ...], into: Path, processes: int | None, prune: bool, strict: bool, quiet: bool) -> None:
    """Read SOURCES (files and folders) and build the graph of their documents.

    What has not changed since the last build costs nothing. A source that cannot be used is
    named with the reason; all others are kept.

    \b
    Example:
      coldgraph build letters/ frus1961-63v06.xml --into GRAPH
    """
    from coldgraph.pipeline import build

    told = build(sources, into, processes=processes, prune=prune, report=_silent if quiet else _progress)
    summary(told)
    if strict and told.failed:
        raise click.exceptions.Exit(1)


def summary(told: BuildReport) -> None:
    """The sources that could not be used, and counts, on standard error."""
    from coldgraph.store.formats import harmless

    for failure in told.failed:
        click.echo(harmless(f"not used: {failure.source}: {failure.what}" + (f" ({failure.advice})" if failure.advice else "")), err=True)
    counts = (
        f"{told.added} added, {told.replaced} replaced, {told.unchanged} unchanged, {told.removed} removed, {len(told.failed)} not used"
    )
    click.echo(f"{told.documents:,} documents: {counts}; {told.quads:,} quads", err=True)


def _progress(event: object) -> None:
    from coldgraph.store.formats import harmless

    click.echo(harmless(str(event)), err=True)


def _silent(event: object) -> None:
    """Say nothing."""
