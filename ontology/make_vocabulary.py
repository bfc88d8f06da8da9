"""Write coldgraph/vocabulary.py from coldgraph.ttl, so that no term is ever typed by hand.

    python ontology/make_vocabulary.py

Classes and properties become constants in capitals (`cg:inDocument`: IN_DOCUMENT). A property
whose name a class also has is HAS_...; a concept carries its scheme's singular before it
(`cg:Speaker`: ROLE_SPEAKER).
"""

from __future__ import annotations

import re
from pathlib import Path

from rdflib import OWL, RDF, SKOS, Graph, URIRef

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "coldgraph" / "vocabulary.py"
ONTOLOGY = "https://w3id.org/coldgraph/ontology#"
SINGULAR = {"Acts": "ACT", "Modalities": "MODALITY", "Pledges": "PLEDGE", "Polarities": "POLARITY", "Roles": "ROLE", "Voices": "VOICE"}
HEAD = '''"""The terms of coldgraph's ontology; generated from ontology/coldgraph.ttl by ontology/make_vocabulary.py. Do not edit."""

from __future__ import annotations

from coldgraph.ids import ONTOLOGY
'''


def capitals(name: str) -> str:
    """'inDocument' as 'IN_DOCUMENT'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def names(graph: Graph, *kinds: URIRef) -> list[str]:
    """The local names of our own terms of some kinds, sorted."""
    found = {str(term) for kind in kinds for term in graph.subjects(RDF.type, kind)}
    return sorted(term.removeprefix(ONTOLOGY) for term in found if term.startswith(ONTOLOGY))


def concepts(graph: Graph, scheme: str) -> dict[str, str]:
    """Constants of a scheme's concepts."""
    members = (str(term).removeprefix(ONTOLOGY) for term in graph.subjects(SKOS.inScheme, URIRef(ONTOLOGY + scheme)))
    return {f"{SINGULAR[scheme]}_{capitals(name)}": name for name in members}


def groups(graph: Graph) -> dict[str, dict[str, str]]:
    """Headings, each with constants and the local names of their terms."""
    classes = {capitals(name): name for name in names(graph, OWL.Class)}
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    properties = {("HAS_" if capitals(name) in classes else "") + capitals(name): name for name in names(graph, *kinds)}
    schemes = names(graph, SKOS.ConceptScheme)
    table = {"Classes": classes, "Properties": properties, "Schemes": {capitals(name): name for name in schemes}}
    return table | {scheme: concepts(graph, scheme) for scheme in schemes}


def check(table: dict[str, dict[str, str]]) -> None:
    """No constant may stand for two terms."""
    everything = [constant for group in table.values() for constant in group]
    doubled = sorted({constant for constant in everything if everything.count(constant) > 1})
    if doubled:
        raise SystemExit(f"two terms share a constant: {', '.join(doubled)}")


def source(graph: Graph) -> str:
    """The text of vocabulary.py."""
    table = groups(graph)
    check(table)
    parts = [HEAD]
    for heading, constants in table.items():
        lines = [f'{constant} = ONTOLOGY + "{name}"\n' for constant, name in sorted(constants.items())]
        parts.append(f"\n# {heading}\n" + "".join(lines))
    return "".join(parts)


def main() -> None:
    graph = Graph().parse(HERE / "coldgraph.ttl")
    TARGET.write_text(source(graph), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
