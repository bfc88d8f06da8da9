"""Why the graph says what it says: a stance taken apart into its cue, its frame and the signs that weighed."""
