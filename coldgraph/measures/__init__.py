"""Measures of the signed network of attitudes, each with its paper: plain functions over the tables of a graph.

>>> import pandas as pd
>>> said = pd.DataFrame({"document": ["d1", "d2"], "holderSide": ["a", "b"], "targetSide": ["b", "a"], "attributed": [False, False],
...     "polarity": ["Positive", "Negative"], "confidence": [0.8, 0.5], "earliest": ["1961-04-02"] * 2, "latest": ["1961-04-02"] * 2})
>>> ties(said, by="quarter")[["period", "holder", "target", "friendly", "hostile", "net"]].to_dict("split")["data"]
[['1961-Q2', 'a', 'b', 0.8, 0.0, 1.0], ['1961-Q2', 'b', 'a', 0.0, 0.5, -1.0]]

``stances`` is always such a table as `Graph.stances()` gives. A statement counts as much as it is likely to be right, and
statements of one document together at most once: ``friendly`` and ``hostile`` are expected numbers of documents.
"""

from coldgraph.measures.archives import tellers, without
from coldgraph.measures.balance import balance, balances, triads
from coldgraph.measures.brokerage import betweenness, brokerage
from coldgraph.measures.communities import communities, modularity
from coldgraph.measures.drift import change_points, drift
from coldgraph.measures.frustration import Frustration, frustration
from coldgraph.measures.networks import directed, signed
from coldgraph.measures.reciprocity import reciprocity
from coldgraph.measures.reliability import reliability
from coldgraph.measures.resampling import interval
from coldgraph.measures.ties import ties

__all__ = [
    "Frustration", "balance", "balances", "betweenness", "brokerage", "change_points", "communities", "directed", "drift", "frustration",
    "interval", "modularity", "reciprocity", "reliability", "signed", "tellers", "ties", "triads", "without",
]  # fmt: skip
