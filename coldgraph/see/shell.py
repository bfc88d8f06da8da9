"""What every page of ours stands in: the parts of its template, and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def environment() -> Environment:
    """Our templates, all values escaped, and JSON as short as it goes."""
    from jinja2 import Environment, PackageLoader

    made = Environment(loader=PackageLoader("coldgraph.see", "template"), autoescape=True)
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return made


def head(title: str, sheet: str, *scripts: str) -> dict[str, Any]:
    """The values of ``head.html``: title, style, and the content security policy that allows these scripts alone."""
    from markupsafe import Markup

    return {"title": title, "sheet": Markup(sheet), "policy": _policy(scripts, sheet)}


def _policy(scripts: tuple[str, ...], sheet: str) -> str:
    """A content security policy that allows scripts and style by their checksums and nothing from elsewhere."""
    allowed = " ".join(_checksum(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_checksum(sheet)}; img-src data:; "
        "connect-src 'none'; form-action 'none'; base-uri 'none'"
    )


def parts(*names: str) -> str:
    """Files of the template one after the other, with plain line ends."""
    place = resources.files("coldgraph.see").joinpath("template")
    return "".join(place.joinpath(name).read_text(encoding="utf-8").replace("\r\n", "\n") for name in names)


def _checksum(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
