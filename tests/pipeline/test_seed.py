"""The seed: a talk in which one speaks, the other is silent, and footnotes tell of two more visits."""

from pathlib import Path

import pytest

import coldgraph
from coldgraph.graph import Graph
from coldgraph.pipeline import build

SEED = "discussion-zhou-enlai-le-duan-1966-03-23.txt"


@pytest.fixture(scope="module")
def graph(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Graph:
    place = tmp_path_factory.mktemp("seed") / "graph"
    build(shared / "corpus" / SEED, place)
    return coldgraph.open(place)


def asked(graph: Graph, pattern: str, *names: str) -> set[tuple[str, ...]]:
    rows = graph.query(f"SELECT {' '.join('?' + n for n in names)} {{ {pattern} }}").frame().fillna("")
    return {tuple(str(v).removeprefix("https://w3id.org/coldgraph/id/") for v in row) for row in rows[list(names)].values.tolist()}


def test_day_and_place(graph: Graph) -> None:
    assert asked(graph, "?d a cg:Document ; cg:date ?day ; cg:place ?place", "day", "place") == {("1966-03-23", "place/beijing")}


def test_one_speaks_and_one_is_silent(graph: Graph) -> None:
    pattern = "?m cg:recordedIn ?d ; cg:participation ?p . ?p cg:participant ?who ; cg:side ?side ; cg:role ?r "
    pattern += "BIND(STRAFTER(STR(?r), '#') AS ?role)"
    assert asked(graph, pattern, "who", "side", "role") == {
        ("person/zhou-enlai", "state/china", "Speaker"),
        ("person/le-duan", "state/north-vietnam", "Silent"),
    }


def test_the_footnotes_tell_of_two_visits(graph: Graph) -> None:
    pattern = "?m cg:mentionedIn ?p ; cg:date ?day ; cg:participation/cg:participant ?who . ?p cg:voice cg:Note"
    assert asked(graph, pattern, "day", "who") == {
        ("1966-03-22/1966-03-25", "person/le-duan"),
        ("1965-02-06/1965-02-10", "person/alexei-kosygin"),
    }


@pytest.mark.parametrize(
    ("target", "polarity"), [("soviet-union", "Negative"), ("north-vietnam", "Positive"), ("united-states", "Negative")]
)
def test_what_china_holds(graph: Graph, target: str, polarity: str) -> None:
    pattern = f"?s cg:holder id:state\\/china ; cg:target id:state\\/{target} ; cg:polarity cg:{polarity} ; cg:speaker ?who"
    assert asked(graph, pattern, "who") == {("person/zhou-enlai",)}


def test_what_the_soviets_are_said_to_want_is_attributed(graph: Graph) -> None:
    pattern = "?s cg:holder id:state\\/soviet-union ; cg:attributed ?told ; cg:speaker ?who"
    assert asked(graph, pattern, "told", "who") == {("True", "person/zhou-enlai")}


def test_every_quotation_stands_at_its_offsets(graph: Graph, shared: Path) -> None:
    text = (shared / "corpus" / SEED).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    rows = graph.query("SELECT ?start ?end ?quote { ?p cg:start ?start ; cg:end ?end ; cg:quote ?quote }").frame()
    assert len(rows) > 50
    assert all(text[int(start) : int(end)] == quote for start, end, quote in rows[["start", "end", "quote"]].values.tolist())
