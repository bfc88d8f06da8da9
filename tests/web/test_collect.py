"""What of npm's files goes into the package: only what was looked at, only under free licences."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "web"
SCRIPT = b"run();\n//# sourceMappingURL=yasgui.min.js.map"


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A web folder with invented packages."""
    shutil.copy(WEB / "collect.py", tmp_path)
    package(tmp_path, "@zazuko/yasgui", "MIT")
    build = tmp_path / "node_modules" / "@zazuko" / "yasgui" / "build"
    build.mkdir()
    (build / "yasgui.min.js").write_bytes(SCRIPT)
    (build / "yasgui.min.css").write_bytes(b"p {}\n")
    sums = {"yasgui.min.css": b"p {}\n", "yasgui.min.js": b"run();\n"}
    (tmp_path / "checksums.txt").write_text("".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sums.items()))
    return tmp_path


def package(web: Path, name: str, licence: str) -> None:
    place = web / "node_modules" / name
    place.mkdir(parents=True)
    (place / "package.json").write_text(json.dumps({"name": name, "version": "1.0", "license": licence}))
    (place / "LICENSE").write_text(f"Terms of {name}")


def collect(web: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(web / "collect.py"), *words], capture_output=True, text=True, check=False)


def test_files_come_without_source_maps_and_with_all_licences(web: Path) -> None:
    package(web, "helper", "(MPL-2.0 OR Apache-2.0)")
    assert collect(web).returncode == 0
    assert (web / "built" / "yasgui.min.js").read_bytes() == b"run();\n"
    notices = (web / "built" / "LICENCES.txt").read_text()
    assert "Terms of helper" in notices and "Terms of @zazuko/yasgui" in notices


def test_another_file_than_the_one_looked_at_is_refused(web: Path) -> None:
    (web / "node_modules" / "@zazuko" / "yasgui" / "build" / "yasgui.min.js").write_bytes(SCRIPT + b"\nmore();")
    shown = collect(web)
    assert (shown.returncode, "look at the new version" in shown.stderr) == (1, True)
    assert not (web / "built").exists()
    assert collect(web, "--note").returncode == 0


@pytest.mark.parametrize("licence", ["GPL-3.0", "(MIT AND GPL-3.0)", "SEE LICENSE IN x", ""])
def test_licences_that_are_not_free_are_refused(web: Path, licence: str) -> None:
    package(web, "helper", licence)
    shown = collect(web)
    assert (shown.returncode, "helper" in shown.stderr) == (1, True)
