"""A FRUS document as text: a page of history.state.gov saved or copied, with or without the site's furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coldgraph.model import Segment, Voice
from coldgraph.read.lines import Line, lines, squeeze
from coldgraph.read.page import Page, paint, split

_TITLE = re.compile(r"^\[?(?P<number>\d{1,4}[a-z]?)\.?\]? (?P<title>(?=[A-Z]).{5,600})$")
_FORM = re.compile(
    r"\b(?:tele|air|cable)gram|memorand|letter|message|note|minutes|record|report|despatch|estimate|paper|diary"
    r"|conversation|statement|meeting|talk"
    r"|summary|transcript|action|decision|directive|circular|briefing|study|address|speech|resolution|question"
    r"|instruction|draft|article|conference|discussion|intelligence|memo\b",
    re.IGNORECASE,
)
_SENT = re.compile(r"^(?:The |Mr\. )?[A-Z].{3,150} to (?:the |President |Mr\. |Certain )?[A-Z]?.{3,120}(?<![.:;?!])$")
_OFFICES = re.compile(
    r"\b(?:Secretar(?:y|ies) of State|Department of State|Embassy|Legation|Ambassador|Minister in|Chargé|Consul(?:ate)?(?: General)?"
    r"|Mission|Representative|Delegation|Under Secretary|Assistant Secretary|High Commissioner|Diplomatic (?:Offices|Missions))\b"
)
_SERIES = re.compile(r"Foreign Relations of the United States, (?P<years>(?:The )?[^,/]{4,40}), (?P<rest>[^/|»>\n]{3,160})")
_URL = re.compile(r"https?://history\.state\.gov/historicaldocuments/(?P<volume>frus[\w-]+)/(?P<document>d\d+\w*)")
_CHROME = re.compile(
    r"^(?:table of contents|contact us|office of the historian|skip to main content|about (?:us|this)|browse by|search"
    r"|home|historical documents"
    r"|previous|next|list of (?:abbreviations|sources|persons)|resources for|follow us|privacy|copyright|phone:|email:"
    r"|close|share|guide to countries|persons in this document)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"^(?:table of contents|persons in this document|resources for researchers|contact us|browse by topic)$", re.IGNORECASE
)


def title_at(found: Sequence[Line]) -> int | None:
    """The index of a FRUS title such as '125. Memorandum of Conversation' among the first lines; None where there is none."""
    for n, line in enumerate(found[:60]):
        match = _TITLE.match(line.text)
        if match and _is_title(match["title"]) and not _SERIES.match(match["title"]) and (n == 0 or _is_furniture(found[:n])):
            return n
    return None


def _is_title(words: str) -> bool:
    """Whether words name a form of document or, as older volumes do, who wrote to whom."""
    return bool(_FORM.search(words) or is_sent(words))


def is_sent(words: str) -> bool:
    """'The Ambassador in Norland (Moor) to the Secretary of State'."""
    return len(words) < 250 and bool(_SENT.match(words)) and len(_OFFICES.findall(words)) > 1


def _is_furniture(before: Sequence[Line]) -> bool:
    return any(_CHROME.match(line.text) or "Foreign Relations" in line.text or "history.state.gov" in line.text for line in before)


def frus_page(text: str) -> Page | None:
    """Take a FRUS page apart; None for other texts."""
    found = lines(text)
    n = title_at(found)
    if n is None:
        return None
    end = _content_end(found, n)
    head, body, painted = split(found[:end], n + 1)
    furniture = paint(found[:n], Voice.BOILERPLATE) + paint(found[end:], Voice.BOILERPLATE)
    title = Segment(found[n].start, found[n].end, Voice.HEADER)
    return Page(clean_title(found[n].text), head, body, (*furniture, title, *painted), told=_told(text, found[n].text))


def _content_end(found: Sequence[Line], first: int) -> int:
    """The index behind the last line that is not the site's closing furniture, or a list that it shows beside the document."""
    end = next((n for n in range(first + 1, len(found)) if _BESIDE.match(found[n].text)), len(found))
    while end > first + 1 and len(found[end - 1].text) < 120 and _CHROME.match(found[end - 1].text):
        end -= 1
    return end


def clean_title(line: str) -> str:
    """The title without its number and without the mark of a note.

    >>> clean_title("125. Memorandum of Conversation1")
    'Memorandum of Conversation'
    """
    match = _TITLE.match(squeeze(line))
    title = match["title"] if match else squeeze(line)
    return re.sub(r"(?:(?<=[a-z)])|(?<=[ap]\.m\.))\d{1,2}(?: ?\d)?$", "", title).strip()


def _told(text: str, title: str) -> dict[str, str]:
    """Citation, volume and address, where the page tells them."""
    told: dict[str, str] = {}
    series, url, match = _SERIES.search(text[:5000]), _URL.search(text), _TITLE.match(title)
    if series and match:
        rest = re.sub(r"[\s,]*(?:Document \d+.*)?$", "", squeeze(series["rest"]))
        told["citation"] = f"Foreign Relations of the United States, {series['years']}, {rest}, Document {match['number']}"
    if url:
        told["url"], told["collection"] = url[0], url["volume"]
    return told
