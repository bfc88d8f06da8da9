"""Take the built files of the page's editor out of what npm has fetched, check them, and gather the licences of all in them.

python web/collect.py          after: npm ci --ignore-scripts (both: make web)
python web/collect.py --note   writes the checksums anew, after a new version was looked at
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from pathlib import Path

WEB = Path(__file__).resolve().parent
MODULES, BUILT, SUMS = WEB / "node_modules", WEB / "built", WEB / "checksums.txt"
FILES = {name: MODULES / "@zazuko" / "yasgui" / "build" / name for name in ("yasgui.min.css", "yasgui.min.js")}
NOTICES = "LICENCES.txt"
# What may go into a wheel; where a package offers a choice, ours is the one named here.
FREE = {"MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CC-BY-4.0"}
# Packages that state no licence in package.json, and what their licence file is.
STATED = {"jsuri": "MIT"}


def main(words: list[str]) -> int:
    """Fill web/built. The exit status is 1 where a file is not the one that was looked at, or a licence is not free."""
    if missing := [f for f in FILES.values() if not f.is_file()]:
        return _told(f"{missing[0]} is missing: npm ci --ignore-scripts in {WEB}")
    files = {name: _without_map(place.read_bytes()) for name, place in FILES.items()}
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in files.items())
    if words == ["--note"]:
        SUMS.write_text(sums, encoding="ascii")
    if sums != SUMS.read_text(encoding="ascii"):
        return _told(f"the files are not those of {SUMS}: look at the new version, then python web/collect.py --note")
    packages = [json.loads(f.read_text(encoding="utf-8")) | {"at": f.parent} for f in _manifests()]
    if bound := [f"{p['name']}: {_licence(p)}" for p in packages if not _free(_licence(p))]:
        return _told(f"not under a free licence that we know: {', '.join(bound)}")
    _write(files | {NOTICES: "".join(map(_notice, packages)).encode()})
    return 0


def _told(what: str) -> int:
    sys.stderr.write(f"{what}\n")
    return 1


def _without_map(data: bytes) -> bytes:
    """A script or sheet without the comment that sends the browser to its source map, which is not shipped."""
    return re.sub(rb"\s*(//|/\*)# sourceMappingURL=\S+( \*/)?\s*\Z", b"\n", data)


def _manifests() -> list[Path]:
    found = [*MODULES.glob("*/package.json"), *MODULES.glob("@*/*/package.json"), *MODULES.glob("**/node_modules/*/package.json")]
    return sorted(set(found))


def _licence(package: dict[str, object]) -> str:
    return str(package.get("license") or STATED.get(str(package["name"]), "none stated"))


def _free(licence: str) -> bool:
    """Whether a licence expression can be met: one of a choice, all of a conjunction."""
    bare = licence.strip("()")
    if " OR " in bare:
        return any(part in FREE for part in bare.split(" OR "))
    return all(part in FREE for part in bare.split(" AND "))


def _notice(package: dict[str, object]) -> str:
    files = [f for f in sorted(Path(str(package["at"])).iterdir()) if re.match(r"(licen[cs]e|notice|copying)", f.name, re.IGNORECASE)]
    texts = [f.read_text(encoding="utf-8", errors="replace").strip() for f in files if f.is_file()]
    body = "\n\n".join(texts) or f"Its package brings no licence file. Made by: {_maker(package)}"
    return f"{'=' * 78}\n{package['name']} {package['version']}: {_licence(package)}\n\n{body}\n\n"


def _maker(package: dict[str, object]) -> str:
    maker = package.get("author")
    return str(maker.get("name", "")) if isinstance(maker, dict) else str(maker or package.get("homepage", ""))


def _write(files: dict[str, bytes]) -> None:
    draft = BUILT.with_name("built.part")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    for name, data in files.items():
        (draft / name).write_bytes(data)
    shutil.rmtree(BUILT, ignore_errors=True)
    draft.rename(BUILT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
