"""Rows are counted in what is written, however it is cut."""

import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from coldgraph.serve.refused import Refused
from coldgraph.serve.sink import SMALL, Sink

FORMS = [getattr(ox.QueryResultsFormat, name) for name in ("JSON", "XML", "CSV", "TSV")]
NASTY = ['}},{"x', "<result>", "\r\n", '"', '""\n', "}},{", "\\", "a,b\n", "\t", ""]


def body(rows: int, form: ox.QueryResultsFormat) -> bytes:
    store = ox.Store()
    store.extend(ox.Quad(ox.NamedNode("x:s"), ox.NamedNode(f"x:{i}"), ox.Literal(NASTY[i % len(NASTY)])) for i in range(rows))
    return store.query("SELECT ?o ?none ?p { ?s ?p ?o }").serialize(format=form) or b""


@pytest.mark.parametrize("form", FORMS, ids=str)
@pytest.mark.parametrize("step", [1, 7, 4096])
def test_as_many_rows_as_allowed_pass_and_one_more_does_not(tmp_path: Path, form: ox.QueryResultsFormat, step: int) -> None:
    data = body(50, form)
    pieces = [data[i : i + step] for i in range(0, len(data), step)]
    exact = Sink(tmp_path / "a", 10**6, 50, form)
    for piece in pieces:
        exact.write(piece)
    assert bytes(exact.small) == data
    fewer = Sink(tmp_path / "b", 10**6, 49, form)
    with pytest.raises(Refused, match="more than 49 rows"):
        for piece in pieces:
            fewer.write(piece)


def test_what_is_large_lies_in_the_file(tmp_path: Path) -> None:
    data = random.Random(1).randbytes(3 * SMALL)
    sink = Sink(tmp_path / "a", 10**7, 1, None)
    for i in range(0, len(data), 1000):
        sink.write(data[i : i + 1000])
    sink.close()
    assert (sink.length, bytes(sink.small)) == (len(data), b"")
    assert (tmp_path / "a").read_bytes() == data


def test_too_many_bytes_are_refused(tmp_path: Path) -> None:
    sink = Sink(tmp_path / "a", 100, 1, None)
    sink.write(b"x" * 100)
    with pytest.raises(Refused, match="larger than 100 bytes"):
        sink.write(b"x")
