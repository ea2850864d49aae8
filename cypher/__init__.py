"""Everything that speaks Cypher: the queries, the driver, the embedded server, English questions."""
