"""CSV files of published facts, read row by row; what is wrong is told with its line and column."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from coldgraph.errors import UnreadableSource

LARGEST = 200_000_000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: its line in the file, the column ('' for the whole row), and why. ``kept``: it was used all the same."""

    line: int
    column: str
    what: str
    kept: bool = False

    def __str__(self) -> str:
        return f"line {self.line}{f', column {self.column}' if self.column else ''}: {self.what}"


class Wrong(Exception):
    """A value of a row that cannot be used."""

    def __init__(self, column: str, what: str) -> None:
        super().__init__(what)
        self.column, self.what = column, what


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line in the file, and its values by column."""

    line: int
    values: Mapping[str, str]

    def text(self, column: str) -> str:
        """A value that must be there."""
        if found := self.values.get(column, "").strip():
            return found
        raise Wrong(column, "is empty")

    def day(self, column: str) -> date:
        return self._as(column, date.fromisoformat, "no day (YYYY-MM-DD)")

    def year(self, column: str) -> int:
        return self._as(column, lambda text: date(int(text), 1, 1).year, "no year")

    def whole(self, column: str) -> int:
        return self._as(column, int, "no whole number")

    def number(self, column: str) -> float:
        """A finite number."""
        found = self._as(column, float, "no number")
        if found - found != 0:
            raise Wrong(column, f"{found} is no number to reckon with")
        return found

    def _as(self, column: str, read: Callable[[str], T], what: str) -> T:
        text = self.text(column)
        try:
            return read(text)
        except ValueError as error:
            raise Wrong(column, f"{text[:60]!r} is {what}") from error


@dataclass(slots=True)
class Sheet:
    """A file's rows; ``problems`` grows while they are used."""

    rows: list[Row]
    columns: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def each(self) -> Iterator[Row]:
        return iter(self.rows)

    def used(self, row: Row, make: Callable[[Row], T]) -> T | None:
        """What is made of a row; None, and a problem, where a value is wrong."""
        try:
            return make(row)
        except Wrong as wrong:
            self.problems.append(Problem(row.line, wrong.column, wrong.what))
            return None


def read(data: bytes, place: object, required: tuple[str, ...], renamed: Mapping[str, str] | None = None) -> Sheet:
    """A CSV file with a heading; UTF-8, else Latin-1. ``renamed`` are other names under which columns are known.

    Raises UnreadableSource where it is no such file or lacks a required column.
    """
    if len(data) > LARGEST or b"\0" in data:
        raise UnreadableSource("no CSV file of facts: it is binary or over 200 MB", place, "give the data set as CSV")
    lines = csv.reader(io.StringIO(_text(data), newline=""), strict=True)
    try:
        return _sheet(lines, place, required, renamed or {})
    except csv.Error as error:
        raise UnreadableSource(f"line {lines.line_num}: {error}", place, "is every quotation mark closed?") from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _sheet(lines: Iterator[list[str]], place: object, required: tuple[str, ...], renamed: Mapping[str, str]) -> Sheet:
    heading = [name.strip() for name in next(lines, [])]
    columns = [renamed.get(name.lower(), name.lower()) for name in heading]
    if missing := [name for name in required if name not in columns]:
        told = ", ".join(heading)[:200] or "nothing"
        raise UnreadableSource(
            f"line 1: column {', '.join(missing)} is missing (it has {told})", place, f"columns needed: {', '.join(required)}"
        )
    sheet, start = Sheet([], tuple(columns)), 2
    for values in lines:
        _row(sheet, start, values)
        start = int(lines.line_num) + 1  # type: ignore[attr-defined]
    return sheet


def _row(sheet: Sheet, line: int, values: list[str]) -> None:
    if len(values) == len(sheet.columns):
        sheet.rows.append(Row(line, dict(zip(sheet.columns, values, strict=True))))
    elif values:
        sheet.problems.append(Problem(line, "", f"{len(values)} values, the heading has {len(sheet.columns)} columns"))


def of_file(path: Path) -> bytes:
    """The bytes of a file. Raises UnreadableSource where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableSource("over 200 MB", path, "give the data set as CSV, without what is not needed")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"cannot be read: {error.strerror}", path, "check the path") from error
