"""coldgraph questions: the named questions and what they take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from coldgraph.ask.questions import Question


@click.command("questions")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the named questions with their parameters; with NAME, that one in full.

    \b
    Example:
      coldgraph questions who-met-whom
    """
    from coldgraph.ask import questions

    if name:
        _whole(questions.question(name))
        return
    for asked in questions.questions():
        click.echo(f"{asked.name}\n    {asked.question}")
        for p in asked.parameters:
            click.echo(f"    --set {p.name}=...  ({'required' if p.required else 'optional'} {p.kind}) {p.meaning}")
        if asked.example:
            click.echo("    example: " + " ".join(f"--set {name}={value!r}" for name, value in asked.example.items()))


def _whole(asked: Question) -> None:
    click.echo(asked.text, nl=False)
