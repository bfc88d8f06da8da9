"""The day and place of the recorded event, weighed from what header, title, body and page say."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from coldgraph.dates import Date, find
from coldgraph.read.dateline import Dateline, dateline, first_date, is_place, labelled, town
from coldgraph.read.kinds import MEETING
from coldgraph.read.lines import Line
from coldgraph.read.page import Page

_EVENT = re.compile(
    r"\b(?:met|meeting|received|receive|visited|visit|called|conversation|talk|talks|talked|took place|held|lunch"
    r"|luncheon|dinner|breakfast|reception|discussion|spoke)\b",
    re.IGNORECASE,
)
_TITLE_IN = re.compile(r"\b(?:in|at) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?=$|[,;.)]| on \d| on [A-Z]| from )")
_HELD = re.compile(
    r"\b(?:held|took place|place|met|meeting|received|conversation"
    r"|talks?) (?:\w+ ){0,6}?in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[\s,;.])"
)
_LONGEST_WRITING = datetime.timedelta(days=200)


def date_of(page: Page, kind: str, edited: bool) -> Date | None:
    """The event's day, best witness first.

    ``edited`` texts (FRUS) carry the event's day in the dateline; on other pages a talk's title is the better witness.
    """
    if kind == "editorial note":
        return None
    line = next((d.date for d in _datelines(page) if d.date), None)
    label = _labelled_date(page.head)
    if edited:
        return line or label or _fine(title_date(page.title)) or page.page_date
    title = title_date(page.title) if kind == MEETING else None
    near = page.page_date or line
    told = label or _fine(title) or _better(line, page.page_date) or _narrated(page, kind, near)
    return told or page.page_date or _fine(title_date(page.title))


def _better(line: Date | None, page_date: Date | None) -> Date | None:
    """The dateline, unless the page's date is the finer of two that agree."""
    if line and page_date and line.precision != "day" and page_date.precision == "day" and line.overlaps(page_date):
        return page_date
    return line


def _fine(date: Date | None) -> Date | None:
    return date if date and date.precision in ("day", "interval", "month") else None


def _datelines(page: Page) -> list[Dateline]:
    found = [dateline(line.text) for line in (*page.head, *page.body[:1])]
    return [one for one in found if one is not None]


def _labelled_date(head: Sequence[Line]) -> Date | None:
    for line in head:
        told = labelled(line.text)
        if told and ("date" in told[0] or told[0].startswith("time")) and (date := first_date(told[1])) and date.precision != "year":
            return date
    return None


def title_date(title: str) -> Date | None:
    """The last date in a title that names a year."""
    found = [f.date for f in find(title)]
    return found[-1] if found else None


def _narrated(page: Page, kind: str, near: Date | None) -> Date | None:
    """The first day told of in the opening of a record or diary, when it lies shortly before the writing."""
    if near is None or kind not in (MEETING, "diary"):
        return None
    opening = " ".join(line.text for line in page.body[:8])[:1500]
    for one in find(opening, near=near):
        around = opening[max(0, one.start - 120) : one.end + 160]
        if one.date.precision == "day" and _EVENT.search(around) and near.earliest - _LONGEST_WRITING <= one.date.earliest <= near.latest:
            return one.date
    return None


def places_of(page: Page, kind: str, edited: bool) -> tuple[str, ...]:
    """The place as worded, or (): dateline, PLACE line, title, then 'held in ...' in the opening."""
    place = next((d.place for d in _datelines(page) if d.place), "") or _labelled_place(page.head) or _title_place(page.title, kind)
    if not place and kind == MEETING and not edited:
        opening = " ".join(line.text for line in page.body[:6])[:1200]
        place = next((m["place"] for m in _HELD.finditer(opening) if is_place(m["place"])), "")
    return (place,) if place else ()


def _labelled_place(head: Sequence[Line]) -> str:
    for line in head:
        told = labelled(line.text)
        if told and re.search(r"place|location|venue|site", told[0]):
            value = _without_dates(told[1])
            return town(value) or (value if 0 < len(value) <= 80 else "")
    return ""


def _without_dates(value: str) -> str:
    for one in reversed(list(find(value))):
        value = value[: one.start] + value[one.end :]
    return re.sub(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?", "", value).strip(" ,;.-–")


def _title_place(title: str, kind: str) -> str:
    """'Memorandum of Conversation, Beijing, June 3, 1971' or 'Talks with A in Hanoi, 1966' -> the place."""
    found = list(find(title))
    if found:
        last = title[: found[-1].start].rstrip(" ,").rsplit(",", 1)
        if len(last) == 2 and 1 <= len(last[1].split()) <= 3 and is_place(last[1].strip()):
            return last[1].strip()
    if kind not in (MEETING, "speech"):
        return ""
    return next((m["place"] for m in _TITLE_IN.finditer(title) if is_place(m["place"])), "")
