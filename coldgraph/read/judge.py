"""The day and place of the recorded event, weighed from what header, title, body and page say."""

from __future__ import annotations

import datetime
import re

from coldgraph.dates import Date, find
from coldgraph.read.dateline import Dateline, dateline, first_date, is_place, labelled, town
from coldgraph.read.kinds import MEETING
from coldgraph.read.page import Page

_EVENT = re.compile(
    r"\b(?:met|meeting|received|receive|visited|visit|called|conversation|talk|talks|talked|took place|held|lunch"
    r"|luncheon|dinner|breakfast|reception|discussion|spoke)\b",
    re.IGNORECASE,
)
_TITLE_IN = re.compile(r"\b(?:in|at) (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?=$|[,;.)'’\"”]| \(| on \d| on [A-Z]| from )")
_HELD = re.compile(
    r"\b(?:held|took place|place|met|meeting|received|conversation"
    r"|talks?) (?:\w+ ){0,10}?in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)(?=[\s,;.])"
)
_HEADING = re.compile(r"(?:held|which took place|took place)\b", re.IGNORECASE)
_OPENING_LINES, _LABEL_LINES, _CLOSING_LINES = 3, 8, 4  # of the body, where a header goes on that was not known as one; and under it
_KNOWN_HALL = re.compile(r"\b(?:in|at) the (?P<place>Kremlin|White House|Great Hall of the People)\b", re.IGNORECASE)
_LONGEST_WRITING = datetime.timedelta(days=200)


def date_of(page: Page, kind: str, edited: bool) -> Date | None:
    """The event's day, best witness first.

    ``edited`` texts (FRUS) carry the event's day in the dateline; on other pages a talk's title is the better witness.
    """
    if kind == "editorial note":
        return None
    line = next((d.date for d in _datelines(page) if d.date), None)
    label = _labelled_date(page)
    if edited:
        return line or label or _fine(title_date(page.title)) or page.page_date
    title = _title_or_heading(page) if kind == MEETING else None
    near = page.page_date or line
    told = label or _fine(title) or _better(line, page.page_date) or _narrated(page, kind, near)
    return told or page.page_date or _fine(title_date(page.title)) or _closing(page, kind).date


def _better(line: Date | None, page_date: Date | None) -> Date | None:
    """The dateline, unless the page's date is the finer of two that agree."""
    if line and page_date and line.precision != "day" and page_date.precision == "day" and line.overlaps(page_date):
        return page_date
    return line


def _fine(date: Date | None) -> Date | None:
    return date if date and date.precision in ("day", "interval", "month") else None


def _datelines(page: Page) -> list[Dateline]:
    opening = max(1, min(_OPENING_LINES, len(page.body) - _CLOSING_LINES))
    found = [dateline(line.text, page.page_date) for line in (*page.head, *page.body[:opening])]
    return [one for one in found if one is not None]


def _closing(page: Page, kind: str) -> Dateline:
    """The dateline under a signature; under the record of a talk it tells when the record was written, so that it is left."""
    if kind == MEETING:
        return Dateline(None)
    found = [dateline(line.text, page.page_date) for line in page.body[-_CLOSING_LINES:]]
    return next((one for one in reversed(found) if one and one.date), Dateline(None))


def _labels(page: Page) -> list[tuple[str, str]]:
    """Labels of the header and their values, which stand behind the label or on the line below it."""
    top = [line.text for line in (*page.head, *page.body[:_LABEL_LINES])]
    found = [labelled(line, after) for line, after in zip(top, [*top[1:], ""], strict=False)]
    return [told for told in found if told]


def _labelled_date(page: Page) -> Date | None:
    for label, value in _labels(page):
        if "date" in label or label.startswith("time"):
            date = first_date(value, page.page_date if re.search(r"\d", value) else None)
            if date and date.precision != "year":
                return date
    return None


def title_date(title: str, near: Date | None = None) -> Date | None:
    """The last date in a title that names a year, or a day of the year of ``near``."""
    found = [f.date for f in find(title, near=near) if any(c.isdecimal() for c in title[f.start : f.end])]
    return found[-1] if found else None


def _title_or_heading(page: Page) -> Date | None:
    """The day in the title of a talk, or in a heading below it: 'Held in the Kremlin on 30 October 1964'."""
    return next((date for words in _headings(page) if (date := title_date(words, page.page_date))), None)


def _headings(page: Page) -> list[str]:
    return [page.title, *(line.text for line in page.head if _HEADING.match(line.text))]


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
    place = next((d.place for d in _datelines(page) if d.place), "") or _labelled_place(page)
    place = place or next((told for words in _headings(page) if (told := _title_place(words, kind))), "")
    place = place or ("" if edited else _closing(page, kind).place)
    if not place and kind == MEETING and not edited:
        opening = " ".join(line.text for line in page.body[:6])[:1200]
        place = next((m["place"] for m in _HELD.finditer(opening) if is_place(m["place"])), "")
    return (place,) if place else ()


def _labelled_place(page: Page) -> str:
    for label, words in _labels(page):
        if re.search(r"place|location|venue|site", label):
            value = re.sub(r"^the ", "", _without_dates(words), flags=re.IGNORECASE)
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
    named = next((m["place"] for m in _TITLE_IN.finditer(title) if is_place(m["place"])), "")
    hall = _KNOWN_HALL.search(title)
    return named or (hall["place"] if hall else "")
