"""Recognised documents in, extractions out: names decided, turns, meetings, stances."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from coldgraph import ids
from coldgraph.found import Attendee, Expression, Recognised
from coldgraph.interpret import context as contexts
from coldgraph.interpret import told
from coldgraph.interpret.author import author
from coldgraph.interpret.cast import Cast, Director, Who
from coldgraph.interpret.collectives import Collectives
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts
from coldgraph.interpret.marks import Marks, NameIndex
from coldgraph.interpret.offices import Offices
from coldgraph.interpret.present import participations
from coldgraph.interpret.pronouns import pronouns
from coldgraph.interpret.reading import Reading, Sentence
from coldgraph.interpret.scene import Scene
from coldgraph.interpret.sides import Sides
from coldgraph.interpret.stances import stances
from coldgraph.interpret.turns import in_order, narrated, turns
from coldgraph.model import Actor, Extraction, Meeting, Mention, Stance, Turn, Voice
from coldgraph.tables import Authority, Name
from coldgraph.text import fold

Decided = dict[tuple[int, int], Who]
Extractor = Callable[[Scene, Sequence[Sentence]], tuple[Stance, ...]]
"""Whoever finds the stances in the sentences of a document whose names are decided."""


class Interpreter:
    """Made once from the authority; used for every document."""

    def __init__(self, authority: Authority, common: frozenset[str] = frozenset()) -> None:
        self.facts = Facts(authority)
        forms: dict[str, list[str]] = defaultdict(list)
        self.places: dict[str, str] = {}
        seats: dict[str, list[Name]] = defaultdict(list)
        for name in authority.names:
            entity = authority.entities.get(name.entity)
            if entity and entity.kind == "person" and name.kind != "family":
                forms[name.entity].append(name.form)
            elif entity and entity.kind == "place":
                self.places.setdefault(fold(name.form), name.entity)
            elif entity and entity.kind == "state" and name.kind == "metonym":
                seats[fold(name.form)].append(name)
        self.names = NameIndex(self.facts, {p: tuple(f) for p, f in forms.items()})
        self.director = Director(self.facts, self.names, common)
        self.offices, self.collectives, self.sides = Offices(self.facts, self.places, seats), Collectives(self.facts), Sides(self.facts)

    def interpret(self, recognised: Recognised, extractor: Extractor = stances) -> Extraction:
        """Everything that one document says; its stances as an extractor finds them."""
        scene = self.scene(recognised)
        places, local_places = self._places(recognised)
        meetings = self._meetings(scene, places)
        sentences = tuple(Reading(scene).sentences())
        found = extractor(scene, sentences)
        spoken = in_order([*scene.turns, *narrated(scene.text, sentences)])
        mentions = (*scene.mentions, *pronouns(scene), *self._open(recognised, scene))
        used = {m.refers_to for m in mentions} | {p.participant for p in scene.participations} | {t.speaker for t in spoken}
        actors = [a for a in scene.cast.local.values() if a.id in used]
        return Extraction(
            recognised.document,
            recognised.document.date,
            places,
            spoken,
            tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.refers_to))),
            meetings,
            found,
            tuple(sorted([*actors, *local_places], key=lambda a: a.id)),
        )

    def scene(self, recognised: Recognised) -> Scene:
        """A document with its names decided."""
        context = contexts.build(recognised, self.facts)
        cast = self.director.cast(context)
        decided: Decided = dict(cast.who)
        self._decide_offices(recognised, decided, cast, context)
        return self._scene(recognised, decided, cast, context)

    def _decide_offices(self, recognised: Recognised, decided: Decided, cast: Cast, context: Context) -> None:
        extra = [a.expression for a in recognised.attendees if a.expression.kind == "office"]
        for e in [*(e for e in recognised.expressions if e.kind == "office"), *extra]:
            if (e.start, e.end) not in decided:
                who = self.offices.resolve(e, cast, context)
                if who and who.person:
                    decided[(e.start, e.end)] = who
                elif who:
                    cast.open[(e.start, e.end)] = who

    def _open(self, recognised: Recognised, scene: Scene) -> list[Mention]:
        """Offices that several may have held on the day: mentions with candidates, and no referent."""
        voices, distinct = _Voices(recognised), {(e.start, e.end): e for e in recognised.expressions if e.kind == "office"}
        return [
            Mention(start, end, "", "person", voices.of(distinct[start, end]), how=who.how, candidates=who.candidates)
            for (start, end), who in sorted(scene.cast.open.items())
            if (start, end) in distinct and not any(m.kind == "person" for m in scene.within(start, end))
        ]

    def _scene(self, recognised: Recognised, decided: Decided, cast: Cast, context: Context) -> Scene:
        """Sides first from the list of participants, so that shared names ('Chinese') know who is at the table."""
        scene = Scene(context, self.facts, cast)
        scene.turns = turns(recognised, decided, cast)
        scene.mentions = self._people(recognised, decided, cast)
        scene.index()
        scene.author = author(scene)

        def resolve(attendee: Attendee) -> str:
            who = decided.get((attendee.expression.start, attendee.expression.end))
            return who.person if who else ""

        scene.seat(participations(scene, resolve, self.sides))
        context.sides = sorted({*scene.sides.values(), *self._setting(recognised)})
        scene.mentions = tuple(sorted([*scene.mentions, *self._things(recognised, scene)], key=lambda m: (m.start, m.end, m.refers_to)))
        scene.turns = self._sided_labels(recognised, scene)
        scene.turns = tuple(replace(t, addressees=scene.others(t.speaker)) for t in scene.turns)
        return scene.index()

    def _sided_labels(self, recognised: Recognised, scene: Scene) -> tuple[Turn, ...]:
        """Turns again, with the labels that name a side ('South:') decided."""
        decided = {(m.start, m.end): Who(m.refers_to, m.how) for m in scene.mentions}
        return turns(recognised, decided, scene.cast)

    def _setting(self, recognised: Recognised) -> set[str]:
        """The state in whose capital a telegram's embassy sits: 'Embassy in the Republic of China'."""
        title = recognised.document.title.lower()
        if "embassy" not in title:
            return set()
        if "republic of china" in title and "people" not in title:
            return {"state/taiwan"}
        return {"state/south-korea"} if "in korea" in title or "republic of korea" in title else set()

    def _people(self, recognised: Recognised, decided: Decided, cast: Cast) -> tuple[Mention, ...]:
        voices, found = _Voices(recognised), []
        for e in _distinct([*recognised.expressions, *(a.expression for a in recognised.attendees)]):
            who = decided.get((e.start, e.end))
            if who and e.kind != "named":
                found.append(Mention(e.start, e.end, who.person, "person", voices.of(e), how=who.how, candidates=who.candidates))
        found += self._marked(recognised, found, cast)
        return tuple(sorted(found, key=lambda m: (m.start, m.end)))

    def _marked(self, recognised: Recognised, found: list[Mention], cast: Cast) -> list[Mention]:
        """Names that an editor marked and no rule found."""
        marks = Marks(recognised.document, self.facts, self.names)
        taken = sorted((m.start, m.end) for m in found)
        more = []
        voices = {s.start: s.voice for s in recognised.document.segments}
        starts = sorted(voices)
        for mark in marks.marks:
            person, actor = marks.person(mark) if not _covered(mark.start, taken) else ("", None)
            if person:
                if actor:
                    cast.local[actor.id] = actor
                position = bisect_left(starts, mark.start + 1) - 1
                more.append(
                    Mention(
                        mark.start, mark.end, person, "person", voices[starts[position]] if starts else Voice.BODY, how="the editor's mark"
                    )
                )
        return more

    def _things(self, recognised: Recognised, scene: Scene) -> list[Mention]:
        taken = sorted((m.start, m.end) for m in scene.mentions)
        voices, found = _Voices(recognised), []
        for e in recognised.expressions:
            if e.kind != "named" or _covered(e.start, taken):
                continue
            entity, how = self.collectives.resolve(e, scene.context)
            kind = self.facts.entities[entity].kind
            others = tuple(sorted({n.entity for n in e.names} - {entity}))[:5] if how else ()
            if kind != "topic":
                found.append(Mention(e.start, e.end, entity, kind, voices.of(e), how=how, candidates=others))
        return found

    def _places(self, recognised: Recognised) -> tuple[tuple[str, ...], list[Actor]]:
        """The document's places as entities; a place that the authority lacks becomes one of its own."""
        found, local = [], []
        for words in recognised.document.places:
            known = self.places.get(fold(words))
            if not known:
                local.append(Actor(f"place/{ids.slug(words)}", "place", words, ()))
            found.append(known or local[-1].id)
        return tuple(dict.fromkeys(found)), local

    def _meetings(self, scene: Scene, places: tuple[str, ...]) -> tuple[Meeting, ...]:
        document = scene.context.recognised.document
        own = [Meeting(document.date, places, scene.participations, True)] if len(scene.participations) > 0 and _is_record(scene) else []
        return (*own, *told.meetings(scene))


class _Voices:
    """The voice of an expression, labels of speakers and lists of participants told apart from the body."""

    def __init__(self, recognised: Recognised) -> None:
        text = recognised.document.text
        self.labels = [(label.start, label.end) for label in recognised.labels if not label.reported]
        starts = sorted({text.rfind("\n", 0, a.expression.start) + 1 for a in recognised.attendees})
        self.lists = [(start, _line_end(text, start)) for start in starts]

    def of(self, e: Expression) -> Voice:
        if _covered(e.start, self.labels):
            return Voice.SPEAKER_LABEL
        return Voice.HEADER if _covered(e.start, self.lists) else e.voice


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_record(scene: Scene) -> bool:
    document = scene.context.recognised.document
    return (
        document.kind in ("meeting record", "telegram")
        or bool(scene.context.recognised.attendees)
        or len({t.speaker for t in scene.turns if not t.reported}) > 1
    )


def _distinct(expressions: list[Expression]) -> list[Expression]:
    seen: dict[tuple[int, int], Expression] = {}
    for e in expressions:
        if (e.start, e.end) not in seen or seen[(e.start, e.end)].kind == "named":
            seen[(e.start, e.end)] = e
    return list(seen.values())


def _covered(start: int, spans: list[tuple[int, int]]) -> bool:
    """Whether an offset lies in one of some sorted spans."""
    position = bisect_left(spans, (start + 1, 0)) - 1
    return position >= 0 and spans[position][1] > start
