"""The frozen values that the rooms hand to one another: no RDF, no input or output.

Offsets are code points in a document's canonical text, the end excluded.
Actors, places and topics are named by local identifiers such as
'person/zhou-enlai', 'state/china', 'place/beijing' (see `coldgraph.ids.iri`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from coldgraph.dates import Date


class Voice(StrEnum):
    """Whose words a span of a document is."""

    BODY = "Body"
    HEADER = "Header"
    SPEAKER_LABEL = "SpeakerLabel"
    NOTE = "Note"
    EDITOR_INSERTION = "EditorInsertion"
    ARCHIVE_DESCRIPTION = "ArchiveDescription"
    BOILERPLATE = "Boilerplate"


class Polarity(StrEnum):
    POSITIVE = "Positive"
    NEGATIVE = "Negative"
    MIXED = "Mixed"


class Modality(StrEnum):
    ACTUAL = "Actual"
    CONDITIONAL = "Conditional"
    FUTURE = "Future"
    PAST = "Past"


class Role(StrEnum):
    """What a participant does in a meeting."""

    SPEAKER = "Speaker"
    SILENT = "Silent"
    INTERPRETER = "Interpreter"
    NOTE_TAKER = "NoteTaker"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """A stretch of the text in one voice. Segments are sorted, never overlap, and cover the text.

    ``note`` is the number of a footnote where the voice is NOTE.
    """

    start: int
    end: int
    voice: Voice
    note: str = ""


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """A person whom the source itself lists (a FRUS volume's list of persons)."""

    key: str
    names: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """An editor's mark-up of a span.

    ``kind`` is person, place, date, participant, group, signed, from, to or note-call; ``key`` points to a
    ListedPerson or holds the normal form (an EDTF date).
    """

    start: int
    end: int
    kind: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a reader left out of the canonical text or could not use, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Document:
    """One archival document as read: canonical text, voices and metadata.

    ``places`` are names as the source words them; ``kind`` is one of meeting record,
    telegram, letter, report, memorandum, speech, diary, resolution, editorial note, other
    ('' where the reader cannot tell).
    """

    id: str
    source_file: str
    text: str
    segments: tuple[Segment, ...]
    title: str = ""
    date: Date | None = None
    places: tuple[str, ...] = ()
    kind: str = ""
    archive: str = ""
    record_id: str = ""
    rights: str = ""
    citation: str = ""
    url: str = ""
    language: str = "en"
    collection: str = ""
    description: str = ""
    marks: tuple[Mark, ...] = ()
    people: tuple[ListedPerson, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    reader: str = ""

    def quote(self, start: int, end: int) -> str:
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever can act and be spoken of, or a place or topic. ``kind``: person, state, organization, movement, place, topic."""

    id: str
    kind: str
    label: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go; ``label`` is the span of 'Zhou Enlai:'.

    ``reported`` marks what a narrative tells as another's words: 'General X said that ...'.
    """

    start: int
    end: int
    speaker: str
    order: int
    addressees: tuple[str, ...] = ()
    label: Span | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to one actor, place or topic.

    ``pronoun`` marks a resolved 'we', 'you' or 'they' (a cg:PronounReference). ``how`` says
    why it was linked; ``candidates`` are the others that were possible, best first;
    ``decided`` the decisions of people that made it what it is.
    """

    start: int
    end: int
    refers_to: str
    kind: str
    voice: Voice = Voice.BODY
    pronoun: bool = False
    how: str = ""
    candidates: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    participant: str
    side: str = ""
    role: Role = Role.SILENT
    capacity: str = ""
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """``documented`` meetings are what the document records; the others it only tells of, in ``evidence``."""

    date: Date | None
    places: tuple[str, ...]
    participations: tuple[Participation, ...]
    documented: bool
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """An attitude that a sentence expresses; actors are local identifiers, ``act`` an ontology act such as 'Accusation'.

    ``decided`` are the decisions of people that made it what it is.
    """

    evidence: Span
    holder: str
    target: str
    polarity: Polarity
    act: str
    speaker: str = ""
    addressees: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    attributed: bool = False
    modality: Modality = Modality.ACTUAL
    holder_side: str = ""
    target_side: str = ""
    confidence: float = 0.5
    why: str = ""
    decided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was extracted from one document. ``actors`` are those that only this document knows."""

    document: Document
    date: Date | None = None
    places: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    mentions: tuple[Mention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    stances: tuple[Stance, ...] = ()
    actors: tuple[Actor, ...] = field(default=())
