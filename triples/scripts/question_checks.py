"""The hand checks of the named questions: rows to read, and the table that follows from the verdicts.

    python triples/scripts/question_checks.py draw GRAPH [QUESTION ...]
    python triples/scripts/question_checks.py table [GRAPH]

``draw`` prints up to twenty rows a question, at even distances over its whole answer, each with the text around its
quotation. The verdicts are kept in `triples/gold/questions/QUESTION.csv`. ``table`` prints the table of docs/questions.md; with
a graph it also says how many of the judged rows that graph's answers still hold.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from scipy.stats import binomtest

import coldgraph
from coldgraph.ask.questions import questions

HERE = Path(__file__).resolve().parent.parent / "gold" / "questions"
ROWS, AROUND = 20, 400
SOURCES = (("document", "quotation"), ("behindDocument", "behindQuotation"), ("secondDocument", "secondQuotation"))
TOLD = {"date", "title", "quotation", "document", "citation", "documentDate", "capacity"}  # the source, and what is in its words
COUNTS = {"positive", "negative", "speakers", "documents", "archives", "mentions", "pieces", "confidence", "lasting", "others"}
Row = dict[str, str]


def asked() -> list[str]:
    """The questions that are checked: all but the tables."""
    return [q.name for q in questions() if not q.name.startswith("table-")]


def values(name: str) -> dict[str, str]:
    """The values of the parameters that a question is checked with: those that it requires."""
    with (HERE / "values.csv").open(encoding="utf-8", newline="") as file:
        return {row["parameter"]: row["value"] for row in csv.DictReader(file) if row["question"] == name}


def answer(graph: coldgraph.Graph, name: str) -> list[Row]:
    """The rows of a question's answer, as text by column."""
    found = graph.ask(name, **values(name))
    return [{c: term.value if term else "" for c, term in zip(found.columns, row, strict=True)} for row in found.rows]


def drawn(rows: list[Row]) -> list[tuple[int, Row]]:
    """Up to twenty rows at even distances, with their numbers."""
    few = min(ROWS, len(rows))
    return [(at, rows[at]) for at in ((2 * i + 1) * len(rows) // (2 * few) for i in range(few))]


def spot(texts: Path, document: str, quotation: str) -> str:
    """Where a quotation stands: 'frus1961-63v06-d8:120-180', the document alone where it is no part of the text."""
    name = document.rsplit("/", 1)[-1]
    start = text(texts, name).find(quotation) if quotation else -1
    return f"{name}:{start}-{start + len(quotation)}" if start >= 0 else name


def text(texts: Path, name: str) -> str:
    file = texts / f"{name}.txt"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def key(row: Row, texts: Path) -> tuple[str, str]:
    """(where the words of a row stand, what it says in its other columns); counts are left out."""
    places = [spot(texts, row[d], row[q]) for d, q in SOURCES if row.get(d)]
    lone = {c for c in row if c in TOLD | COUNTS or (c.startswith(("behind", "second")) and c not in ("second", "secondSide"))}
    return " ".join(places), " | ".join(value for column, value in row.items() if column not in lone)


def draw(place: str, names: list[str]) -> None:
    texts = Path(place) / "texts"
    with coldgraph.open(place) as graph:
        for name in names or asked():
            rows = answer(graph, name)
            show(f"\n##### {name} ({len(rows)} rows) {values(name)}\n")
            for number, row in drawn(rows):
                show(f"\n=== {number}\n{key(row, texts)}\n{row}\n")
                for document, quotation in SOURCES:
                    if row.get(document):
                        show(passage(texts, row[document], row[quotation]))


def passage(texts: Path, document: str, quotation: str) -> str:
    whole = text(texts, document.rsplit("/", 1)[-1])
    start = max(whole.find(quotation), 0)
    return f"... {whole[max(0, start - AROUND) : start + len(quotation) + AROUND]} ...\n"


def verdicts(name: str) -> list[Row]:
    """The judged rows of a question: where, row, verdict (right or wrong), reason; none where nobody judged it."""
    file = HERE / f"{name}.csv"
    return rows_of(file) if file.exists() else []


def rows_of(file: Path) -> list[Row]:
    with file.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


def table(place: str = "") -> None:
    """The table of docs/questions.md, most often right first; with a graph, how many judged rows it still answers."""
    faults = {row["question"]: row["fault"] for row in rows_of(HERE / "faults.csv")}
    counts = {name: (sum(r["verdict"] == "right" for r in judged), len(judged)) for name in asked() if (judged := verdicts(name))}
    held = kept(place, list(counts)) if place else {}
    heading = ["question", "right", "checked", "95 %", *(["still in the answer"] if place else []), "what is wrong in the others"]
    show(line(heading) + line(["---"] * len(heading)))
    for name, (right, checked) in sorted(counts.items(), key=lambda item: (-item[1][0] / item[1][1], item[0])):
        share = binomtest(right, checked).proportion_ci(method="wilson")
        show(line([name, right, checked, f"{share.low:.2f}-{share.high:.2f}", *([held[name]] if place else []), faults.get(name, "")]))
    right, checked = (sum(numbers) for numbers in zip(*counts.values(), strict=True))
    show(f"\n{right} of {checked} rows are right.\n")


def line(cells: list[str] | list[str | int]) -> str:
    return f"| {' | '.join(map(str, cells))} |\n"


def kept(place: str, names: list[str]) -> dict[str, int]:
    """How many judged rows of each question a graph's answer holds: the same words at the same place, read in the same way."""
    texts = Path(place) / "texts"
    with coldgraph.open(place) as graph:
        found = {name: {key(row, texts) for row in answer(graph, name)} for name in names}
    return {name: sum((row["where"], row["row"]) in found[name] for row in verdicts(name)) for name in names}


def main() -> None:
    match sys.argv[1:]:
        case ["draw", place, *names]:
            draw(place, names)
        case ["table", *place] if len(place) < 2:
            table(*place)
        case _:
            raise SystemExit(__doc__)


def show(words: str) -> None:
    sys.stdout.write(words)


if __name__ == "__main__":
    main()
