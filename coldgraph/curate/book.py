"""The files of decisions: those shipped with the program and those of a graph, read in order, added to at the end.

    triples/decisions/*.jsonl    GRAPH/decisions/*.jsonl

A file is only ever added to. What holds is what is left when all lines have been read in order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from coldgraph import ids
from coldgraph.curate.decision import PAIRS, Decision, Verdict, parse
from coldgraph.errors import DecisionError

FOLDER = "decisions"
FILE = "decisions.jsonl"


@dataclass(frozen=True, slots=True)
class Book:
    """``every`` decision in the order of the files, those that are in force (``live``), and what is odd about the others."""

    every: tuple[Decision, ...] = ()
    live: tuple[Decision, ...] = ()
    odd: tuple[tuple[str, str], ...] = ()

    @property
    def checksum(self) -> str:
        """The same for the same decisions in force, '' for none."""
        return ids.digest(*(d.line() for d in self.live)) if self.live else ""

    def replaced(self) -> tuple[Decision, ...]:
        """Decisions that are not in force any more: taken back, or decided otherwise later."""
        live = {d.id for d in self.live}
        return tuple(d for d in self.every if d.id not in live and d.verdict is not Verdict.BACK)


def read(*folders: Path) -> Book:
    """The decisions of some folders, one after the other. Raises DecisionError where a line is no decision."""
    return book(d for folder in folders for file in sorted(folder.glob("*.jsonl")) for d in lines(file))


def lines(file: Path) -> Iterator[Decision]:
    """The decisions of a file in order; empty lines and lines that begin with # are passed over."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as broken:
        raise DecisionError(f"cannot be read: {broken}", file, "the file of decisions is UTF-8, a line of JSON a decision") from broken
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield parse(line, f"{file}, line {number}")


def book(decisions: Iterable[Decision]) -> Book:
    """What is in force: of several decisions about one thing the last that was not taken back."""
    every, standing, odd = tuple(decisions), list[Decision](), []
    for decision in every:
        if decision.verdict is not Verdict.BACK:
            standing.append(decision)
        elif decision.of in {d.id for d in standing}:
            standing = [d for d in standing if d.id != decision.of]
        else:
            odd.append((decision.id, f"takes back {decision.of}, which is not in force"))
    last = {subject(d): d for d in standing}
    return Book(every, tuple(last.values()), tuple(odd))


def subject(decision: Decision) -> tuple[object, ...]:
    """What a decision is about: two decisions about one thing cannot both hold."""
    if decision.verdict in PAIRS:
        return ("pair", *sorted(t.id for t in decision.things[:2]))
    if decision.stance:
        slots = decision.stance
        return ("stance", decision.place, *(slots.get(k) for k in ("holder", "target", "polarity", "act", "speaker", "attributed")))
    return ("mention", decision.place) if decision.place else ("thing", decision.things[0].id)


def add(folder: Path, decision: Decision) -> Decision:
    """Write a decision at the end of a folder's file, with its identifier; on the disk before this returns.

    Raises DecisionError where that cannot be done.
    """
    named = parse(decision.named().line(), "the decision")
    file = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("ab+") as out:
            out.write(_break(out) + named.line().encode("utf-8", "replace") + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as broken:
        raise DecisionError(f"cannot be written: {broken.strerror or broken}", file, "give yourself the right to write there") from broken
    return named


def _break(file: BinaryIO) -> bytes:
    """A newline where the last line of the file has none: a write that was cut off must not swallow the next."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"
