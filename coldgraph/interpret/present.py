"""Who took part in the meeting that a document records."""

from __future__ import annotations

import re
from collections.abc import Callable

from coldgraph.found import Attendee
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.sides import Sides
from coldgraph.model import Mention, Participation, Role, Span, Voice

_OCCASION = re.compile(
    r"\b(?:discussion|conversation|talk|talks|meeting|minutes|interview|conference|record|memcon|consultation|"
    r"negotiation|audience|reception)s?\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|with|of|and|by)\b|[,:–—-]", re.IGNORECASE)
_SAYS = re.compile(
    r"^(?:,[^,.]{2,40},)?\s*(?:\([^)]{1,40}\)\s*)?(?:then |also |again |further |next |now |therefore |indicated |"
    r"first )?(?:said|stated|replied|asked|remarked|observed|added|explained|noted|commented|answered|stressed|"
    r"emphasized|pointed out|inquired|"
    r"suggested|thought|felt|agreed|continued|mentioned|responded|opened|began|expressed|indicated|recalled|"
    r"repeated|reiterated|declared|asserted|reported|referred|wondered|concluded|told|raised|interjected|insisted|"
    r"argued|contended|maintained|admitted|informed|outlined|described|called)\b"
)
_CAN_HOST = ("meeting record",)
# A telegram whose first sentences tell of the sender's own talk is the record of that talk.
_OWN_TALK = re.compile(
    r"\b(?:conversation|talk|talks|meeting|session|discussion|interview|audience|lunch|luncheon|dinner)\b[^.]{0,60}\bwith\b|"
    r"\b(?:called (?:on|in)|saw|met|received|visited|summoned|asked (?:me|us) to (?:call|come))\b"
)
_SELF = re.compile(r"\b(?:I|me|my|us|we|our)\b")
_TODAY = re.compile(r"\b(?:today|tonight|yesterday|(?:this|last|yesterday) (?:morning|afternoon|evening|night|noon)|noon|[A-Z][a-z]+day)\b")
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
    if not _OCCASION.search(document.title) or document.kind not in _CAN_HOST:
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
        if _OWN_TALK.search(words) and _SELF.search(words) and _TODAY.search(words):
            spans = [sentence, *(s for s in sentences[position + 1 :][:1] if _ALSO.search(scene.text[s.start : s.end]))]
            people = [m.refers_to for s in spans for m in scene.within(s.start, s.end) if m.kind == "person"]
            return [*people, *([scene.author] if scene.author else [])] if people else []
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
