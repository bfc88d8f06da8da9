"""The authority as tables: complete, quick, and clear where it is broken."""

import subprocess
import sys
import time
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from coldgraph.authority.load import load
from coldgraph.errors import AuthorityError
from coldgraph.tables import Authority

ROOT = Path(__file__).resolve().parents[2]
B, O, S = "https://w3id.org/coldgraph/id/", "https://w3id.org/coldgraph/ontology#", "http://www.w3.org/2004/02/skos/core#"  # noqa: E741


@pytest.fixture(scope="module")
def authority() -> Authority:
    return load()


@pytest.fixture(scope="module")
def meant(authority: Authority) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name in authority.names:
        found[name.form].add(name.entity)
    return found


FORMS = [
    ("U.S.S.R.", "state/soviet-union"),
    ("Soviet side", "state/soviet-union"),
    ("people of the Soviet Union", "state/soviet-union"),
    ("Chinese Communists", "state/china"),
    ("GRC", "state/taiwan"),
    ("Chinese side", "state/china"),
    ("Chinese side", "state/taiwan"),
    ("Hanoi", "state/north-vietnam"),
    ("Hanoi", "place/hanoi"),
    ("Peking leaders", "state/china"),
    ("Germans", "state/germany"),
    ("Germans", "state/west-germany"),
    ("FedRep", "state/west-germany"),
    ("Poles", "state/poland"),
    ("Lao Dong", "organization/vwp"),
    ("NLF", "movement/viet-cong"),
    ("Quemoy", "place/kinmen"),
    ("Peiping", "place/beijing"),
    ("State Department", "organization/us-department-of-state"),
    ("revisionism", "topic/revisionism"),
    ("modern revisionists", "state/soviet-union"),
    ("Quai d’Orsay", "state/france"),
]


@pytest.mark.parametrize(("form", "entity"), FORMS)
def test_forms_mean_what_a_historian_expects(meant: dict[str, set[str]], form: str, entity: str) -> None:
    assert entity in meant[form]


def test_kinds_of_forms(authority: Authority) -> None:
    kinds = {(n.form, n.entity, n.kind) for n in authority.names}
    assert ("Soviet", "state/soviet-union", "adjective") in kinds
    assert ("Kremlin", "state/soviet-union", "metonym") in kinds
    assert ("Moscow", "state/soviet-union", "metonym") in kinds
    assert ("Americans", "state/united-states", "demonym") in kinds


def test_the_united_arab_republic_has_its_own_time(authority: Authority) -> None:
    state = authority.entities["state/united-arab-republic"]
    assert (state.since.year, state.until.year) == (1958, 1961)  # type: ignore[union-attr]


def test_uar_as_an_adjective_is_the_state_of_its_time(authority: Authority) -> None:
    uses = {n.entity: (n.since, n.until) for n in authority.names if n.form == "UAR" and n.kind == "adjective"}
    assert uses == {"state/united-arab-republic": (date(1958, 2, 21), date(1961, 10, 12)), "state/egypt": (date(1961, 10, 13), None)}


def test_every_name_belongs_to_an_entity_and_every_side_is_known(authority: Authority) -> None:
    assert not {n.form: n.entity for n in authority.names if n.entity not in authority.entities}
    ours = [e for e in authority.entities.values() if e.kind != "person"]
    assert not {e.id: e.side for e in ours if e.side and e.side not in authority.entities}


@pytest.mark.parametrize("form", ["us", "Us", "it", "is", "The", "Mark", "Will"])
def test_common_words_are_no_names(meant: dict[str, set[str]], form: str) -> None:
    assert not {e for e in meant.get(form, set()) if not e.startswith("person/")}


def test_it_is_read_quickly() -> None:
    start = time.perf_counter()
    load()
    assert time.perf_counter() - start < 10, "the target is 2.5 s; a loaded machine gets four times that"


@pytest.mark.parametrize("broken", ["nonsense", "<a> <b> c .", '<a> <b> "no end .', "<a> <b> <c>"])
def test_a_broken_line_is_named(tmp_path: Path, broken: str) -> None:
    (tmp_path / "x.nt").write_text(f'<{B}state/a> <{S}prefLabel> "A" .\n{broken}\n', encoding="utf-8")
    with pytest.raises(AuthorityError, match="line 2"):
        load(tmp_path)


def test_missing_files_and_labels_and_wrong_dates(tmp_path: Path) -> None:
    with pytest.raises(AuthorityError):
        load(tmp_path)
    with pytest.raises(AuthorityError):
        load(tmp_path / "nowhere")
    (tmp_path / "x.nt").write_text(f'<{B}state/a> <{O}earliest> "1950" .\n', encoding="utf-8")
    with pytest.raises(AuthorityError, match="prefLabel"):
        load(tmp_path)
    (tmp_path / "x.nt").write_text(f'<{B}state/a> <{O}earliest> "1950" .\n<{B}state/a> <{S}prefLabel> "A" .\n', encoding="utf-8")
    with pytest.raises(AuthorityError, match="no date"):
        load(tmp_path)


def test_escapes_and_version(tmp_path: Path) -> None:
    (tmp_path / "x.nt").write_text(f'<{B}state/a> <{S}prefLabel> "a \\"b\\" \\u00E9" .\n', encoding="utf-8")
    first = load(tmp_path)
    assert first.entities["state/a"].label == 'a "b" é'
    (tmp_path / "x.nt").write_text(f'<{B}state/a> <{S}prefLabel> "b" .\n', encoding="utf-8")
    assert load(tmp_path).version != first.version


def test_the_shipped_files_are_what_the_script_makes(shared: Path, tmp_path: Path) -> None:
    script = ROOT / "triples" / "scripts" / "build_authority.py"
    parts = ["states", "bodies", "places", "topics"]
    only = [word for part in parts for word in ("--only", part)]
    subprocess.run([sys.executable, script, "--facts", shared / "facts", "--into", tmp_path, *only], check=True)
    for part in parts:
        assert (tmp_path / f"{part}.nt").read_bytes() == (ROOT / "triples" / "authority" / f"{part}.nt").read_bytes(), part
