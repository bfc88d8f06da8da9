"""Whole documents of our own invention, and what is settled about them: day, place, title, turns, participants, mentions.

Stances are left out: how they are read is still being improved, and is measured elsewhere (`make score`).
To renew the expected values after a change that is wanted, and to see in git what it did:

    RENEW_GOLDEN=1 .venv/bin/python -m pytest tests/golden
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from coldgraph import workshop
from coldgraph.authority.load import load
from coldgraph.ids import BASE
from coldgraph.store.embedded import Embedded
from coldgraph.workshop import Task, Workshop

HERE = Path(__file__).parent
CASES = sorted(path.parent for path in HERE.glob("*/source.*"))
RENEW = os.environ.get("RENEW_GOLDEN") == "1"
PREFIXES = "PREFIX cg: <https://w3id.org/coldgraph/ontology#> PREFIX dcterms: <http://purl.org/dc/terms/> "
PASSAGE = "cg:start ?start ; cg:end ?end ; cg:quote ?quote"
QUESTIONS = {
    "document": "?d a cg:Document ; dcterms:title ?title ; cg:date ?date . OPTIONAL { ?d cg:place ?place }",
    "meeting": "?m cg:recordedIn ?d ; cg:date ?date . OPTIONAL { ?m cg:place ?place }",
    "participants": "?m cg:recordedIn ?d ; cg:participation ?p . ?p cg:participant ?who ; cg:side ?side ; cg:role ?role",
    "turns": f"?t a cg:Turn ; cg:speaker ?who ; {PASSAGE}",
    "mentions": f"?m a cg:Mention ; cg:refersTo ?who ; {PASSAGE} . FILTER NOT EXISTS {{ ?m a cg:PronounReference }}",
}
COLUMNS = {
    "document": "?title ?date ?place",
    "meeting": "?date ?place",
    "participants": "?who ?side ?role",
    "turns": "?start ?end ?who ?quote",
    "mentions": "?start ?end ?who ?quote",
}


@pytest.fixture(scope="module")
def made() -> Workshop:
    """The shipped authority's workshop; another test may have it already."""
    return workshop._here[0] if workshop._here else Workshop(load())


def values(made: Workshop, case: Path, staging: Path) -> dict[str, list[str]]:
    """The facts of a case's one document, a line each."""
    (source,) = case.glob("source.*")
    found = made.run(Task(source, source.name, staging))
    assert [d.id for d in found.documents] and not found.failed
    store = Embedded()
    store.load_files([staging / f"{d.id}.nq" for d in found.documents])
    return {name: sorted(lines(store, name), key=_by_number) for name in QUESTIONS}


def lines(store: Embedded, name: str) -> set[str]:
    rows = store.query(f"{PREFIXES} SELECT {COLUMNS[name]} {{ {QUESTIONS[name]} }}").rows
    return {" | ".join(_short(term.value if term else "") for term in row) for row in rows}


def _short(value: str) -> str:
    return " ".join(value.removeprefix(BASE).rpartition("#")[2].split())


def _by_number(line: str) -> tuple[int, str]:
    first = line.split(" | ")[0]
    return int(first) if first.isdigit() else 0, line


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_settled_stays(made: Workshop, case: Path, tmp_path: Path) -> None:
    found: Any = values(made, case, tmp_path)
    file = case / "expected.json"
    if RENEW:
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(file.read_text(encoding="utf-8"))


def test_there_is_a_case_of_each_layout() -> None:
    assert {case.name for case in CASES} == {"frus_memorandum", "plain_talk", "wilson_center_page"}
    assert all("nvented for the tests of coldgraph" in next(case.glob("source.*")).read_text(encoding="utf-8") for case in CASES)
