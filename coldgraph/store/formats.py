"""An answer written as a table, CSV, TSV, JSON, XML, Markdown or Turtle.

CSV can be had in two ways. By the recommendation a cell holds the bare value, and a spreadsheet takes a quotation that
begins with '=', '+', '-' or '@' for a formula. ``guard`` puts an apostrophe before such a cell. Files for people (the
command line, `Answer.csv`) are guarded unless that is switched off; what programs exchange is by the recommendation.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable

from coldgraph.ids import BASE
from coldgraph.store.answer import Answer
from coldgraph.store.terms import Term

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_UNWRITABLE = re.compile(r"\\u00(?:0[0-8bBcCeEfF]|1[0-9a-fA-F])|[\ufffe\uffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROW = 12
_SOURCE = ("document", "citation")


def harmless(text: str) -> str:
    """Text without control characters, so that words of a document cannot steer a terminal.

    >>> harmless("a" + chr(27) + "[31mb")
    'a\\ufffd[31mb'
    """
    return _CONTROL.sub("\ufffd", text)


def no_formula(text: str) -> str:
    """Text for a cell of CSV, with an apostrophe before what a spreadsheet would run as a formula.

    >>> no_formula("=1+1"), no_formula("a=1")
    ("'=1+1", 'a=1')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def short(term: Term | None) -> str:
    """A term as a reader wants it: coldgraph's own IRIs without their base.

    >>> short(Term("iri", "https://w3id.org/coldgraph/id/state/china"))
    'state/china'
    """
    if term is None:
        return ""
    return term.value.removeprefix(BASE) if term.kind == "iri" else term.value


def table(answer: Answer, width: int = 0) -> str:
    """Columns side by side; cells that do not fit into ``width`` are wrapped, never cut.

    Where rows have document and citation, a number stands for them, and the sources are listed below.
    """
    if answer.kind == "ask":
        return "yes\n" if answer else "no\n"
    cells = [[_one_line(short(t)) for t in row] for row in answer.rows]
    columns, cells, sources = _numbered(answer.columns, cells)
    widths = _widths(columns, cells, width)
    lines = [_line(columns, widths), "  ".join("-" * w for w in widths)]
    lines += [line for row in cells for line in _wrapped(row, widths)]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, *sources])


def comma_separated(answer: Answer, guard: bool = False) -> str:
    """CSV as SPARQL 1.1 has it: a header of variable names, bare values, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([_cell(t, guard) for t in row])
    return out.getvalue()


def tab_separated(answer: Answer) -> str:
    """TSV as SPARQL 1.1 has it: variables with '?', terms in Turtle's syntax."""
    return _standard(answer, "TSV")


def xml(answer: Answer) -> str:
    """SPARQL Query Results XML. Characters that XML cannot hold become U+FFFD."""
    return _standard(answer, "XML") + "\n"


def _standard(answer: Answer, form: str) -> str:
    """By Oxigraph's own writer."""
    import pyoxigraph as ox

    told = _UNWRITABLE.sub("\ufffd", answer.json()) if form == "XML" else answer.json()
    results = ox.parse_query_results(told, format=ox.QueryResultsFormat.JSON)
    return (results.serialize(format=getattr(ox.QueryResultsFormat, form)) or b"").decode("utf-8")


def markdown(answer: Answer) -> str:
    """A pipe table; markup characters of the values are escaped."""
    lines = ["| " + " | ".join(answer.columns) + " |", "|" + " --- |" * len(answer.columns)]
    lines += ["| " + " | ".join(_marked(short(t)) for t in row) + " |" for row in answer.rows]
    return "".join(f"{line}\n" for line in lines)


def turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT, sorted, as N-Triples (which are Turtle)."""
    lines = {" ".join(t.n3() for t in row if t is not None) + " .\n" for row in answer.rows}
    return "".join(sorted(lines))


def json(answer: Answer) -> str:
    return answer.json() + "\n"


WRITERS: dict[str, Callable[[Answer], str]] = {
    "table": table,
    "csv": comma_separated,
    "tsv": tab_separated,
    "json": json,
    "xml": xml,
    "turtle": turtle,
    "markdown": markdown,
}


def _cell(term: Term | None, guard: bool) -> str:
    if term is None:
        return ""
    value = f"_:{term.value}" if term.kind == "blank" else term.value
    return no_formula(value) if guard and not isinstance(term.python(), int | float) else value


def _numbered(columns: tuple[str, ...], cells: list[list[str]]) -> tuple[tuple[str, ...], list[list[str]], list[str]]:
    """The cells with a number in the place of document and citation, and what the numbers stand for."""
    if not set(_SOURCE) <= set(columns):
        return columns, cells, []
    document, citation = (columns.index(name) for name in _SOURCE)
    kept = [i for i in range(len(columns)) if i not in (document, citation)]
    known = {source: n for n, source in enumerate(dict.fromkeys((row[citation], row[document]) for row in cells), 1)}
    rows = [[*(row[i] for i in kept), f"[{known[row[citation], row[document]]}]"] for row in cells]
    return (*(columns[i] for i in kept), "source"), rows, ["", *(f"[{n}] {' = '.join(filter(None, s))}" for s, n in known.items())]


def _one_line(text: str) -> str:
    return harmless(" ".join(text.split()))


def _marked(text: str) -> str:
    return re.sub(r"([\\|`*_\[\]<>])", r"\\\1", _one_line(text))


def _length(text: str) -> int:
    """How many cells of a terminal the text takes: wide East Asian characters take two, combining marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _widths(columns: tuple[str, ...], cells: list[list[str]], width: int) -> list[int]:
    widths = [max([_length(c), *(_length(row[i]) for row in cells)]) for i, c in enumerate(columns)]
    room = width - 2 * (len(widths) - 1)
    while width and sum(widths) > room and max(widths) > _NARROW:
        widest = widths.index(max(widths))
        second = max([w for i, w in enumerate(widths) if i != widest], default=0)
        widths[widest] = max(_NARROW, min(widths[widest] - 1, max(second, widths[widest] - (sum(widths) - room))))
    return widths


def _line(cells: tuple[str, ...] | list[str], widths: list[int]) -> str:
    return "  ".join(cell + " " * (w - _length(cell)) for cell, w in zip(cells, widths, strict=True))


def _wrapped(row: list[str], widths: list[int]) -> list[str]:
    columns = [_pieces(cell, w) for cell, w in zip(row, widths, strict=True)]
    height = max(map(len, columns), default=1)
    return [_line([c[i] if i < len(c) else "" for c in columns], widths) for i in range(height)]


def _pieces(text: str, width: int) -> list[str]:
    """The text in pieces of at most ``width`` cells, broken at spaces where there are any."""
    pieces, line = [], ""
    for word in text.split(" "):
        line = f"{line} {word}" if line else word
        if _length(line) > width and " " in line:
            pieces.append(line[: -len(word) - 1])
            line = word
        while _length(line) > width:
            cut = _fitting(line, width)
            pieces.append(line[:cut])
            line = line[cut:]
    return [*pieces, line]


def _fitting(text: str, width: int) -> int:
    used = 0
    for i, c in enumerate(text):
        used += _length(c)
        if used > width:
            return max(1, i)
    return len(text)
