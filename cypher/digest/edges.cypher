// All relationships of the graph.
MATCH (source)-[r]->(target)
RETURN type(r) AS type, source.id AS source, target.id AS target, properties(r) AS properties
