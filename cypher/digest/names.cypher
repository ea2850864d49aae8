// All names, and the actors that they mean.
MATCH (name:Name)-[:MEANS]->(actor:Actor)
RETURN properties(name) AS properties, actor.id AS id, actor.name AS name, actor.aliases AS aliases
