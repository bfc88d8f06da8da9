"""coldgraph view: pages of every kind, and networks for other tools."""

import re
from pathlib import Path

import networkx as nx
import pytest
import tiny
from click.testing import CliRunner, Result

import coldgraph
from coldgraph.cli import main
from coldgraph.cli.view import KINDS
from coldgraph.errors import QueryError
from coldgraph.see import view


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tiny.write(tmp_path_factory.mktemp("tiny")))


def run(graph: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["view", graph, *words])


def heading(page: Path) -> str:
    return re.search("<h1[^>]*>(.*?)</h1>", page.read_text(encoding="utf-8"))[1]


ASKED = {
    "stances": ((), "Who stands how to whom"),
    "meetings": (("--actor", "Bo Orrin"), "Who met whom: Bo Órrin"),
    "mentions": (("--said-by", "Ada Vale"), "Who speaks of whom: as Ada Vale says"),
    "ego": (("--actor", "Ada Vale", "--ties", "meetings"), "Who met whom: around Ada Vale"),
    "path": (("--actor", "Ada Vale", "--actor", "Bo Orrin", "--ties", "meetings", "--in-time"), "Who met whom: from Ada Vale to Bo Órrin"),
    "bloc": (("--by", "community"), "Who stands how to whom: by bloc"),
    "timeline": (("--actor", "Norland", "--actor", "Estmark"), "Who stands how to whom: step by step in time"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_becomes_a_page(graph: str, tmp_path: Path, kind: str) -> None:
    words, title = ASKED[kind]
    place = tmp_path / "page.html"
    shown = run(graph, "-o", str(place), "--kind", kind, *words)
    assert (shown.exit_code, shown.stdout) == (0, f"written: {place}\n")
    assert heading(place) == title


def test_the_command_line_and_the_library_know_the_same_kinds() -> None:
    assert KINDS == view.KINDS


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--kind", "ego"), "an ego network needs an actor"),
        (("--kind", "path", "--actor", "Ada Vale"), "a path needs two actors"),
        (("--kind", "timeline", "--actor", "Ada Vale"), "a timeline needs two actors"),
        (("--actor", "Ada Veil"), "Ada Vale"),
        (("--kind", "meetings", "--said-by", "Ada Vale"), "a meeting is said by nobody"),
        (("--backbone", "thin"), "no level of a backbone"),
        (("--kind", "timeline", "--actor", "Norland", "--actor", "Estmark", "--in-time"), "it goes with path"),
        (("--kind", "meetings", "--by", "alliance"), "it goes with bloc"),
        (("--ties", "meetings"), "it goes with ego"),
        (("-o", "/nowhere/page.html"), "cannot be written"),
        (("--export", "/nowhere/net.csv"), "cannot be written"),
    ],
)  # fmt: skip
def test_what_is_missing_is_said_in_one_line(graph: str, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    shown = run(graph, "-o", str(tmp_path / "page.html"), *words)
    assert shown.exit_code == 2 and said in shown.stderr and shown.stderr.count("\n") == 1
    assert not (tmp_path / "page.html").exists()


def test_a_network_goes_to_other_tools_without_a_page(graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    files = [tmp_path / f"net.{form}" for form in ("gexf", "graphml", "csv", "json", "cyjs")]
    shown = run(graph, *(word for file in files for word in ("--export", str(file))))
    assert shown.exit_code == 0 and sorted(tmp_path.iterdir()) == sorted(files)
    with coldgraph.open(graph) as opened:
        made = opened.view().network
    assert len(nx.read_gexf(files[0])) == len(nx.read_graphml(files[1])) == len(made)
    assert run(graph, "--export", str(tmp_path / "net.dot")).exit_code == 2


def test_an_empty_picture_is_told(graph: str, tmp_path: Path) -> None:
    shown = run(graph, "-o", str(tmp_path / "page.html"), "--since", "1999")
    assert shown.exit_code == 0 and "nothing to draw" in shown.stderr


def test_names_and_identifiers_are_understood_in_python(graph: str) -> None:
    with coldgraph.open(graph) as opened:
        one = opened.network("ego", ties="meetings", actors="ada vale")
        other = opened.network("ego", ties="meetings", actors=[opened.resolve("actor", "Ada Vale").value])
        assert list(one) == list(other) and len(one) > 1
        assert "srcdoc" in opened.view(kind="meetings")._repr_mimebundle_()["text/html"]
        with pytest.raises(QueryError, match="nobody"):
            opened.network(actors=["Zorro the Unknown"])
