"""The object behind `coldgraph.open`: a graph to query, as tables, networks and pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coldgraph import ids
from coldgraph.ask import asking, bind, names
from coldgraph.ask.run import here, opened
from coldgraph.errors import GraphError
from coldgraph.store import index
from coldgraph.store.answer import Answer
from coldgraph.store.embedded import Embedded
from coldgraph.store.tables import frames, read
from coldgraph.store.tables.read import Tables
from coldgraph.store.terms import Term

if TYPE_CHECKING:
    import pandas
    from rdflib import Dataset

    from coldgraph.evaluate.run import Evaluation
    from coldgraph.see.view import View

_KINDS = ("Document", "Meeting", "Stance", "Turn", "Mention", "Person", "State", "Organization", "Movement", "Place", "Topic")


def open(path: str | Path) -> Graph:
    """The graph in a folder that `coldgraph build` made, or behind the address of a SPARQL endpoint.

    Raises GraphError with advice where there is none.
    """
    return Graph(path)


class Graph:
    """A graph that is read. Names of people and states may be given as labels or as identifiers ('state/china')."""

    def __init__(self, path: str | Path) -> None:
        self.store = opened(path)
        self.path = None if str(path).startswith(("http://", "https://")) else Path(path)

    def query(self, sparql: str, **values: str) -> Answer:
        """The answer to a SPARQL query, in this process and without a time limit.

        ``values`` go as plain text into the query's blocks ``VALUES ?name { UNDEF }``. Raises
        QueryError for a query that is wrong, or that would call another server.
        """
        terms = {name: Term("literal", value) for name, value in values.items()}
        return here(self.store, bind.bind(sparql, terms) if terms else sparql)

    def ask(self, named: str, **parameters: object) -> Answer:
        """The answer to a named question. A parameter that is a Python keyword takes an underscore: ``from_="China"``.

        Where it is empty, its ``absence`` says whether there is no evidence, or no document of that side and time.
        """
        one = self._asked(named, parameters)
        return asking.finished(self.store, one, self.store.query(one.text))

    def text_of(self, named: str, **parameters: object) -> str:
        """The SPARQL of a named question with its parameters in place. Raises QueryError for a wrong parameter."""
        return self._asked(named, parameters).text

    def _asked(self, named: str, parameters: Mapping[str, object]) -> asking.Asked:
        given = {name.rstrip("_"): str(value) for name, value in parameters.items() if value is not None}
        return asking.asked(self.store, named, given)

    def resolve(self, kind: str, name: str) -> Term:
        """The entity of a kind (actor, place, topic) that a name means. Raises QueryError where it is not one."""
        return names.resolve(self.store, kind, name)

    def stances(
        self, holder: str | None = None, target: str | None = None, polarity: str | None = None,
        since: str | None = None, until: str | None = None, attributed: bool | None = None,
    ) -> pandas.DataFrame:  # fmt: skip
        """One row a stance, with its sentence and document. ``holder`` and ``target`` match the actor or the side."""
        told = None if attributed is None else str(attributed).lower()
        asked = {"from_": holder, "towards": target, "polarity_is": polarity, "attributed_is": told, "since": since, "until": until}
        return self._rows("stances", asked).sort_values("stance", ignore_index=True)

    def meetings(self, actor: str | None = None, since: str | None = None, until: str | None = None) -> pandas.DataFrame:
        """One row a participant of a meeting. ``actor``: only meetings of this person or side."""
        found = self._rows("meetings", {"actor": actor, "since": since, "until": until})
        return found.sort_values(["meeting", "participant", "role", "capacity", "place", "document"], ignore_index=True)

    def mentions(self, actor: str | None = None) -> pandas.DataFrame:
        """One row a name in a text; all of them, or those of one actor."""
        return self._rows("mentions", {"actor": actor}).sort_values(["document", "start", "mention"], ignore_index=True)

    def documents(self, since: str | None = None, until: str | None = None) -> pandas.DataFrame:
        """One row a document."""
        return self._rows("documents", {"since": since, "until": until})

    def frame(self, table: str) -> pandas.DataFrame:
        """A whole table with all its columns: documents, meetings, participations, mentions, turns, stances or entities.

        docs/tables.md tells the columns. Raises QueryError for another name, GraphError where there are no tables.
        """
        if self.tables is None:
            raise GraphError("there are no tables here", self.path or "endpoint", "use stances(), meetings(), mentions() or documents()")
        return self.tables.frame(table)

    @cached_property
    def tables(self) -> Tables | None:
        """The tables of the state of the graph that was opened; None at an endpoint and where they cannot be made."""
        if self.path is None or not isinstance(self.store, Embedded) or self.store.folder is None:
            return None
        try:
            found = read.opened(self.path)
        except GraphError:
            return None
        return found if found.key == self.store.folder.parent.name else None

    def network(self, kind: str = "stances", **options: Any) -> Any:
        """A networkx network; see `coldgraph.see.network.network` for its parameters and attributes.

        ``actors`` and ``said_by`` are names or identifiers. Raises QueryError for a name that is not one.
        """
        from coldgraph.see.network import network

        return network(self, kind, **self._meant(options))

    def view(self, path: str | Path | None = None, kind: str = "stances", **options: Any) -> View:
        """One self-contained page of a network or a timeline, written to ``path`` if one is given.

        ``kind``: any of `network`, or 'timeline'. ``title`` is the page's heading; ``quotes``: how many pieces of
        evidence an edge shows at most; all else as for `network`. In a notebook the view shows itself.
        """
        from coldgraph.see.view import View

        made = View(self, kind, **self._meant(options))
        if path is not None:
            made.save(path)
        return made

    def _meant(self, options: dict[str, Any]) -> dict[str, Any]:
        """The options with identifiers in the place of names."""
        actors = options.get("actors") or ()
        named = (actors,) if isinstance(actors, str) else actors
        made = {**options, "actors": [self.resolve("actor", name).value for name in named]}
        if options.get("said_by"):
            made["said_by"] = self.resolve("actor", options["said_by"]).value
        return made

    def evaluate(self, gold: str | Path, split: str = "", **options: Any) -> Evaluation:
        """Scores against a folder of annotated documents; ``frame()`` makes a table of them.

        See `coldgraph.evaluate.gold.read` for the folder and ``split``, `coldgraph.evaluate.run.evaluate` for options and errors.
        """
        from coldgraph.evaluate import packed
        from coldgraph.evaluate.facts import Facts
        from coldgraph.evaluate.gold import read
        from coldgraph.evaluate.run import evaluate

        golds = read(Path(gold), split)
        texts = packed.kept(self.path) if self.path else packed.nothing
        return evaluate(packed.unpacked(golds, texts), Facts(self.store), **options)

    def rdflib(self) -> Dataset:
        """An rdflib Dataset over the same index, its default graph the union. Only for a graph in a folder."""
        from oxrdflib import OxigraphStore
        from rdflib import Dataset

        if not isinstance(self.store, Embedded):
            raise GraphError("rdflib reads graphs in folders only", advice="use query()")
        return Dataset(store=OxigraphStore(store=self.store.native()), default_union=True)

    def info(self) -> dict[str, int]:
        """How much of everything the graph holds; failed sources too, where it lies in a folder."""
        counts = {"quads": self.store.count(), "graphs": len(self.store.graphs())} | self._counts()
        return counts if self.path is None else counts | {"failed sources": len(_failed(self.path))}

    def failed(self) -> list[dict[str, str]]:
        """The sources that could not be used: source, what, advice."""
        return [] if self.path is None else _failed(self.path)

    def close(self) -> None:
        self.store.close()

    def __enter__(self) -> Graph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<coldgraph.Graph {self.path or 'at an endpoint'}>"

    def _rows(self, name: str, asked: dict[str, str | None]) -> pandas.DataFrame:
        """The answer to the question table-NAME: from the tables where there are any, else by SPARQL."""
        if self.tables is None:
            return self.ask(f"table-{name}", **asked).frame()
        terms = self._asked(f"table-{name}", asked).values
        return frames.frame(self.tables, name, {parameter: term.value for parameter, term in terms.items()})

    def _counts(self) -> dict[str, int]:
        found = self.store.query("SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class")
        counts = {row[0].value: int(row[1].value) for row in found.rows if row[0] and row[1]}
        return {kind.lower() + "s": counts.get(ids.ONTOLOGY + kind, 0) for kind in _KINDS}


def _failed(path: Path) -> list[dict[str, str]]:
    found = index.manifest(path).get("failed", [])
    return found if isinstance(found, list) else []
