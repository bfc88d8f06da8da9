"""coldgraph beside others, in one run, as a Markdown table: python bench/rivals.py VOLUME.xml [ACTORS ...]

- recognition: words a second of processor time, against a spaCy pipeline that only cuts words and sentences and matches the same
  written forms. It holds no trained part (none is published as a package), so it is a lower bound of what a spaCy pipeline costs.
- load and questions: the graph of the volume in coldgraph's store, in rdflib, in Oxigraph in memory, and in DuckDB over Parquet;
  each in a process of its own that has a limit of time. SPARQL stores get the very same queries.
- pages: seconds on the clock until the network of so many invented actors (100 and 500 where none are given) stands still,
  against pyvis as it comes, with its scripts inlined.

A rival that is not installed is left out with a word on how to bring it: pip install 'coldgraph[bench]'.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "bench"), str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "see")]

LIMIT = 120.0
DOCUMENTS = 60
QUESTIONS = (
    "stances-between", "stances-of", "what-was-said-about", "who-is-hostile-to-whom", "known-only-from-rival",
    "quarter-table", "most-mentioned", "silent-participants", "meetings-told-of", "who-met-whom",
)  # fmt: skip
ENGINES = {"coldgraph's store": "", "Oxigraph in memory": "pyoxigraph", "rdflib": "rdflib", "DuckDB over Parquet": "duckdb"}
Row = tuple[str, str, float | None, float | None]  # what, rival, coldgraph's figure, the rival's; seconds


def recognition(volume: Path) -> Iterator[Row]:
    """Seconds of processor for the words of the first documents."""
    from recognition import documents, fastest

    from coldgraph.authority.load import load
    from coldgraph.recognise.recogniser import Recogniser

    authority, some = load(), documents(volume, DOCUMENTS)
    ours = fastest(Recogniser(authority), some)
    if not find_spec("spacy"):
        return _absent("spaCy")
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline = spacy.blank("en", config={"nlp": {"batch_size": 16}})
    pipeline.add_pipe("sentencizer")
    pipeline.max_length = max(len(d.text) for d in some) + 1
    matcher = PhraseMatcher(pipeline.vocab)
    matcher.add("name", list(pipeline.tokenizer.pipe(sorted({n.form for n in authority.names}))))
    start = time.process_time()
    for document in some:
        matcher(pipeline(document.text))
    yield "names found, a volume's first documents", "spaCy without a trained part", ours, time.process_time() - start


def _absent(name: str) -> None:
    sys.stderr.write(f"{name} is not installed: pip install 'coldgraph[bench]'\n")


def stores(graph: Path, tables: Path) -> Iterator[Row]:
    """Loading the graph and asking the questions, each engine in its own process."""
    told = {}
    for name, module in ENGINES.items():
        if module and not find_spec(module):
            _absent(name)
            continue
        told[name] = _apart(name, graph, tables)
    ours = told.pop("coldgraph's store")
    for rival, times in told.items():
        for what in ("load", *QUESTIONS):
            yield what, rival, ours.get(what), times.get(what)


def _apart(name: str, graph: Path, tables: Path) -> dict[str, float]:
    """What an engine has done within its limit: seconds of processor for each step."""
    command = [sys.executable, __file__, "--engine", name, str(graph), str(tables)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            out, _ = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            process.kill()
            out, _ = process.communicate()
    return dict(map(json.loads, out.splitlines()))


def engine(name: str, graph: Path, tables: Path) -> None:
    """In the engine's own process: load, then each question, telling the seconds of each at once."""
    loading = {"coldgraph's store": _indexed, "Oxigraph in memory": _oxigraph, "rdflib": _rdflib}.get(name, _duckdb)
    ask = _told("load", loading, graph, tables)
    for question in QUESTIONS:
        _told(question, ask, question)


def _told(what: str, work: Callable[..., object], *given: object) -> Callable[[str], object]:
    start = time.process_time()
    made = work(*given)
    sys.stdout.write(json.dumps([what, time.process_time() - start]) + "\n")
    sys.stdout.flush()
    return made  # type: ignore[return-value]


def _query(name: str) -> str:
    from columns import VALUES, parameters

    from coldgraph.ask.asking import asked

    return asked(None, name, parameters(name, VALUES)).text


def _indexed(graph: Path, _: Path) -> Callable[[str], object]:
    from coldgraph.store.index import opened

    store = opened(graph)
    return lambda name: store.query(_query(name)).rows


def _oxigraph(graph: Path, _: Path) -> Callable[[str], object]:
    import pyoxigraph as ox

    from coldgraph.store.index import files

    store = ox.Store()
    for file in files(graph).values():
        store.bulk_load(path=str(file), format=ox.RdfFormat.N_QUADS)
    return lambda name: list(store.query(_query(name), use_default_graph_as_union=True))


def _rdflib(graph: Path, _: Path) -> Callable[[str], object]:
    import rdflib

    from coldgraph.store.index import files

    data = rdflib.Dataset(default_union=True)
    for file in files(graph).values():
        data.parse(str(file), format="nquads")
    return lambda name: list(data.query(_query(name)))


def _duckdb(_: Path, tables: Path) -> Callable[[str], object]:
    from columns import VALUES, connected, from_tables

    base = connected(tables)
    return lambda name: from_tables(base, name, VALUES)


def pages(counts: tuple[int, ...]) -> Iterator[Row]:
    """Seconds on the clock until a network stands still."""
    from chromium import Chromium, binary
    from invented import crowd

    from coldgraph.see.page import write

    if not (program := binary()):
        sys.stderr.write("Chromium is missing: apt-get install chromium\n")
        return
    browser = Chromium(program, patience=900)
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            ours = write(crowd(count).store(), Path(folder) / "ours.html")
            stock = _stock(browser, ours, Path(folder) / "stock.html")
            yield f"page of {count} actors", "pyvis as it comes", _opened(browser, ours), _settled(browser, stock)
    browser.close()


def _opened(browser: object, page: Path) -> float:
    start = time.perf_counter()
    browser.open(page)  # type: ignore[attr-defined]
    return time.perf_counter() - start


def _stock(browser: object, ours: Path, place: Path) -> Path:
    """The same actors and ties by pyvis."""
    from pyvis.network import Network

    browser.open(ours)  # type: ignore[attr-defined]
    nodes, edges = browser.run("[feed.nodes.map(n => [n.id, n.label]), feed.edges.map(e => [e.from, e.to])]")  # type: ignore[attr-defined]
    network = Network(directed=True, cdn_resources="in_line")
    network.add_nodes([n for n, _ in nodes], label=[label for _, label in nodes])
    network.add_edges(edges)
    place.write_text(
        network.generate_html().replace("network = new vis.Network", "window.stock = network = new vis.Network"), encoding="utf-8"
    )
    return place


def _settled(browser: object, page: Path) -> float:
    start = time.perf_counter()
    browser.open(page)  # type: ignore[attr-defined]
    browser.run("new Promise(done => { if (!stock.physics.stabilized) stock.once('stabilized', done); else done(); })")  # type: ignore[attr-defined]
    return time.perf_counter() - start


def written(row: Row) -> str:
    what, rival, ours, theirs = row
    ratio = f"{theirs / max(ours, 0.001):.1f}" if ours is not None and theirs is not None else ""
    cells = ["-" if n is None else f"{n:.2f}" for n in (ours, theirs)]
    return f"| {what} | {rival} | {cells[0]} | {cells[1] if theirs is not None else f'over {LIMIT:.0f}'} | {ratio} |\n"


def main(volume: str, *actors: str) -> None:
    import coldgraph
    from coldgraph.store.tables.export import export

    sys.stdout.write("| what | rival | coldgraph, s | rival, s | rival / coldgraph |\n|---|---|---|---|---|\n")
    with tempfile.TemporaryDirectory() as folder:
        graph, tables = Path(folder) / "graph", Path(folder) / "tables"
        coldgraph.build([volume], graph)
        export(graph, tables, False)
        for rows in (recognition(Path(volume)), stores(graph, tables), pages(tuple(map(int, actors)) or (100, 500))):
            for row in rows:
                sys.stdout.write(written(row))
                sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--engine"]:
        engine(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        main(*sys.argv[1:])
