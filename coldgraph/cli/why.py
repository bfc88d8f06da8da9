"""coldgraph why: what a stance rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from coldgraph import ids
from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.curate.decision import Decision


@click.command("why")
@options.graph
@click.argument("stance", metavar="STANCE|DOCUMENT")
@click.option(
    "--at", type=click.IntRange(min=0), metavar="OFFSET", help="A character of DOCUMENT's text: how its whole sentence was judged."
)
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(graph: str, stance: str, at: int | None, form: str) -> None:
    """Say why GRAPH (a folder) has a stance: its words, the construction they stand in, what spoke for and against it, how sure it is.

    The document is read again from its source. With a document and --at, also what was judged and not claimed.

    \b
    Examples:
      coldgraph why GRAPH stance/talk-of-1966/0123456789ab
      coldgraph why GRAPH talk-of-1966 --at 670
    """
    from coldgraph.decided import upon
    from coldgraph.explain import again
    from coldgraph.explain.report import WRITERS
    from coldgraph.store.formats import harmless

    folder = options.folder(graph)
    for decision, found in upon(folder, stance.removeprefix(ids.BASE)) if at is None else ():
        click.echo(harmless(_decided(decision)), err=True)
        stance = found
    told = again.stance(folder, stance) if at is None else again.sentence(folder, stance, at)
    text = WRITERS[form](told)
    options.emit(text if form == "json" else "\n".join(map(harmless, text.split("\n"))), None)


def _decided(d: Decision) -> str:
    changes = "".join(f", {slot} {value}" for slot, value in sorted(d.change.items()))
    return f"a person decided otherwise ({d.id}: {d.verdict}{changes}; {d.by}, {d.when}: {d.why}); this is what the program found"
