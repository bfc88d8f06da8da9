"""coldgraph who: who somebody is, and why the program thinks so."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coldgraph.cli import options

if TYPE_CHECKING:
    from coldgraph.ask.who import Example, Office, Portrait
    from coldgraph.interpret.links import Explained
    from coldgraph.store.contract import Store

_SHOWN, _MOST = 12, 20


@click.command("who")
@options.graph
@click.argument("name", required=False)
@click.option("--in", "document", metavar="DOCUMENT", help="Where NAME stands in this document, and why each place was linked as it was.")
@click.option("--mention", metavar="DOCUMENT:START", help="Why the words at this offset mean whom they mean, and who else was possible.")
@click.option("--examples", type=click.IntRange(0, 1000), default=3, show_default=True, metavar="N", help="So many quoted mentions.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
def command(graph: str, name: str | None, document: str | None, mention: str | None, examples: int, form: str) -> None:
    """Explain NAME, a name or an identifier: spellings, offices and sides in time with their sources, where it is named, who speaks of it.

    A name that several bear shows all of them. --in and --mention read the document's source once more, so that
    the reasons are those of the rules themselves.

    \b
    Examples:
      coldgraph who GRAPH "Zhou Enlai"
      coldgraph who GRAPH Johnson --in frus1961-63v06-d8
      coldgraph who GRAPH --mention frus1961-63v06-d8:1204
    """
    from coldgraph.graph import Graph

    if not name and not mention:
        raise click.UsageError("give a NAME, or --mention DOCUMENT:START")
    with Graph(graph) as known:
        if mention or document:
            _reasons(known.store, options.folder(graph), name or "", document or "", mention or "", form)
        else:
            _portraits(known.store, graph, name or "", examples, form)


def _portraits(store: Store, graph: str, name: str, examples: int, form: str) -> None:
    from coldgraph.ask.who import portrait
    from coldgraph.cli.whom import all_meant, of_family, only

    found = all_meant(store, name) | of_family(store, name) or dict([only(store, name, {})])
    told = [_listed(portrait(store, local, examples if len(found) == 1 else 0), label) for local, label in sorted(found.items())]
    told.sort(key=lambda p: (-p.mentions, p.id))
    if form == "json":
        options.emit(json.dumps([asdict(p) for p in told], ensure_ascii=False, indent=1) + "\n", None)
    elif len(told) == 1:
        _show(_portrait(told[0], _Texts(graph)))
    else:
        _show(_several(name, told))


def _listed(p: Portrait, label: str) -> Portrait:
    """Somebody whom the graph does not name, as the authority has them."""
    from dataclasses import replace

    from coldgraph.ask.who import Office
    from coldgraph.authority.load import load

    if p.kind:
        return p
    known = load()
    named = {name: entity.label for name, entity in known.entities.items()}
    offices = (
        Office(a.words or a.office, named.get(a.side, a.side), named.get(a.at, a.at), str(a.since or ""), str(a.until or ""), (a.source,))
        for a in known.affiliations
        if a.person == p.id
    )
    return replace(p, label=label, offices=tuple(sorted(offices, key=lambda o: (o.since, o.until, o.office))))


def _several(name: str, found: list[Portrait]) -> Iterator[str]:
    yield f"{len(found)} are called {name!r}; give an identifier for one of them"
    for p in found[:_MOST]:
        years = f", {p.first[:4]}-{p.last[:4]}" if p.first else ""
        named = f"named {p.mentions:,} times in {p.documents} documents{years}" if p.mentions else "not named in this graph"
        yield f"{p.label} ({p.id}): {named}" + (f"; a candidate {len(p.could_be)} times" if p.could_be else "")
        yield from (f"    {_office(o)}" for o in p.offices[:3])
        yield from (f"    open: {_could_be(row)}" for row in [r for r in p.could_be if not _settled(r)][:3])
    if len(found) > _MOST:
        yield f"and {len(found) - _MOST} more who are named less often"


def _settled(row: dict[str, str]) -> bool:
    """Whether a mention that could have meant somebody else is linked to one whom the authority knows."""
    return row["referent"].count("/") == 1


def _portrait(p: Portrait, texts: _Texts) -> Iterator[str]:
    yield f"{p.label} ({p.id}), {p.kind.lower() or 'known only to the authority'}" + "".join(f"; {said} {value}" for said, value in p.facts)
    yield from _list("names", p.names, 40)
    yield from _list("identifiers", [f"{i} [{'; '.join(p.sources)}]" for i in p.identifiers])
    yield from _list("sources", p.sources)
    yield from _block("offices and sides", map(_office, p.offices), 40)
    days = f", from {p.first} to {p.last}" if p.first else ""
    yield f"named {p.mentions:,} times in {p.documents:,} documents{days}; speaks in {p.turns} turns, takes part in {p.meetings} meetings"
    yield from _list("spelled", [f"{words} {n:,}" for words, n in p.spellings])
    yield from _list("linked because of", [f"{words} {n:,}" for words, n in p.methods])
    yield from _block("for example", (texts.line(e) for e in p.examples), len(p.examples))
    yield from _block("who speaks of it, and how", map(_stance, p.spoken_of))
    yield from _block("names that could mean this one too", map(_could_be, p.could_be))
    yield from _block("decisions", (f"{d['decision']}: {d['verdict']}, {d['by']}, {d['when']}: {d['why']}" for d in p.decisions))


def _office(o: Office) -> str:
    when = f"{o.since or '?'} to {o.until or '?'}: " if o.since or o.until else ""
    what = f"{o.office}, {o.side}" if o.office else f"of {o.side}"
    return f"{when}{what}{f', at {o.at}' if o.at else ''} [{'; '.join(o.sources)}]"


def _stance(row: dict[str, str]) -> str:
    told = ", as told by others" if row["attributed"] == "true" else ""
    return f"{row['holderLabel'] or row['holder']}: {row['polarity'].lower()}, {row['act'].lower()}{told}, {row['stances']} times"


def _could_be(row: dict[str, str]) -> str:
    linked = f"linked to {row['referentLabel'] or row['referent']}" if row["referent"] else "left open"
    return f"{row['document']}:{row['start']} “{row['quote']}”, {linked}" + (f" ({row['method']})" if row["method"] else "")


def _list(title: str, some: Iterable[str], most: int = _SHOWN) -> Iterator[str]:
    every = list(some)
    if every:
        more = f"; and {len(every) - most} more" if len(every) > most else ""
        yield f"  {title}: {'; '.join(every[:most])}{more}"


def _block(title: str, some: Iterable[str], most: int = _SHOWN) -> Iterator[str]:
    every = list(some)
    if every:
        yield f"  {title}:"
        yield from (f"    {line}" for line in every[:most])
    if len(every) > most:
        yield f"    and {len(every) - most} more"


class _Texts:
    """The kept texts of a graph's folder, for the words around a mention; none behind an endpoint's address."""

    def __init__(self, graph: str) -> None:
        self.folder = Path(graph) / "texts"

    def line(self, e: Example) -> str:
        about = ", ".join(part for part in (e.date, e.title, e.citation) if part)
        return f"{e.document}:{e.start} “{self._around(e)}” {about}" + (f" ({e.method})" if e.method else "")

    def _around(self, e: Example, before: int = 60, after: int = 80) -> str:
        file = self.folder / f"{e.document}.txt"
        if not file.is_file():
            return e.quote
        text = file.read_text(encoding="utf-8", errors="replace")
        start, end = max(e.start - before, 0), e.end + after
        return ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")


def _reasons(store: Store, graph: Path, name: str, document: str, mention: str, form: str) -> None:
    from coldgraph.cli.whom import all_meant, only

    place, _, start = mention.rpartition(":")
    if mention and not start.isdigit():
        raise click.UsageError("--mention takes DOCUMENT:START")
    document = place or document
    found = _explained(graph, document, [int(start)] if mention else None)
    who: Iterable[str] = ()
    if name and not mention and not _words(name, found):
        who = all_meant(store, name) or [only(store, name, {})[0]]
    wanted = [e for e in found if mention or e.referent in who or (not who and _says(e, name))]
    if form == "json":
        options.emit(json.dumps([asdict(e) for e in wanted], ensure_ascii=False, indent=1) + "\n", None)
    else:
        _show(line for e in wanted for line in _mention(store, document, e))
    if not wanted:
        click.echo("no name there" if mention else f"{document} does not name {name}", err=True)


def _words(name: str, found: list[Explained]) -> bool:
    """Whether the words themselves stand in the document: they may then mean several."""
    return any(_says(e, name) for e in found)


def _says(e: Explained, name: str) -> bool:
    from coldgraph.ids import slug

    return f"-{slug(name)}-" in f"-{slug(e.words)}-"


def _explained(graph: Path, document: str, starts: list[int] | None) -> list[Explained]:
    """The reasons out of the document's source, whose place the manifest keeps."""
    from coldgraph.errors import GraphError
    from coldgraph.folder import Folder
    from coldgraph.store.index import manifest
    from coldgraph.workshop import Task, explain

    manifest(graph)
    known = Folder(graph).manifest() or {"documents": {}, "sources": {}}
    entry = known["documents"].get(document)
    if entry is None:
        raise GraphError(f"there is no document {document!r}", graph, "see: coldgraph query GRAPH --named table-documents")
    source = known["sources"][entry["source"]]
    path = graph / source["place"]
    if not path.is_file():
        raise GraphError(f"the source of {document} is gone, so that its reasons cannot be read again", path, "put it back there")
    return explain(Task(path, entry["source"], graph, source.get("suffix", "")), document, starts)


def _mention(store: Store, document: str, e: Explained) -> Iterator[str]:
    from coldgraph.ask.lookup import rows, thing
    from coldgraph.store.terms import typed

    linked = rows(store, "mentions-at", document=thing(f"document/{document}"), start=typed(str(e.start), "integer"))
    decided = next((r["decision"] for r in linked if r["decision"] and int(r["end"]) == e.end), "")
    label = next((c.label for c in e.candidates if c.id == e.referent), e.referent)
    who = f"{label} ({e.referent})" if e.referent else "nobody: left open"
    yield f"{document}:{e.start} “{' '.join(e.words.split())}” means {who}" + (f": {e.rule}" if e.rule else "")
    if decided:
        yield f"  a person decided otherwise: {decided}"
    for c in e.candidates:
        yield f"  {c.label} ({c.id})" + (f", {c.points:.1f} points" if c.points else "")
        yield from (f"    - {reason}" for reason in c.reasons)


def _show(lines: Iterable[str]) -> None:
    from coldgraph.store.formats import harmless

    for line in lines:
        click.echo(harmless(line))
