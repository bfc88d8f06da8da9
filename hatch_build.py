"""Puts the page's editor into the wheel where `make web` has brought it, and only if it is the one that was looked at."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class WebHook(BuildHookInterface):  # type: ignore[type-arg]
    """web/built becomes coldgraph/_data/web. Without it the wheel is whole too, with the plain page."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        web = Path(self.root, "web")
        if not (web / "built").is_dir() or self.target_name != "wheel" or version == "editable":
            return
        for line in (web / "checksums.txt").read_text(encoding="ascii").splitlines():
            known, _, name = line.partition("  ")
            if hashlib.sha256((web / "built" / name).read_bytes()).hexdigest() != known:
                raise ValueError(f"web/built/{name} is not the file of web/checksums.txt: make web")
        build_data["force_include"][str(web / "built")] = "coldgraph/_data/web"
