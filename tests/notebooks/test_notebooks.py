"""The notebooks run from the first cell to the last, and the committed ones are those of their sources."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parents[2] / "notebooks"
sys.path.insert(0, str(HERE))
import run  # noqa: E402  (the notebooks are no package)

NAMES = [source.stem for source in run.SOURCES]
ENOUGH = {"Question.", "Method.", "What the evidence can and cannot say"}


def committed(name: str) -> dict:
    return json.loads((HERE / f"{name}.ipynb").read_text(encoding="utf-8"))


def outputs(made: dict) -> list[dict]:
    return [output for cell in made["cells"] if cell["cell_type"] == "code" for output in cell["outputs"]]


def complaints(made: dict) -> list[str]:
    """Errors and warnings that a reader would see."""
    return [str(output.get("text") or output.get("evalue")) for output in outputs(made)
            if output["output_type"] == "error" or output.get("name") == "stderr"]  # fmt: skip


def test_there_are_seven() -> None:
    assert [name[:2] for name in NAMES] == ["01", "02", "03", "04", "05", "06", "07"]


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_notebook_is_that_of_its_source(name: str) -> None:
    """`make notebooks` writes it anew."""
    made = run.notebook(HERE / f"{name}.py")
    kept = [(cell["cell_type"], "".join(cell["source"])) for cell in committed(name)["cells"]]
    assert kept == [(cell.cell_type, cell.source) for cell in made.cells]


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_notebook_was_run_whole(name: str) -> None:
    code = [cell for cell in committed(name)["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    assert complaints(committed(name)) == []
    assert len(outputs(committed(name))) >= len(code) // 2


@pytest.mark.parametrize("name", NAMES)
def test_it_says_what_is_asked_and_what_cannot_be_said(name: str) -> None:
    text = "".join("".join(cell["source"]) for cell in committed(name)["cells"] if cell["cell_type"] == "markdown")
    assert {phrase for phrase in ENOUGH if phrase not in text} == set()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_this_machine_and_no_archive_text_is_committed(name: str) -> None:
    """Neither a folder's name nor a word of the corpus: where whole volumes would be used the committed run says that it skips."""
    text = re.sub(r'"image/png": "[^"]*"', "", json.dumps(committed(name)))
    assert not re.search(r"/(home|root|tmp|work)/|metadata.{0,40}timestamp|iopub", text)
    if re.search(r"volumes\(|page\(", (HERE / f"{name}.py").read_text(encoding="utf-8")):
        assert "not at hand" in text


def pictured(data: dict[str, Any]) -> int:
    """The pictures of an output: those inside its HTML, where it has any (a network has its own there), else its own."""
    html = "".join(data.get("text/html", ""))
    return html.count("data:image/png;base64,") if html else int("image/png" in data)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.slow
def test_it_runs_from_the_first_cell_to_the_last(name: str, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On whole volumes: the sample's run is what is committed."""
    monkeypatch.setenv("COLDGRAPH_SHARED", str(shared))
    made = run.executed(HERE / f"{name}.py", sample=False)
    assert complaints(made) == []
    page = run.page(made)
    pictures = sum(pictured(output.get("data", {})) for output in outputs(made))
    assert page.count("data:image/png;base64,") == pictures
    assert "is skipped" not in "".join(str(output.get("text", "")) for output in outputs(made))


def test_a_notebook_that_fails_is_seen(tmp_path: Path) -> None:
    from nbclient.exceptions import CellExecutionError

    wrong = tmp_path / "wrong.py"
    wrong.write_text("# %%\n1 / 0\n", encoding="utf-8")
    with pytest.raises(CellExecutionError):
        run.executed(wrong, sample=True)
