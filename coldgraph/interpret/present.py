"""Who took part in the meeting that a document records."""

from __future__ import annotations

import re
from collections.abc import Callable

from coldgraph.found import Attendee
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.sides import Sides
from coldgraph.interpret.words import either
from coldgraph.model import Mention, Participation, Role, Span, Voice

_OCCASION = re.compile(
    r"\b(?:discussion|conversation|talk|talking|meeting|minutes|interview|conference|record|memcon|consultation|negotiation|"
    r"audience|reception|call|visit|summit|luncheon|dinner|session|exchange)s?\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|with|of|and|by|to|on)\b|[,:–—-]", re.IGNORECASE)


def _saying() -> re.Pattern[str]:
    """A verb of saying or judging right behind a name."""
    adverbs = "then|also|again|further|next|now|therefore|himself|only|first|once more|repeatedly|frankly"
    between = rf"(?:,[^,.]{{2,40}},)?\s*(?:\([^)]{{1,40}}\)\s*)?(?:(?:{adverbs})\s+)*"
    moods = "inclined|glad|concerned|willing|prepared|ready|sure|convinced|of the opinion"
    return re.compile(rf"^{between}(?:{either('saying')}|was (?:{moods})|did not think|doubts|says|asks|replies|thinks)\b")


_SAYS = _saying()
_CAN_HOST = ("meeting record",)
# A telegram whose first sentences tell of the sender's own talk is the record of that talk.
_OWN_TALK = re.compile(
    r"\b(?:conversation|talk|talks|meeting|session|discussion|interview|audience|lunch|luncheon|dinner)\b[^.]{0,60}\bwith\b|"
    r"\b(?:called (?:on|in)|saw|met|received|visited|summoned|asked (?:me|us) to (?:call|come))\b"
)
_SELF = re.compile(r"\b(?:I|me|my|us|we|our)\b")
_TODAY = re.compile(
    r"\b(?:[Tt]oday|[Tt]onight|[Yy]esterday|(?:[Tt]his|[Ll]ast|[Yy]esterday) (?:morning|afternoon|evening|"
    r"night|noon)|noon|[A-Z][a-z]+day)\b"
)
_ALSO = re.compile(r"\b(?:present|accompan\w+|attend\w+|sat in|joined|took part)\b")
_OPENING = 3


def participations(scene: Scene, resolve: Callable[[Attendee], str], sides: Sides) -> tuple[Participation, ...]:
    """Everyone whom the document shows to be present: lists, title, speakers; each once, in the order of the text."""
    listed = {who: a for a in reversed(scene.context.recognised.attendees) if (who := resolve(a))}
    speakers = {t.speaker for t in scene.turns if not t.reported}
    told = {m.refers_to for m in narrative_speakers(scene)} | {t.speaker for t in scene.turns} | {scene.author}
    order = (
        [who for a in scene.context.recognised.attendees if (who := resolve(a))]
        + [m.refers_to for m in titled(scene)]
        + sorted(speakers, key=lambda s: _first(scene, s))
    )
    if not order and scene.context.recognised.document.kind == "telegram":
        order = reported(scene)
    if not order and scene.context.recognised.document.kind in _CAN_HOST:
        order = [m.refers_to for m in narrative_speakers(scene)]
    return tuple(_participation(scene, who, listed.get(who), who in speakers or who in told, sides) for who in dict.fromkeys(order))


def _participation(scene: Scene, who: str, attendee: Attendee | None, speaks: bool, sides: Sides) -> Participation:
    side = sides.of(who, attendee, scene.cast, scene.context) if scene.kind(who) == "person" else scene.side(who)
    role = Role(attendee.role) if attendee and attendee.role else Role.SPEAKER if speaks else Role.SILENT
    evidence = Span(attendee.expression.start, attendee.expression.end) if attendee else None
    return Participation(who, side, role, attendee.capacity[:200] if attendee else "", evidence)


def titled(scene: Scene) -> list[Mention]:
    """The people in the title of a conversation: 'Discussion between Zhou Enlai and Le Duan'."""
    document = scene.context.recognised.document
    if not _OCCASION.search(document.title) or not (document.kind in _CAN_HOST or scene.turns):
        return []
    at = document.text.find(document.title)
    found = [m for m in scene.within(at, at + len(document.title)) if m.kind == "person"] if at >= 0 else []
    return found if _BETWEEN.search(document.title) else []


def reported(scene: Scene) -> list[str]:
    """The people of a talk that a telegram reports in its first sentences: those named there, and its signer."""
    sentences = [s for s in scene.context.recognised.sentences if any(m.voice is Voice.BODY for m in scene.within(s.start, s.end))][
        :_OPENING
    ]
    for position, sentence in enumerate(sentences):
        words = scene.text[sentence.start : sentence.end]
        people = {m.refers_to for m in scene.within(sentence.start, sentence.end) if m.kind == "person"}
        if _OWN_TALK.search(words) and _TODAY.search(words) and (_SELF.search(words) or len(people) > 1):
            spans = [sentence, *(s for s in sentences[position + 1 :][:1] if _ALSO.search(scene.text[s.start : s.end]))]
            named = [m.refers_to for s in spans for m in scene.within(s.start, s.end) if m.kind == "person"]
            return [*named, *([scene.author] if scene.author and _SELF.search(words) else [])] if named else []
    return []


def narrative_speakers(scene: Scene) -> list[Mention]:
    """Mentions of people in the body that are followed by a verb of saying."""
    text = scene.text
    return [
        m
        for m in scene.mentions
        if m.kind == "person" and m.voice is Voice.BODY and not m.pronoun and _SAYS.match(text[m.end : m.end + 90])
    ]


def _first(scene: Scene, speaker: str) -> int:
    return next((t.start for t in scene.turns if t.speaker == speaker), 0)
