"""vocabulary.py is what the ontology says, byte for byte."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from rdflib import Graph

from coldgraph import vocabulary

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_vocabulary", ONTOLOGY / "make_vocabulary.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_vocabulary_is_up_to_date(generator):
    made = generator.source(Graph().parse(ONTOLOGY / "coldgraph.ttl"))
    assert (ROOT / "coldgraph" / "vocabulary.py").read_bytes() == made.encode(), "run: python ontology/make_vocabulary.py"


def test_names_that_differ_only_in_case_have_constants_of_their_own():
    assert vocabulary.SPEAKER.endswith("#speaker")
    assert vocabulary.ROLE_SPEAKER.endswith("#Speaker")
    assert vocabulary.PLACE.endswith("#Place")
    assert vocabulary.HAS_PLACE.endswith("#place")


def test_two_terms_for_one_constant_are_refused(generator):
    with pytest.raises(SystemExit, match="two terms share a constant: A"):
        generator.check({"Classes": {"A": "a"}, "Properties": {"A": "A"}})
