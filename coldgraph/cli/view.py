"""coldgraph view: a network or a timeline as one page, or a network as a file for other tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.see.view import View

PAGE = Path("network.html")
KINDS = ("stances", "meetings", "mentions", "ego", "path", "bloc", "timeline")
LARGE = 400


@click.command("view")
@options.graph
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help=f"The page.  [default: {PAGE}]")
@click.option("--kind", type=click.Choice(KINDS), default="stances", show_default=True)
@click.option("--actor", "actors", multiple=True, metavar="NAME", help="Whose ties; twice for a path, twice or more for a timeline.")
@click.option("--ties", type=click.Choice(KINDS[:3]), help="The ties of an ego network, path, bloc or timeline.  [default: stances]")
@click.option("--level", type=click.Choice(("person", "state", "actor")), help="'state' joins people to their sides.  [default: person]")
@click.option("--since", metavar="DATE", help="No earlier than this year, month or day.")
@click.option("--until", metavar="DATE", help="No later than this year, month or day.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, show_default=True)
@click.option("--said-by", metavar="NAME", help="Only what this speaker says, or whoever speaks for this side.")
@click.option("--by", type=click.Choice(("alliance", "community")), help="How a bloc is formed.  [default: alliance]")
@click.option("--in-time", is_flag=True, help="A path on which each tie is no earlier than the one before.")
@click.option("--backbone", metavar="LEVEL", help="Only ties that stand out: 'auto', or a number such as 0.05 (the smaller the stricter).")
@click.option("--export", "exports", type=click.Path(dir_okay=False, path_type=Path), multiple=True, metavar="FILE",
              help="The whole network as .gexf, .graphml, .csv, .json or .cyjs; no page then, unless -o is given.")  # fmt: skip
@click.option("--title", default="", help="The page's heading.")
def command(graph: str, output: Path | None, exports: tuple[Path, ...], **asked: Any) -> None:
    """Draw GRAPH as one page that needs no network; a click on an edge shows the quoted sentences.

    \b
    Kinds:
      stances    who stands how to whom           meetings  who met whom
      mentions   who speaks of whom               ego       an actor, its neighbours and their ties
      path       the shortest ties of two actors  bloc      states joined by alliance or community
      timeline   what passes between actors, pair by pair and year by year

    \b
    Example:
      coldgraph view GRAPH -o network.html --kind stances --level state
      coldgraph view GRAPH --kind path --actor "Zhou Enlai" --actor "Le Duan" --ties meetings --in-time
    """
    from coldgraph.graph import Graph

    given = {key: value for key, value in asked.items() if value not in (None, (), False)}
    with Graph(graph) as known:
        made = known.view(**given)
        _export(made, exports)
        if output or not exports:
            place = made.save(output or PAGE)
            click.echo(f"written: {place}")
            _advise(made, given)


def _export(made: View, exports: tuple[Path, ...]) -> None:
    from coldgraph.see.exports import save

    for place in exports:
        click.echo(f"written: {save(made.network, place)}")


def _advise(made: View, given: dict[str, Any]) -> None:
    from coldgraph.see import webgl

    if not made.network.number_of_edges():
        click.echo("nothing to draw: no tie fits what was asked for, which does not mean that there was none", err=True)
    if len(made.network) > LARGE and "backbone" not in given:
        click.echo(
            f"{len(made.network):,} actors are many for one picture: the page first shows the ties that stand out; "
            "--backbone auto or --level state makes a smaller file",
            err=True,
        )
    if len(made.network) >= webgl.FROM and not webgl.there():
        click.echo(f"from {webgl.FROM:,} actors on a page draws faster by WebGL: `make web` in a checkout brings the scripts", err=True)
