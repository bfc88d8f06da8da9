"""Facts of a file are the same whether its lines are split or parsed."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coldgraph.errors import GraphError
from coldgraph.mapping import terms
from coldgraph.store.tables import quads

LINE = '<x:s> <x:p> "a" <x:g> .\n'


@given(st.text())
def test_any_literal_comes_back(text: str) -> None:
    """As a store has it: what mapping writes, a parser reads and so do we."""
    term = terms.literal(text)
    (quad,) = ox.parse(f"<x:s> <x:p> {term} <x:g> .\n", format=ox.RdfFormat.N_QUADS)
    assert quads.value(term) == quad.object.value


@pytest.mark.parametrize(
    "text",
    [
        LINE + '<x:s> <x:p> "b > . <x:g> .\\n" <x:g> .\n<x:s> <x:q> <x:o> <x:g> .\n<x:t> <x:p> "1"^^<x:int> <x:g> .\n',
        LINE + '<x:s>   <x:p> "a  b"@en <x:g> . # a remark\n\n',
        LINE + '<x:s> <x:p> "a" <x:other> .\n',
        LINE.replace("\n", "\r\n"),
        LINE.rstrip("\n"),
        "",
    ],
)
def test_split_and_parsed_are_the_same(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.nq").write_text(text, encoding="utf-8", newline="")
    assert quads.subjects(tmp_path / "a.nq") == quads._parsed(text)


@pytest.mark.parametrize("data", [b"<x:s> <x:p> .\n", b"\xff\n", None])
def test_what_is_no_nquads_is_named(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / "a.nq").write_bytes(data)
    with pytest.raises(GraphError, match="build the graph again"):
        quads.subjects(tmp_path / "a.nq")
