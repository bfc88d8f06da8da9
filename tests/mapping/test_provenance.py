"""How a graph came to be."""

from __future__ import annotations

import pyoxigraph as ox

from coldgraph import ids
from coldgraph import namespaces as ns
from coldgraph.mapping.provenance import Source, provenance_quads

SOURCES = (Source("a.xml", "11", "frus", ("a-d1", "a-d2")), Source("b.txt", "22", "plain", ("b",)))


def objects(nquads: str, predicate: str, subject: str = "") -> set[str]:
    quads = ox.parse(nquads.encode(), format=ox.RdfFormat.N_QUADS)
    return {q.object.value for q in quads if q.predicate.value == predicate and subject in q.subject.value}


def test_each_document_is_derived_from_its_file():
    nquads = provenance_quads("1.0", "ab", SOURCES)
    (source,) = objects(nquads, ns.WAS_DERIVED_FROM, "document/a-d2")
    assert source == ids.iri(f"source/{ids.digest('a.xml', '11')}")
    assert objects(nquads, ids.ONTOLOGY + "fileChecksum", source) == {"11"}


def test_each_graph_was_made_by_the_build_of_a_known_version():
    nquads = provenance_quads("1.0", "ab", SOURCES)
    (build,) = objects(nquads, ns.WAS_GENERATED_BY)
    (agent,) = objects(nquads, ns.WAS_ASSOCIATED_WITH, build)
    assert objects(nquads, ns.LABEL, agent) == {"coldgraph 1.0"}
    assert len(objects(nquads, ns.USED, build)) == 2


def test_the_order_of_sources_does_not_matter():
    assert provenance_quads("1.0", "ab", SOURCES) == provenance_quads("1.0", "ab", SOURCES[::-1])


def test_another_version_is_another_build():
    builds = [objects(provenance_quads(version, "ab", SOURCES), ns.WAS_GENERATED_BY) for version in ("1.0", "1.1")]
    assert not builds[0] & builds[1]


def test_all_lies_in_the_provenance_graph():
    quads = ox.parse(provenance_quads("1.0", "ab", SOURCES).encode(), format=ox.RdfFormat.N_QUADS)
    assert {quad.graph_name.value for quad in quads} == {ids.graph("provenance")}
