"""Who stands between whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import networkx as nx
import pandas as pd

ROLES = ("coordinator", "itinerant", "representative", "gatekeeper", "liaison")


def brokerage(network: nx.DiGraph[str], groups: Iterable[Collection[str]]) -> pd.DataFrame:
    """How often each side brokers: a -> broker -> c without a tie a -> c, by the groups of the three. One row a side, and ``total``.

    Roles after Gould and Fernandez (1989), Structures of mediation: a formal approach to brokerage in transaction networks,
    Sociological Methodology 19, https://doi.org/10.2307/270949: coordinator (all three in one group), itinerant (a and c in one group,
    the broker in another), representative (a and the broker in one: it speaks outward), gatekeeper (the broker and c in one: it
    lets in), liaison (three groups). A side in no group is a group of its own. Signs are not looked at: choose the network.
    """
    member: dict[str, object] = {node: ("alone", node) for node in network}
    member |= {node: number for number, group in enumerate(groups) for node in group}
    counts = {node: dict.fromkeys(ROLES, 0) for node in sorted(network)}
    for broker, count in counts.items():
        for a in network.predecessors(broker):
            for c in network.successors(broker):
                if a != c and not network.has_edge(a, c) and broker not in (a, c):
                    count[_role(member[a], member[broker], member[c])] += 1
    made = pd.DataFrame.from_dict(counts, orient="index", columns=list(ROLES)).rename_axis("side")
    made["total"] = made.sum(axis=1)
    return made.reset_index().sort_values(["total", "side"], ascending=[False, True], ignore_index=True)


def _role(first: object, broker: object, last: object) -> str:
    if first == last:
        return "coordinator" if first == broker else "itinerant"
    if first == broker:
        return "representative"
    return "gatekeeper" if broker == last else "liaison"


def betweenness(network: nx.Graph[str] | nx.DiGraph[str]) -> pd.Series:
    """The share of shortest paths between others that pass through each side, greatest first.

    Freeman (1977), A set of measures of centrality based on betweenness, Sociometry 40(1), https://doi.org/10.2307/3033543, as networkx
    computes it, normalised and without weights.
    """
    found = pd.Series(nx.betweenness_centrality(network), dtype=float).rename_axis("side").reset_index(name="betweenness")
    return found.sort_values(["betweenness", "side"], ascending=[False, True]).set_index("side")["betweenness"]
