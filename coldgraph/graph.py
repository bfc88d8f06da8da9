"""The object behind `coldgraph.open`: a graph to query, as tables, networks and pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from coldgraph import ids
from coldgraph.ask import asking, bind, names
from coldgraph.ask.run import here, opened
from coldgraph.errors import GraphError
from coldgraph.store import index
from coldgraph.store.answer import Answer
from coldgraph.store.embedded import Embedded
from coldgraph.store.terms import Term

if TYPE_CHECKING:
    import pandas
    from rdflib import Dataset

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

    def _asked(self, named: str, parameters: dict[str, object]) -> asking.Asked:
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
        return self.ask("table-stances", **asked).frame().sort_values("stance", ignore_index=True)

    def meetings(self, actor: str | None = None, since: str | None = None, until: str | None = None) -> pandas.DataFrame:
        """One row a participant of a meeting. ``actor``: only meetings of this person or side."""
        found = self.ask("table-meetings", actor=actor, since=since, until=until).frame()
        return found.sort_values(["meeting", "participant"], ignore_index=True)

    def mentions(self, actor: str | None = None) -> pandas.DataFrame:
        """One row a name in a text; all of them, or those of one actor."""
        return self.ask("table-mentions", actor=actor).frame().sort_values(["document", "start", "mention"], ignore_index=True)

    def documents(self, since: str | None = None, until: str | None = None) -> pandas.DataFrame:
        """One row a document."""
        return self.ask("table-documents", since=since, until=until).frame()

    def network(self, kind: str = "stances", level: str = "actor", **window: Any) -> Any:
        """A networkx network; see `coldgraph.see.network.network` for its parameters and attributes."""
        from coldgraph.see.network import network

        return network(self, kind, level, **window)

    def view(self, path: str | Path, **options: Any) -> Path:
        """Write one self-contained page of a network; see `coldgraph.see.page.write`."""
        from coldgraph.see import page

        return page.write(self, path, **options)

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

    def _counts(self) -> dict[str, int]:
        found = self.store.query("SELECT ?class (COUNT(DISTINCT ?thing) AS ?n) WHERE { ?thing a ?class } GROUP BY ?class")
        counts = {row[0].value: int(row[1].value) for row in found.rows if row[0] and row[1]}
        return {kind.lower() + "s": counts.get(ids.ONTOLOGY + kind, 0) for kind in _KINDS}


def _failed(path: Path) -> list[dict[str, str]]:
    found = index.manifest(path).get("failed", [])
    return found if isinstance(found, list) else []
