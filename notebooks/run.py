"""Run the notebooks from the first cell to the last and write them with their outputs.

    python notebooks/run.py                     # the committed .ipynb, from the shipped sample alone
    python notebooks/run.py --into FOLDER       # with whole volumes where these are at hand; a page of HTML for each

The source of a notebook is its .py file (jupytext, percent format). Nothing of the clock or of chance is written: the same graph gives the
same file, with the same version of matplotlib.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import jupytext
import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
SOURCES = sorted(HERE.glob("0*.py"))


def notebook(source: Path) -> nbformat.NotebookNode:
    """The notebook of a source file, without outputs."""
    made = jupytext.read(source)
    for number, cell in enumerate(made.cells, 1):
        cell["id"] = f"cell-{number:02}"
    return made


def executed(source: Path, sample: bool) -> nbformat.NotebookNode:
    """The notebook of a source file with its outputs. Raises CellExecutionError for a cell that fails."""
    made = notebook(source)
    environment = {key: value for key, value in os.environ.items() if key != "COLDGRAPH_NOTEBOOKS"}
    environment |= {"COLDGRAPH_NOTEBOOKS": "sample"} if sample else {}
    folder = {"metadata": {"path": str(HERE)}}
    client = NotebookClient(made, timeout=900, startup_timeout=300, record_timing=False, coalesce_streams=True, resources=folder)
    client.extra_arguments = ["--IPKernelApp.log_level=40"]
    client.execute(env=environment)
    made.metadata.pop("language_info", None)
    return made


def page(made: nbformat.NotebookNode) -> str:
    """The notebook as one page of HTML; its pictures lie inside."""
    from nbconvert import HTMLExporter

    return str(HTMLExporter(template_name="basic").from_notebook_node(made)[0])


def main() -> None:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("notebooks", nargs="*", type=Path, help="source files; all where none is given")
    given.add_argument("--into", type=Path, metavar="FOLDER")
    asked = given.parse_args()
    for source in asked.notebooks or SOURCES:
        made = executed(source, sample=asked.into is None)
        place = (asked.into or HERE) / f"{source.stem}.ipynb"
        place.parent.mkdir(parents=True, exist_ok=True)
        nbformat.write(made, place)
        if asked.into:
            place.with_suffix(".html").write_text(page(made), encoding="utf-8")
        sys.stdout.write(f"{place}\n")


if __name__ == "__main__":
    main()
