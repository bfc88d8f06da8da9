"""Who stands how to whom: stances as ties, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from coldgraph.see.asker import Asker, Row, ask, term
from coldgraph.see.sources import Evidence, Names, Paper, Ties, cited, papers, sides
from coldgraph.see.window import Window

SIDES = frozenset({"state", "movement"})


@dataclass(frozen=True, slots=True)
class Attitude:
    """A stance with everything that its evidence shows."""

    row: Row
    paper: Paper
    acts: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    sides: dict[str, list[str]] = field(default_factory=dict)

    def voices(self, acting: dict[tuple[str, str], str]) -> set[str]:
        """The speaker, and the sides that speak through the speaker: at the meeting on record, or where the speaker is the holder."""
        speaker = self.row["speaker"] or ""
        held = self.sides.get("holder", []) if speaker == self.row["holder"] else []
        return {speaker, acting.get((self.paper.iri, speaker), ""), *held} - {""}

    @property
    def polarity(self) -> str:
        return term(self.row["polarity"]).lower()

    @property
    def told(self) -> bool:
        return self.row["attributed"] in ("true", "1")

    @property
    def confidence(self) -> float:
        value = self.row["confidence"]
        return float(value) if value else 1.0

    def ends(self, role: str, level: str, known: Names) -> list[str]:
        """The actors at one end: the holder or target itself, or the sides for which it acts."""
        actor = self.row[role] or ""
        if level != "state":
            return [actor]
        return self.sides.get(role, []) or ([actor] if known.kind(actor) in SIDES else [])

    def evidence(self, known: Names) -> Evidence:
        row = self.row
        return {
            "id": row["stance"], "passage": row["passage"], "quote": row["quote"] or "",
            "speaker": known.label(row["speaker"]), "addressee": ", ".join(known.label(a) for a in self.addressees),
            "holder": known.label(row["holder"]), "target": known.label(row["target"]),
            "act": ", ".join(self.acts), "modality": term(row["modality"]).lower(),
            "attributed": self.told, "confidence": self.confidence, **cited(self.paper),
        }  # fmt: skip


def ties(graph: Asker, known: Names, level: str, window: Window, min_confidence: float, attributed: bool, said_by: str = "") -> Ties:
    """Stances between actors or sides, by polarity; those that somebody else tells of only where ``attributed``.

    ``said_by``: only what this speaker says, or whoever speaks for this side.
    """
    found = Ties.none()
    acting = sides(graph) if said_by else {}
    for attitude in attitudes(graph):
        found.read += 1
        why = _refused(attitude, window, min_confidence, attributed)
        if not why and said_by and said_by not in attitude.voices(acting):
            why = "said by others"
        if why:
            found.leave(why)
            continue
        _tie(found, attitude, level, known)
    return found


def _refused(attitude: Attitude, window: Window, min_confidence: float, attributed: bool) -> str:
    if not window.holds(attitude.paper.earliest, attitude.paper.latest):
        return "outside the span of time"
    if attitude.confidence < min_confidence:
        return "below the confidence asked for"
    return "told by somebody else" if attitude.told and not attributed else ""


def _tie(found: Ties, attitude: Attitude, level: str, known: Names) -> None:
    what = attitude.evidence(known)
    pairs = [(h, t) for h in attitude.ends("holder", level, known) for t in attitude.ends("target", level, known) if h != t]
    if not pairs:
        found.leave("within one side or towards no side")
    for holder, target in pairs:
        found.add(holder, target, attitude.polarity, attitude.told, what)


def attitudes(graph: Asker) -> Iterator[Attitude]:
    """All stances of a graph in the order of their IRIs, several values of one slot joined."""
    known_papers, addressees, sides = papers(graph), _addressees(graph), _sides(graph)
    rows: dict[str, list[Row]] = {}
    for row in ask(graph, "stances"):
        rows.setdefault(row["stance"] or "", []).append(row)
    for stance in sorted(rows):
        first = min(rows[stance], key=lambda r: (r["passage"] or "", r["act"] or ""))
        acts = tuple(sorted({term(r["act"]) for r in rows[stance] if r["act"]}))
        iri = first["document"] or ""
        paper = known_papers.get(iri) or Paper(iri, term(iri))
        yield Attitude(first, paper, acts, tuple(addressees.get(stance, ())), sides.get(stance, {}))


def _addressees(graph: Asker) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for row in ask(graph, "stance-addressees"):
        found.setdefault(row["stance"] or "", set()).add(row["addressee"] or "")
    return {stance: sorted(people) for stance, people in found.items()}


def _sides(graph: Asker) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, set[str]]] = {}
    for row in ask(graph, "stance-sides"):
        found.setdefault(row["stance"] or "", {}).setdefault(row["role"] or "", set()).add(row["side"] or "")
    return {stance: {role: sorted(side) for role, side in roles.items()} for stance, roles in found.items()}
