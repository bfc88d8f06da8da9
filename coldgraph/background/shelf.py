"""GRAPH/background: a named graph, its text and a label for each set of facts that was added. Builds leave it alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coldgraph.authority.load import lines, load
from coldgraph.background import alliances, figures, journeys
from coldgraph.background.catalogue import Published, catalogue, published
from coldgraph.background.facts import Facts
from coldgraph.background.known import Known
from coldgraph.background.sheets import Problem, Sheet, of_file, read
from coldgraph.errors import GraphError, QueryError, UnreadableSource
from coldgraph.folder import Folder, sha256, write
from coldgraph.mapping.authority import authority_quads, people_beside
from coldgraph.store import index


@dataclass(frozen=True, slots=True)
class _Kind:
    """How a set is read: the columns it must have, the names by which others know them, and what makes its facts."""

    columns: tuple[str, ...]
    make: Callable[[Facts, Sheet, Known], str | None]
    renamed: dict[str, str]


_YEARLY = {"statea": "ccode1", "stateb": "ccode2", **{f"atop_{p}": p for p in alliances.PLEDGES}}
_KINDS: dict[str, _Kind] = {
    "alliances": _Kind(("ccode1", "ccode2"), alliances.alliances, _YEARLY),
    "leaders": _Kind(("gwcode", "leader", "start", "end"), figures.leaders, {"ccode": "gwcode", "startdate": "start", "enddate": "end"}),
    "visits": _Kind(("id", "start", "end", "visitor", "from", "description"), journeys.visits, {}),
    "travels": _Kind(("id", "role", "name", "start", "end", "country", "locale", "remarks"), journeys.travels, {}),
    "un-votes": _Kind(("ccode", "year", "ideal_point"), figures.votes, {}),
    "state-codes": _Kind(("system", "code", "state", "since", "until"), figures.state_codes, {}),
}


@dataclass(frozen=True, slots=True)
class Added:
    """What lies in a graph's background: how many quads from how many rows, and what was wrong with others."""

    name: str
    version: str
    source: str
    quads: int
    rows: int
    problems: tuple[Problem, ...] = ()


def add(graph: Path, name: str, file: Path | None = None, version: str = "") -> Added:
    """Bring a set of facts into a graph, from a file or the shipped one; in place of an earlier state of it.

    Wrong rows are told in ``problems``, all others are used. Raises QueryError for a name that is
    none and where a file is needed, UnreadableSource where no row of it can be used, GraphError
    where the folder is no graph.
    """
    told, kind = _told(name, file, version), _KINDS[name]
    index.manifest(graph)
    place = file or told.file
    assert place is not None
    data = of_file(place)
    sheet, facts = read(data, place, kind.columns, kind.renamed), Facts(told)
    text = kind.make(facts, sheet, Known(load()))
    used = {row.line for row in sheet.rows} - {problem.line for problem in sheet.problems if not problem.kept}
    if not used:
        first = f": {sheet.problems[0]}" if sheet.problems else ""
        raise UnreadableSource(f"no row can be used{first}", place, f"columns needed: {', '.join(kind.columns)}")
    facts.about(sha256(data))
    added = Added(name, told.version, place.name, len(set(facts.lines)), len(used), tuple(sheet.problems))
    _put(graph, added, facts.nquads(), text)
    return added


def _told(name: str, file: Path | None, version: str) -> Published:
    told = published(name)
    if file is None and told.file is None:
        raise QueryError(
            f"{name} is not shipped: its terms do not allow it", advice=f"download it ({told.reference}) and give it with --file"
        )
    if file is None:
        return told
    return replace(told, version=version or "as given", reference=f"{told.reference}; file {file.name}{f', {version}' if version else ''}")


def _put(graph: Path, added: Added, nquads: str, text: str | None) -> None:
    """Write the label and the text first: what counts is the graph."""
    files = {f"{added.name}.txt": text, f"{added.name}.nq": nquads}
    label = {"version": added.version, "source": added.source, "quads": added.quads, "rows": added.rows}
    sums = {"checksums": {name: sha256(data.encode()) for name, data in files.items() if data is not None}}
    data = json.dumps(label | sums, ensure_ascii=False, indent=1, sort_keys=True)
    with _changing(graph):
        for name, words in {f"{added.name}.json": data + "\n", **files}.items():
            if words is not None:
                write(graph / "background" / name, words.encode())


@contextmanager
def _changing(graph: Path) -> Iterator[None]:
    """Be the only one who writes, and then let the authority hold the people whom the facts name."""
    try:
        folder = Folder(graph)
        with folder.locked():
            yield
            documents = index.manifest(graph)["documents"]
            named = {p for d in documents.values() for p in d.get("people", ())} if isinstance(documents, dict) else set()
            folder.renew_authority(authority_quads(lines(), named | people_beside(graph)))
    except OSError as error:
        raise GraphError(f"cannot be written: {error.strerror or error}", graph, "make room, and add it again") from error


def listed(graph: Path) -> list[Added]:
    """What was added to a graph, by name. Raises GraphError where the folder is no graph."""
    index.manifest(graph)
    found = ((name, _label(graph, name)) for name in sorted(catalogue()))
    return [Added(name, label["version"], label["source"], label["quads"], label["rows"]) for name, label in found if label]


def _label(graph: Path, name: str) -> dict[str, Any]:
    if not (graph / "background" / f"{name}.nq").is_file():
        return {}
    try:
        found = json.loads((graph / "background" / f"{name}.json").read_text(encoding="utf-8"))
        return {"version": str(found["version"]), "source": str(found["source"]), "quads": int(found["quads"]), "rows": int(found["rows"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"version": "unknown", "source": "unknown", "quads": 0, "rows": 0}


def remove(graph: Path, name: str) -> None:
    """Take a set of facts out of a graph. Raises QueryError where it is not there."""
    published(name)
    if not (graph / "background" / f"{name}.nq").is_file():
        raise QueryError(f"{name} is not in this graph", graph, "see: coldgraph background list GRAPH")
    with _changing(graph):
        for ending in (".nq", ".txt", ".json"):
            (graph / "background" / f"{name}{ending}").unlink(missing_ok=True)
