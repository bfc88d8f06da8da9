"""The SHACL shapes of the ontology, run over single named graphs by pyshacl."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from coldgraph.ask.findings import Finding
from coldgraph.errors import GraphError
from coldgraph.ids import BASE
from coldgraph.resources import folder

_SH = "http://www.w3.org/ns/shacl#"


def shapes(files: Sequence[Path]) -> Iterator[Finding]:
    """What each N-Quads file breaks of ontology/shapes.ttl. Slow: seconds for a hundred documents."""
    from rdflib import Graph

    rules = Graph().parse(folder("ontology") / "shapes.ttl", format="turtle")
    for file in files:
        yield from _broken(file, rules)


def _broken(file: Path, rules: Any) -> Iterator[Finding]:
    import pyshacl

    conforms, report, _ = pyshacl.validate(_triples(file), shacl_graph=rules, advanced=False, inference="none", do_owl_imports=False)
    if not conforms:
        yield from sorted(_results(report, file))


def _triples(file: Path) -> Any:
    """The triples of a file as an rdflib graph. Raises GraphError where the file is broken."""
    from rdflib import Graph

    made = Graph()
    try:
        lines = file.read_text(encoding="utf-8")
        made.parse(data=_without_graph(lines), format="nt")
    except (OSError, ValueError, SyntaxError) as broken:
        raise GraphError(f"not N-Quads: {broken}", file, "build the graph again") from broken
    return made


def _without_graph(nquads: str) -> str:
    import pyoxigraph as ox

    triples = (q.triple for q in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode("utf-8")


def _results(report: Any, file: Path) -> Iterator[Finding]:
    from rdflib import URIRef

    for result in report.subjects(URIRef(_SH + "resultSeverity"), None):
        node = str(report.value(result, URIRef(_SH + "focusNode")) or file.name).removeprefix(BASE)
        message = report.value(result, URIRef(_SH + "resultMessage")) or report.value(result, URIRef(_SH + "sourceConstraintComponent"))
        yield Finding("shape", node, f"broken: {message}")
