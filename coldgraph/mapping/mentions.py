"""Turns, mentions and resolved pronouns: the passages in which somebody speaks or is named."""

from __future__ import annotations

from collections import Counter

from coldgraph import ids, vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import DocumentSheet
from coldgraph.model import Extraction, Mention, Span, Turn

_PLAIN = ("", "name")


def say_turns(sheet: DocumentSheet, extraction: Extraction) -> None:
    """Each turn with its speaker, addressees and place in the order of turns."""
    for turn in extraction.turns:
        _say_turn(sheet, turn)


def _say_turn(sheet: DocumentSheet, turn: Turn) -> None:
    span = Span(turn.start, turn.end)
    subject = sheet.place(span, "turn")
    sheet.types(subject, vocabulary.TURN)
    sheet.passage(subject, span, sheet.voice(span))
    sheet.say(subject, vocabulary.ORDER, terms.integer(turn.order))
    sheet.link(subject, vocabulary.SPEAKER, turn.speaker)
    sheet.say_all(subject, vocabulary.ADDRESSEE, map(terms.local, turn.addressees))
    sheet.say(subject, vocabulary.REPORTED, terms.boolean(turn.reported))


def say_mentions(sheet: DocumentSheet, extraction: Extraction) -> None:
    """Each mention once. Where several things are said of one span, a digest of their content tells them apart."""
    mentions = dict.fromkeys(extraction.mentions)
    crowd = Counter((m.start, m.end, m.pronoun) for m in mentions)
    for mention in mentions:
        shared = crowd[mention.start, mention.end, mention.pronoun] > 1
        mark = ids.digest(mention.refers_to, mention.kind, mention.voice, mention.how, *mention.candidates) if shared else ""
        _say_mention(sheet, mention, mark)


def _say_mention(sheet: DocumentSheet, mention: Mention, mark: str) -> None:
    """Eight quads for a plain name; the method is given where the link rests on more than the name."""
    span = Span(mention.start, mention.end)
    subject = sheet.place(span, "pronoun" if mention.pronoun else "mention", mark)
    sheet.types(subject, vocabulary.PRONOUN_REFERENCE if mention.pronoun else vocabulary.MENTION)
    sheet.passage(subject, span, mention.voice)
    sheet.link(subject, vocabulary.REFERS_TO, mention.refers_to)
    if mention.how not in _PLAIN:
        sheet.text(subject, vocabulary.METHOD, mention.how)
    sheet.say_all(subject, vocabulary.CANDIDATE, map(terms.local, mention.candidates))
    sheet.decided(subject, mention.decided)
