"""Lists of participants: 'PARTICIPANTS', 'Present from the Polish side:', groups, items, offices behind names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coldgraph.found import Attendee, Expression
from coldgraph.model import Span

_HEADING = re.compile(
    r"^[ \t]*(?:LIST OF |PRINCIPAL |OTHER |THE FOLLOWING WERE )?(?P<word>PARTICIPANTS?|PRESENT|ALSO PRESENT|"
    r"OTHERS? PRESENT|Participants?|Present|Also present|Others? present|Those present|IN ATTENDANCE|Attendees|"
    r"(?:THOSE |Those )?(?:ATTENDING|PRESENT|attending|present)(?: (?:AT )?(?:THE |the )?(?:MEETING|LUNCHEON|"
    r"CONFERENCE|meeting|luncheon|conference))?(?: WERE| were)?|"
    r"(?:THOSE |Those )?(?:IN ATTENDANCE|in attendance) (?:WERE|were)|ADVIS[OE]RS PRESENT|"
    r"(?:ATTENDING|PRESENT|Attending|Present) (?:WERE THE FOLLOWING|were the following)|"
    r"(?:Present|Participants?|Attending|Also present|On|For|From)(?: (?:from|on|for|"
    r"of))? the (?P<side>[A-Z][\w. ]{1,30}?)(?: [Ss]ide| delegation)?(?: were)?)[ \t]*(?P<mark>:|$|—|were\b)",
    re.MULTILINE,
)
_STOP = re.compile(
    r"^[ \t]*(?:PLACE|DATE|TIME|SUBJECTS?|GENERAL SUBJECTS?|REF|REFERENCE|LOCATION|TOPICS?|Place|Date|Time|"
    r"Subjects?|Location|DISTRIBUTION|COPIES|Distribution)\b[ \t&A-Za-z]*:?|^\[",
    re.MULTILINE,
)
_LINE = re.compile(r"[^\n]+")
_PROSE = 170
_OFFICE_WORDS = 8
_MARK = re.compile(r"^[\s\d.)*•·—–-]+")
_HEAD = re.compile(r"\s*(?:[,;(:—]|–(?=\D)| - |\[)")
_LINK = re.compile(r"^\s*(?:,|and|&|, and|,? as well as|;)\s*(?:the|The)?\s*$")
_BREAKS = (",", "—", "–", "-")
_SUFFIX = re.compile(r"^,?\s*(?:Jr|Sr|II|III|IV)\b\.?")
_NOBODY = re.compile(
    r"\b(?:States|Side|Director|Department|Embassy|Republic|Ministry|Kingdom|Government|Staff|Union|Office|Bureau|"
    r"Council|Agency|Chief|Members?|Officials?|Delegation|Counsel|Notetakers?|Interpreters?|Others?|Comrades?|"
    r"side|members|officials|interpreters?|notetakers?|others|aides?|advisers?|Advisers?|Party|Committee)\b"
)
_ROLES = (
    (re.compile(r"nterpret|ranslat"), "Interpreter"),
    (re.compile(r"[Nn]ote ?-?[Tt]ak|[Rr]ecorder|[Rr]apporteur|tenographer"), "NoteTaker"),
)


@dataclass(frozen=True, slots=True)
class Reader:
    """What a list needs of the recogniser: expressions within a span, a forced name, and the side of a heading."""

    within: Callable[[int, int], list[Expression]]
    force: Callable[[int, int], Expression | None]
    side: Callable[[str], tuple[str, ...]]


def attendees(text: str, reader: Reader, end: int) -> tuple[Attendee, ...]:
    """Everyone in the lists of participants before offset ``end``."""
    found: list[Attendee] = []
    for heading in _HEADING.finditer(text, 0, end):
        group = reader.side(heading.group("side") or "")
        for line in _block(text, heading.end(), end):
            group, rest = _grouped(text, line, group, reader)
            found.extend(_items(text, rest, group, reader))
    seen: set[int] = set()
    return tuple(a for a in found if not (a.expression.start in seen or seen.add(a.expression.start)))  # type: ignore[func-returns-value]


def _block(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        if not line.strip():
            continue
        if _STOP.match(line) or (_HEADING.match(line) and match.start() > start) or _is_prose(line):
            return
        yield Span(match.start(), match.end())


def _is_prose(line: str) -> bool:
    words = line.split()
    return (
        (len(line) > _PROSE and ";" not in line and line.count(",") * 9 < len(words))
        or (len(words) > 9 and line.rstrip().endswith((".", "?", ":")) and line.count(",") < 2)
        or bool(re.match(r"^[^:,]{2,40}: \S+ \S+ \S+ \S+ \S+ \S+.*[.?!]$", line))
    )


def _grouped(text: str, line: Span, group: tuple[str, ...], reader: Reader) -> tuple[tuple[str, ...], Span]:
    """A heading such as 'U.S.' or 'U.S.S.R.: Mr. X' sets the side of what follows."""
    words = text[line.start : line.end]
    head, colon, rest = words.partition(":")
    side = reader.side(head if colon else words)
    if not side and not rest.strip() and colon:
        return group, Span(line.end, line.end)
    if not side:
        return group, line
    return side, Span(line.start + len(head) + 1, line.end) if colon and rest.strip() else Span(line.end, line.end)


def _items(text: str, line: Span, group: tuple[str, ...], reader: Reader) -> Iterator[Attendee]:
    begin = line.start
    for part in text[line.start : line.end].split(";"):
        yield from _item(text, Span(begin, begin + len(part)), group, reader)
        begin += len(part) + 1


def _item(text: str, item: Span, group: tuple[str, ...], reader: Reader) -> Iterator[Attendee]:
    mark = _MARK.match(text[item.start : item.end])
    start = item.start + (mark.end() if mark else 0)
    named = _chain(text, start, item.end, reader)
    for expression in named:
        rest = text[named[-1].end : item.end]
        rest = _SUFFIX.sub("", rest).strip(" ,.;:—–-")
        yield Attendee(expression, group, rest, _role(rest + " " + text[start : named[0].start]))


def _chain(text: str, start: int, end: int, reader: Reader) -> list[Expression]:
    """The people at the head of an item that follow one another with nothing but 'and' or a comma."""
    found = [e for e in reader.within(start, end) if e.kind in ("person", "office")]
    head = _head(text, start, end)
    first = next((e for e in found if _opens(text, start, e, head)), None)
    if first is None or (first.kind == "person" and first.end < head.end and not _covers(text, first, head)):
        forced = reader.force(head.start, head.end) if not _NOBODY.search(text[head.start : head.end]) else None
        first = forced or first or _behind(text, found, head)
        if first is None:
            return []
    chain = [_named_behind(text, first, found)]
    for expression in found:
        if (
            expression.start > chain[-1].end
            and _LINK.match(text[chain[-1].end : expression.start])
            and _is_attendee(text, expression, chain[-1], chain[0])
        ):
            chain.append(expression)
    return chain


def _behind(text: str, found: list[Expression], head: Span) -> Expression | None:
    """The name behind words on an office that names nobody: 'Army Chief of Staff, Lt. General X'."""
    return next((e for e in found if e.kind == "person" and (e.title or e.given) and text[head.end : e.start].strip() in _BREAKS), None)


def _named_behind(text: str, first: Expression, found: list[Expression]) -> Expression:
    """The name behind an office: 'Minister of National Defense, General X' is one person."""
    if first.kind == "person":
        return first
    return next(
        (
            e
            for e in found
            if e.kind == "person" and e.start > first.end and text[first.end : e.start].strip() in _BREAKS and (e.title or e.given)
        ),
        first,
    )


def _opens(text: str, start: int, e: Expression, head: Span) -> bool:
    """Whether a name opens an item: at its head, or with a title and its country before it ('Soviet Ambassador Dobrynin')."""
    before = text[start : e.start].strip().removeprefix("The").removeprefix("the").strip()
    behind = e.kind == "person" and bool(e.title or e.given) and e.end >= head.end - 1
    return not before or (behind and len(before.split()) <= _OFFICE_WORDS and before[0].isupper())


def _covers(text: str, first: Expression, head: Span) -> bool:
    rest = text[first.end : head.end].strip()
    return not rest or not rest[0].isupper() or " and " in text[first.end : head.end]


def _is_attendee(text: str, expression: Expression, before: Expression, first: Expression) -> bool:
    between = text[before.end : expression.start]
    if expression.kind == "office":
        return "the" in between.lower()
    return bool(expression.title or expression.given or first.title == "messrs")


def _head(text: str, start: int, end: int) -> Span:
    cut = _HEAD.search(text, start, end)
    return Span(start, cut.start() if cut else end)


def _role(words: str) -> str:
    return next((role for pattern, role in _ROLES if pattern.search(words)), "")
