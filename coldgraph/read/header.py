"""Where a document's header ends and its body begins, told line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coldgraph.read.dateline import dateline, labelled
from coldgraph.read.lines import Line

FILE = re.compile(
    r"^(?:(?:No\.? )?\d{1,4}[A-Za-z]?\.?|\d{3}[A-Z]?\.\d[\w./ ()–-]{0,40}"
    r"|(?:[A-Z][\w/.’'&-]*,? ){1,6}files?(?:, [Ll]ot [\w –-]{2,15})?(?:, [^:]{2,60})?)"
    r"(?: ?: ?(?:Circular )?(?:[Tt]elegram|[Aa]irgram|[Dd]espatch))?$"
)
_LIST_HEADING = re.compile(
    r"^(?:also |others? |those |persons |people )?(?:participants?|present|attendees|attendance|in attendance"
    r"|participating|members present)"
    r"(?: (?:from|on|for|at|were|included?)\b[^:]{0,60})?(?: (?:present|included?))?\s*[:.]?$"
    r"|^(?:on|from|for) the \w[\w .]{0,40} side[^:]{0,30}:?$|^(?:present|also present|participants?)\b[^:]{0,70}:$",
    re.IGNORECASE,
)
_LIST_START = re.compile(
    r"^(?:participants?(?: (?:from|on|for|of) [\w .]{1,40})?|guests|hosts|attendees|attended by|in attendance|interpreters?|translators?"
    r"|(?:also |others |those )?(?:present|attending|taking part)(?: at the [\w -]{1,40})?"
    r"|note-?takers?|recorded by|translated by"
    r"|present(?: at the [\w -]{1,40})? (?:from|on|for) the [\w .]{1,40} side|on the [\w .]{1,30} side"
    r"|(?:the )?\w+ (?:participants|side))\s*(?:\([^)]{0,40}\))?\s*[:;] ?\S",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:to|from|for|via|cc|copy|copies|through|thru|memorandum (?:for|to)|info(?:rmation)?|ref(?:s|erences?)?|passed to"
    r"|sent|dispatched|transmitted|received|by|drafted by|approved by|distribution|attention|classification)\s*[:;]",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"^(?:(?:general )?subjects?(?: discussed)?|topics?|agenda|theme|re)\s*(?::|$)", re.IGNORECASE)
_HEADED = re.compile(r"^(?:references?|ref|to|from|for|copies to|distribution|info|memorandum (?:for|to))\s*:?$", re.IGNORECASE)
_CLASSIFIED = re.compile(
    r"^[\[(]?(?:section \w{1,5} of \w{1,5}|(?:(?:top|strictly|most|completely) )?(?:secret|confidential|unclassified|sensitive"
    r"|classified|restricted|official use only|limited official use|limited distribution"
    r"|eyes only|nodis|exdis|noforn|absolutely secret|copy no|translation|translated|excerpts?|draft|action"
    r"|nonofficial))\b[^a-z]{0,40}(?:[\w/; ,.()\]-]{0,60})?$",
    re.IGNORECASE,
)
_ROUTE = re.compile(r"^from [A-Z][\w .]{2,40} to [A-Z][\w ,.]{2,60}(?<!\.)$", re.IGNORECASE)
_REMARK = re.compile(
    r"^\((?=[^()]{0,150}\b(?:record|translat|draft|excerpt|cop(?:y|ies)\b|version|minutes|notes|session|text|original|verbatim))[^()]{4,200}\)$",
    re.IGNORECASE,
)
_FORMS = re.compile(
    r"^(?:memorandum (?:of|for)|minutes|record of|notes on|notes of|memcon|telegram|cable|incoming telegram"
    r"|outgoing telegram|department of state|the white house|white house|united states delegation|embassy|ministry)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^[A-Z][A-Za-z]*(?:[/ –-][A-Z0-9][\w.]*)+$|^(?:No|Nr|№)\.? ?[\w/-]{1,20}$|^\[?[\w. ]{0,20}\d[\w./-]*\]?$")
_SPEECH = re.compile(r"^[^:]{1,60}: +(?P<said>\S.*)$")
_CAPITAL_LABEL = re.compile(r"^[A-Z][A-Z'’ -]{2,30}\. (?:\S+ ){3,}\S+[.?!]$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Dr|Mr|Dept|Govt|Amb|Gen|Col|Rep|Asst|Sec|etc|no|U\.S|U\.K|U\.N|U\.S\.S\.R|S\.S\.R|D\.C"
    r"|P\.R|[A-Z])|\.[A-Z]|\b[ap]\. ?m)\.$"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|said|stated|asked|told|opened|began|called|expressed|referred|noted"
    r"|replied|thanked|met|do|did|can|should|I|we|that|this)\b"
)
_HANDLING = re.compile(
    r"^(?:(?:priority|niact|operational immediate|immediate|u\.?s\.? urgent|urgent|plain|personal|verbatim text)[ ;,—–-]{0,3}){1,4}$"
    r"|^\[?received\b[^:]{0,30}[\d:]{1,5}[^:]{0,20}$",
    re.IGNORECASE,
)
_SINGLE = (FILE, _LIST_HEADING, _LIST_START, _ADDRESS, _ROUTE, _SUBJECT, _HEADED, _CLASSIFIED, _HANDLING)


def is_header(line: str) -> bool:
    """Whether a line by itself belongs to a header: date, place, classification, address, subject, list heading."""
    return dateline(line) is not None or labelled(line) is not None or any(rule.match(line) for rule in _SINGLE)


def is_capitals(line: str) -> bool:
    """A heading in capitals of at most a dozen words."""
    letters = [c for c in line if c.isalpha()]
    return len(letters) > 3 and sum(c.isupper() for c in letters) > 0.9 * len(letters) and len(line) <= 150 and not line.endswith(":")


def is_sentence(line: str) -> bool:
    """Whether a line reads as running text or speech rather than as an entry of a list."""
    speech = _SPEECH.match(line)
    said = speech["said"] if speech else ""
    if said and (len(said.split()) > 12 or _VERB.search(said) or said[-1] in ".?!"):
        return not _ABBREVIATION.search(said) or bool(_VERB.search(said))
    if len(line) > 260 or line[-1] in "?!" or _CAPITAL_LABEL.match(line):
        return True
    if line[-1] in '.”"’' and not _ABBREVIATION.search(line):
        return bool(_VERB.search(line)) or len(line.split()) > 14
    return line.endswith("—") or (len(line.split()) > 8 and len(_VERB.findall(line)) > 1)


def header_end(found: Sequence[Line], first: int = 0) -> int:
    """The index of the first line of the body, of lines that begin with the header's."""
    state, n = "", first
    while n < len(found):
        state, goes_on = _step(found[n].text, state, first == n)
        if not goes_on:
            break
        n += 1
    return n if n < len(found) or first == len(found) else _fallback(found, first)


def _fallback(found: Sequence[Line], first: int) -> int:
    """A text that is all short lines: only the lines that are headers by themselves."""
    n = first
    while n < len(found) and is_header(found[n].text):
        n += 1
    return n


def _step(line: str, state: str, at_first: bool) -> tuple[str, bool]:
    """The state after a line, and whether the header goes on with it."""
    if _LIST_HEADING.match(line) or (_LIST_START.match(line) and not is_sentence(line)):
        return "list", True
    if _SUBJECT.match(line):
        return ("" if ":" in line and not line.endswith(":") else "subject"), True
    if _HEADED.match(line):
        return "subject", True
    if is_header(line):
        return ("list" if state == "list" else ""), True
    if state == "subject" and not is_sentence(line):
        return "subject-more", True
    if state == "list" and not is_sentence(line):
        return "list", True
    if state == "subject-more" and len(line) < 90 and line[-1] not in ".:" and not is_sentence(line) and _title_like(line):
        return state, True
    return state, _is_form(line)


def _is_form(line: str) -> bool:
    if _REMARK.match(line):
        return True
    return len(line) <= 150 and line[-1] not in ".?!:" and (is_capitals(line) or bool(_FORMS.match(line)) or bool(_NUMBER.match(line)))


def _title_like(line: str) -> bool:
    words = [w for w in line.split() if len(w) > 3]
    return bool(words) and sum(w[0].isupper() or not w[0].isalpha() for w in words) >= 0.7 * len(words)
