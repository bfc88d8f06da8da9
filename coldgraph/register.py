"""Which sources a build is about, and the names by which a graph knows them from one build to the next."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coldgraph import ids
from coldgraph.read import Failure, Source, sources


@dataclass(frozen=True, slots=True)
class Register:
    """What lies below the given paths.

    ``sources`` can be read, ``failed`` cannot, ``aside`` were left out by their name or place;
    ``places`` are the paths of the sources, seen from the graph's folder.
    """

    sources: tuple[Source, ...]
    failed: tuple[Failure, ...]
    aside: tuple[Failure, ...]
    places: Mapping[str, str]


def register(paths: Sequence[Path], root: Path, known: Mapping[str, Mapping[str, Any]]) -> Register:
    """Find the sources; ``root`` is the graph's folder, ``known`` the sources that its manifest lists."""
    names, good, failed, aside = _Names(root, known), [], [], []
    for source in sources(paths):
        if _within(source.path, root) and source.path not in paths:
            continue
        named = replace(source, name=names.of(source))
        if source.aside:
            aside.append(Failure(source.name, source.aside))
        elif wrong := _wrong(named, root):
            failed.append(wrong)
        else:
            good.append(named)
    return Register(tuple(good), tuple(failed), tuple(aside), names.places)


def suffixes(names: Iterable[str], known: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """What keeps documents of sources with one stem apart: nothing for the first by name, a digest for the others.

    A source that the graph knows keeps what it has: identifiers that were cited do not change because a namesake comes.
    """
    first = {_stem(name): name for name, entry in known.items() if not entry.get("suffix")}
    for name in sorted(names):
        first.setdefault(_stem(name), name)
    return {name: _suffix(name, known.get(name), first) for name in names}


def _suffix(name: str, known: Mapping[str, Any] | None, first: Mapping[str, str]) -> str:
    if known is not None:
        return str(known.get("suffix", ""))
    return "" if first[_stem(name)] == name else f"-{ids.digest(name)}"


def _stem(name: str) -> str:
    return ids.slug(Path(name).stem)


class _Names:
    """A source keeps the name under which the graph knows it; a new one never takes the name of another that still exists."""

    def __init__(self, root: Path, known: Mapping[str, Mapping[str, Any]]) -> None:
        self._root = root
        self._known = {name: str(entry["place"]) for name, entry in known.items()}
        self._by_place = {place: name for name, place in self._known.items()}
        self.places: dict[str, str] = {}

    def of(self, source: Source) -> str:
        place = _place(source.path, self._root)
        name = self._by_place.get(place) or next(n for n in self._candidates(source, place) if self._free(n, place))
        self.places[name] = place
        return name

    def _candidates(self, source: Source, place: str) -> Iterable[str]:
        yield source.name
        yield f"{source.path.absolute().parent.name}/{source.name}".encode("utf-8", "replace").decode()
        yield f"{source.name}-{ids.digest(place)}"

    def _free(self, name: str, place: str) -> bool:
        if name in self.places:
            return False
        other = self._known.get(name, place)
        return other == place or not os.path.lexists(self._root / other)


def _place(path: Path, root: Path) -> str:
    real, base = os.path.realpath(path), os.path.realpath(root)
    try:
        return Path(os.path.relpath(real, base)).as_posix()
    except ValueError:  # another drive
        return Path(real).as_posix()


def _within(path: Path, root: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def _wrong(source: Source, root: Path) -> Failure | None:
    """Why a source cannot be read at all."""
    path = source.path
    if _within(path, root):
        return Failure(source.name, "lies in the graph's own folder", "move it out of there: the folder is the graph's alone")
    if os.path.isdir(path):
        return _folder(source)
    if os.path.exists(path) and not os.path.isfile(path):
        return Failure(source.name, "is neither a file nor a folder", "save it as a file")
    try:
        path.open("rb").close()
    except OSError as error:
        return Failure(source.name, f"cannot be opened: {error.strerror or error}", "check the path and the rights of the file")
    return None


def _folder(source: Source) -> Failure:
    try:
        os.listdir(source.path)
    except OSError as error:
        return Failure(source.name, f"the folder cannot be listed: {error.strerror or error}", "check the rights of the folder")
    return Failure(source.name, "is a graph, not a document", "give its sources, or read it with coldgraph query")
