"""Why a name, an office or a collective in a document means whom it means, and what speaks for the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coldgraph import titles
from coldgraph.found import Expression, Recognised
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import covers
from coldgraph.interpret.interpreter import Interpreter
from coldgraph.interpret.marks import Marks
from coldgraph.interpret.scene import Scene
from coldgraph.model import Mention
from coldgraph.tables import Affiliation

_CLOSE = 12


@dataclass(frozen=True, slots=True)
class Candidate:
    """One whom the words could mean: ``points`` as the rules weigh them (0 where nothing is weighed), and why."""

    id: str
    label: str
    points: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """What the words at an offset mean (``referent`` '' where nothing was decided), by which rule, and who else was possible."""

    start: int
    end: int
    words: str
    referent: str
    rule: str
    candidates: tuple[Candidate, ...]


class Reasons:
    """Explains the mentions of one document, by interpreting it once more."""

    def __init__(self, interpreter: Interpreter, recognised: Recognised) -> None:
        self.interpreter, self.facts, self.director = interpreter, interpreter.facts, interpreter.director
        self.scene: Scene = interpreter.scene(recognised)
        self.context: Context = self.scene.context
        self.recognised = recognised
        self.labels = {a.id: a.label for a in self.scene.cast.local.values()}

    def starts(self) -> list[int]:
        """Where names, offices and collectives begin that mean somebody, in order."""
        return sorted({m.start for m in self.scene.mentions if not m.pronoun})

    def at(self, start: int) -> list[Explained]:
        """The names, offices and collectives that begin at an offset, the longest first: 'Chinese Ambassador', 'Chinese'."""
        found = [*self.recognised.expressions, *(a.expression for a in self.recognised.attendees)]
        here = {e.end: e for e in sorted(found, key=lambda e: e.kind) if e.start == start}
        mentions = {m.end: m for m in self.scene.mentions if m.start == start and not m.pronoun}
        return [self._explained(start, end, here.get(end), mentions.get(end)) for end in sorted({*here, *mentions}, reverse=True)]

    def _explained(self, start: int, end: int, e: Expression | None, mention: Mention | None) -> Explained:
        candidates = self._candidates(e, mention) if e else [self._own(mention.refers_to)] if mention else []
        words, who, rule = self.scene.text[start:end], mention.refers_to if mention else "", mention.how if mention else ""
        return Explained(start, end, words, who, rule, tuple(candidates))

    def _candidates(self, e: Expression, mention: Mention | None) -> list[Candidate]:
        if e.kind == "office":
            return [self._holder(a) for a in self._affiliations(e)] + self._introduced(e)
        if e.kind == "named":
            return [Candidate(n, self._label(n), 0.0, tuple(forms)) for n, forms in _forms(e).items()]
        ranked = [Candidate(p, self._label(p), score, tuple(self._person(p, e))) for score, p in self.director.rank(e, self.context)]
        known = {c.id for c in ranked}
        return [*([self._own(mention.refers_to)] if mention and mention.refers_to not in known else []), *ranked[:_CLOSE]]

    def _own(self, person: str) -> Candidate:
        """Somebody whom the authority does not list under these words."""
        reasons = [*self._told(person)] or ["known from this document alone" if person in self.labels else "no other form of the name"]
        return Candidate(person, self._label(person), 0.0, tuple(reasons))

    def _label(self, name: str) -> str:
        entity = self.facts.entities.get(name)
        return entity.label if entity else self.labels.get(name, name)

    def _person(self, person: str, e: Expression) -> Iterator[str]:
        """Everything that `Director.score` weighs, in words; and what the document itself tells."""
        yield from self._told(person)
        entity, day, d = self.facts.entities[person], self.context.day, self.director
        bearers = len(e.people)
        yield "the only one of that name in the authority" if bearers == 1 else f"one of {bearers} of that name in the authority"
        yield f"listed in {entity.weight} volume{'s' if entity.weight != 1 else ''}"
        if day and entity.since:
            gap, until = d.gap(person, self.context), entity.until.year if entity.until else ""
            fits = f"{gap:.0f} years off" if gap else f"{day.year} fits"
            yield f"known from {entity.since.year} to {until or 'an unknown year'}: {fits}"
        if office := titles.office(e.title):
            yield from self._office(person, office)
        elif titles.is_rank(e.title):
            yield f"{'has' if set(e.title.split()) & self.facts.title_words(person) else 'is not known to have'} the rank “{e.title}”"
        yield from self._sides(person, e)
        if words := sorted(self.facts.fields(person) & self.context.words):
            yield f"fields of work that the document speaks of: {', '.join(words[:8])}"

    def _office(self, person: str, office: str) -> Iterator[str]:
        day = self.context.day
        held = [a for a in self.facts.by_person.get(person, ()) if a.office == office]
        on = [a for a in held if (a.since or a.until) and covers(a.since, a.until, day)]
        if not held:
            yield f"never held the office ({office})"
        for a in on or held:
            yield f"{'held' if on else 'held, but not known for that day,'} {_words(a, self._label)}"

    def _sides(self, person: str, e: Expression) -> Iterator[str]:
        day = self.context.day
        side = self.facts.side(person, day)
        if side:
            share = self.context.share(side)
            about = f", of which {share:.0%} of the talk of states is" if share else ""
            yield f"acts for {self._label(side)}{about}"
        if e.country and side:
            yield f"the state before the title {'is' if side in e.country else 'is not'} this one"
        for at in sorted(self.facts.accredited(person, day)):
            yield f"accredited to {self._label(at)}"

    def _told(self, person: str) -> Iterator[str]:
        """What the document and its volume tell of a person."""
        cast, document = self.scene.cast, self.recognised.document
        marks = Marks(document, self.facts, self.interpreter.names)
        if any(marks.person(m)[0] == person for m in marks.marks):
            yield "the editor marks this person in the document"
        year = self.context.day.year if self.context.day else None
        listed = next((p for p in document.people if self.interpreter.names.best(p, year) == person), None)
        if listed:
            yield f"in the volume's list of persons: {listed.names[0]}{', ' + listed.role if listed.role else ''}"
        if any(p.participant == person for p in self.scene.participations):
            yield "takes part in the meeting"
        met = sorted(i.at for some in cast.introduced.values() for i in some if i.person == person and i.strength > 1)
        if met:
            yield f"named in full at {met[0]}"

    def _affiliations(self, e: Expression) -> list[Affiliation]:
        """Those who held the office on the day: in the state before the title, else in those that the document speaks of."""
        context = self.context
        spoken = set(e.country) or {s for s in context.salient if context.salient[s]} | {context.home}
        found = [a for a in self.facts.on(titles.office(e.title), context.day) if a.side in spoken] if context.day else []
        return sorted(found, key=lambda a: (a.at != context.home, -context.salient[a.side], a.person))[:_CLOSE]

    def _holder(self, a: Affiliation) -> Candidate:
        return Candidate(a.person, self._label(a.person), 0.0, (f"held {_words(a, self._label)}", *self._told(a.person)))

    def _introduced(self, e: Expression) -> list[Candidate]:
        met = dict.fromkeys(p for _, p in self.scene.cast.offices.get(titles.office(e.title), ()))
        return [Candidate(p, self._label(p), 0.0, ("named with the office in the document", *self._told(p))) for p in met]


def _forms(e: Expression) -> dict[str, list[str]]:
    """The entities that a form of the gazetteer may mean, with the kinds of form: 'adjective “Chinese”'."""
    found: dict[str, list[str]] = {}
    for n in sorted(e.names, key=lambda n: (n.entity, n.kind)):
        when = f", {n.since or '?'} to {n.until or '?'}" if n.since or n.until else ""
        found.setdefault(n.entity, []).append(f"{n.kind} “{n.form}”{when}")
    return found


def _words(a: Affiliation, named: Callable[[str], str]) -> str:
    """'premier of Soviet Union, 1964-10-15 to 1980-10-31 (source)'."""
    when = f"{a.since or '?'} to {a.until or '?'}" if a.since or a.until else "at an unknown time"
    at = f" to {named(a.at)}" if a.at else ""
    return f"{a.words or a.office or 'no office'}{at} of {named(a.side)}, {when} ({a.source})"
