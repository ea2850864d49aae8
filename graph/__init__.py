"""Across articles: the graph model, loading, subgraphs, and how they are shown."""
