"""What the pages use that a browser of early 2023 does not know, by MDN's browser-compat-data (CC0).

npm pack @mdn/browser-compat-data && tar xf mdn-browser-compat-data-*.tgz && python bench/standards.py package/data.json

Names are looked up as they stand, and told where no older interface has them: most lines of JavaScript are names of our own.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).resolve().parent.parent / "coldgraph" / "see" / "template"
BROWSERS = {"chrome": 110.0, "firefox": 115.0, "safari": 16.4}
Versions = tuple[float, ...]


def versions(compat: dict[str, Any]) -> Versions:
    """The version in which each browser has it without a prefix; infinite where it has not."""
    return tuple(_version(compat["support"].get(name, {})) for name in BROWSERS)


def _version(support: Any) -> float:
    first = support[0] if isinstance(support, list) else support
    if first.get("prefix") or first.get("alternative_name"):
        return float("inf")
    found = re.search(r"[\d.]+", str(first.get("version_added")))
    return float(found[0]) if found else float("inf")


def young(found: Versions) -> bool:
    return any(version > limit for version, limit in zip(found, BROWSERS.values(), strict=True))


def interfaces(known: dict[str, Any], path: str = "") -> Iterator[tuple[str, Versions]]:
    """Every member of every interface and built-in object."""
    for name, entry in known.items():
        if isinstance(entry, dict) and name != "__compat":
            if "__compat" in entry:
                yield f"{path}{name}", versions(entry["__compat"])
            yield from interfaces(entry, f"{path}{name}.")


def main(place: str) -> None:
    known = json.loads(Path(place).read_text(encoding="utf-8"))
    sheets, scripts = ("".join(f.read_text(encoding="utf-8") for f in sorted(TEMPLATE.glob(f"*.{end}"))) for end in ("css", "js"))
    for name in sorted(set(re.findall(r"[{;]\s*([a-z][a-z-]+)\s*:", sheets))):
        entry = known["css"]["properties"].get(name)
        if entry and young(found := versions(entry["__compat"])):
            sys.stdout.write(f"CSS {name}: {found}\n")
    members: dict[str, list[tuple[str, Versions]]] = {}
    for path, found in (*interfaces(known["api"]), *interfaces(known["javascript"]["builtins"])):
        members.setdefault(path.rsplit(".", 1)[-1], []).append((path, found))
    for name in sorted(set(re.findall(r"\.([A-Za-z]+)\b", scripts)) & set(members)):
        if all(young(found) for _, found in members[name]):
            sys.stdout.write(f"JavaScript {name}: {', '.join(path for path, _ in members[name][:2])}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
