"""The house rules, read from the code: who may import whom, how long things are, what `import coldgraph` loads."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "coldgraph"
MODULES = sorted(HOUSE.rglob("*.py"))

BASE = {"dates", "errors", "folder", "found", "ids", "model", "namespaces", "resources", "signs", "tables", "text", "titles", "vocabulary"}
READING = {"store"}

# Room -> (the rooms it may import beside itself and the base, the libraries it may import). "*" is any.
ROOMS: dict[str, tuple[set[str], set[str]]] = {
    **{name: (set(), set()) for name in BASE},
    "folder": (set(), {"filelock"}),  # the base's only library: a lock that every system has
    "__main__": ({"cli"}, set()),
    "download": (set(), set()),
    "read": (set(), {"lxml", "pypdf"}),
    "recognise": (set(), {"ahocorasick_rs", "anyascii"}),
    "interpret": (set(), {"numpy"}),  # the trees, as arrays
    "consult": ({"interpret"}, set()),  # an extractor of stances behind the contract of interpret
    "curate": (set(), set()),
    "authority": (set(), {"pyoxigraph", "rdflib"}),
    "mapping": (set(), {"pyoxigraph", "rdflib"}),
    "store": (set(), {"pyoxigraph", "rdflib", "oxrdflib", "pandas", "pyarrow", "filelock"}),
    "ask": (READING, {"rdflib", "pyparsing", "pandas", "pyshacl", "pyoxigraph"}),
    "see": ({"ask", *READING}, {"networkx", "numpy", "pyvis", "pandas", "jinja2", "markupsafe", "matplotlib", "rdflib"}),
    "serve": ({"ask", *READING}, {"mimeparse", "pyoxigraph", "starlette", "uvicorn"}),
    "measures": (set(), {"networkx", "numpy", "pandas", "ruptures", "scipy"}),  # plain functions over tables and networks
    "evaluate": ({"read", "recognise", *READING}, {"numpy", "pandas", "vaderSentiment"}),  # texts of volumes, and sentences for the rival
    "background": ({"authority", "mapping", *READING}, set()),
    "workshop": (
        {"authority", "read", "recognise", "interpret", "consult", "curate", "mapping"},
        {"lxml"},
    ),  # one document through the rooms
    "explain": ({"workshop", "interpret", "mapping"}, set()),  # one document through the rooms, for its reasons
    "crew": ({"workshop"}, set()),
    "decided": ({"curate", "mapping"}, set()),  # the decisions of a whole graph
    "program": (set(), set()),
    "cluster": ({"authority", "program", "read", "workshop"}, {"dask", "distributed"}),  # another crew
    "register": ({"read"}, set()),
    "pipeline": (
        {"authority", "consult", "curate", "decided", "mapping", "read", "cluster", "crew", "program", "register", "workshop"},
        set(),
    ),
    "graph": ({"ask", "see", "evaluate", "pipeline", *READING}, {"rdflib", "networkx", "pandas", "oxrdflib"}),
    "cli": ({"*"}, {"*"}),
}
HEAVY = (
    "rdflib", "networkx", "pyvis", "matplotlib", "pyoxigraph", "pandas", "pyarrow", "lxml", "spacy", "pyshacl", "click", "starlette",
    "uvicorn", "scipy", "ruptures",
)  # fmt: skip
LONGEST_FILE, LONGEST_FUNCTION, MEDIAN = 400, 60, (5, 9)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    """'read' for coldgraph/read/frus.py, 'dates' for coldgraph/dates.py, '' for coldgraph/__init__.py."""
    first = path.relative_to(HOUSE).parts[0]
    return "" if first == "__init__.py" else first.removesuffix(".py")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports(path: Path) -> Iterator[str]:
    """The dotted names of the modules that a file imports, those for types included."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}:{node.lineno}: import by the full name"
            yield from _from(node)


def _from(node: ast.ImportFrom) -> Iterator[str]:
    module = node.module or ""
    if module == "coldgraph":
        yield from (f"coldgraph.{alias.name}" for alias in node.names)
    else:
        yield module


def is_room(name: str) -> bool:
    return (HOUSE / name).is_dir() or (HOUSE / f"{name}.py").is_file()


def forbidden(path: Path) -> list[str]:
    room = room_of(path)
    rooms, libraries = ROOMS[room]
    used_rooms, used_libraries = set(), set()
    for module in imports(path):
        first, _, rest = module.partition(".")
        if first != "coldgraph":
            used_libraries |= {first} - sys.stdlib_module_names
        elif rest and is_room(rest.split(".")[0]):
            used_rooms.add(rest.split(".")[0])
    wrong_rooms = set() if "*" in rooms else used_rooms - rooms - BASE - {room}
    wrong_libraries = set() if "*" in libraries else used_libraries - libraries
    return sorted(wrong_rooms | wrong_libraries)


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's place and its lines, the docstring and decorators left out."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            doc = node.body[0] if ast.get_docstring(node) else None
            lines = (doc.end_lineno or 0) - doc.lineno + 1 if doc else 0
            yield f"{name_of(path)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1 - lines


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 20


def test_every_room_has_its_rule() -> None:
    assert {room_of(path) for path in MODULES} - {""} <= set(ROOMS)


@pytest.mark.parametrize("path", [path for path in MODULES if room_of(path)], ids=name_of)
def test_a_room_imports_only_what_it_may(path: Path) -> None:
    assert forbidden(path) == []


def test_the_rule_sees_a_wrong_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "HOUSE", tmp_path)
    monkeypatch.setitem(globals(), "ROOT", tmp_path)
    (tmp_path / "read").mkdir()
    (tmp_path / "store").mkdir()
    wrong = tmp_path / "read" / "wrong.py"
    wrong.write_text("import re\n\ndef late():\n    from coldgraph import store\n    import rdflib.plugins\n    import lxml.etree\n")
    assert forbidden(wrong) == ["rdflib", "store"]


def test_nobody_imports_the_command_line() -> None:
    others = [path for path in MODULES if room_of(path) not in ("cli", "__main__")]
    assert [name_of(path) for path in others if any(name.startswith("coldgraph.cli") for name in imports(path))] == []


def test_files_are_short() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length >= LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    lengths = dict(entry for path in MODULES for entry in functions(path))
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}
    assert MEDIAN[0] <= statistics.median(lengths.values()) <= MEDIAN[1]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(tree_of(path)) or not path.read_text(encoding="utf-8").strip()


def test_no_error_is_caught_blindly() -> None:
    assert [place for path in MODULES for place in blind(path)] == []


def blind(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ExceptHandler):
            caught = {part.id for part in ast.walk(node.type) if isinstance(part, ast.Name)} if node.type else {"Exception"}
            if caught & {"Exception", "BaseException"}:
                yield f"{name_of(path)}:{node.lineno}"


def test_only_the_command_line_prints() -> None:
    assert [place for path in MODULES if room_of(path) != "cli" for place in prints(path)] == []


def prints(path: Path) -> Iterator[str]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            yield f"{name_of(path)}:{node.lineno}"


def fresh(code: str) -> str:
    """What a new interpreter prints for some code."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_import_loads_nothing_heavy() -> None:
    loaded = set(fresh("import coldgraph; print(*sys.modules)").split())
    assert "coldgraph" in loaded
    assert loaded & set(HEAVY) == set()


def test_import_takes_no_time() -> None:
    """The fastest of five fresh interpreters, in processor time of the import alone: other work on the machine does not count."""
    code = "import time; start = time.process_time(); import coldgraph; print(time.process_time() - start)"
    assert min(float(fresh(code)) for _ in range(5)) < 0.2
