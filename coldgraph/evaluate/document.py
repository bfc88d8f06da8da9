"""Scores of one document's facts: its day and place, who took part, what is mentioned."""

from __future__ import annotations

from coldgraph.evaluate.facts import Facts, Named, Said
from coldgraph.evaluate.gold import Gold, Marked, Present
from coldgraph.evaluate.names import folded, near
from coldgraph.evaluate.pairing import Paired
from coldgraph.evaluate.tally import Tally


def score_setting(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """Day and place."""
    if gold.date:
        right = gold.date in said.dates
        tally.add(gold.file, "date", int(right), int(not right), len(said.dates - {gold.date}))
        if not right:
            tally.note("date", "missed", gold.file, [f"{gold.date}, found {', '.join(sorted(said.dates)) or 'none'}"])
    if gold.places:
        missed = [p for p in gold.places if not any(facts.is_named(x, (p,)) for x in said.places)]
        stray = [x for x in sorted(said.places) if not facts.is_named(x, gold.places)]
        tally.add(gold.file, "place", len(gold.places) - len(missed), len(missed), len(stray))
        tally.note("place", "missed", gold.file, missed)


def score_annotated(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """Participants with side and role, meetings told of, and mentions of a document that was read whole."""

    def same(wanted: Present, actor: str) -> bool:
        return facts.is_person(actor, wanted.names) or facts.is_named(actor, wanted.names)

    people = Paired(gold.participants, sorted(said.participants), same)
    _note_people(facts, gold, people, tally)
    for wanted, actor in people.both:
        sides, roles = said.participants[actor]
        for kind, right in (
            ("side of the participants", any(facts.is_named(s, (wanted.side,)) for s in sides)),
            ("who of them speaks", ("Speaker" in roles) == wanted.speaks),
        ):
            tally.add(gold.file, kind, int(right), 0, int(not right))
    missed = sorted(gold.told - said.told)
    tally.add(gold.file, "meetings told of (recall only)", len(gold.told & said.told), len(missed))
    tally.note("told", "missed", gold.file, missed)
    _mentions(facts, gold, said, tally)


def _note_people(facts: Facts, gold: Gold, people: Paired[Present, str], tally: Tally) -> None:
    tally.add(gold.file, "participants", len(people.both), len(people.missed), len(people.left))
    tally.note("participants", "missed", gold.file, (p.names[-1] for p in people.missed))
    tally.note("participants", "wrong", gold.file, map(facts.label, people.left))


def _mentions(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """First the expressions that stand as marked, then those that are marked with a word more or less."""
    wanted = [m for m in gold.mentions for _ in range(m.count)]
    exact = Paired(wanted, said.mentions, lambda m, n: folded(m.surface) == folded(n.quote) and _refers(facts, m, n))
    like = Paired(exact.missed, exact.left, lambda m, n: near(folded(m.surface), folded(n.quote)) and _refers(facts, m, n))
    tally.add(gold.file, "mentions", len(exact.both) + len(like.both), len(like.missed), len(like.left))
    tally.note("mentions", "missed", gold.file, (f"{m.surface} = {m.names[0]}" for m in like.missed))
    tally.note("mentions", "wrong", gold.file, (f"{n.quote} = {facts.label(n.actor) if n.actor else 'several'}" for n in like.left))


def _refers(facts: Facts, marked: Marked, found: Named) -> bool:
    return bool(found.actor) and facts.is_named(found.actor, marked.names)


def score_edited(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """Participants and speakers of a document of which only the editors' marks of people are known."""
    if gold.participants:
        people = Paired(gold.participants, sorted(said.participants), lambda p, actor: facts.is_person(actor, p.names))
        _note_people(facts, gold, people, tally)
    if gold.speakers:
        speakers = Paired(gold.speakers, sorted(said.speakers), lambda p, actor: facts.is_person(actor, p.names))
        tally.add(gold.file, "speakers (recall only)", len(speakers.both), len(speakers.missed))
        tally.note("speakers", "missed", gold.file, (p.names[-1] for p in speakers.missed))
