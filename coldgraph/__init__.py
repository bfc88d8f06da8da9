"""coldgraph: diplomatic documents of the Cold War as a knowledge graph that a historian can cite."""

__version__ = "0.1.0"
