"""The wheel holds all it needs: installed by itself, far from the checkout, it builds and asks the demo's graph."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
QUIET = ("--no-deps", "--no-index", "--disable-pip-version-check", "--quiet")

pytestmark = pytest.mark.slow


def pip(*words: object) -> None:
    done = subprocess.run([sys.executable, "-m", "pip", *map(str, words)], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("wheel")
    pip("wheel", *QUIET, "--no-build-isolation", "--wheel-dir", place, ROOT)
    (made,) = place.glob("coldgraph-*-py3-none-any.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path) -> Path:
    target = wheel.parent / "target"
    pip("install", *QUIET, "--target", target, wheel)
    return target


def program(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python with the installed wheel; without site (-S) no .pth file can bring the checkout back."""
    libraries = dict.fromkeys([str(installed), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    known = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COLDGRAPH"))}
    environment = known | {"PYTHONPATH": os.pathsep.join(libraries)}
    return subprocess.run(
        [sys.executable, "-S", *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_the_wheel_holds_data_and_licences_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"coldgraph/_data/ontology/coldgraph.ttl", "coldgraph/_data/ontology/shapes.ttl"} <= set(names)
    data = [name for name in names if name.startswith("coldgraph/_data/triples/")]
    shipped = [f.relative_to(ROOT).as_posix() for f in (ROOT / "triples").rglob("*.nt")]
    assert {f"coldgraph/_data/{name}" for name in shipped} <= set(data)
    licences = {name.partition(".dist-info/licenses/")[2] for name in names}
    assert {"LICENSE", *(f"LICENSES/{f.name}" for f in (ROOT / "LICENSES").iterdir())} <= licences
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"coldgraph"}
    assert not [name for name in names if "__pycache__" in name or "/tests/" in name or "/gold.nq" in name]


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    tracked = subprocess.run(["git", "ls-files", "coldgraph"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not tracked:
        pytest.skip("needs the checkout's git")
    assert set(tracked) - set(zipfile.ZipFile(wheel).namelist()) == set()


def test_the_demo_runs_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    where = program(installed, tmp_path, "-c", "import coldgraph, sys; print(coldgraph.__file__, *sys.path, sep='\\n')").stdout.splitlines()
    assert where[0] == str(installed / "coldgraph" / "__init__.py") and str(ROOT) not in where
    shown = program(installed, tmp_path, "-m", "coldgraph", "demo")
    assert shown.returncode == 0, shown.stderr
    assert "nothing found" in shown.stdout and "open it in a browser" in shown.stdout
    assert (tmp_path / "coldgraph-demo" / "manifest.json").is_file() and (tmp_path / "coldgraph-demo.html").stat().st_size > 10_000
    assert str(ROOT) not in shown.stdout + shown.stderr + (tmp_path / "coldgraph-demo" / "manifest.json").read_text(encoding="utf-8")


def test_the_command_of_the_wheel(installed: Path, tmp_path: Path) -> None:
    script = installed / "bin" / "coldgraph"
    shown = program(installed, tmp_path, str(script), "questions")
    assert (shown.returncode, "who-met-whom" in shown.stdout) == (0, True), shown.stderr


def test_the_wheel_brings_the_editor_with_its_licences_where_it_was_fetched(wheel: Path) -> None:
    files = {"yasgui.min.js", "yasgui.min.css", "sigma.min.js", "graphology.umd.min.js", "LICENCES.txt"}
    there = {name.rpartition("/")[2] for name in zipfile.ZipFile(wheel).namelist() if name.startswith("coldgraph/_data/web/")}
    assert there == (files if (ROOT / "web" / "built").is_dir() else set())
