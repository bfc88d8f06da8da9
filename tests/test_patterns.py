"""Regular expressions that are asked of whole texts take time in proportion to them. On a megabyte: bench/patterns.py."""

import re

import builds
import pytest

from bench.patterns import BOUNDED, Rule, bounded, rules, slow

SIZE = 50_000


@pytest.mark.slow
@pytest.mark.skipif(builds.APART, reason="this is the process of its own")
def test_patterns_are_gathered_in_a_process_of_their_own() -> None:
    """What is imported already compiles nothing any more."""
    builds.apart(__file__)


@pytest.mark.skipif(not builds.APART, reason="the test above runs it in a process of its own")
def test_no_pattern_is_quadratic() -> None:
    known = rules()
    assert len(known) > 300 and all(any(bounded(r) and f"{r.where[0]} {r.compiled.pattern}".startswith(b) for r in known) for b in BOUNDED)
    assert {f"{r.where[0]}:{r.where[1]}": told for r in known if not bounded(r) and (told := slow(r, SIZE))} == {}


@pytest.mark.parametrize("pattern", [r"\s*,", r"(\w+)>", r"(?:a|aa)+$", r"\[.*\]", r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*"])
def test_a_quadratic_pattern_is_seen(pattern: str) -> None:
    assert slow(Rule(("invented", 1), re.compile(pattern), False), SIZE)
