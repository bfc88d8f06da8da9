"""Triangles and balance: every triangle once, whatever the order of the ties."""

from itertools import combinations, permutations, product

import pytest

from coldgraph.signs import balanced, triangles


@pytest.mark.parametrize("signs", list(product((1, -1), repeat=3)))
def test_an_even_number_of_hostile_ties_is_balanced(signs: tuple[int, ...]) -> None:
    assert balanced(signs) == (signs.count(-1) % 2 == 0)


def test_all_triangles_of_four_who_know_one_another() -> None:
    every = list(combinations("abcd", 3))
    for order in permutations(list(combinations("abcd", 2)), 6):
        assert triangles([pair[::-1] for pair in order]) == triangles(order) == every


def test_an_open_chain_has_no_triangle() -> None:
    assert triangles([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")]) == []
