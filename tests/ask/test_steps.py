"""Steps on rows made by hand, with the answers worked out by hand."""

from collections.abc import Callable

import pytest

from coldgraph.ask.steps import STEPS, behind, chain, lasting, named, records, triads
from coldgraph.errors import QueryError
from coldgraph.store.answer import Answer
from coldgraph.store.embedded import Embedded
from coldgraph.store.terms import iri, text, typed

EMPTY = Embedded()
SOURCE = ("date", "title", "quotation", "document", "citation")
DAYS = {"day", "since", "earliest", "latest", "joinedOne", "joinedOther", "leftOne", "leftOther"}


def answer(columns: str, *rows: tuple[str, ...]) -> Answer:
    """Rows of the named columns, with sources that follow from the last cell, the document."""
    names = tuple(columns.split())
    made = []
    for row in rows:
        cells = [None if not c else typed(c, "date") if n in DAYS else text(c) for n, c in zip(names, row, strict=True)]
        made.append((*cells, text(row[-1]), text(row[-1]), text(f"words of {row[-1]}"), iri("x:" + row[-1]), text("cited")))
    return Answer((*names, *SOURCE), tuple(made))


def told(step: Callable[..., Answer], rows: Answer, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[c] for c in columns) for row in step(rows, EMPTY)]


def test_every_step_is_there_and_others_are_refused() -> None:
    assert all(callable(named(name)) for name in STEPS)
    with pytest.raises(QueryError):
        named("os")


STATEMENTS = "holderSide targetSide polarity day since minimum id"
FRIENDS = [("A", "B", "Positive", "1961-02-01"), ("B", "C", "Positive", "1961-03-01"), ("C", "A", "Negative", "1961-04-01")]


def triad(*more: tuple[str, ...], minimum: str = "1") -> Answer:
    rows = sorted([*FRIENDS, *more], key=lambda r: r[3])
    return answer(STATEMENTS, *((*row, "1961-01-01", minimum, f"d{i}") for i, row in enumerate(rows)))


def test_a_triad_with_one_hostile_edge_is_unbalanced() -> None:
    columns = ("triad", "one", "other", "sign", "first")
    assert told(triads.step, triad(), *columns) == [
        ("A / B / C", "A", "B", "+", False),
        ("A / B / C", "A", "C", "-", False),
        ("A / B / C", "B", "C", "+", False),
    ]


def test_two_hostile_edges_are_balanced_and_edges_need_their_minimum() -> None:
    more = [("B", "C", "Negative", f"1961-05-0{d}") for d in (1, 2)]
    assert told(triads.step, triad(*more), "triad") == []
    assert told(triads.step, triad(minimum="2"), "triad") == []


def test_the_edge_that_flipped_first_is_marked_with_its_first_statement() -> None:
    before = [("A", "C", "Positive", "1960-01-01"), ("A", "B", "Negative", "1960-01-01")]
    rows = told(triads.step, triad(*before), "one", "other", "before", "flipped", "first", "document")
    assert rows[0] == ("A", "B", "-", "1961-02-01", True, "x:d2")
    assert rows[1] == ("A", "C", "+", "1961-04-01", False, "x:d4")
    assert rows[2][2:5] == (None, None, False)


FACES = "holderSide targetSide polarity day audience id"


@pytest.mark.parametrize(
    ("day", "audience", "found"),
    [("1962-01-30", "away", 1), ("1960-02-10", "away", 1), ("1962-03-01", "away", 0), ("1961-03-01", "there", 0), ("1961-03-01", "", 0)],
)
def test_hostility_counts_behind_the_back_and_within_a_year(day: str, audience: str, found: int) -> None:
    rows = answer(FACES, ("A", "B", "Positive", "1961-02-01", "there", "d1"), ("A", "B", "Negative", day, audience, "d2"))
    assert told(behind.step, rows, "document", "behindDocument") == [("x:d1", "x:d2")] * found


def test_the_nearest_hostility_is_shown_once_a_document() -> None:
    faces = [("A", "B", "Positive", "1961-02-01", "there", "d1")] * 2
    backs = [("A", "B", "Negative", day, "away", name) for day, name in (("1961-12-01", "far"), ("1961-03-01", "near"))]
    assert told(behind.step, answer(FACES, *faces, *backs), "behindDocument") == [("x:near",)]


PACT = "pact holderSide targetSide polarity day joinedOne joinedOther leftOne leftOther id"


def pact(*statements: tuple[str, str, str], left: str = "") -> Answer:
    return answer(PACT, *(("P", "A", "B", sign, day, "1950-01-01", "1952-01-01", "", left, d) for sign, day, d in statements))


@pytest.mark.parametrize(
    ("left", "first", "when"), [("", "1960-01-01", "during"), ("1959-01-01", "1960-01-01", "after"), ("", "1951-01-01", "before")]
)
def test_hostility_lasts_where_it_shows_again_within_a_year(left: str, first: str, when: str) -> None:
    rows = pact(("Negative", first, "d1"), ("Negative", first[:4] + "-06-01", "d2"), left=left)
    assert told(lasting.step, rows, "hostileDate", "when", "lasting", "joined") == [(first, when, "2:0", "1952-01-01")]


def test_one_quarrel_is_no_lasting_hostility() -> None:
    once = pact(("Negative", "1960-01-01", "d1"), ("Negative", "1960-01-01", "d1"), ("Positive", "1960-02-01", "d2"))
    kinds = [("Negative", "01", "d1"), ("Positive", "02", "d2"), ("Negative", "03", "d3"), ("Positive", "03", "d4")]
    outweighed = pact(*((sign, f"1960-{month}-01", d) for sign, month, d in kinds))
    for rows in (once, outweighed):
        assert told(lasting.step, rows, "hostileDate", "when") == [(None, "never")]
    assert told(lasting.step, pact(("Positive", "1960-02-01", "d2")), "when") == []


MEETINGS = "meeting person personName side sideName from towards via earliest latest place known documentDate id"


def meetings(*rows: tuple[str, str, str], start: str = "M", end: str = "B", via: str = "") -> Answer:
    """Of (meeting, its people as 'name of side', earliest/latest)."""
    made = []
    for meeting, people, days in rows:
        first, _, last = days.partition("/")
        for one in people.split(", "):
            person, side = one.split(" of ")
            made.append((meeting, person, person, side, side, start, end, via, first, last or first, "", "record", "", meeting))
    return answer(MEETINGS, *sorted(made, key=lambda r: (r[9], r[8], r[0])))


CHAIN = [("m1", "k of M, l of H", "1961-01-01"), ("m2", "n of H, z of B", "1961-02-01"), ("m0", "k of M, z of B", "1961-03-01")]


def test_word_comes_as_early_as_it_can_and_within_a_side_at_once() -> None:
    assert told(chain.step, meetings(*CHAIN), "step", "carrier", "bringsTo", "document") == [(1, "k", "l", "x:m1"), (2, "n", "z", "x:m2")]


def test_a_chain_goes_by_way_of_the_third_and_never_back_in_time() -> None:
    assert [d for (d,) in told(chain.step, meetings(*CHAIN, via="H"), "document")] == ["x:m1", "x:m2"]
    late = [("m1", "k of M, l of H", "1961-01-01/1961-02-02"), *CHAIN[1:]]
    assert told(chain.step, meetings(*late, via="H"), "document") == []
    assert [d for (d,) in told(chain.step, meetings(*late), "document")] == ["x:m0"]
    assert told(chain.step, Answer(("meeting",), ()), "document") == []


ACCOUNTS = "meeting person personName side sideName actor collection earliest latest place country id"


def account(
    meeting: str, people: str, days: str = "1961-01-02/1961-01-03", place: str = "Haven", edition: str = ""
) -> list[tuple[str, ...]]:
    since, until = days.split("/")
    return [(meeting, p, p, p.upper(), p.upper(), "", edition, since, until, place, "Coast", meeting) for p in people.split()]


@pytest.mark.parametrize(
    ("other", "same", "found"),
    [
        (account("m2", "a b", place="Port"), True, [("place", "Haven", "Port")]),
        (account("m2", "a b", place="Coast"), True, []),
        (account("m2", "a b c"), True, [("people", None, "c")]),
        (account("m2", "a c"), False, []),
        (account("m2", "a b c", days="1961-01-03/1961-01-03"), False, []),
    ],
)
def test_two_accounts_of_one_meeting_are_compared(other: list[tuple[str, ...]], same: bool, found: list[tuple[object, ...]]) -> None:
    rows = answer(ACCOUNTS, *account("m1", "a b", days="1961-01-01/1961-01-02"), *other)
    first, *rest = told(records.step, rows, "difference", "first", "second") or [None]
    assert first == (("date", "m1", "m2") if same else None)
    assert rest == found


@pytest.mark.parametrize("days", ["1961-01-01/1961-01-03", "1961-01-02/1961-01-02"])
def test_a_wider_date_around_the_other_is_no_other_date(days: str) -> None:
    rows = answer(ACCOUNTS, *account("m1", "a b"), *account("m2", "a b", days=days))
    assert told(records.step, rows, "difference") == []


def test_two_records_of_one_edition_are_two_talks() -> None:
    rows = answer(ACCOUNTS, *account("m1", "a b", edition="v1"), *account("m2", "a b c", edition="v1"))
    assert told(records.step, rows, "difference") == []
