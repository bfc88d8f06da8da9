"""coldgraph questions: the named questions and what they take."""

from __future__ import annotations

import click


@click.command("questions")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the named questions with their parameters; with NAME, that one in full.

    \b
    Example:
      coldgraph questions who-met-whom
    """
    from coldgraph.ask import library

    if name:
        _whole(library.question(name))
        return
    for asked in library.questions():
        click.echo(f"{asked.name}\n    {asked.question}")
        for p in asked.parameters:
            click.echo(f"    --set {p.name}=...  ({'required' if p.required else 'optional'} {p.kind}) {p.meaning}")


def _whole(asked: object) -> None:
    from coldgraph.ask.library import Question

    if not isinstance(asked, Question):
        raise TypeError("not a question")
    click.echo(asked.text, nl=False)
