"""The prefixes that a query may use without declaring them."""

from __future__ import annotations

from itertools import pairwise

from coldgraph import ids, namespaces
from coldgraph.store.tokens import tokens

PREFIXES = {
    "cg:": ids.ONTOLOGY,
    "dcterms:": namespaces.DCTERMS,
    "id:": ids.BASE,
    "owl:": namespaces.OWL,
    "prov:": namespaces.PROV,
    "rdf:": namespaces.RDF,
    "rdfs:": namespaces.RDFS,
    "skos:": namespaces.SKOS,
    "xsd:": namespaces.XSD,
}


def complete(sparql: str) -> str:
    """The query with a declaration for each known prefix that it uses and does not declare, all on its first line.

    >>> complete("ASK { ?x a cg:Person }")
    'PREFIX cg: <https://w3id.org/coldgraph/ontology#> ASK { ?x a cg:Person }'
    """
    found = list(tokens(sparql))
    declared = {name.text for word, name in pairwise(found) if word.is_word("PREFIX")}
    used = {t.text.split(":")[0] + ":" for t in found if t.kind == "prefixed"} & PREFIXES.keys() - declared
    return "".join(f"PREFIX {p} <{PREFIXES[p]}> " for p in sorted(used)) + sparql
