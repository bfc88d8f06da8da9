"""Small tables of statements and published signed networks."""

from __future__ import annotations

import csv
from itertools import product
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

# document, holder, target, polarity, confidence
Said = tuple[str, str, str, str, float]


def table(*said: Said, dates: dict[str, str] | None = None) -> pd.DataFrame:
    """Statements as `Graph.stances()` gives them; every document is of 1961-05-02 unless ``dates`` has another day."""
    rows = []
    for number, (document, holder, target, polarity, confidence) in enumerate(said):
        day = (dates or {}).get(document, "1961-05-02")
        rows.append({
            "stance": f"s{number}", "document": document, "holderSide": holder, "targetSide": target, "polarity": polarity,
            "confidence": confidence, "attributed": False, "earliest": day, "latest": day,
        })  # fmt: skip
    return pd.DataFrame(rows)


def net(**ties: int) -> nx.Graph[str]:
    """A signed network from ties named by two letters: net(ab=1, bc=-1)."""
    made: nx.Graph[str] = nx.Graph()
    for ends, sign in ties.items():
        made.add_edge(ends[0], ends[1], sign=sign, weight=1.0)
    return made


def by_trying_all(network: nx.Graph[str]) -> int:
    """The frustration index by trying every split."""
    first, *nodes = sorted(network)
    best = network.number_of_edges()
    ends = [(a, b, tie["sign"] > 0) for a, b, tie in network.edges(data=True)]
    for split in product((0, 1), repeat=len(nodes)):
        camp = dict(zip(nodes, split, strict=True)) | {first: 0}
        best = min(best, sum((camp[a] == camp[b]) != friendly for a, b, friendly in ends))
    return best


@pytest.fixture(scope="session")
def tribes() -> nx.Graph[str]:
    """Alliances and enmities of sixteen Gahuku-Gama subtribes.

    Read (1954), Cultures of the Central Highlands, New Guinea, Southwestern Journal of Anthropology 10(1), as coded by Hage and Harary
    (1983), Structural Models in Anthropology, pp. 56-60; UCINET data set GAMA, KONECT network ucidata-gama.
    """
    made: nx.Graph[str] = nx.Graph()
    with (Path(__file__).parent / "tribes.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            made.add_edge(row["first"], row["second"], sign=int(row["sign"]), weight=1.0)
    return made
