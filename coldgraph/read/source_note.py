"""What the source note of a FRUS document names: the archive."""

from __future__ import annotations

import re

from coldgraph.read.lines import squeeze

_CLASSIFICATION = re.compile(
    r"\.\s+(?=(?:Top Secret|Secret|Confidential|No classification|Official Use|Limited Official|Unclassified|Personal"
    r"|Restricted|Sensitive|Eyes Only|Drafted|Classification))"
)
_SENTENCE = re.compile(r"(?<!\bVol)(?<!\bNo)(?<!\bpt)(?<!\bp)(?<!\b[A-Z])\.\s+(?=[A-Z])")


def archive_of(note: str) -> str:
    """'Source: Kennedy Library, Memos. Secret. Drafted by A.' -> 'Kennedy Library, Memos'; '' for other notes."""
    match = re.search(r"(?:^|\s)Source: ?(?P<told>\S.*)", squeeze(note))
    if not match:
        return ""
    told = match["told"][:400]
    return (_CLASSIFICATION if _CLASSIFICATION.search(told) else _SENTENCE).split(told, maxsplit=1)[0].strip(" .")
