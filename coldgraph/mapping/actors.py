"""Actors, places and topics that only one document knows."""

from __future__ import annotations

from collections.abc import Iterable

from coldgraph import namespaces as ns
from coldgraph import vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import Sheet
from coldgraph.model import Actor

CLASSES = {
    "person": (vocabulary.PERSON,),
    "state": (vocabulary.STATE,),
    "organization": (vocabulary.ORGANIZATION,),
    "movement": (vocabulary.MOVEMENT,),
    "place": (vocabulary.PLACE,),
    "topic": (vocabulary.TOPIC, ns.CONCEPT),
}


def say_actors(sheet: Sheet, actors: Iterable[Actor]) -> None:
    """One preferred label an actor, however often it is given; all other forms are alternatives."""
    labels: dict[str, str] = {}
    for actor in actors:
        subject = terms.local(actor.id)
        sheet.types(subject, *CLASSES[actor.kind])
        first = labels.setdefault(actor.id, actor.label)
        sheet.text(subject, ns.PREF_LABEL, first)
        others = dict.fromkeys(name for name in (actor.label, *actor.names) if name and name != first)
        sheet.say_all(subject, ns.ALT_LABEL, map(terms.literal, others))
