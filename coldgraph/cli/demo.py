"""coldgraph demo: everything once, on the shipped sample."""

from __future__ import annotations

from pathlib import Path

import click

ANSWERS = ("who-met-whom", "who-is-hostile-to-whom", "most-mentioned")
_ROWS, _WIDTH = 8, 150


@click.command("demo")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), default=Path("coldgraph-demo"), show_default=True, metavar="GRAPH"
)
@click.pass_context
def command(context: click.Context, into: Path) -> None:
    """Build the shipped sample, check it, count it, ask three questions and draw the network.

    \b
    Example:
      coldgraph demo --into demo
    """
    from coldgraph.cli import build, check, info
    from coldgraph.pipeline import build as made
    from coldgraph.resources import folder

    build.summary(made([folder("triples") / "sample"], into, prune=True, report=lambda event: None))
    context.invoke(check.command, graph=str(into), full=True)
    context.invoke(info.command, graph=str(into), as_json=False)
    _answers(into)
    _page(into)


def _answers(graph: Path) -> None:
    from coldgraph.ask.questions import question
    from coldgraph.graph import Graph
    from coldgraph.store.answer import Answer
    from coldgraph.store.formats import table

    with Graph(graph) as known:
        for name in ANSWERS:
            answer = known.ask(name)
            shown = Answer(answer.columns, answer.rows[:_ROWS])
            click.echo(f"\n{question(name).question}  ({len(shown)} of {len(answer)}; coldgraph query {graph} --named {name})\n")
            click.echo(table(shown, _WIDTH), nl=False)


def _page(graph: Path) -> None:
    from coldgraph.graph import Graph

    place = graph.parent / f"{graph.name}.html"
    with Graph(graph) as known:
        known.view(place, title="Who is for and against whom: the sample")
    click.echo(f"\nThe graph lies in {graph}, the network page in {place.resolve()}: open it in a browser.")
