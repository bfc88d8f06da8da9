"""One document's extraction as N-Quads: sorted, unique, IRIs only, the same bytes for the same values."""

from __future__ import annotations

from coldgraph.mapping.actors import say_actors
from coldgraph.mapping.documents import say_document
from coldgraph.mapping.meetings import say_meetings
from coldgraph.mapping.mentions import say_mentions, say_turns
from coldgraph.mapping.sheet import DocumentSheet
from coldgraph.mapping.stances import say_stances
from coldgraph.model import Extraction


def document_quads(extraction: Extraction) -> str:
    """All that was extracted from one document, in its named graph, a line a quad.

    The lines end with a newline and hold no other (quotations are escaped), but split them
    at the newline only: `str.splitlines` would also cut at U+2028 inside a quotation.
    """
    sheet = DocumentSheet(extraction.document)
    say_document(sheet, extraction)
    say_turns(sheet, extraction)
    say_mentions(sheet, extraction)
    say_meetings(sheet, extraction)
    say_stances(sheet, extraction)
    say_actors(sheet, extraction.actors)
    return sheet.nquads()
