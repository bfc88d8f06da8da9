"""coldgraph build: documents in, a graph out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coldgraph.pipeline import BuildReport
    from coldgraph.read import Failure

_SHOWN = 3


@click.command("build")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(file_okay=False, path_type=Path), metavar="GRAPH", help="The graph's folder.")
@click.option("--processes", type=click.IntRange(min=1), metavar="N", help="How many at once (default: as the machine allows).")
@click.option("--on", metavar="ADDRESS", help="Build on a Dask cluster: dask://HOST:PORT of its scheduler (docs/cluster.md).")
@click.option("--prune", is_flag=True, help="Remove documents whose source is not among SOURCES any more.")
@click.option("--strict", is_flag=True, help="Exit status 1 where a source could not be used.")
@click.option("--extractor", metavar="URL", help="Ask a language model for the stances: the base of an OpenAI-compatible interface.")
@click.option("--model", metavar="NAME", help="The model to ask; its key, if any, comes from COLDGRAPH_API_KEY.")
@click.option("--no-index", is_flag=True, help="Leave the index and the tables to the first query.")
@click.option("--quiet", is_flag=True, help="No progress.")
def command(
    sources: tuple[Path, ...], into: Path, processes: int | None, on: str | None, prune: bool, strict: bool,
    extractor: str | None, model: str | None, no_index: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read SOURCES (files and folders) and build the graph of their documents.

    What has not changed since the last build costs nothing. A source that cannot be used is
    named with the reason; all others are kept. The index for queries and the tables are made at the end.

    \b
    Example:
      coldgraph build letters/ frus1961-63v06.xml --into GRAPH
      coldgraph build volumes/ --into GRAPH --on dask://node7:8786
      coldgraph build letters/ --into GRAPH --extractor http://localhost:11434/v1 --model NAME
    """
    from coldgraph.consult.endpoint import Endpoint
    from coldgraph.pipeline import build

    if (extractor is None) != (model is None):
        raise click.UsageError("--extractor and --model go together")
    endpoint = Endpoint(extractor, model) if extractor is not None and model is not None else None
    if on is not None and (processes is not None or endpoint is not None):
        raise click.UsageError("--on goes with neither --processes nor --extractor")
    told = build(sources, into, processes=processes, prune=prune, endpoint=endpoint, on=on, report=_silent if quiet else _progress)
    summary(told)
    if not no_index:
        index(into, quiet)
    if strict and told.failed:
        raise click.exceptions.Exit(1)


def summary(told: BuildReport) -> None:
    """What could not be used, and counts, on standard error."""
    for reason, names in _by_reason(told.aside).items():
        _say(f"left out: {reason}: {_some(names)}")
    for failure in told.failed:
        _say(f"not used: {failure}")
    for failure in told.notes:
        _say(f"note: {failure}")
    counts = (
        f"{told.added} added, {told.replaced} replaced, {told.unchanged} unchanged, {told.removed} removed, {len(told.failed)} not used"
    )
    _say(f"{told.documents:,} documents: {counts}; {told.quads:,} quads")


def _by_reason(aside: Iterable[Failure]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for failure in aside:
        found.setdefault(failure.what, []).append(failure.source)
    return found


def _some(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


def index(graph: Path, quiet: bool = False) -> None:
    """Make the index for queries, and the tables for networks and data frames."""
    from coldgraph.store.index import refresh
    from coldgraph.store.tables.derive import refresh as refresh_tables

    if not quiet:
        _say("indexing")
    refresh(graph)
    refresh_tables(graph)


def _progress(event: object) -> None:
    _say(str(event))


def _silent(event: object) -> None:
    """Say nothing."""


def _say(text: str) -> None:
    """One line on standard error, whatever the names in it hold."""
    from coldgraph.store.formats import harmless

    click.echo(harmless(" ".join(text.split())), err=True)
