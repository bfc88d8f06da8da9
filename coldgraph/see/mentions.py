"""Who speaks of whom: the actors that a speaker names, or that an unsigned document names."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from coldgraph.see.asker import Asker, Row, ask, term
from coldgraph.see.sources import Evidence, Names, Paper, Ties, cited, papers, sides
from coldgraph.see.window import Window

NAMED = "named"
ACTORS = frozenset({"person", "state", "organization", "movement"})
_SENTENCE_END = re.compile(r"[.!?…]['\"’”)\]]*\s+|\n+")
_OTHER_VOICES = frozenset({"Header", "SpeakerLabel", "ArchiveDescription", "Boilerplate", "Note", "EditorInsertion"})


@dataclass(frozen=True, slots=True)
class Speech:
    """A turn: who speaks from where to where, and the words."""

    start: int
    end: int
    speaker: str
    quote: str

    def sentence(self, start: int, end: int) -> str:
        """The sentence around a span of the document, '' where the words are not kept."""
        before, after = start - self.start, end - self.start
        if not 0 <= before < after <= len(self.quote):
            return ""
        breaks = [m.end() for m in _SENTENCE_END.finditer(self.quote)]
        first = max((b for b in breaks if b <= before), default=0)
        last = min((b for b in breaks if b >= after), default=len(self.quote))
        return self.quote[first:last].strip()


def ties(graph: Asker, known: Names, level: str, window: Window, said_by: str = "") -> Ties:
    """Speaker (or unsigned document) -> actor named. At the level of states, the speaker's side on that occasion.

    ``said_by``: only what this speaker, or whoever speaks for this side, names.
    """
    known_papers, speeches, found = papers(graph), _speeches(graph), Ties.none()
    acting = sides(graph) if level == "state" or said_by else {}
    for row in sorted(ask(graph, "mentions"), key=lambda r: r["mention"] or ""):
        found.read += 1
        iri = row["document"] or ""
        paper = known_papers.get(iri) or Paper(iri, term(iri))
        speech = _around(speeches.get(iri, []), row)
        why = _refused(row, paper, window, known)
        if not why and said_by and not (speech and said_by in (speech.speaker, acting.get((iri, speech.speaker)))):
            why = "said by others"
        if why:
            found.leave(why)
            continue
        _tie(found, row, paper, speech, level, acting, known)
    return found


def _refused(row: Row, paper: Paper, window: Window, known: Names) -> str:
    if known.kind(row["entity"] or "") not in ACTORS:
        return "no actors, but places or topics"
    if term(row["voice"]) in _OTHER_VOICES:
        return "in the archive's or the editor's words"
    return "" if window.holds(paper.earliest, paper.latest) else "outside the span of time"


def _tie(found: Ties, row: Row, paper: Paper, speech: Speech | None, level: str, acting: dict[tuple[str, str], str], known: Names) -> None:
    source, target = (speech.speaker if speech else paper.iri), row["entity"] or ""
    if level == "state":
        source = acting.get((paper.iri, source), source)
    if source == target or (level == "state" and known.kind(source) != "state") or (level == "state" and known.kind(target) != "state"):
        found.leave("within one side or towards no side")
        return
    found.add(source, target, NAMED, False, _evidence(row, paper, speech, known))


def _evidence(row: Row, paper: Paper, speech: Speech | None, known: Names) -> Evidence:
    quote = speech.sentence(int(row["start"] or 0), int(row["end"] or 0)) if speech else ""
    return {
        "id": row["mention"], "passage": row["mention"], "quote": quote or row["quote"] or "",
        "speaker": known.label(speech.speaker) if speech else "", "addressee": "", "holder": known.label(speech.speaker) if speech else "",
        "target": known.label(row["entity"]), "act": "Mention", "modality": "", "attributed": False, "confidence": 1.0, **cited(paper),
    }  # fmt: skip


def _speeches(graph: Asker) -> dict[str, list[Speech]]:
    found: dict[str, list[Speech]] = {}
    for row in ask(graph, "turns"):
        speech = Speech(int(row["start"] or 0), int(row["end"] or 0), row["speaker"] or "", row["quote"] or "")
        found.setdefault(row["document"] or "", []).append(speech)
    return {document: sorted(turns, key=lambda t: (t.start, t.end, t.speaker)) for document, turns in found.items()}


def _around(speeches: list[Speech], row: Row) -> Speech | None:
    start, end = int(row["start"] or 0), int(row["end"] or 0)
    at = bisect_right(speeches, start, key=lambda t: t.start) - 1
    return speeches[at] if at >= 0 and speeches[at].end >= end else None
