"""The command line: one module a command, loaded when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from coldgraph import __version__
from coldgraph.errors import ColdgraphError

COMMANDS = (
    "build", "query", "questions", "who", "why", "decide", "check", "view", "measures", "info", "export", "push", "serve",
    "background", "evaluate", "get", "demo",
)  # fmt: skip
FINDINGS, TROUBLE, STOPPED = 1, 2, 130


class Lazy(click.Group):
    """A group that imports coldgraph/cli/NAME.py for the command NAME, and turns errors into one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"coldgraph.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ColdgraphError as wrong:
            explain(wrong)
            ctx.exit(TROUBLE)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(FINDINGS)
        except (KeyboardInterrupt, click.Abort):
            click.echo("stopped", err=True)
            ctx.exit(STOPPED)


def explain(wrong: ColdgraphError) -> None:
    """One line on standard error: what, where, and what to do next."""
    from coldgraph.store.formats import harmless

    parts = [wrong.what, wrong.where, wrong.advice]
    click.echo(harmless("error: " + " / ".join(" ".join(p.split()) for p in parts if p)), err=True)


@click.command(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coldgraph")
def main() -> None:
    """Diplomatic documents of the Cold War as a knowledge graph that a historian can cite.

    \b
    Example:
      coldgraph build letters/ frus1961-63v06.xml --into GRAPH
      coldgraph query GRAPH --named who-met-whom
    """
