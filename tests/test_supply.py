"""What the program is made of: every dependency is locked with hashes, and none has a licence that binds users."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUN_TIME = ["", "cluster", "measures", "notebook", "serve", "studies", "train"]
BINDING = re.compile(r"\b(?:A?GPL|Affero|GNU General Public|GNU Affero|SSPL|EUPL)", re.IGNORECASE)
LESSER = re.compile(r"\b(?:LGPL|Lesser General Public)", re.IGNORECASE)


def asked(extra: str) -> list[Requirement]:
    given = PROJECT["dependencies"] if not extra else PROJECT["optional-dependencies"][extra]
    return [Requirement(words) for words in given]


def locked(name: str) -> dict[str, str]:
    """The version of each package in a file of requirements, the last one where markers tell several apart."""
    lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
    found = (re.match(r"([\w.-]+)==([^ ;\\]+)", line) for line in lines)
    return {canonicalize_name(m[1]): m[2] for m in found if m}


def installed(extras: list[str]) -> Iterator[str]:
    """The names of all packages that are installed for these parts of the program, those that they need in turn included."""
    waiting, seen = [r for extra in extras for r in asked(extra)], set[str]()
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        if name in seen or name == "coldgraph":
            continue
        seen.add(name)
        try:
            needs = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        yield name
        parts = [Requirement(words) for words in needs]
        waiting += [r for r in parts if not r.marker or any(r.marker.evaluate({"extra": e}) for e in ("", *wanted.extras))]


def licence(name: str) -> str:
    """What a package says of its licence: the expression, else the classifiers, else the first line of the old field."""
    told = distribution(name).metadata
    classified = [words for words in told.get_all("Classifier") or [] if words.startswith("License ::")]
    return told.get("License-Expression") or "; ".join(classified) or (told.get("License") or "").split("\n")[0]


def binds(words: str) -> bool:
    """Whether a licence would bind those who use the program; one of several to choose from is enough to be free."""
    return all(BINDING.search(LESSER.sub("", part)) or LESSER.search(part) for part in re.split(r"\bOR\b|;", words) if part.strip())


def test_no_licence_binds_who_uses_the_program() -> None:
    told = {name: licence(name) for name in installed(RUN_TIME)}
    assert len(told) > 20
    assert {name: words for name, words in told.items() if not words or binds(words)} == {}


@pytest.mark.parametrize("words", ["GPL-3.0-only", "OSI Approved :: GNU Affero General Public License v3", "LGPL-2.1", "MIT AND GPL-2.0"])
def test_a_binding_licence_is_seen(words: str) -> None:
    assert binds(words) and not binds(f"MIT OR {words}")


@pytest.mark.parametrize("extra", ["", *sorted(PROJECT["optional-dependencies"].keys() - {"bench"})])  # rivals are no part of it
def test_the_lock_has_what_the_project_asks_for(extra: str) -> None:
    """Where this fails: make lock."""
    known = locked("test.txt")
    wanted = [r for r in asked(extra) if r.name != "coldgraph"]
    assert [str(r) for r in wanted if canonicalize_name(r.name) not in known] == []
    assert [str(r) for r in wanted if not r.specifier.contains(known[canonicalize_name(r.name)], prereleases=True)] == []


def test_every_line_of_the_lock_has_a_hash() -> None:
    entries = (ROOT / "requirements" / "test.txt").read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    assert len(entries) > 50 and [line for line in entries if "--hash=sha256:" not in line] == []


def test_the_least_versions_are_those_of_the_project() -> None:
    known = locked("minimal.txt")
    wanted = [r for extra in ("", "serve", "measures", "notebook") for r in asked(extra)]
    bounds = {r.name: s.version for r in wanted for s in r.specifier if s.operator == ">="}
    assert {n: (known[canonicalize_name(n)], v) for n, v in bounds.items() if not _same(known[canonicalize_name(n)], v)} == {}


def _same(one: str, other: str) -> bool:
    parts = [re.sub(r"(\.0)+$", "", v) for v in (one, other)]
    return parts[0] == parts[1]
