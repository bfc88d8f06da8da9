"""The people of one document: which person each name means, the open ones left open."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from math import log2

from coldgraph import ids, titles
from coldgraph.found import Attendee, Expression
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts
from coldgraph.interpret.initials import person_of
from coldgraph.interpret.marks import Marks, NameIndex
from coldgraph.interpret.words import words
from coldgraph.model import Actor
from coldgraph.text import fold_words

_CLEAR = 0.4
_BARE = 3.2
_BARE_COMMON = 5.0
_FIELD = 0.1
_FIELD_CAP = 3.5
_TITLED = 1.0
_LONG_AGO = 12.0
# Offices that one person of a state holds at a time.
_SINGLE = words("single-offices")
# The authority does not tell women from men, and most people it lists are men.
_FEMALE = frozenset(("miss", "mrs", "ms", "madame", "madam", "mme"))


@dataclass(frozen=True, slots=True)
class Who:
    """A decision on one expression: the person, why, and the others that were possible."""

    person: str
    how: str
    candidates: tuple[str, ...] = ()


@dataclass(slots=True)
class Introduction:
    """A person met in the text at an offset, with given name, title or listing."""

    at: int
    person: str
    title: str
    strength: int


@dataclass(slots=True)
class Cast:
    """Decisions by expression (start, end) and the people known only to this document; ``open`` are those left undecided."""

    who: dict[tuple[int, int], Who] = field(default_factory=dict)
    local: dict[str, Actor] = field(default_factory=dict)
    introduced: dict[str, list[Introduction]] = field(default_factory=lambda: defaultdict(list))
    offices: dict[str, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    sides: dict[str, str] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    open: dict[tuple[int, int], Who] = field(default_factory=dict)

    def people(self) -> set[str]:
        """All who were met in full or with a title."""
        return {i.person for some in self.introduced.values() for i in some}


class Director:
    """Casts one document after the other."""

    def __init__(self, facts: Facts, names: NameIndex, common: frozenset[str] = frozenset()) -> None:
        self.facts, self.names, self.common = facts, names, common

    def cast(self, context: Context) -> Cast:
        """Decide on every name of the document: full names first, then titled, then bare ones."""
        cast = Cast()
        people = _people(context)
        things = {(e.start, e.end) for e in context.recognised.expressions if e.kind == "named"} - context.doubtful
        self._marked(cast, people, context)
        for level in (self._full, self._titled, self._bare):
            for e in people:
                if (e.start, e.end) not in cast.who:
                    level(cast, e, context, (e.start, e.end) in things)
        for attendee in context.recognised.attendees:
            self._office_of_attendee(cast, attendee)
        return cast

    def _marked(self, cast: Cast, people: list[Expression], context: Context) -> None:
        marks = Marks(context.recognised.document, self.facts, self.names)
        for e in people if marks.marks else ():
            mark = marks.at(e)
            person, actor = marks.person(mark) if mark else ("", None)
            if person and not self._overruled(e, person, context):
                if actor:
                    cast.local[actor.id] = actor
                self._enter(cast, e, Who(person, "the editor's mark"), 3 if e.given or e.title else 2, context)

    def _overruled(self, e: Expression, person: str, context: Context) -> bool:
        """Whether the office before the name was held by a namesake that day and never by the person marked."""
        if titles.office(e.title) != "president" or self.facts.held(person, "president", context.day) > 0:
            return False
        return any(p in e.people for p in self.facts.holders("president", context.day))

    def _full(self, cast: Cast, e: Expression, context: Context, thing: bool) -> None:
        if not e.given:
            return
        ranked = self.rank(e, context)
        if ranked and (ranked[0][0] >= 0 or len(e.given[0]) > 1) and not self._too_old(ranked[0][1], context):
            chosen = self._choose(ranked)
            if chosen:
                self._enter(cast, e, Who(chosen, "full name", _others(ranked, chosen)), 2, context)
                return
        self._enter(cast, e, self._local(cast, e, context, [p for _, p in ranked]), 2, context)

    def _titled(self, cast: Cast, e: Expression, context: Context, thing: bool) -> None:
        if not e.title or e.given:
            return
        holder = self._holder(e, context)
        met = holder or self._met(cast, e) or _slip(cast, e) or ("" if e.listed else person_of(e.words, cast.people()))
        if met:
            how = self._how(met, e, context) if holder else "named in full in the document"
            self._enter(cast, e, Who(met, how), 1, context)
            return
        ranked = [r for r in self.rank(e, context) if r[0] >= _TITLED and not self._too_old(r[1], context)]
        chosen = self._choose(ranked) if e.title not in _FEMALE else ""
        who = (
            Who(chosen, "title, date and setting", _others(ranked, chosen))
            if chosen
            else self._local(cast, e, context, [p for _, p in ranked])
        )
        self._enter(cast, e, who, 1, context)

    def _how(self, holder: str, e: Expression, context: Context) -> str:
        on_day = context.day and self.facts.held(holder, titles.office(e.title), context.day) == 1.0
        return f"held the office on {context.day}" if on_day else "has held the office"

    def _holder(self, e: Expression, context: Context) -> str:
        """The one bearer of the name who held the office on the day: 'President Eisenhower' is not his son."""
        office = titles.office(e.title)
        if not (office in _SINGLE or office == "ambassador"):
            return ""
        holding = [p for p in e.people if context.day and self.facts.held(p, office, context.day) == 1.0]
        if office == "president" and not holding:  # one who was president before keeps the title
            holding = [p for p in e.people if self.facts.was(p, office, context.day)]
        if office == "ambassador":
            holding = [p for p in holding if any(context.salient[s] for s in self._abroad(p, context))]
        return holding[0] if len(holding) == 1 else ""

    def _abroad(self, person: str, context: Context) -> set[str]:
        """The states that an ambassador stands between, the home side left out."""
        return {*self.facts.accredited(person, context.day), *self.facts.sides(person, context.day)[:1]} - {context.home}

    def _bare(self, cast: Cast, e: Expression, context: Context, thing: bool) -> None:
        met = self._met(cast, e)
        if met and not (thing and cast.introduced[e.family[0]][0].strength < 1):
            cast.who[(e.start, e.end)] = Who(met, "named before or in full elsewhere in the document")
            return
        if thing or e.words.isupper() or len(e.family[0]) < 3:
            return
        friends = cast.given.get(e.family[0], set()) or self._called(e.family[0], cast)
        if len(friends) == 1:
            cast.who[(e.start, e.end)] = Who(min(friends), "given name of somebody named in full")
            return
        common = e.family[0] in self.common
        ranked = [r for r in self.rank(e, context) if not self._too_old(r[1], context)]
        if (
            not ranked
            or ranked[0][0] < (_BARE_COMMON if common else _BARE)
            or (common and _opens_sentence(context.recognised.document.text, e.start))
        ):
            return
        chosen = self._choose(ranked)
        self._enter(
            cast,
            e,
            Who(chosen, "family name, date and setting", _others(ranked, chosen))
            if chosen
            else self._local(cast, e, context, [p for _, p in ranked]),
            0,
            context,
        )

    def _called(self, word: str, cast: Cast) -> set[str]:
        """Whom of the people named so far a word calls by the given name: 'Walt' where Mr. Rostow was named."""
        return {p for p in cast.people() if (entity := self.facts.entities.get(p)) and _calls(word, fold_words(entity.label))}

    def rank(self, e: Expression, context: Context) -> list[tuple[float, str]]:
        """(score, person) of all who bear the name, the best first."""
        scored = [(self.score(p, e, context), p) for p in e.people]
        return sorted(scored, key=lambda row: (-row[0], row[1]))

    def score(self, person: str, e: Expression, context: Context) -> float:
        """How likely a name means a person: how often listed, active then, office, side, field of work."""
        entity = self.facts.entities[person]
        total = 0.9 * log2(1 + entity.weight) + self._activity(person, context)
        total += self._title(person, e, context) + self._country(person, e, context)
        sides = self.facts.sides(person, context.day)[:1]
        total += 3.0 * max((context.share(s) for s in [*sides, *sorted(self.facts.accredited(person, context.day))]), default=0.0)
        total += min(_FIELD_CAP, _FIELD * self.facts.told_by(person, context.words))
        return total

    def _activity(self, person: str, context: Context) -> float:
        gap = self.gap(person, context)
        return 2.0 if gap == 0 else -0.8 * min(gap, 10)

    def gap(self, person: str, context: Context) -> float:
        """Years between the document and the time for which the sources know the person."""
        entity = self.facts.entities[person]
        if context.day is None or entity.since is None:
            return 0.0
        year, first, last = context.day.year, entity.since.year - 1, entity.until.year + 1 if entity.until else 9999
        return max(0, first - year, year - last)

    def _too_old(self, person: str, context: Context) -> bool:
        return self.gap(person, context) > _LONG_AGO

    def _title(self, person: str, e: Expression, context: Context) -> float:
        office = titles.office(e.title)
        if office:
            return 4.0 * self.facts.held(person, office, context.day) - (0.5 if office in ("president", "premier") else 0)
        if titles.is_rank(e.title):
            return 3.0 if titles.in_full(e.title) & self.facts.title_words(person) else -1.0
        return 0.0

    def _country(self, person: str, e: Expression, context: Context) -> float:
        if not e.country:
            return 0.0
        side = self.facts.side(person, context.day)
        return 3.0 if side in e.country else -3.0 if side else 0.0

    def _choose(self, ranked: list[tuple[float, str]]) -> str:
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _CLEAR):
            return ""
        return ranked[0][1]

    def _met(self, cast: Cast, e: Expression) -> str:
        """The person of this family name met in full: the last before the expression, else the first after it."""
        known = cast.introduced.get(e.family[0], [])
        if not known:
            return ""
        known = [i for i in known if _one_sex(i.title, e.title)]
        strongest = max((i.strength for i in known), default=0)
        known = [i for i in known if i.strength == strongest] if not e.title else known
        if not known:
            return ""
        same = [i for i in known if e.title and i.title == e.title]
        some = sorted(same or known, key=lambda i: i.at)
        before = bisect_right([i.at for i in some], e.start) - 1
        return some[before].person if before >= 0 else some[0].person

    def _enter(self, cast: Cast, e: Expression, who: Who, strength: int, context: Context) -> None:
        cast.who[(e.start, e.end)] = who
        cast.introduced[e.family[0] if e.family else e.words].append(Introduction(e.start, who.person, e.title, strength))
        if e.given:
            cast.given[e.given[0]].add(who.person)
        office = titles.office(e.title)
        if office:
            cast.offices[office].append((e.start, who.person))
        if e.country:
            cast.sides.setdefault(who.person, e.country[0])

    def _office_of_attendee(self, cast: Cast, attendee: Attendee) -> None:
        who = cast.who.get((attendee.expression.start, attendee.expression.end))
        if who is None:
            return
        for office in titles.within(attendee.capacity):
            cast.offices[office].append((attendee.expression.start, who.person))

    def _local(self, cast: Cast, e: Expression, context: Context, candidates: list[str]) -> Who:
        """A person of this document alone, who bears the name; candidates stay open."""
        document = context.recognised.document
        name = document.text[e.core.start : e.core.end] if e.core else e.words
        family = e.family[0] if e.family else ids.slug(name)
        same = next(
            (p for p, a in cast.local.items() if ids.slug(a.label) == ids.slug(name) or (not e.given and _ends(a.label, family))), ""
        )
        person = same or f"person/{document.id}/{ids.slug(name)}"
        old = cast.local.get(person)
        forms = Counter([*(old.names if old else ()), e.words, name])
        label = max((old.label if old else name), name, key=len)
        cast.local[person] = Actor(person, "person", " ".join(label.split()), tuple(sorted(" ".join(f.split()) for f in forms)))
        return Who(person, "known from this document alone" if not candidates else "open between namesakes", tuple(candidates[:5]))


def _calls(word: str, label: tuple[str, ...]) -> bool:
    """Whether a word is the first of a name of two or three words, the given name of a western one."""
    return len(label) > 1 and label[0] == word and word != label[-1]


def _slip(cast: Cast, e: Expression) -> str:
    """The holder of an office of one, met under a name of which one letter differs: 'PM Chow' where PM Chou speaks."""
    office, family = titles.office(e.title), e.family[0] if e.family else ""
    if office not in _SINGLE or len(family) < 4:
        return ""
    people = {
        i.person for name, some in cast.introduced.items() if _one_letter(name, family) for i in some if titles.office(i.title) == office
    }
    return people.pop() if len(people) == 1 else ""


def _one_letter(one: str, other: str) -> bool:
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _opens_sentence(text: str, start: int) -> bool:
    """Whether a word stands where any word has a capital: at the head of a sentence, line or heading."""
    before = text[max(0, start - 3) : start].rstrip(" \u00a0“\"‘'([")
    return not before or before[-1] in ".!?:;\n—–-•"


def _one_sex(met: str, title: str) -> bool:
    """Whether a name met under one title may return under another: 'Mrs. Gromyko' is not 'Gromyko'."""
    return title in _FEMALE if met in _FEMALE else not (title in _FEMALE and met)


def _people(context: Context) -> list[Expression]:
    """All names of people, those of lists of participants that only the list tells of among them."""
    people = [e for e in context.recognised.expressions if e.kind == "person"]
    spans = {(e.start, e.end) for e in people}
    people += [
        a.expression
        for a in context.recognised.attendees
        if a.expression.kind == "person" and (a.expression.start, a.expression.end) not in spans
    ]
    return sorted(people, key=lambda e: (e.start, e.end))


def _ends(label: str, family: str) -> bool:
    return ids.slug(label).replace("-", "").endswith(family)


def _others(ranked: list[tuple[float, str]], chosen: str) -> tuple[str, ...]:
    return tuple(p for _, p in ranked[:6] if p != chosen)
