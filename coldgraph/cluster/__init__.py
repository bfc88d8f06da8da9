"""A build's sources done by the workers of a Dask cluster, behind the same contract as `coldgraph.crew`.

for result in results(tasks, "dask://HOST:PORT"):
    ...  # the result of each task in their order, its documents in the task's staging folder
"""

from coldgraph.cluster.crew import results

__all__ = ["results"]
