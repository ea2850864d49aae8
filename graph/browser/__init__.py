"""What Neo4j Browser takes in: a style, saved queries, a guide whose queries run at a click."""
