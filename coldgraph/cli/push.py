"""coldgraph push: a graph to a SPARQL server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.store.push import Pushed

PASSWORD, TOKEN = "COLDGRAPH_PASSWORD", "COLDGRAPH_TOKEN"
EVERY = 100


@click.command("push")
@options.graph
@click.option("--to", "address", required=True, metavar="URL", help="The server's address of the Graph Store Protocol.")
@click.option("--count-at", "queries", metavar="URL", help="Its SPARQL endpoint: its own counts of all graphs are compared as well.")
@click.option("--user", default="", help=f"The user who may write; the password is in {PASSWORD}, or asked for.")
@click.option("--quiet", is_flag=True, help="No progress.")
def command(graph: str, address: str, queries: str | None, user: str, quiet: bool) -> None:
    """Bring GRAPH to a server, each named graph by itself, read back and compared. Needs no other tool than HTTP.

    A push that was stopped goes on where it stopped; a later one brings only what has changed, and
    removes what GRAPH no longer has. A token of the server (Bearer) is taken from COLDGRAPH_TOKEN.
    docs/servers.md tells the address for each kind of server.

    \b
    Example:
      coldgraph push GRAPH --to http://localhost:7878/store --count-at http://localhost:7878/query
    """
    from coldgraph.store.graph_store import GraphStore, Secrets
    from coldgraph.store.push import push
    from coldgraph.store.remote import Remote

    folder = options.folder(graph)
    server = GraphStore(address, Secrets(user, _password(user), os.environ.get(TOKEN, "")))
    done = push(folder, server, Remote(queries) if queries else None, _silent if quiet else _progress)
    words = f"{done.brought:,} brought and compared, {done.kept:,} there already, {done.removed:,} removed"
    click.echo(f"{done.brought + done.kept:,} graphs with {done.statements:,} statements at {address}: {words}")


def _password(user: str) -> str:
    if not user:
        return ""
    return os.environ.get(PASSWORD) or str(click.prompt(f"Password of {user}", hide_input=True, err=True))


def _progress(done: Pushed, of: int) -> None:
    sofar = done.brought + done.kept
    if sofar % EVERY == 0 or sofar == of:
        click.echo(f"{sofar:,} of {of:,} graphs", err=True)


def _silent(done: Pushed, of: int) -> None:
    """Say nothing."""
