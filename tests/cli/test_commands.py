"""The command line, in this process and as a program of its own."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tiny
from click.testing import CliRunner, Result

from coldgraph.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
TITLES = "SELECT ?t { ?d <http://purl.org/dc/terms/title> ?t } ORDER BY ?t"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tiny.write(tmp_path_factory.mktemp("tiny")))


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def program(*words: str) -> list[str]:
    return [sys.executable, "-m", "coldgraph", *words]


ENV = os.environ | {"PYTHONPATH": str(ROOT)}


@pytest.mark.parametrize("name", [c for c in COMMANDS if c != "get"])
def test_help_shows_an_example(name: str) -> None:
    shown = run(name, "--help")
    assert shown.exit_code == 0
    assert f"coldgraph {name}" in shown.output.split("Example", 1)[1]


def test_the_list_of_commands_and_the_version() -> None:
    assert all(c in run("--help").output for c in COMMANDS)
    assert run("--version").output.startswith("coldgraph, version ")


def test_json_is_sparql_results(graph: str) -> None:
    found = json.loads(run("query", graph, TITLES, "--format", "json").stdout)
    assert [b["t"]["value"] for b in found["results"]["bindings"]] == sorted(t[0] for t in tiny.TEXTS.values())


def test_csv_tsv_markdown_and_turtle(graph: str) -> None:
    assert run("query", graph, TITLES, "--format", "csv").stdout.split("\n")[0] == "t"
    assert run("query", graph, TITLES, "--format", "tsv").stdout.splitlines()[:2] == ["?t", '"Note by Bo Orrin"']
    assert run("query", graph, TITLES, "--format", "markdown").stdout.splitlines()[1] == "| --- |"
    made = run("query", graph, "CONSTRUCT WHERE { ?d <http://purl.org/dc/terms/title> ?t }").stdout
    assert made.count(" .\n") == 3
    assert run("query", graph, TITLES, "--format", "turtle").exit_code == 2


def test_ask_says_yes_or_no(graph: str) -> None:
    assert run("query", graph, "ASK { ?s ?p ?o }").stdout == "yes\n"


def test_a_query_file_and_a_file_for_the_answer(graph: str, tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_text(TITLES)
    assert run("query", graph, str(tmp_path / "a.rq"), "-o", str(tmp_path / "out.txt")).stdout == ""
    assert "Note by Bo Orrin" in (tmp_path / "out.txt").read_text()


def test_named_questions_take_names_of_actors(graph: str) -> None:
    shown = run("query", graph, "--named", "meetings-of", "--set", "actor=Bo Orrin", "--format", "csv")
    assert [row["other"] for row in csv.DictReader(io.StringIO(shown.stdout))] == ["Ada Vale"]
    assert "Norland" in run("query", graph, "--named", "most-mentioned", "--no-limit").stdout


def test_a_shown_query_gives_the_same_answer_anywhere(graph: str) -> None:
    shown = run("query", graph, "--named", "stances-between", "--set", "from=Norland", "--set", "towards=Estmark", "--show").stdout
    assert f"<{tiny.ID}state/norland>" in shown
    assert "have lied" in run("query", graph, shown).stdout


def test_a_row_limit_is_told(graph: str) -> None:
    shown = run("query", graph, TITLES, "--limit", "1", "--format", "csv")
    assert len(shown.stdout.splitlines()) == 2
    assert "cut off" in shown.stderr


def test_formulas_are_guarded_unless_switched_off(graph: str) -> None:
    words = ("query", graph, "SELECT ?q { ?p <%squote> ?q FILTER(STRSTARTS(?q, '=')) }" % tiny.CG, "--format", "csv")  # noqa: UP031
    assert run(*words, "--no-guard").stdout.splitlines()[1].startswith("=1+1")
    assert run(*words).stdout.splitlines()[1].startswith("'=1+1")


@pytest.mark.parametrize("form", ["table", "markdown"])
def test_words_of_a_document_cannot_steer_the_terminal(graph: str, form: str) -> None:
    shown = run("query", graph, "--named", "table-stances", "--format", form).stdout
    assert "\x1b" not in shown
    assert "red" in shown


@pytest.mark.parametrize(
    "words",
    [
        ("query", "{graph}", "SELECT"),
        ("query", "{graph}", "ASK { SERVICE <x:y> { ?s ?p ?o } }"),
        ("query", "{graph}", "DROP ALL"),
        ("query", "{graph}", "nowhere.rq"),
        ("query", "{graph}", "--named", "nothing"),
        ("query", "{graph}", "--named", "meetings-of", "--set", "actor=Nobody"),
        ("query", "/nowhere", "ASK { ?s ?p ?o }"),
        ("query", "http://127.0.0.1:9/query", "ASK { ?s ?p ?o }"),
        ("info", "/nowhere"),
        ("check", "/nowhere"),
        ("view", "/nowhere"),
        ("decide", "/nowhere", "list"),
        ("background", "list", "/nowhere"),
        ("export", "{graph}", "-o", "/nowhere/x.nq"),
    ],
    ids=lambda w: " ".join(w)[:40],
)
def test_trouble_is_one_line_with_advice(graph: str, words: tuple[str, ...]) -> None:
    shown = run(*(w.replace("{graph}", graph) for w in words))
    assert shown.exit_code == 2
    assert shown.exception is None or isinstance(shown.exception, SystemExit)
    assert shown.stderr.startswith("error: ") and shown.stderr.count("\n") == 1
    assert " / " in shown.stderr


@pytest.mark.parametrize("words", [(), ("ASK {}", "--named", "names"), ("ASK {}", "--set", "novalue")])
def test_wrong_use_is_said(graph: str, words: tuple[str, ...]) -> None:
    assert run("query", graph, *words).exit_code == 2


def test_check_finds_nothing_in_a_sound_graph(graph: str) -> None:
    shown = run("check", graph, "--full")
    assert (shown.exit_code, shown.stdout) == (0, "nothing found\n")


def test_check_ends_with_1_on_findings(tmp_path: Path) -> None:
    graph = tiny.write(tmp_path, {tiny.HAVEN: [("<x:a>", tiny.cg("earliest"), tiny.lit("1962"))]})
    shown = run("check", str(graph))
    assert shown.exit_code == 1
    assert "dates-typed: x:a" in shown.stdout


def test_info_counts(graph: str) -> None:
    found = json.loads(run("info", graph, "--json").stdout)
    assert (found["counts"]["documents"], found["counts"]["stances"], found["failed"]) == (3, len(tiny.STANCES), [])
    assert "documents" in run("info", graph).stdout


@pytest.mark.parametrize("form", ["nquads", "trig", "turtle", "jsonld"])
def test_exports_are_whole_and_the_same_each_time(graph: str, tmp_path: Path, form: str) -> None:
    import pyoxigraph as ox

    kinds = {"nquads": ox.RdfFormat.N_QUADS, "trig": ox.RdfFormat.TRIG, "turtle": ox.RdfFormat.TURTLE, "jsonld": ox.RdfFormat.JSON_LD}
    for name in ("a", "b"):
        assert run("export", graph, "--format", form, "-o", str(tmp_path / name)).exit_code == 0
    data = (tmp_path / "a").read_bytes()
    assert data == (tmp_path / "b").read_bytes()
    files = [Path(graph) / "authority.nq", *sorted((Path(graph) / "documents").glob("*.nq"))]
    quads = {q for f in files for q in ox.parse(path=str(f), format=ox.RdfFormat.N_QUADS)}
    got = set(ox.parse(data, format=kinds[form]))
    assert got == quads if form != "turtle" else {q.triple for q in got} == {q.triple for q in quads}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


def test_questions_are_listed_and_shown() -> None:
    assert "who-met-whom" in run("questions").stdout
    assert run("questions", "who-met-whom").stdout.startswith("# title: ")


def test_view_writes_one_page(graph: str, tmp_path: Path) -> None:
    assert run("view", graph, "-o", str(tmp_path / "n.html")).exit_code == 0
    assert "have lied to us" in (tmp_path / "n.html").read_text(encoding="utf-8")


def test_a_broken_pipe_is_quiet(graph: str) -> None:
    piped = subprocess.Popen(program("query", graph, "SELECT * { ?a ?b ?c . ?d ?e ?f }", "--format", "csv", "--limit", "20000"),
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV)  # fmt: skip
    assert piped.stdout and piped.stderr
    piped.stdout.readline()
    piped.stdout.close()
    assert b"Traceback" not in piped.stderr.read()
    piped.stderr.close()
    piped.wait(30)


def test_ctrl_c_stops_a_query_at_once(graph: str) -> None:
    words = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    running = subprocess.Popen(
        program("query", graph, words), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENV, start_new_session=True
    )
    time.sleep(2.5)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=10)
    assert running.returncode == 130
    assert err.strip().decode() == "stopped"


def test_importing_coldgraph_loads_nothing_heavy() -> None:
    code = "import sys, coldgraph; print([m for m in ('rdflib', 'pyoxigraph', 'networkx', 'pandas', 'click', 'pyvis') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], env=ENV, capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_serve_without_its_extra_says_what_to_install(graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "coldgraph.serve.run", raising=False)
    monkeypatch.delattr("coldgraph.serve.run", raising=False)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    shown = run("serve", graph, "--port", "0")
    assert (shown.exit_code, "pip install 'coldgraph[serve]'" in shown.output) == (2, True)


def test_serve_tells_a_port_that_is_taken_and_a_folder_that_is_no_graph(graph: str, tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        shown = run("serve", graph, "--port", str(taken.getsockname()[1]))
    assert (shown.exit_code, "choose another --port" in shown.output) == (2, True)
    assert run("serve", str(tmp_path), "--port", "0").exit_code == 2
