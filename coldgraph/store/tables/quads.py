"""One N-Quads file as subjects with their facts, fast where its lines are as we write them.

Terms stay as the file has them, IRIs in angle brackets and literals in quotes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pyoxigraph as ox

from coldgraph.errors import GraphError

Facts = dict[str, list[str]]

_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def subjects(file: Path) -> dict[str, Facts]:
    """Subject -> predicate -> objects. Raises GraphError where the file is missing or no N-Quads."""
    try:
        text = file.read_bytes().decode()
        return _plain(text) or _parsed(text)
    except (OSError, ValueError, SyntaxError) as broken:
        raise GraphError(f"not usable N-Quads: {broken}", file, "build the graph again") from broken


def _plain(text: str) -> dict[str, Facts] | None:
    """The facts of lines that all have our own form and one graph; None for anything else.

    Splitting them is three times as fast as pyoxigraph's parser, which makes an object of each term.
    """
    *lines, rest = text.split("\n")
    tail = lines[0][lines[0].rfind(" <") :] if lines else ""
    if rest or not tail.endswith("> ."):
        return None
    try:
        found = _split(lines, tail)
    except ValueError:
        return None
    return found if all(subject[0] == "<" for subject in found) else None


def _split(lines: list[str], tail: str) -> dict[str, Facts]:
    found: dict[str, Facts] = {}
    last, facts, cut = "", Facts(), -len(tail)
    for line in lines:
        subject, predicate, thing = line.split(" ", 2)
        if subject != last:
            last, facts = subject, found.setdefault(subject, {})
        if thing[cut:] != tail:
            raise ValueError("another graph, or other white space")
        if predicate in facts:
            facts[predicate].append(thing[:cut])
        else:
            facts[predicate] = [thing[:cut]]
    return found


def _parsed(text: str) -> dict[str, Facts]:
    found: dict[str, Facts] = {}
    for quad in ox.parse(text, format=ox.RdfFormat.N_QUADS):
        objects = found.setdefault(str(quad.subject), {}).setdefault(str(quad.predicate), [])
        if str(quad.object) not in objects:
            objects.append(str(quad.object))
    return found


def value(term: str) -> str:
    """The IRI, or the text of a literal.

    >>> value("<x:a>"), value('"say \\\\"no\\\\""'), value('"3"^^<x:int>')
    ('x:a', 'say "no"', '3')
    """
    if term[0] != '"':
        return term.strip("<>")
    text = term[1 : term.rindex('"')]
    return _ESCAPED.sub(_unescaped, text) if "\\" in text else text


def _unescaped(found: re.Match[str]) -> str:
    short, long, char = found.groups()
    return chr(int(short or long, 16)) if short or long else _SHORT.get(char, char)
