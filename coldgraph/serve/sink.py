"""Where an answer is written before its first byte goes out: counted, bounded, on disk once it is large."""

from __future__ import annotations

import re
from pathlib import Path
from typing import IO

import pyoxigraph as ox

from coldgraph.serve.refused import Refused

SMALL = 2**18
_ADVICE = "add a LIMIT, or ask for less"

# What stands between two rows, or in each. It cannot occur in a value: there quotes and signs are escaped.
# (In JSON a row that binds nothing, {}, is not told from a value and not counted.)
_MARKS: dict[object, tuple[re.Pattern[bytes], int, int]] = {
    ox.QueryResultsFormat.JSON: (re.compile(rb'\}\},\{"[^},]'), 6, 1),
    ox.QueryResultsFormat.XML: (re.compile(rb"<result>"), 8, 0),
    ox.QueryResultsFormat.TSV: (re.compile(rb"\n"), 1, -1),
}


class Sink:
    """A file to write to that raises Refused (400) when the answer has more than ``rows`` rows or ``size`` bytes.

    Up to SMALL bytes are kept in ``small``; an answer that is larger lies in the file ``place``.
    """

    def __init__(self, place: Path, size: int, rows: int, form: object) -> None:
        self._place, self._size, self._most = place, size, rows
        self._rows: _Marked | _Lines | None = _Lines() if form == ox.QueryResultsFormat.CSV else _marked(form)
        self._file: IO[bytes] | None = None
        self.small, self.length = bytearray(), 0

    def write(self, data: bytes) -> int:
        self.length += len(data)
        if self.length > self._size:
            raise Refused(400, f"the answer is larger than {self._size:,} bytes", _ADVICE)
        if self._rows and self._rows.count(data) > self._most:
            raise Refused(400, f"the answer has more than {self._most:,} rows", _ADVICE)
        self._keep(data)
        return len(data)

    def flush(self) -> None:
        if self._file:
            self._file.flush()

    def close(self) -> None:
        if self._file:
            self._file.close()

    def _keep(self, data: bytes) -> None:
        if self._file is None and self.length > SMALL:
            self._file = self._place.open("wb")
            self._file.write(self.small)
            self.small.clear()
        if self._file:
            self._file.write(data)
        else:
            self.small += data


class _Marked:
    """Rows told by a mark of a known length."""

    def __init__(self, mark: re.Pattern[bytes], length: int, first: int) -> None:
        self._mark, self._length, self._rows, self._rest = mark, length, first, b""

    def count(self, data: bytes) -> int:
        text = self._rest + data
        self._rows += sum(1 for _ in self._mark.finditer(text))
        self._rest = text[max(0, len(text) - self._length + 1) :]
        return self._rows


class _Lines:
    """Rows of CSV: ends of lines outside quotation marks, the header left out."""

    def __init__(self) -> None:
        self._rows, self._quoted = -1, False

    def count(self, data: bytes) -> int:
        for i, piece in enumerate(data.split(b'"')):
            self._quoted ^= i > 0
            self._rows += 0 if self._quoted else piece.count(b"\n")
        return self._rows


def _marked(form: object) -> _Marked | None:
    return _Marked(*_MARKS[form]) if form in _MARKS else None
