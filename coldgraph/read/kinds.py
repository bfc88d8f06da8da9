"""The kind of a document from its title (or the archive's word for its type)."""

from __future__ import annotations

import re

MEETING = "meeting record"
_MEETING_WORDS = (
    r"(memorand(um|a)|memcon|summary|note|notes|record|report|account|minutes?|transcript|protocol|stenogra\w+|excerpts?)s? "
    r"(of|on|from|about) (\w+ ){0,4}?(conversations?|conference|meetings?|talks?|discussions?|negotiations|telephone|call"
    r"|reception|session|plenum|summit)"
    r"|minutes\b|stenogra\w+|transcript|(discussion|conversation|meeting|talk|talks|negotiations?|dialogue)s? (between"
    r"|with|of|among|on|at)\b"
    r"|conversations? between|\bmemcons?\b|memorandum of discussion|verbatim|editorial summary of meeting"
)
_KINDS = (
    ("editorial note", r"editorial note"),
    ("telegram", r"(tele|cable|air)gram|\bcables?\b|\bciphered message|\bcircular\b|\bencrypted\b"),
    (MEETING, _MEETING_WORDS),
    (
        "letter",
        r"\bletters?\b|\bmessages?\b|\bnotes? from\b|\bnotes? (no|verbale)\b|\boral (message|note)|\baide-m[eé]moire\b|correspondence"
        r"|\bcommunication from\b",
    ),
    ("speech", r"\bspeech|\baddress\b|\bremarks\b|\bstatement\b|\blecture\b|\btoast\b"),
    ("diary", r"\bdiary|\bdiaries|\bjournal\b"),
    ("resolution", r"\bresolution|\bdecree|\bdecision|\bdirective|\bexecutive order|\bcommuniqu|\btreaty\b|\bagreement between"),
    (
        "report",
        r"\breport|\bestimate\b|\bdespatch|\bdispatch|\bstudy\b|\bsurvey\b|\bassessment|\binformation\b|\bpaper\b|\banalysis|\bappraisal"
        r"|\bsummary\b|\bdebriefing\b",
    ),
    ("memorandum", r"\bmemorand|\bmemo\b|\bbriefing|\bnote for\b|\bnote on\b|\btalking points\b"),
    ("other", r"\binstructions\b|\bdrafts?\b|\bquestionnaire\b|\bchronology\b"),
)
_RULES = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)


def kind_of(title: str) -> str:
    """One of the kinds of `model.Document`; '' where the title does not tell.

    The word that comes first decides, but a journal that records a talk is the talk's record.

    >>> kind_of("From the Journal of N. N.: Record of a Conversation with X. Y.")
    'meeting record'
    >>> kind_of("Telegram From the Embassy to the Department: Talks with the Minister")
    'telegram'
    """
    hits = [(m.start(), n, kind) for n, (kind, rule) in enumerate(_RULES) if (m := rule.search(title[:400]))]
    if not hits:
        return ""
    first = min(hits)[2]
    kinds = {kind for _, _, kind in hits}
    return MEETING if first == "diary" and MEETING in kinds else first
