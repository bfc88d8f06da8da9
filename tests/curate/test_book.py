"""Decisions as lines of a file: read, added to, taken back; and who is one with whom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coldgraph.curate import book
from coldgraph.curate.decision import Decision, Place, Thing, Verdict, parse
from coldgraph.curate.identity import Identity
from coldgraph.errors import DecisionError

A, B, C, D = (Thing(f"person/{name}", name.upper()) for name in "abcd")


def made(verdict: str, *things: Thing, why: str = "seen", **rest: object) -> Decision:
    return Decision(Verdict(verdict), "A. Vale", "2026-11-02", why, things, **rest).named()  # type: ignore[arg-type]


def test_what_is_written_is_read(tmp_path: Path) -> None:
    odd = made("is", A, why="a “quotation”,\nin two lines\u2028\x1b[31m", place=Place("talk", 3, 8, "Li\n“x"))
    stance = made("amend", place=Place("talk", 0, 9, "We regret"), stance={"holder": "state/a", "target": "state/b", "polarity": "Negative",
                  "act": "Regret", "addressees": ("person/a",)}, change={"polarity": "Mixed"})  # fmt: skip
    kept = [book.add(tmp_path, d) for d in (odd, stance)]
    assert list(book.read(tmp_path).every) == kept == [odd, stance]
    assert len((tmp_path / "decisions.jsonl").read_bytes().splitlines()) >= 2


def test_a_line_that_was_cut_off_does_not_swallow_the_next(tmp_path: Path) -> None:
    book.add(tmp_path, made("same", A, B))
    file = tmp_path / "decisions.jsonl"
    file.write_bytes(file.read_bytes() + b'{"verdict": "same", "th')
    book.add(tmp_path, made("same", C, D))
    with pytest.raises(DecisionError, match="line 2"):
        book.read(tmp_path)
    lines = file.read_bytes().split(b"\n")
    file.write_bytes(b"\n".join([lines[0], lines[2], b""]))
    assert len(book.read(tmp_path).live) == 2


def test_the_last_decision_about_a_pair_holds_and_taking_it_back_brings_the_earlier() -> None:
    same, apart = made("same", A, B), made("not-same", B, A)
    assert book.book([same, apart]).live == (apart,)
    back = made("back", of=apart.id)
    assert book.book([same, apart, back]).live == (same,)
    assert book.book([same, made("back", of=same.id), same]).live == (same,)
    assert book.book([same, back]).odd[0][0] == back.id


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    one, two = made("same", A, B), made("not-same", A, B)
    for name, decision in (("2.jsonl", one), ("10.jsonl", two)):
        (tmp_path / name).write_text(decision.line() + "\n", encoding="utf-8")
    assert book.read(tmp_path).live == (one,)
    assert book.read(tmp_path / "none").every == ()


def test_groups_grow_and_the_known_one_stands_for_all() -> None:
    live = [made("same", A, B), made("same", C, D), made("same", B, D)]
    assert {Identity(live).of(t.id) for t in (A, B, C, D)} == {A.id}
    assert {Identity(live, {D.id}).of(t.id) for t in (A, B, C, D)} == {D.id}
    assert Identity(live, {D.id}).why(A.id) and not Identity(live, {D.id}).why(D.id)


def test_an_effect_depends_on_what_is_decided_and_not_on_the_authority() -> None:
    live = [made("same", A, B), made("not-same", C, D), made("unsure", A, D)]
    assert Identity(live).effect(A.id) == Identity(live, {B.id}).effect(A.id) != ()
    assert Identity(live).effect(C.id) and not Identity(live).effect("person/e")
    assert not Identity([made("unsure", A, D)]).effect(A.id)


GOOD = json.loads(made("reject", place=Place("talk", 0, 9, "We regret"), stance={"holder": "a/a", "target": "a/b", "polarity": "Negative", "act": "Regret"}).line())  # noqa: E501
WRONG = [
    ({"verdict": "perhaps"}, "perhaps"),
    ({"when": "yesterday"}, "yesterday"),
    ({"by": " "}, "who decided"),
    ({"end": 0}, "no offsets"),
    ({"start": "0"}, "no offsets"),
    ({"stance": {**GOOD["stance"], "act": "Shrug"}}, "Shrug"),
    ({"stance": {**GOOD["stance"], "polarity": "Sour"}}, "Sour"),
    ({"stance": {"holder": "a/a"}}, "target"),
    ({"change": {"mood": "sour"}}, "mood"),
    ({"colour": "red"}, "colour"),
    ({"why": 3}, "no text"),
    ({"verdict": "amend"}, "changes nothing"),
    ({"verdict": "back"}, "needs 'of'"),
    ({"verdict": "same"}, "needs 2"),
    ({"verdict": "same", "things": [{"id": "person/a"}, {"id": "person/a"}]}, "one already"),
    ({"things": 5}, "no decision"),
]


@pytest.mark.parametrize(("change", "expected"), WRONG)
def test_a_line_that_is_no_decision_is_told_of_with_its_place(change: dict[str, object], expected: str) -> None:
    with pytest.raises(DecisionError, match=f"the file, line 7: .*{expected}"):
        parse(json.dumps({**GOOD, **change}), "the file, line 7")


@pytest.mark.parametrize("line", ["[]", "3", "null", '"x"', "{", "[" * 100_000])
def test_other_json_and_no_json_at_all(line: str) -> None:
    with pytest.raises(DecisionError):
        parse(line, "here")
