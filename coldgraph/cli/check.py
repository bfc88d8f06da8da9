"""coldgraph check: is the graph what it should be?"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.ask.findings import Finding

SAMPLE = 100


@click.command("check")
@options.graph
@click.option("--full", is_flag=True, help=f"SHACL shapes over every document (else over {SAMPLE}, evenly spread).")
def command(graph: str, full: bool) -> None:
    """Check GRAPH: files against the manifest, every quotation against the kept text, rules, SHACL shapes.

    Rules (as SPARQL) and quotations are always checked in full. Exit status 1 where anything is found.

    \b
    Example:
      coldgraph check GRAPH
    """
    from coldgraph.store.formats import harmless

    found = 0
    for finding in _findings(options.folder(graph), full):
        found += 1
        click.echo(harmless(f"{finding.check}: {finding.where}: {finding.what}"))
    click.echo(f"{found} finding(s)" if found else "nothing found")
    if found:
        raise click.exceptions.Exit(1)


def _findings(graph: Path, full: bool) -> Iterator[Finding]:
    from coldgraph.ask import shapes, verify
    from coldgraph.ask.violations import violations
    from coldgraph.store import index

    index.manifest(graph)
    yield from _told("files against the manifest", verify.checksums(graph))
    store = index.opened(graph)
    yield from _told("every quotation against the kept text", verify.quotations(graph, store))
    yield from _told("rules", violations(store))
    files = list(index.files(graph).values())
    chosen = files if full else _spread(files)
    yield from _told(f"SHACL shapes on {len(chosen)} of {len(files)} graphs", shapes.shapes(chosen))


def _told(what: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    click.echo(f"checking {what}", err=True)
    yield from findings


def _spread(files: list[Path]) -> list[Path]:
    """At most SAMPLE small files, evenly spread: the same ones each time."""
    small = [f for f in files if os.path.getsize(f) < 2_000_000]
    return small[:: max(1, -(-len(small) // SAMPLE))]
