"""Every rule finds its violation, and nothing in a sound graph."""

from pathlib import Path

import pytest
import tiny

from coldgraph.ask import shapes, verify
from coldgraph.ask.questions import checks
from coldgraph.ask.violations import violations
from coldgraph.store import index

cg, iri, lit = tiny.cg, tiny.iri, tiny.lit
DOC = tiny.HAVEN
STANCE, PART = iri(f"stance/{DOC}/0"), iri(f"participation/{DOC}/0")
MENTION, ME = iri(f"mention/{DOC}/37-47"), iri(f"document/{DOC}")
NEW, DATE = "<x:new>", tiny.XSD + "date"
INT, DEC = tiny.XSD + "integer", tiny.XSD + "decimal"

BROKEN = {
    "blank-nodes": [("_:b", "<x:p>", "<x:o>")],
    "dates-ordered": [(NEW, cg("earliest"), lit("1962-01-02", DATE)), (NEW, cg("latest"), lit("1962-01-01", DATE))],
    "dates-typed": [(NEW, cg("earliest"), lit("1962", tiny.XSD + "gYear"))],
    "document-home": [(NEW, cg("inDocument"), iri("document/other"))],
    "document-single": [(ME, cg("date"), lit("1960", tiny.EDTF))],
    "identifier-source": [(iri("person/bo-orrin"), f"<{tiny.SKOS}exactMatch>", "<http://viaf.org/viaf/1>")],
    "label-missing": [(MENTION, cg("refersTo"), iri("person/nobody"))],
    "label-several": [(iri("state/norland"), f"<{tiny.SKOS}prefLabel>", lit("Northland"))],
    "meeting-known": [(NEW, tiny.RDF_TYPE, cg("Meeting"))],
    "participation-meeting": [(NEW, tiny.RDF_TYPE, cg("Participation"))],
    "participation-single": [(PART, cg("side"), iri("state/sudria"))],
    "participation-slots": [(NEW, tiny.RDF_TYPE, cg("Participation"))],
    "passage-length": [(NEW, cg("quote"), lit("a")), (NEW, cg("start"), lit(1, INT)), (NEW, cg("end"), lit(9, INT))],
    "passage-offsets": [(NEW, cg("start"), lit(9, INT)), (NEW, cg("end"), lit(9, INT))],
    "passage-slots": [(NEW, cg("quote"), lit("a"))],
    "passage-words": [(NEW, cg("quote"), lit(""))],
    "stance-attribution": [
        (NEW, cg("attributed"), lit("true", tiny.XSD + "boolean")),
        (NEW, cg("holder"), "<x:a>"),
        (NEW, cg("speaker"), "<x:a>"),
    ],
    "stance-confidence": [(NEW, cg("confidence"), lit("1.5", DEC))],
    "stance-evidence": [(NEW, tiny.RDF_TYPE, cg("Stance")), (NEW, cg("evidence"), ME)],
    "stance-single": [(STANCE, cg("holder"), iri("state/sudria"))],
    "stance-slots": [(NEW, tiny.RDF_TYPE, cg("Stance"))],
    "stance-terms": [(NEW, cg("polarity"), cg("Sour"))],
}


def test_a_sound_graph_has_no_findings(folder: Path) -> None:
    store = index.opened(folder)
    assert [*violations(store), *verify.quotations(folder, store), *verify.checksums(folder)] == []
    assert list(shapes.shapes(list(index.files(folder).values()))) == []


def test_each_rule_has_its_violation_here() -> None:
    assert sorted(BROKEN) == [c.name for c in checks()]


@pytest.mark.parametrize("rule", BROKEN)
def test_each_rule_finds_its_violation(tmp_path: Path, rule: str) -> None:
    graph = tiny.write(tmp_path, {DOC: BROKEN[rule]})
    assert rule in {finding.check for finding in violations(index.opened(graph))}


def test_a_changed_text_and_a_changed_file_are_found(tmp_path: Path) -> None:
    graph = tiny.write(tmp_path)
    text = graph / "texts" / f"{DOC}.txt"
    text.write_text("X" + text.read_text())
    (graph / "documents" / "stray.nq").write_bytes(b"")
    found = [*verify.checksums(graph), *verify.quotations(graph, index.opened(graph))]
    assert {f.check for f in found} == {"manifest", "text", "quotation"}
    assert any("stray" in f.where for f in found)


def test_a_text_outside_the_folder_is_not_read(tmp_path: Path) -> None:
    words = [(NEW, cg("quote"), lit("a")), (NEW, cg("start"), lit(0, INT)), (NEW, cg("end"), lit(1, INT))]
    graph = tiny.write(tmp_path, {DOC: [*words, (NEW, cg("inDocument"), iri("document/../../secret"))]})
    (tmp_path.parent / "secret.txt").write_text("a")
    assert [f.check for f in verify.quotations(graph, index.opened(graph))] == ["quotation"]


def test_shapes_find_what_they_forbid(tmp_path: Path) -> None:
    graph = tiny.write(tmp_path, {DOC: BROKEN["stance-slots"]})
    assert list(shapes.shapes([graph / "documents" / f"{DOC}.nq"]))
