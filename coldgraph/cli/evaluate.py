"""coldgraph evaluate: how good a graph is, held against annotated documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.evaluate.gold import Gold
    from coldgraph.evaluate.packed import Texts
    from coldgraph.evaluate.tally import Note


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@options.graph
@click.option("--split", default="", metavar="NAME", help="Only the volumes of a split: train, development or test.")
@click.option(
    "--corpus", type=click.Path(exists=True, file_okay=False, path_type=Path), help="FRUS volumes, for texts GRAPH does not keep."
)
@click.option("--floor", "with_floor", is_flag=True, help="Score a naive rival beside it: nearest two actors, general sentiment.")
@click.option("--people", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV of editors' identifiers: adds B-cubed.")
@click.option(
    "--known", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="CSV of wrong marks: adds scores with them set right."
)
@click.option("--show", multiple=True, metavar="KIND", help="List what was missed and wrong: stances, mentions, participants ... or all.")
@click.option("--resamples", type=click.IntRange(min=0), default=1000, show_default=True, help="Bootstrap draws (0: no intervals).")
@click.option("--format", "form", type=click.Choice(("table", "markdown", "json")), default="table", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file.")
def command(
    gold: Path, graph: str, split: str, corpus: Path | None, with_floor: bool, people: Path | None, known: Path | None,
    show: tuple[str, ...], resamples: int, form: str, output: Path | None,
) -> None:  # fmt: skip
    """Score GRAPH against the annotated documents of the folder GOLD: precision, recall and F1 of each kind of fact.

    Shares come with 95 % intervals from drawing the documents again. GOLD holds one JSON file a document, or
    packed annotations such as triples/gold; documents of GRAPH that are not annotated do not count.

    \b
    Examples:
      coldgraph evaluate annotated/ GRAPH --show stances
      coldgraph evaluate triples/gold GRAPH --split test --floor --format markdown
      coldgraph evaluate blind/ GRAPH --known triples/gold/blind/known_marks.csv
    """
    from coldgraph.ask.run import opened
    from coldgraph.evaluate import known as marks
    from coldgraph.evaluate.facts import Facts
    from coldgraph.evaluate.floor import floor, ratios, vader
    from coldgraph.evaluate.gold import read
    from coldgraph.evaluate.packed import unpacked
    from coldgraph.evaluate.report import WRITERS, Report
    from coldgraph.evaluate.run import evaluate
    from coldgraph.store.formats import harmless

    golds = read(gold, split)
    valence, store = vader() if with_floor else None, opened(graph)
    text_of = _texts(graph, corpus, golds)
    golds, facts = unpacked(golds, text_of), Facts(store)
    ours = evaluate(golds, facts, resamples=resamples, people=people)
    rival = floor(golds, facts, text_of, valence, resamples) if valence else None
    mended = evaluate(marks.corrected(golds, marks.read(known)), facts, resamples=resamples, people=people) if known else None
    report = Report(ours, rival, ratios(ours, rival) if rival else None, _shown(ours.notes, show), mended)
    text = WRITERS[form](report)
    options.emit(text if form == "json" else "\n".join(map(harmless, text.split("\n"))), output)


def _texts(graph: str, corpus: Path | None, golds: tuple[Gold, ...]) -> Texts:
    """The texts that a graph's folder keeps, then those of the volumes."""
    from coldgraph.evaluate.packed import kept, nothing, texts

    own = nothing if graph.startswith(("http://", "https://")) else kept(Path(graph))
    missing = [g.id for g in golds if own(g.id) is None] if corpus else []
    more = dict(texts(missing, corpus)) if corpus and missing else {}
    return lambda document: own(document) or more.get(document)


def _shown(notes: tuple[Note, ...], show: tuple[str, ...]) -> tuple[Note, ...]:
    from coldgraph.evaluate.run import kinds

    known = kinds(notes)
    if unknown := [k for k in show if k not in known and k != "all"]:
        raise click.UsageError(f"nothing of the kind {unknown[0]!r} was missed or wrong; there is: {', '.join(known) or 'nothing at all'}")
    return tuple(n for n in notes if n.kind in show or "all" in show)
