"""An answer as a table of HTML for notebooks: words of documents are text there and never markup."""

from __future__ import annotations

from html import escape

from coldgraph.store.answer import Answer
from coldgraph.store.formats import harmless, short
from coldgraph.store.terms import Term

SHOWN = 100
_CELL = "text-align:left;vertical-align:top;max-width:36em"


def html(answer: Answer, shown: int = SHOWN) -> str:
    """The first ``shown`` rows, and below them how many there are, that a limit cut the answer off, or why it is empty.

    >>> html(Answer(("a",), ((Term("literal", "<b>"),),))).count("&lt;b&gt;")
    1
    """
    if answer.kind == "ask":
        return f"<p>{'yes' if answer else 'no'}</p>"
    head = "".join(f'<th style="{_CELL}">{_safe(c)}</th>' for c in answer.columns)
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in answer.rows[:shown])
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table><p>{_safe(_below(answer, shown))}</p>"


def _cell(term: Term | None) -> str:
    return f'<td style="{_CELL}">{_safe(short(term))}</td>'


def _safe(text: str) -> str:
    return escape(harmless(text))


def _below(answer: Answer, shown: int) -> str:
    if answer.absence:
        return answer.absence.words
    count = f"{len(answer):,} rows" if len(answer) != 1 else "1 row"
    some = f"the first {shown:,} of " if len(answer) > shown else ""
    return some + count + (", cut off by the row limit" if answer.truncated else "")
