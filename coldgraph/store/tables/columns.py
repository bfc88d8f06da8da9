"""The tables and their columns: what docs/tables.md tells, and what is written.

Kinds of column: text, integer, number, boolean, day (a calendar day) and texts (a list of text).
Entities are full IRIs; a ...Label is today's usual name. Terms of the ontology are told by
their last part: 'Negative'.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    kind: str
    meaning: str


def _columns(*told: str) -> tuple[Column, ...]:
    return tuple(Column(*(part.strip() for part in line.split("|", 2))) for line in told)


_DATED = (
    "date | text | the document's date (EDTF)",
    "earliest | day | the first day that the date allows",
    "latest | day | the last day that the date allows",
)
_MET = (
    "date | text | the meeting's date (EDTF)",
    "earliest | day | the first day that the date allows",
    "latest | day | the last day that the date allows",
    "places | texts | where",
    "placeLabels | texts | the names of the places",
    "known | text | 'record' where the document records the meeting, 'told of' where it only mentions it",
)
_SPAN = (
    "quote | text | the words of the passage",
    "start | integer | how many code points of the document's text come before it",
    "end | integer | the offset of the first code point after it",
)
_DOCUMENT = ("document | text | the document", "title | text | the document's title")
_CITATION = ("citation | text | the archive's own citation",)

TABLES: dict[str, tuple[Column, ...]] = {
    "documents": _columns(
        "document | text | the document",
        "title | text | its title",
        *_DATED,
        "places | texts | where it was made",
        "placeLabels | texts | the names of the places",
        "type | text | telegram, letter, meeting record ...",
        "archive | text | who holds the original",
        "record | text | the number under which the source publishes it",
        "collection | text | the edition or collection",
        *_CITATION,
        "rights | text | what the source says of rights",
        "url | text | where it is published",
        "language | text | the language of the text",
        "sourceFile | text | the file it was read from",
    ),
    "meetings": _columns(
        "meeting | text | the meeting",
        *_MET,
        *_DOCUMENT,
        "passage | text | the passage that tells of it",
        *_SPAN,
        *_CITATION,
    ),
    "participations": _columns(
        "participation | text | the part that somebody takes",
        "meeting | text | the meeting",
        "participant | text | who",
        "participantLabel | text | the name",
        "side | text | for whom",
        "sideLabel | text | the side's name",
        "role | text | Speaker, Silent, Interpreter or NoteTaker",
        "capacity | text | the office, as the text words it",
        *_MET,
        *_DOCUMENT,
        "passage | text | the passage that tells of the meeting, else the one that names the participant",
        *_SPAN,
        *_CITATION,
    ),
    "mentions": _columns(
        "mention | text | the passage that is the name",
        "entity | text | who or what is named",
        "label | text | the usual name",
        "kind | text | person, state, organization, movement, place or topic",
        *_SPAN,
        "voice | text | whose words: Body, Header, Note ...",
        "method | text | why it was linked so, where more than the name was needed",
        *_DOCUMENT,
        *_DATED,
        *_CITATION,
    ),
    "turns": _columns(
        "turn | text | the passage that one speaker says in one go",
        "speaker | text | who",
        "speakerLabel | text | the name",
        "addressees | texts | to whom",
        "addresseeLabels | texts | their names",
        "order | integer | its place in the sequence of turns",
        *_SPAN,
        *_DOCUMENT,
        *_DATED,
        *_CITATION,
    ),
    "stances": _columns(
        "stance | text | the attitude",
        "speaker | text | who says it (empty: an unsigned text)",
        "speakerLabel | text | the name",
        "addressees | texts | to whom",
        "addresseeLabels | texts | their names",
        "holder | text | whose attitude it is",
        "holderLabel | text | the name",
        "holderSide | text | the state or movement for which the holder acts on that day",
        "holderSideLabel | text | its name",
        "target | text | towards whom or what",
        "targetLabel | text | the name",
        "targetSide | text | the state or movement for which the target acts on that day",
        "targetSideLabel | text | its name",
        "polarity | text | Positive, Negative or Mixed",
        "act | text | the act, by the ontology",
        "modality | text | Actual, Conditional, Future or Past",
        "attributed | boolean | true where the speaker tells of somebody else's attitude",
        "confidence | number | from 0 to 1: of those at 0.8, eight in ten are right",
        "about | texts | the matters",
        "aboutLabels | texts | their names",
        "why | text | the frame or rule that made it",
        "passage | text | the sentence it rests on",
        *_SPAN,
        *_DOCUMENT,
        *_DATED,
        *_CITATION,
    ),
    "entities": _columns(
        "entity | text | an actor, place or topic",
        "kind | text | person, state, organization, movement, alliance, place or topic",
        "label | text | today's usual name",
    ),
}
