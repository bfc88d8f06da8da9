"""The scripts that draw large networks by WebGL: sigma and graphology, fetched by `make web`, and ours between them and the page."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

FROM = 1000
SCRIPTS = ("graphology.umd.min.js", "sigma.min.js")
NAMES = ("graphology ", "graphology-utils ", "sigma ", "events ")
_HERE = Path(__file__).resolve().parent.parent
# sigma asks the graphics card while it is read, and breaks where there is none.
WHERE_WEBGL_IS = 'if (["webgl", "webgl2"].every((kind) => document.createElement("canvas").getContext(kind))) {'
PLACES = (_HERE / "_data" / "web", _HERE.parent / "web" / "built")


def there() -> bool:
    """Whether the scripts have been fetched."""
    return _folder() is not None


def scripts(nodes: int) -> str:
    """The scripts with their licences, for a network of so many nodes; '' for a small one, or where they were not fetched."""
    folder = _folder()
    if folder is None or nodes < FROM:
        return ""
    parts = [(folder / name).read_text(encoding="utf-8") for name in SCRIPTS]
    own = resources.files("coldgraph.see").joinpath("template", "webgl.js").read_text(encoding="utf-8")
    return "\n".join(["", _notices(folder), WHERE_WEBGL_IS, *parts, f"(() => {{\n{own}}})();", "}\n"]).replace("\r\n", "\n")


def credits(nodes: int) -> list[str]:
    """What `scripts` puts into the page for so many nodes: 'sigma 3.0.3 (MIT)'."""
    folder = _folder()
    if folder is None or nodes < FROM:
        return []
    heads = [section.split("\n", 1)[0] for section in _sections(folder)]
    return [f"{name} ({licence})" for name, _, licence in (head.partition(": ") for head in heads)]


def _folder() -> Path | None:
    return next((place for place in PLACES if all((place / name).is_file() for name in SCRIPTS)), None)


def _notices(folder: Path) -> str:
    """The licences of what is put into the page, as a comment."""
    return "/*!\n" + "".join(_sections(folder)).replace("*/", "* /") + "*/"


def _sections(folder: Path) -> list[str]:
    sections = (folder / "LICENCES.txt").read_text(encoding="utf-8").split("=" * 78 + "\n")
    return [section for section in sections if section.startswith(NAMES)]
