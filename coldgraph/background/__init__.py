"""Published facts as named graphs of their own: alliances, leaders, visits, travels, votes, state codes."""
