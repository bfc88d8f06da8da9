"""Which document of a source stops the workers: it is named, and no other is blamed or lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import builds
import pytest

from coldgraph.cluster.equipment import equipment
from coldgraph.cluster.parcel import Order, Parcel, staged, work
from coldgraph.cluster.suspect import Killed, examined
from coldgraph.errors import GraphError
from coldgraph.workshop import Task, identifier

VOLUME = builds.volume(*[builds.SOUND] * 6)


@pytest.fixture
def task(tmp_path: Path) -> Task:
    return Task(builds.put(tmp_path, {"vol.xml": VOLUME.encode()}) / "vol.xml", "vol.xml", tmp_path / "staging")


def asked(task: Task, listing: bool) -> Parcel:
    return work(Order(task, task.path.read_bytes(), equipment(), listing))


@pytest.mark.parametrize("poison", [set(), {"vol-d1"}, {"vol-d6"}, {"vol-d2", "vol-d3"}, {f"vol-d{n}" for n in range(1, 7)}], ids=len)
def test_the_guilty_are_named_and_the_others_built(poison: set[str], task: Task) -> None:
    def ask(order: Task, listing: bool) -> Parcel:
        if not listing and (poison if order.only is None else poison & order.only):
            raise Killed
        return asked(order, listing)

    found = examined(task, ask)
    assert [b.id for b in found.documents] == [f"vol-d{n}" for n in range(1, 7) if f"vol-d{n}" not in poison]
    assert [f.what.split()[2] for f in found.failed] == sorted(poison)
    assert found.unfinished == bool(poison)
    assert len(list(task.staging.glob("*.nq"))) == 6 - len(poison)


def test_a_source_that_cannot_even_be_listed(task: Task) -> None:
    def ask(order: Task, listing: bool) -> Parcel:
        raise Killed

    found = examined(task, ask)
    assert (found.documents, len(found.failed), found.unfinished) == ((), 1, True)


def test_only_the_wanted_are_looked_at(task: Task) -> None:
    wanted = replace(task, only=frozenset({"vol-d2", "vol-d5"}))
    assert asked(wanted, True).names == ("vol-d2", "vol-d5")


def test_what_arrives_damaged_is_not_taken(task: Task) -> None:
    parcel = asked(task, False)
    name = next(n for n in parcel.files if n.endswith(".nq"))
    for files in ({**parcel.files, name: parcel.files[name][:-1]}, {n: d for n, d in parcel.files.items() if n != name}):
        with pytest.raises(GraphError, match="arrived damaged"):
            staged(replace(parcel, files=files), task)


def test_a_name_that_another_system_could_not_write_travels(task: Task) -> None:
    for name in ("a\nb.xml", "\udcff.xml", f"x.{'y' * 200}"):
        odd = replace(task, path=task.path.rename(task.path.with_name(name)))
        assert len(asked(odd, False).documents) == 6
        task = odd


def test_identifiers_are_those_of_the_build(task: Task) -> None:
    assert asked(task, True).names == tuple(identifier(f"vol-d{n}", "", set()) for n in range(1, 7))
