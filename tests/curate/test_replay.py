"""Decisions carried out on one document of the small world: what rests on a mention goes with it, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace

import world

from coldgraph.curate.decision import Decision, Place, Thing, Verdict
from coldgraph.curate.replay import Replay, Replayed
from coldgraph.model import Extraction, Polarity

TALK = (
    "Memorandum of Conversation\n\nWashington, May 4, 1962\n\nParticipants: Mr. Osterberg, Mr. Rusk\n\n"
    "Osterberg: I trust the Poles. We condemn the Chinese aggression.\n\nRusk: We thank Norway.\n"
)
KNOWN = world.authority().entities
KARL, KURT = Thing("person/karl-osterberg", "Karl Osterberg"), Thing("person/kurt-osterberg", "Kurt Osterberg")
RUSK, NEW = Thing("person/dean-rusk", "Dean Rusk"), Thing("person/talk/nils-berg", "Nils Berg")


def side(who: str, day: object) -> str:
    return world.interpreter().facts.side(who, None)


def run(*decisions: Decision, found: Extraction | None = None) -> Replayed:
    return Replay([d.named() for d in decisions], KNOWN, side).run(found or world.extracted(TALK))


def decision(verdict: str, *things: Thing, words: str = "", nth: int = 0, **rest: object) -> Decision:
    place = None
    if words:
        start = -1
        for _ in range(nth + 1):
            start = TALK.index(words, start + 1)
        place = Place("talk", start, start + len(words), words)
    return Decision(Verdict(verdict), "A. Vale", "2026-11-02", "seen", things, place, **rest)  # type: ignore[arg-type]


def speakers(found: Extraction) -> list[str]:
    return [t.speaker for t in found.turns]


def test_without_a_decision_that_touches_it_nothing_changes() -> None:
    found = world.extracted(TALK)
    elsewhere = replace(decision("is", RUSK, words="Rusk"), place=Place("other", 0, 4, "Rusk"))
    told = run(elsewhere, decision("same", Thing("person/x"), Thing("person/y")), decision("unsure", RUSK, KARL), found=found)
    assert told == Replayed(found, (), "") and told.extraction is found


def test_the_open_speaker_is_decided_and_all_follows() -> None:
    found = world.extracted(TALK)
    local = next(p for p in speakers(found) if p not in KNOWN)
    told = run(decision("same", Thing(local, "Osterberg"), KARL)).extraction
    assert speakers(told) == [KARL.id, RUSK.id] and not [a for a in told.actors if a.kind == "person"]
    assert {p.participant for m in told.meetings for p in m.participations} == {KARL.id, RUSK.id}
    assert all(m.decided for m in told.mentions if m.refers_to == KARL.id and not m.pronoun)


def test_namesakes_that_are_one_close_what_was_open() -> None:
    told = run(decision("same", KARL, KURT)).extraction
    assert speakers(told)[0] == KARL.id
    assert not [m for m in told.mentions if KURT.id in (m.refers_to, *m.candidates)]


def test_whom_somebody_is_not_is_no_candidate() -> None:
    found = world.extracted(TALK)
    local = next(p for p in speakers(found) if p not in KNOWN)
    told = run(decision("not-same", Thing(local), KURT)).extraction
    assert {c for m in told.mentions if m.refers_to == local for c in m.candidates} == {KARL.id}
    assert speakers(told) == speakers(found)


def test_a_label_that_is_somebody_else_takes_the_turn_and_its_pronouns_along() -> None:
    told = run(decision("is", KURT, words="Osterberg", nth=1)).extraction
    assert speakers(told) == [KURT.id, RUSK.id]
    assert [m.refers_to for m in told.mentions if m.pronoun and told.document.quote(m.start, m.end) == "I"] == [KURT.id]
    listed = {p.participant for m in told.meetings for p in m.participations}
    assert KURT.id not in listed and len(listed) == 2


def test_somebody_new_is_described_by_the_document_itself() -> None:
    told = run(decision("is", NEW, words="Rusk", nth=1)).extraction
    assert [(a.id, a.label) for a in told.actors if a.id == NEW.id] == [(NEW.id, "Nils Berg")]


def test_a_changed_text_leaves_everything_as_it_is() -> None:
    wrong = replace(decision("is", KURT, words="Rusk"), place=Place("talk", 3, 7, "Rusk"))
    told = run(wrong)
    assert told.extraction.mentions == world.extracted(TALK).mentions and told.effect


def test_nobody_speaks_where_nobody_is() -> None:
    told = run(decision("not-a-person", RUSK))
    assert RUSK.id in told.lost and RUSK.id not in speakers(told.extraction)
    assert not [s for s in told.extraction.stances if RUSK.id in (s.speaker, s.holder, s.target)]


def test_an_amended_stance_is_stated_with_its_sides_even_if_it_is_not_found() -> None:
    slots = {"holder": "state/norway", "target": "state/poland", "polarity": "Positive", "act": "Friendship", "speaker": RUSK.id}
    change = {"polarity": "Mixed", "holder": RUSK.id}
    told = run(decision("amend", words="I trust the Poles.", stance=slots, change=change)).extraction
    (stance,) = [s for s in told.stances if s.polarity is Polarity.MIXED]
    assert (stance.holder, stance.holder_side, stance.confidence, stance.attributed) == (RUSK.id, "state/united-states", 1.0, False)


def test_two_who_are_one_have_no_stance_towards_each_other() -> None:
    found = world.extracted(TALK)
    assert any((s.holder, s.target) == ("state/united-states", "state/norway") for s in found.stances)
    told = run(decision("same", Thing("state/united-states"), Thing("state/norway"))).extraction
    assert not any(s.holder == s.target or "state/norway" in (s.holder, s.target) for s in told.stances)


def test_a_narrated_turn_goes_with_the_name_that_leads_it() -> None:
    text = "Note on a talk\n\nOslo, May 4, 1962\n\nMr. Rusk said that Poland was a friend. Mr. Osterberg left. Mr. Rusk thanked Norway.\n"
    found = world.extracted(text)
    assert [t.speaker for t in found.turns if t.reported] == [RUSK.id]
    start = text.index("Mr. Rusk")
    decided = replace(decision("is", KARL), place=Place("talk", start, start + 8, "Mr. Rusk"))
    told = run(decided, found=found).extraction
    assert [t.speaker for t in told.turns if t.reported] == [KARL.id]
    assert RUSK.id in {m.refers_to for m in told.mentions}
