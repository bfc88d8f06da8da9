"""Are attitudes returned, and in the same spirit?"""

from __future__ import annotations

import networkx as nx
import pandas as pd


def reciprocity(network: nx.DiGraph[str]) -> pd.Series:
    """Of a directed signed network: ``ties``, ``returned`` (their share that has a tie back), ``rho``, and ``same`` (of the returned, the
    share answered with the same sign).

    ``rho`` = (r - d) / (1 - d), with r the share returned and d the density, is 0 for chance, after Garlaschelli and Loffredo
    (2004), Patterns of link reciprocity in directed networks, Physical Review Letters 93, 268701,
    https://doi.org/10.1103/PhysRevLett.93.268701. Values are missing where there is nothing to divide by.
    """
    count, none = network.number_of_edges(), float("nan")
    back = [(a, b) for a, b in network.edges if network.has_edge(b, a)]
    same = sum(1 for a, b in back if network[a][b]["sign"] == network[b][a]["sign"])
    returned, dense = len(back) / count if count else none, nx.density(network) if count else none
    rho = (returned - dense) / (1 - dense) if dense < 1 else none
    return pd.Series({"ties": count, "returned": returned, "rho": rho, "same": same / len(back) if back else none})
