"""Who speaks a sentence: a turn's speaker, whoever 'said that', or the author of a letter, telegram or report."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coldgraph.interpret.clauses import FILL, SLOT
from coldgraph.interpret.scene import COLLECTIVE, Scene
from coldgraph.interpret.slots import Slot
from coldgraph.interpret.words import either
from coldgraph.model import Span, Voice

_SAID = re.compile(
    rf"(?P<who>{SLOT}{FILL}*|\b[Hh]e|\b[Ss]he|\bI)(?:,[^,;.]{{2,60}},)?\s+"
    r"(?:(?:then|also|again|further|next|now|therefore|first|finally|\w+ly|had|has|himself|herself|in\s+reply|in\s+response)\s+){0,2}"
    rf"(?:{either('narrating')})\b|^\W{{0,3}}(?:\d+\.\s*)?(?P<first>{SLOT}{FILL}*)\s+(?:then\s+|also\s+)?[a-z]{{3,}}ed\b"
)
_CLOSING = re.compile(
    rf",[”\"]?\s+(?P<who>{SLOT}{FILL}*|he|she)\s+(?:\w+ly\s+|then\s+|also\s+)?"
    r"(?:said|added|continued|stated|replied|remarked|observed|argued|went on|recalled|noted|explained|admitted|answered)\b"
    rf"|,[”\"]?\s+(?:said|added|replied)\s+(?P<after>{SLOT}{FILL}*)"
)
_FROM_TO = re.compile(
    r"\b(?:Letter|Message|Telegram|Memorandum|Note|Report|Despatch|Aide-Mémoire|Communication|Cable|Airgram|Paper|Journal)\b[^\n]{0,60}?"
    r"\b[Ff]rom\b(?P<source>[^\n]+?)\s+[Tt]o\s+(?P<goal>[^\n]+)"
    r"|\b(?:Report|Journal|Speech|Letter|Memorandum|Telegram)\b[^\n]{0,60}?\b(?:[Ff]rom|[Bb]y)\b(?P<alone>[^\n]+)"
)
_RELAYED = re.compile(
    rf"\b(?:message|letter|note|reply|communication)\b[^.;]{{0,40}}?\b"
    rf"(?:to (?:the )?(?P<to1>{SLOT})[^.;]{{0,30}}? from (?:the )?(?P<from1>{SLOT})"
    rf"|from (?:the )?(?P<from2>{SLOT})[^.;]{{0,30}}? to (?:the )?(?P<to2>{SLOT}))",
    re.IGNORECASE,
)
_FRONTED = re.compile(r"\W*(?:\d+\.\s+)?(?:When|After|As|While|In reply|In response|In answer|Although|Before)\b")


@dataclass(frozen=True, slots=True)
class Utterance:
    """Whose words a stretch of a sentence is, from the offset ``start`` of the sentence on.

    ``side`` is the state or movement spoken for, ``own`` what 'we' is, ``opposite`` what 'you'
    is ('' unknown). ``manner``: turn, told (by a narrator), author, none. ``worded``: whether a
    narrator tells it with a verb of saying ('X said', 'I replied').
    """

    speaker: str = ""
    side: str = ""
    own: str = ""
    opposite: str = ""
    addressees: tuple[str, ...] = ()
    manner: str = "none"
    start: int = 0
    worded: bool = False


NOBODY = Utterance()


class Voices:
    """Goes through the sentences of one document in order and keeps who spoke last."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.author = _author(scene)
        self.record = scene.context.recognised.document.kind in ("meeting record", "diary") or bool(scene.context.recognised.attendees)
        self._told: Utterance | None = None
        self._he: Utterance | None = None
        self._last_end = 0

    def of(self, sentence: Span, masked: str, slots: list[Slot]) -> list[Utterance]:
        """The utterances of a sentence: who speaks from its start, then who from 'X said' on."""
        turn = self.scene.turn_at(sentence.start) or self.scene.turn_at(sentence.end - 1)
        if turn:
            return [self._spoken(turn.speaker, "turn", turn.addressees)]
        self._leave(sentence)
        self._relay(masked, slots)
        found = [self._told or self.author]
        for match in _SAID.finditer(masked):
            who = "who" if match.group("who") else "first"
            if len(found) < 3:
                found += [replace(u, worded=who == "who") for u in self._says(match.group(who), match.start(who), slots)]
        closing = _CLOSING.search(masked)
        if closing:
            who = "who" if closing.group("who") else "after"
            said = self._says(closing.group(who), closing.start(who), slots)
            found = [found[0], *(replace(u, start=0, worded=True) for u in said)]
        self._told = _from(_outer(found[1:], masked), 0) if len(found) > 1 else self._told
        return _nested(found, masked)

    def _relay(self, masked: str, slots: list[Slot]) -> None:
        """'Deliver following message to X from Y': the words that follow are Y's to X."""
        match = _RELAYED.search(masked)
        at = {s.start: s.actor for s in slots}
        if match and not self.record:
            source, goal = (
                at.get(match.start(a) if match.group(a) else match.start(b), "") for a, b in (("from1", "from2"), ("to1", "to2"))
            )
            side, opposite = self.scene.side(source), self.scene.side(goal)
            if side and opposite and side != opposite:
                self.author, self._told = Utterance(source, side, side, opposite, (goal,), "author"), None

    def _leave(self, sentence: Span) -> None:
        """A narrated speech ends with a comment, or with its paragraph where the author has a voice."""
        gap = self.scene.text[self._last_end : sentence.start]
        ended = self.scene.text[max(0, self._last_end - 3) : self._last_end]
        self._last_end = sentence.end
        head = self.scene.text[sentence.start : sentence.start + 20]
        if re.match(r"(?:\d+\.\s*)?\(?(?:Begin )?Comments?\b", head) or (
            "\n\n" in gap and not self.record and re.search(r"[.!?:\]]", ended)
        ):
            self._told = None

    def _says(self, who: str, at: int, slots: list[Slot]) -> list[Utterance]:
        if who == "I":
            return [_from(self.author, at)]
        if who.lower() in ("he", "she"):
            return [_from(self._he, at)] if self._he else []
        slot = next((s for s in slots if s.start == at), None)
        if slot is None or slot.kind != "person":
            return []
        self._he = self._spoken(slot.actor, "told", self.scene.others(slot.actor))
        return [_from(self._he, at)]

    def _spoken(self, speaker: str, manner: str, addressees: tuple[str, ...]) -> Utterance:
        side = self.scene.side(speaker)
        sides = {self.scene.side(a) for a in addressees} - {side}
        opposite = next(iter(sides)) if len(sides) == 1 else ""
        opposite = opposite or (addressees[0] if len(addressees) == 1 and not self.scene.side(addressees[0]) else "")
        if manner == "told":
            own = self.author.own if self.author.own else self.scene.context.home
            own = own if own in ("", side) or self.author.manner == "author" else ""
            return Utterance(speaker, side, own, "", addressees or self._listeners(side), manner)
        return Utterance(speaker, side, side or speaker, opposite, addressees, manner)

    def _listeners(self, side: str) -> tuple[str, ...]:
        """Whom a narrated speaker addresses where no list tells: the author of the other side."""
        return (self.author.speaker,) if self.author.speaker and self.author.side != side else ()


def _from(said: Utterance, start: int) -> Utterance:
    """The same utterance from another offset on."""
    return replace(said, start=start)


def _outer(said: list[Utterance], masked: str) -> Utterance:
    """Who speaks in the main clause: the last one after 'When X said ...', else the first."""
    return said[-1] if _FRONTED.match(masked) else said[0]


def _nested(found: list[Utterance], masked: str) -> list[Utterance]:
    """The utterances without those of other people that the narrated speaker only tells of."""
    if len(found) < 3 or _FRONTED.match(masked):
        return found
    return [found[0], *(u for u in found[1:] if u.speaker == found[1].speaker)]


def _author(scene: Scene) -> Utterance:
    """The author and recipient that title, heading and signature tell; NOBODY for the record of a meeting."""
    document = scene.context.recognised.document
    source, goal = _parties(scene)
    if document.kind in ("meeting record",) and not source:
        return NOBODY
    signed = _signature(scene)
    speaker = scene.author or signed or (source if source.startswith("person/") else "")
    side = (
        (scene.side(source) if source else "")
        or (scene.side(speaker) if speaker else "")
        or (scene.context.home if document.kind in ("telegram", "memorandum", "report") else "")
    )
    recipient = scene.recipient or goal
    opposite = scene.side(recipient) if recipient else ""
    if not speaker and not side:
        return NOBODY
    return Utterance(
        speaker,
        side,
        side or speaker,
        opposite if opposite != side else "",
        (recipient,) if recipient.startswith("person/") else (),
        "author",
    )


def _parties(scene: Scene) -> tuple[str, str]:
    """(sender, addressee) that the title names: 'Letter From President Kennedy to Chairman Khrushchev'."""
    document = scene.context.recognised.document
    match = _FROM_TO.search(document.title)
    at = document.text.find(document.title)
    if not match or at < 0:
        return "", ""
    names = [_first(scene, at + match.start(g), at + match.end(g)) if match.group(g) else "" for g in ("source", "goal", "alone")]
    return names[0] or names[2], names[1]


def _first(scene: Scene, start: int, end: int) -> str:
    """The first person between two offsets, else the first body or state; a mission abroad ('Embassy in Korea') is the home side."""
    found = scene.within(start, end)
    if re.search(r"\b(?:Embassy|Consulate|Mission|Legation|Delegation)\b", scene.text[start:end]) and not any(
        m.kind == "person" for m in found
    ):
        return scene.context.home
    people = [m.refers_to for m in found if m.kind == "person"]
    return next(iter(people or [m.refers_to for m in found if m.kind in COLLECTIVE]), "")


def _signature(scene: Scene) -> str:
    """The person who alone stands on the last line of the body."""
    body = [s for s in scene.context.recognised.document.segments if s.voice is Voice.BODY]
    text = scene.text
    end = body[-1].end if body else 0
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    people = [m for m in scene.within(start, end) if m.kind == "person"]
    return people[0].refers_to if len(people) == 1 and end - start <= (people[0].end - people[0].start) + 6 else ""
