"""Bootstrap intervals and calibration."""

import pytest

from coldgraph.evaluate import calibration
from coldgraph.evaluate.intervals import Resampled
from coldgraph.evaluate.tally import Count, Trust

NAMES = [f"d{n}" for n in range(40)]
MIXED = {name: Count(right=n % 3, missed=2 - n % 3, hit=n % 3, wrong=1) for n, name in enumerate(NAMES)}


def test_the_same_documents_give_the_same_interval_around_the_value() -> None:
    one, other = (Resampled(NAMES).scores(MIXED) for _ in range(2))
    assert one == other
    low, high = one["recall"] or (0, 0)
    value = sum(c.right for c in MIXED.values()) / (2 * len(NAMES))
    assert low < value < high


def test_documents_that_are_all_alike_leave_no_doubt() -> None:
    alike = {name: Count(1, 1, 1, 3) for name in NAMES}
    assert Resampled(NAMES).scores(alike) == {"precision": (0.25, 0.25), "recall": (0.5, 0.5), "f1": (0.3333, 0.3333)}


def test_more_documents_make_it_narrower() -> None:
    def width(names: list[str]) -> float:
        low, high = Resampled(names).scores({n: MIXED[n] for n in names})["recall"] or (0, 0)
        return high - low

    assert width(NAMES) < width(NAMES[:8])


def test_nothing_claimed_has_no_precision_and_no_interval() -> None:
    found = Resampled(NAMES).scores({NAMES[0]: Count(missed=3)})
    assert found["precision"] is None


def test_confidences_that_say_the_truth_have_no_error() -> None:
    trust = [Trust("d", 0.75, n % 4 > 0) for n in range(8)] + [Trust("d", 1.0, True)]
    assert calibration.error_of(calibration.cells(trust)) == pytest.approx(0)
    assert [(b.low, b.number, b.said, b.right) for b in calibration.table(trust)] == [(0.7, 8, 0.75, 0.75), (0.9, 1, 1.0, 1.0)]


def test_the_error_weighs_bins_by_their_claims() -> None:
    trust = [Trust("d", 0.9, False), *(Trust("d", 0.5, n < 2) for n in range(3))]
    assert calibration.error_of(calibration.cells(trust)) == pytest.approx(0.25 * 0.9 + 0.75 * (2 / 3 - 0.5))
    assert Resampled(["d"]).calibration(trust) == (0.35, 0.35)
    assert Resampled(["d"]).calibration([]) is None
