"""The graph as Parquet tables, derived from the N-Quads files."""
