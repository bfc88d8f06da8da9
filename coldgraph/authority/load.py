"""Reading of the authority's N-Triples into plain tables.

The files are written by our own scripts (one triple a line, sorted, no blank
nodes), so that they are read line by line, which is several times faster than a
general parser; what does not have that shape is reported with file and line.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from coldgraph.errors import AuthorityError
from coldgraph.ids import BASE, ONTOLOGY
from coldgraph.resources import folder as shipped
from coldgraph.tables import Affiliation, Authority, Entity, Name

KINDS = ("person", "state", "organization", "movement", "place", "topic")
_FORMS = ("adjective", "demonym", "metonym", "epithet")
_LABELS = ("http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2004/02/skos/core#altLabel")
_SOURCE = "http://purl.org/dc/terms/source"
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_CHARACTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_ADVICE = "build it again: python triples/scripts/build_authority.py"

Node = dict[str, list[str]]
Nodes = dict[str, Node]


def load(folder: Path | None = None) -> Authority:
    """The tables of all *.nt files of a folder (the shipped authority where none is given).

    Raises AuthorityError where the folder or its files are missing or a line is broken.
    """
    place = folder or shipped("triples") / "authority"
    files = sorted(place.glob("*.nt")) if place.is_dir() else []
    if not files:
        raise AuthorityError("no authority files (*.nt) here", place, _ADVICE)
    nodes: Nodes = {}
    checksum = hashlib.sha256()
    for file in files:
        checksum.update(_read(file, nodes))
    return Authority(_entities(nodes), tuple(_names(nodes)), tuple(_affiliations(nodes)), checksum.hexdigest())


def lines(folder: Path | None = None) -> Iterator[str]:
    """The lines of all files that `load` reads, as they stand."""
    for file in sorted((folder or shipped("triples") / "authority").glob("*.nt")):
        yield from file.read_text(encoding="utf-8").split("\n")


def checksum(folder: Path | None = None) -> str:
    """The checksum that `load` gives the authority as its version, without reading the triples."""
    known = hashlib.sha256()
    for file in sorted((folder or shipped("triples") / "authority").glob("*.nt")):
        known.update(file.name.encode() + b"\0" + file.read_bytes())
    return known.hexdigest()


def _read(file: Path, nodes: Nodes) -> bytes:
    """Adds a file's triples to the nodes; returns its name and bytes for the checksum."""
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthorityError(f"cannot be read as UTF-8: {error}", file, _ADVICE) from error
    _triples(text, file, nodes)
    return file.name.encode() + b"\0" + raw


def _triples(text: str, file: Path, nodes: Nodes) -> None:
    """The lines of a file; those of one subject stand together, and there are few predicates."""
    last, node, terms = "", Node(), _Terms()
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        subject, predicate, value = _parts(line, number, file)
        if subject != last:
            last, node = subject, nodes.setdefault(_local(subject[1:-1]), {})
        node.setdefault(terms[predicate], []).append(value if "\\" not in value else _ESCAPE.sub(_unescape, value))


class _Terms(dict[str, str]):
    """Predicates as they are written, by their names in the ontology."""

    def __missing__(self, predicate: str) -> str:
        term = self[predicate] = _term(predicate[1:-1])
        return term


def _parts(line: str, number: int, file: Path) -> tuple[str, str, str]:
    """Subject and predicate as they are written, and the value without its marks and type."""
    parts = line.split(" ", 2)
    if len(parts) < 3 or line[0] != "<" or parts[1][0] != "<" or line[-2:] != " .":
        raise AuthorityError("no N-Triples line", f"{file}, line {number}", _ADVICE)
    subject, predicate, value = parts
    if value[0] == "<":
        return subject, predicate, value[1:-3]
    end = value.rfind('"', 0, -2) if value[0] == '"' else -1
    if end < 1:
        raise AuthorityError("a value that is neither an IRI nor a literal", f"{file}, line {number}", _ADVICE)
    return subject, predicate, value[1:end]


def _unescape(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    return chr(int(short or long, 16)) if short or long else _CHARACTERS.get(letter, letter)


def _local(iri: str) -> str:
    return iri.removeprefix(BASE)


def _term(iri: str) -> str:
    return iri.removeprefix(ONTOLOGY)


def _first(node: Node, term: str) -> str:
    return node.get(term, [""])[0]


def _reference(node: Node, term: str) -> str:
    return _local(_first(node, term))


def _day(node: Node, term: str, where: str) -> date | None:
    written = _first(node, term)
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise AuthorityError(f"{written!r} is no date", where, _ADVICE) from error


def _year(node: Node, term: str, month: int, day: int, where: str) -> date | None:
    written = _first(node, term)
    try:
        return date(int(written), month, day) if written else None
    except ValueError as error:
        raise AuthorityError(f"{written!r} is no year", where, _ADVICE) from error


def _of_kind(nodes: Nodes, kinds: Iterable[str]) -> Iterator[tuple[str, str, Node]]:
    wanted = frozenset(kinds)
    for id_, node in nodes.items():
        kind, slash, _ = id_.partition("/")
        if slash and kind in wanted:
            yield id_, kind, node


def _entities(nodes: Nodes) -> dict[str, Entity]:
    return {id_: _entity(id_, kind, node) for id_, kind, node in _of_kind(nodes, KINDS)}


def _entity(id_: str, kind: str, node: Node) -> Entity:
    label = _first(node, _LABELS[0])
    if not label:
        raise AuthorityError("an entity without skos:prefLabel", id_, _ADVICE)
    since = _day(node, "earliest", id_) or _year(node, "activeFrom", 1, 1, id_)
    until = _day(node, "latest", id_) or _year(node, "activeUntil", 12, 31, id_)
    side = _reference(node, "side") or _reference(node, "inState")
    return Entity(id_, kind, label, since, until, int(_first(node, "listedIn") or 0), side, frozenset(_first(node, "field").split()))


def _names(nodes: Nodes) -> Iterator[Name]:
    for id_, _, node in _of_kind(nodes, KINDS):
        yield from _own_names(id_, node)
    for id_, _, node in _of_kind(nodes, ("nameuse",)):
        yield _name_use(id_, node)


def _own_names(id_: str, node: Node) -> Iterator[Name]:
    told = defaultdict(list)
    for kind in _FORMS:
        for form in node.get(kind, ()):
            told[form].append(kind)
    labels = dict.fromkeys(form for label in _LABELS for form in node.get(label, ()))
    for form in dict.fromkeys([*labels, *told]):
        for kind in told.get(form, ["name"]):
            yield Name(form, id_, kind)
    for form in node.get("familyName", ()):
        yield Name(form, id_, "family")


def _name_use(id_: str, node: Node) -> Name:
    form, of = _first(node, "form"), _reference(node, "nameOf")
    if not form or not of:
        raise AuthorityError("a name use without form or nameOf", id_, _ADVICE)
    return Name(form, of, _first(node, "formKind") or "name", _day(node, "earliest", id_), _day(node, "latest", id_))


def _affiliations(nodes: Nodes) -> Iterator[Affiliation]:
    for id_, _, node in _of_kind(nodes, ("affiliation",)):
        person = _reference(node, "affiliate")
        if not person:
            raise AuthorityError("an affiliation without cg:affiliate", id_, _ADVICE)
        yield Affiliation(
            person=person,
            side=_reference(node, "side"),
            office=_reference(node, "office").removeprefix("office/"),
            at=_reference(node, "accreditedTo"),
            since=_day(node, "earliest", id_),
            until=_day(node, "latest", id_),
            words=_first(node, "capacity"),
            source=_local(_first(node, _SOURCE)),
        )
