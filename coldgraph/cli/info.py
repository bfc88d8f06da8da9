"""coldgraph info: what a graph holds."""

from __future__ import annotations

import json

import click

from coldgraph.cli import options


@click.command("info")
@options.graph
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def command(graph: str, as_json: bool) -> None:
    """Count what GRAPH (a folder or an endpoint) holds, and name the sources that could not be used.

    \b
    Example:
      coldgraph info GRAPH
    """
    from coldgraph.graph import Graph
    from coldgraph.store.formats import harmless

    with Graph(graph) as known:
        counts, failed = known.info(), known.failed()
    if as_json:
        click.echo(json.dumps({"counts": counts, "failed": failed}, ensure_ascii=False, indent=1))
        return
    for name, number in counts.items():
        click.echo(f"{name:16}{number:>12,}")
    for failure in failed:
        click.echo(harmless(f"not used: {failure.get('source')}: {failure.get('what')} ({failure.get('advice')})"))
