"""coldgraph serve: a SPARQL endpoint and a query page on this machine."""

from __future__ import annotations

import socket

import click

from coldgraph.cli import options
from coldgraph.errors import ExtraMissing
from coldgraph.serve.settings import LOOPBACK, PORT, Access, Limits

_USUAL = Limits()


@click.command("serve")
@options.graph
@click.option("--host", default=LOOPBACK[0], show_default=True, help="The address to listen at; what is no loopback is open to others.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0: any free one.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name under which this server is reached.")
@click.option("--allow-origin", "origins", multiple=True, metavar="ORIGIN", help="A site whose pages may ask (CORS); '*': all.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=_USUAL.seconds, show_default=True, metavar="SECONDS", help="A query's.")
@click.option("--rows", type=click.IntRange(min=1), default=_USUAL.rows, show_default=True, help="More rows are refused.")
@click.option("--at-once", type=click.IntRange(min=1), default=_USUAL.at_once, show_default=True, help="Queries that run; others wait.")
@click.option("--waiting", type=click.IntRange(min=1), default=_USUAL.waiting, show_default=True, help="Queries that may wait.")
@click.option("--memory", type=click.FloatRange(min=0.25), default=_USUAL.gigabytes, show_default=True, metavar="GB", help="A query's.")
def command(
    graph: str, host: str, port: int, names: tuple[str, ...], origins: tuple[str, ...],
    timeout: float, rows: int, at_once: int, waiting: int, memory: float,
) -> None:  # fmt: skip
    """Serve GRAPH as a SPARQL 1.1 endpoint (queries only) with a page to write queries on, until Ctrl-C.

    \b
    Example:
      coldgraph serve GRAPH
      curl -H 'Accept: text/csv' --data-urlencode 'query=ASK { ?s ?p ?o }' http://127.0.0.1:7878/sparql
    """
    try:
        from coldgraph.serve import run
    except ModuleNotFoundError as missing:
        raise ExtraMissing(f"{missing.name} is not installed", "serve", "pip install 'coldgraph[serve]'") from missing
    folder = options.folder(graph)
    limits = Limits(seconds=timeout, rows=rows, at_once=at_once, waiting=waiting, gigabytes=memory)
    access = Access((*LOOPBACK, host, *names) if host in LOOPBACK or names else (), origins)
    with run.listening(host, port) as at:
        run.serve(folder, at, limits, access, lambda: _ready(graph, at))


def _ready(graph: str, at: socket.socket) -> None:
    host, port = at.getsockname()[:2]
    home = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    click.echo(f"serving {graph}: page {home}/ endpoint {home}/sparql (Ctrl-C stops)")
