"""Why an answer is empty: the documents of that side and time say nothing of the kind, or there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coldgraph.ask.bind import bind, without_blanks
from coldgraph.ask.names import label
from coldgraph.ask.questions import Question, extra
from coldgraph.store.answer import Absence
from coldgraph.store.contract import Store
from coldgraph.store.terms import Term

_NAMED = ("actor", "place", "topic")


def absence(store: Store, question: Question, values: Mapping[str, Term]) -> Absence:
    """'no documents' where none is of that time, or none of that time has to do with an actor that was asked for; else 'no evidence'."""
    time = {name: values[name] for name in ("since", "until") if name in values}
    if not (documents := _counts(store, "documents", time)[0]):
        return Absence("no documents", f"no documents{_span(time)}: an empty answer says nothing about what happened")
    known = [(name, *_counts(store, "of-actor", {**time, "actor": values[p]})) for p, name in _asked(store, question, values)]
    if missing := [name for name, _, all_of_it in known if not all_of_it]:
        return Absence("no documents", f"no documents of {missing[0]}{_span(time)}: none of {documents:,} names it, or records it speaking")
    told = "; ".join(f"{name}: {all_of_it:,} name or record it, in {acts:,} it speaks or takes part" for name, acts, all_of_it in known)
    return Absence("no evidence", f"no evidence in {documents:,} documents{_span(time)}" + (f" ({told})" if told else ""))


def _counts(store: Store, query: str, values: Mapping[str, Term]) -> list[int]:
    return [int(term.value) if term else 0 for term in store.query(without_blanks(bind(extra(query).text, values))).rows[0]]


def _asked(store: Store, question: Question, values: Mapping[str, Term]) -> Iterator[tuple[str, str]]:
    """Each parameter that was given an actor, place or topic, and the name of that."""
    for parameter in question.parameters:
        if parameter.kind in _NAMED and parameter.name in values:
            yield parameter.name, label(store, values[parameter.name].value)


def _span(time: Mapping[str, Term]) -> str:
    since, until = (time[n].value if n in time else "" for n in ("since", "until"))
    if since and until:
        return f" from {since} to {until}"
    return f" since {since}" if since else f" until {until}" if until else ""
