"""Meetings of which a document only tells: visits, talks and calls with a date or place."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import zip_longest

from coldgraph import dates
from coldgraph.interpret.scene import Scene
from coldgraph.model import Meeting, Mention, Participation, Role, Span, Voice

_CUE = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|met|meet(?:s|ing|ings)?|talk(?:s|ed)?|conversations?|discuss(?:ions?|ed)|"
    r"call(?:ed)? (?:on|in)|lunch(?:eon)?|dinner|"
    r"received|saw|interview(?:ed)?|conferred|negotiat(?:ions?|ed)|summit|trip|consultations?|told|said to|"
    r"said the same to|spoke (?:to|with)|spoken (?:to|with)|"
    r"led a delegation|headed|delegation|was in|were in|stay(?:ed|s)? in|travel(?:l?ed|s)? to|went to|came to|"
    r"arrived|returned from|summoned|announced|"
    r"exchange of views|session|conference|proposal to|message to|briefed|informed)\b",
    re.IGNORECASE,
)
# In running text a date beside a name is often no meeting; a footnote that gives both mostly tells of one.
_FIRM = re.compile(
    r"\b(?:visit(?:ed|s)?|met|meetings?|talks?|conversations?|discussions?|called (?:on|in)|lunch(?:eon)?|"
    r"dinner|received|saw|interview(?:ed)?|told|spoke (?:to|with)|negotiations?|summit|trip)\b",
    re.IGNORECASE,
)
_GONE_TO = re.compile(r"\b(?:visit(?:ed|s|ing)?|visit to|in|to)(?: the)?\s+$")
_VOICES = (Voice.BODY, Voice.NOTE)
# 'had met with the Secretary Friday': after a verb in the past tense, the last such day.
_WEEKDAY = re.compile(
    r"(?P<past>\b(?:met|saw|called|talked|spoke|spoken|told|said|visited|received|discussed|lunched|dined)\b[^.;]{0,80}?\s)"
    r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
# 'is currently being discussed': in the weeks of the document.
_GOING_ON = re.compile(
    r"\b(?:currently|now|at present) being discussed\b|\b(?:are|is) (?:currently|now) (?:meeting|talking|discussing|negotiating)\b"
)
# Words of the one at the table to the other on an earlier talk: 'as I explained to you last night'.
_I_TO_YOU = re.compile(
    r"\b(?:(?:I|we) (?:\w+ed|said|told|gave|spoke|met)\b[^.;?]{0,40}?\b(?:you|(?:to|with) you)|"
    r"you (?:\w+ed|said|told|gave|spoke)\b[^.;?]{0,40}?\b(?:us|me)|(?:I|you|we) said(?! to (?!you|me|us)))\b",
    re.IGNORECASE,
)
_BEFORE_NOW = re.compile(r"\b(?:yesterday|last night|this morning|earlier today)\b", re.IGNORECASE)
_PAST = {"yesterday": -1, "last night": -1, "this morning": 0, "earlier today": 0}
_DATE_BEHIND = re.compile(r",?\s+(?:the\s+)?(?:\d|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d)")
_LOWER = re.compile(r"\n\s*[a-z]")
_DATED = ("day", "interval", "month")


def meetings(scene: Scene) -> tuple[Meeting, ...]:
    """The occasions told of, each with its sentence; at least one participant, and a date or a place."""
    return tuple(m for sentence in _joined(scene) for m in (*_of_sentence(scene, sentence), *_between_us(scene, sentence)))


def _joined(scene: Scene) -> Iterator[Span]:
    """Sentences, those that a page break cuts in two put together: the second half begins with a small letter."""
    begin = None
    spans = scene.context.recognised.sentences
    for span, following in zip_longest(spans, spans[1:]):
        begin = span.start if begin is None else begin
        gap = scene.text[span.end : following.start + 1] if following else ""
        if _LOWER.fullmatch(gap) and scene.text[span.end - 1].isalpha():
            continue
        yield Span(begin, span.end)
        begin = None


def _of_sentence(scene: Scene, sentence: Span) -> Iterator[Meeting]:
    words = scene.text[sentence.start : sentence.end]
    cue = _CUE.search(words)
    if not cue:
        return
    mentions = [m for m in scene.within(sentence.start, sentence.end) if m.voice in _VOICES]
    people = [m for m in mentions if m.kind == "person"]
    when = _when(scene, sentence)
    in_note = any(m.voice is Voice.NOTE for m in people)
    going_on = len({m.refers_to for m in people}) > 1 and _GOING_ON.search(words)
    if not people or not when or not (in_note or going_on or _FIRM.search(words)):
        return
    near = scene.context.recognised.document.date
    for found in _one_each(when, mentions, sentence.start + cue.start()):
        if near is None or found.date != near:
            places = _places(scene, _nearest(found, when, mentions), people)
            yield Meeting(_vague(found.date), places, _present(scene, people, mentions), False, sentence)


def _when(scene: Scene, sentence: Span) -> list[dates.Found]:
    """The days, spans and months that a sentence names, in order."""
    near = scene.context.recognised.document.date
    found = [f for f in dates.find(scene.text, near, sentence.start, sentence.end) if f.date.precision in _DATED]
    if near and near.precision == "day":
        words = scene.text[sentence.start : sentence.end]
        last = _last_weekday(words, sentence.start, near)
        found = [f for f in found if not last or f.end <= last.start or f.start > last.start] + ([last] if last else [])
        going = _GOING_ON.search(words) if not found else None
        month = dates.Date.month(near.earliest.year, near.earliest.month)
        found += [dates.Found(sentence.start + going.start(), sentence.start + going.end(), month)] if going else []
    return sorted(found, key=lambda f: f.start)


def _last_weekday(words: str, start: int, near: dates.Date) -> dates.Found | None:
    """The weekday behind a verb in the past tense, where no date stands beside it."""
    match = _WEEKDAY.search(words)
    day = dates.parse(f"last {match['day']}", near=near) if match else None
    if match is None or day is None or _DATE_BEHIND.match(words, match.end()):
        return None
    return dates.Found(start + match.start("day"), start + match.end("day"), day)


def _one_each(when: list[dates.Found], mentions: list[Mention], cue: int) -> list[dates.Found]:
    """All dates of a journey that gives each stop its day; else the date nearest to the word of meeting."""
    stops = [f for f in when if any(m.kind == "place" and m.refers_to for m in _nearest(f, when, mentions))]
    if len(when) > 1 and len(stops) == len(when):
        return when
    return [min(when, key=lambda f: abs(f.start - cue))]


def _nearest(found: dates.Found, when: list[dates.Found], mentions: list[Mention]) -> list[Mention]:
    """The mentions since the date before this one; all of them where it is the only date."""
    if len(when) == 1:
        return mentions
    before = max((f.end for f in when if f.end <= found.start), default=0)
    return [m for m in mentions if before <= m.start < found.start]


def _vague(date: dates.Date) -> dates.Date:
    """A week in which something happened once is no stretch of seven days: its month, where it lies in one."""
    first, last = date.earliest, date.latest
    if (last - first).days == 6 and first.weekday() == 0 and first.month == last.month:
        return dates.Date.month(first.year, first.month)
    return date


def _between_us(scene: Scene, sentence: Span) -> Iterator[Meeting]:
    """An earlier talk of two who sit together again: 'as I told you yesterday', said by one to the other."""
    words = scene.text[sentence.start : sentence.end]
    turn, day = scene.turn_at(sentence.start), scene.context.day
    said, when = _I_TO_YOU.search(words), _BEFORE_NOW.search(words)
    if turn is None or turn.reported or day is None or not said or not when or not turn.addressees:
        return
    date = dates.Date.of(day + datetime.timedelta(days=_PAST[when.group().lower()]))
    pair = (turn.speaker, turn.addressees[0])
    yield Meeting(date, (), tuple(Participation(a, scene.side(a), Role.SPEAKER) for a in pair), False, sentence)


def _places(scene: Scene, mentions: list[Mention], people: list[Mention]) -> tuple[str, ...]:
    """The first place named, else the state that was visited or gone to."""
    towns = [m.refers_to for m in mentions if m.kind == "place"]
    states = [m.refers_to for m in mentions if m.kind == "state" and _GONE_TO.search(scene.text[max(0, m.start - 20) : m.start])]
    return tuple(towns[:1] or states[:1])


def _present(scene: Scene, people: list[Mention], mentions: list[Mention]) -> tuple[Participation, ...]:
    actors = dict.fromkeys(m.refers_to for m in people)
    return tuple(Participation(a, scene.side(a), Role.SILENT) for a in actors)
