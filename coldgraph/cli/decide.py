"""coldgraph decide: what a person knows better, kept in a file and carried out at every build."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.curate.decision import Decision, Place, Thing, Verdict
    from coldgraph.graph import Graph

_SPOT = re.compile(r"(?P<document>[^:\s]+):(?P<start>\d+)(?:-(?P<end>\d+))?")


@dataclass(frozen=True, slots=True)
class Signed:
    """Who decides, on which day (ISO), and why."""

    by: str
    when: str
    why: str


def signed(call: Callable[..., None]) -> Callable[..., None]:
    """The three options that every decision has."""

    def given(by: str, when: str | None, why: str, **rest: Any) -> None:
        call(signature=Signed(by, when or _today(), why), **rest)

    given.__name__, given.__doc__ = call.__name__, call.__doc__
    for option in (
        click.option("--why", required=True, help="The reason: a source, a passage, what you know."),
        click.option("--by", required=True, envvar="COLDGRAPH_BY", metavar="NAME", help="Who decides (also: COLDGRAPH_BY)."),
        click.option("--when", metavar="DAY", help="The day of the decision, such as 2026-11-02 (default: today)."),
    ):
        given = option(given)
    return given


def _today() -> str:
    """The day on which somebody decides: from here on it is data in the file, never the clock of a build."""
    from datetime import date

    return date.today().isoformat()


@click.group("decide")
@options.graph
@click.pass_context
def command(ctx: click.Context, graph: str) -> None:
    """Keep what you know better than the program: GRAPH/decisions/decisions.jsonl, a line a decision.

    Decisions are only added, never changed; each can be taken back. The next build carries them
    out: it makes again just the documents that they touch. A new graph takes a copied folder
    'decisions' before its first build.

    \b
    Examples:
      coldgraph decide GRAPH same person/talk-d4/li "Li Xiannian" --by "A. Vale" --why "his title in d3"
      coldgraph decide GRAPH is frus1961-63v06-d8:1204 "U. Alexis Johnson" --by "A. Vale" --why "signs from Bangkok"
      coldgraph decide GRAPH amend stance/talk-d4/0a1b2c3d4e5f --set polarity=Mixed --by "A. Vale" --why "praise with a sting"
      coldgraph decide GRAPH list
    """
    ctx.obj = options.folder(graph)


@command.command("same")
@click.argument("one")
@click.argument("other")
@signed
@click.pass_obj
def same(graph: Path, one: str, other: str, signature: Signed) -> None:
    """ONE and OTHER are one: names or identifiers. The one whom the authority knows stands for both, else ONE."""
    _pair(graph, "same", one, other, signature)


@command.command("not-same")
@click.argument("one")
@click.argument("other")
@signed
@click.pass_obj
def not_same(graph: Path, one: str, other: str, signature: Signed) -> None:
    """ONE and OTHER are two: no decision joins them, and neither is a candidate for the other."""
    _pair(graph, "not-same", one, other, signature)


@command.command("unsure")
@click.argument("one")
@click.argument("other")
@signed
@click.pass_obj
def unsure(graph: Path, one: str, other: str, signature: Signed) -> None:
    """Nobody can tell whether ONE and OTHER are one. Kept, so that nobody need look again; changes nothing."""
    _pair(graph, "unsure", one, other, signature)


@command.command("is")
@click.argument("mention", metavar="DOCUMENT:START[-END]")
@click.argument("who")
@click.option("--new", is_flag=True, help="WHO is somebody whom neither the graph nor the authority knows.")
@signed
@click.pass_obj
def this_is(graph: Path, mention: str, who: str, new: bool, signature: Signed) -> None:
    """The words at an offset of a document mean WHO. END is needed where the program found no name there."""
    with _opened(graph) as known:
        place = _spot(known, graph, mention)
        _add(graph, _decision("is", signature, (_new(place, who) if new else _thing(known, who),), place))


@command.command("not-a-person")
@click.argument("mention", metavar="DOCUMENT:START|WHO")
@signed
@click.pass_obj
def not_a_person(graph: Path, mention: str, signature: Signed) -> None:
    """The words at an offset name no person; or WHO, wherever it is named, is none (a ship, a treaty, a slip of the reader)."""
    with _opened(graph) as known:
        if _SPOT.fullmatch(mention):
            _add(graph, _decision("not-a-person", signature, (), _spot(known, graph, mention)))
        else:
            _add(graph, _decision("not-a-person", signature, (_thing(known, mention),)))


@command.command("reject")
@click.argument("stance")
@signed
@click.pass_obj
def reject(graph: Path, stance: str, signature: Signed) -> None:
    """The sentence does not say what STANCE (an identifier, as 'coldgraph query' shows it) claims."""
    _on_stance(graph, "reject", stance, {}, signature)


@command.command("amend")
@click.argument("stance")
@click.option("--set", "given", multiple=True, required=True, metavar="SLOT=VALUE",
              help="holder, target, speaker, polarity, act, modality or attributed, and what it should be.")  # fmt: skip
@signed
@click.pass_obj
def amend(graph: Path, stance: str, given: tuple[str, ...], signature: Signed) -> None:
    """STANCE is right but for some slots. It then stays, even if a later program does not find it any more."""
    _on_stance(graph, "amend", stance, options.settings(given), signature)


@command.command("back")
@click.argument("number", metavar="ID")
@signed
@click.pass_obj
def back(graph: Path, number: str, signature: Signed) -> None:
    """Take the decision ID back. It stays in the file, and so does this."""
    from coldgraph.decided import decisions
    from coldgraph.errors import DecisionError

    if number not in {d.id for d in decisions(graph).every}:
        raise DecisionError(f"there is no decision {number!r}", graph, "see: coldgraph decide GRAPH list --all")
    _add(graph, _decision("back", signature, of=number))


@command.command("list")
@click.option("--all", "every", is_flag=True, help="Those too that are taken back, or decided otherwise later.")
@click.pass_obj
def listed(graph: Path, every: bool) -> None:
    """The decisions in force, those shipped with the program among them; which of them have lost their text."""
    from coldgraph.decided import decisions
    from coldgraph.store import index
    from coldgraph.store.formats import harmless

    if not (graph / "decisions").is_dir():
        index.manifest(graph)
    known = decisions(graph)
    wrong = _wrong(graph, known)
    for decision in known.every if every else known.live:
        gone = [] if decision in known.live else ["not in force"]
        for line in (*_told(decision), *(f"    ! {what}" for what in (*gone, *wrong.get(decision.id, ())))):
            click.echo(harmless(line))
    click.echo(f"{len(known.live)} in force, {len(known.every) - len(known.live)} kept beside them", err=True)


def _wrong(graph: Path, known: Any) -> dict[str, list[str]]:
    """What is wrong with decisions, by their identifiers."""
    from coldgraph.decided import odd, orphans
    from coldgraph.folder import Folder

    folder = Folder(graph)
    manifest = folder.manifest()
    told = list(odd(known)) + ([(d.id, what) for d, what in orphans(known.live, manifest["documents"], folder)] if manifest else [])
    found: dict[str, list[str]] = {}
    for number, what in told:
        found.setdefault(number, []).append(what)
    return found


def _told(d: Decision) -> Iterator[str]:
    things = " and ".join(f"{t.label or t.id} ({t.id})" if t.label else t.id for t in d.things)
    yield " ".join(part for part in (d.id, str(d.verdict), things, d.of) if part)
    if d.place:
        yield f"    {d.place.document}:{d.place.start} “{' '.join(d.place.quote.split())[:160]}”"
    if d.stance:
        slots = {k: v for k, v in d.stance.items() if v and k in ("speaker", "holder", "target", "polarity", "act")}
        should = "".join(f"; {k} should be {v}" for k, v in sorted(d.change.items()))
        yield "    " + ", ".join(f"{k} {v}" for k, v in slots.items()) + should
    yield f"    {d.by}, {d.when}: {' '.join(d.why.split())}"


def _opened(graph: Path) -> Graph:
    from coldgraph.graph import Graph

    return Graph(graph)


def _pair(graph: Path, verdict: str, one: str, other: str, signature: Signed) -> None:
    from coldgraph.errors import DecisionError

    with _opened(graph) as known:
        things = _thing(known, one), _thing(known, other)
    if things[0].id == things[1].id:
        raise DecisionError(f"{one!r} and {other!r} are one in this graph already", things[0].id)
    if things[0].id.split("/")[0] != things[1].id.split("/")[0]:
        raise DecisionError("only things of one kind can be one", f"{things[0].id} and {things[1].id}", "two people, two places ...")
    _add(graph, _decision(verdict, signature, things))


def _on_stance(graph: Path, verdict: str, stance: str, given: dict[str, str], signature: Signed) -> None:
    from coldgraph import ids
    from coldgraph.ask.lookup import stance as looked_up
    from coldgraph.curate.decision import Place
    from coldgraph.errors import DecisionError

    with _opened(graph) as known:
        sentence, slots = looked_up(known.store, stance.removeprefix(ids.BASE))
        if not sentence:
            raise DecisionError(f"there is no stance {stance!r}", graph, "see: coldgraph query GRAPH --named table-stances")
        change = {slot: _value(known, slot, value) for slot, value in given.items()}
    place = Place(sentence["document"], int(sentence["start"]), int(sentence["end"]), sentence["quote"])
    _add(graph, _decision(verdict, signature, (), place, slots, change))


def _value(known: Graph, slot: str, value: str) -> object:
    from coldgraph.curate.decision import CHANGEABLE
    from coldgraph.errors import DecisionError

    if slot not in CHANGEABLE:
        raise DecisionError(f"a stance's {slot!r} cannot be set", "--set", f"one of {', '.join(CHANGEABLE)}")
    if slot == "attributed":
        if value not in ("true", "false"):
            raise DecisionError(f"'attributed' is true or false, not {value!r}", "--set")
        return value == "true"
    return _thing(known, value).id if slot in ("holder", "target", "speaker") and value else value


def _decision(
    verdict: str, signature: Signed, things: tuple[Thing, ...] = (), place: Place | None = None,
    stance: dict[str, Any] | None = None, change: dict[str, Any] | None = None, of: str = "",
) -> Decision:  # fmt: skip
    from coldgraph.curate.decision import Decision, Verdict

    verdict_: Verdict = Verdict(verdict)
    return Decision(verdict_, signature.by, signature.when, signature.why, things, place, stance or {}, change or {}, of)


def _thing(known: Graph, name: str) -> Thing:
    from coldgraph.cli.whom import meant
    from coldgraph.curate.decision import Thing

    return Thing(*meant(known.store, name))


def _new(place: Place, label: str) -> Thing:
    from coldgraph import ids
    from coldgraph.curate.decision import Thing

    return Thing(f"person/{place.document}/{ids.slug(label)}", label)


def _spot(known: Graph, graph: Path, spot: str) -> Place:
    """The words at DOCUMENT:START, as long as the name that begins there, or up to END."""
    from coldgraph.ask.lookup import rows, thing
    from coldgraph.curate.decision import Place
    from coldgraph.errors import DecisionError
    from coldgraph.store.terms import typed

    match = _SPOT.fullmatch(spot)
    if match is None:
        raise click.UsageError(f"a place is DOCUMENT:START or DOCUMENT:START-END, not {spot!r}")
    document, start, end = match["document"], int(match["start"]), int(match["end"] or 0)
    file = graph / "texts" / f"{document}.txt"
    if os.sep in document or not file.is_file():
        raise DecisionError(f"there is no document {document!r}", graph, "see: coldgraph query GRAPH --named table-documents")
    if not end:
        found = rows(known.store, "mentions-at", document=thing(f"document/{document}"), start=typed(str(start), "integer"))
        if not found:
            raise DecisionError(f"no name begins at {start}", document, "give both ends: DOCUMENT:START-END")
        end = max(int(row["end"]) for row in found)
    quote = file.read_text(encoding="utf-8", errors="replace")[start:end]
    if not quote.strip():
        raise DecisionError(f"there are no words at {start}-{end}", document, "offsets count characters from the beginning of the text")
    return Place(document, start, end, quote)


def _add(graph: Path, decision: Decision) -> None:
    from coldgraph.curate.book import add
    from coldgraph.decided import of_graph
    from coldgraph.store.formats import harmless

    for line in _told(add(of_graph(graph), decision)):
        click.echo(harmless(line))
    click.echo("kept; build again to carry it out", err=True)
